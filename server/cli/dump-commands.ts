import type { Command } from "./command.ts";

// The commands that share a bundle. Each is loaded by itself, for their word lists and tables take time.

export async function loadClean(): Promise<Command> {
  return (await import("./clean.ts")).cleanCommand;
}

export async function loadOutline(): Promise<Command> {
  return (await import("./outline.ts")).outlineCommand;
}

export async function loadMetadata(): Promise<Command> {
  return (await import("./metadata.ts")).metadataCommand;
}

export async function loadExport(): Promise<Command> {
  return (await import("./export.ts")).exportCommand;
}

export async function loadSources(): Promise<Command> {
  return (await import("./sources.ts")).sourcesCommand;
}

export async function loadAnnotations(): Promise<Command> {
  return (await import("./annotations.ts")).annotationsCommand;
}
