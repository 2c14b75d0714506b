import { type Command, EXIT_CLEAN, EXIT_TROUBLE } from "./command.ts";
import { nearestName } from "./nearest-name.ts";
import { writeOut } from "./output.ts";
import { isUsageError, UsageError } from "./usage-error.ts";
import { programVersion } from "./version.ts";

/**
 * Each command is loaded when it is called, so that a short call starts fast. The check, which is called most, has a bundle
 * of its own, and its worker threads load the same.
 */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./check.ts")).checkCommand,
  clean: async () => (await import("./dump-commands.ts")).loadClean(),
  outline: async () => (await import("./dump-commands.ts")).loadOutline(),
  metadata: async () => (await import("./dump-commands.ts")).loadMetadata(),
  export: async () => (await import("./dump-commands.ts")).loadExport(),
  sources: async () => (await import("./dump-commands.ts")).loadSources(),
  annotations: async () => (await import("./dump-commands.ts")).loadAnnotations(),
  lsp: async () => (await import("./lsp.ts")).lspCommand,
};

const HELP = `Usage: pressmark COMMAND [OPTIONS] PATH...

Checks, cleans and exports dumps of scraped news articles.

  check        find what is repeated or broken
  clean        apply the fixes that provably lose nothing
  outline      show what each part of a dump is
  metadata     print the articles' metadata as schema.org JSON-LD
  export       print the articles as text, Markdown, JSON Lines or CSV
  sources      show who says what: each statement with its source
  annotations  export annotations, or see whether their words are still there
  lsp          serve an editor: pressmark lsp --stdio

  --help       also behind a command: pressmark check --help
  --version    print the version

A PATH is a file, a folder (searched for .txt and .md files) or - for standard input.
Exit code: 0 nothing found, 1 something found, 2 a wrong call or a file that could not be read or written.
`;

/** Runs one call of the program; errors of use become one line on standard error and exit code 2. */
export async function runProgram(parameters: readonly string[], workerProgram: URL): Promise<number> {
  const [name, ...options] = parameters;
  if (name === undefined) {
    process.stderr.write(HELP);
    return EXIT_TROUBLE;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    await writeOut(HELP);
    return EXIT_CLEAN;
  }
  if (name === "--version" || name === "-V") {
    await writeOut(`${programVersion()}\n`);
    return EXIT_CLEAN;
  }
  try {
    return await runCommand(name, options, workerProgram);
  } catch (error) {
    if (!isUsageError(error)) {
      throw error;
    }
    process.stderr.write(`pressmark: ${error.message}\n`);
    return EXIT_TROUBLE;
  }
}

async function runCommand(name: string, options: readonly string[], workerProgram: URL): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    throw new UsageError(unknownCommand(name));
  }
  const command = await load();
  const beforeNames = options.includes("--") ? options.slice(0, options.indexOf("--")) : options;
  if (beforeNames.includes("--help") || beforeNames.includes("-h")) {
    await writeOut(command.help);
    return EXIT_CLEAN;
  }
  return command.run(options, { workerProgram });
}

function unknownCommand(name: string): string {
  const near = nearestName(name, Object.keys(commands));
  const kind = name.startsWith("-") ? "option" : "command";
  const hint = near === undefined ? "See: pressmark --help" : `Did you mean: pressmark ${near}?`;
  return `there is no ${kind} ${JSON.stringify(name)}. ${hint}`;
}
