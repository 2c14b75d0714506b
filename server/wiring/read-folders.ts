import type { WorkspaceFolder } from "vscode-languageserver";
import type { IgnoreListOfFolder } from "../protocol.ts";

/** Folders with their lists, as they come from outside. */
export function readFolders(value: unknown): readonly IgnoreListOfFolder[] {
  const folders = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return folders.flatMap((folder) => {
    const { uri, text } = (folder ?? {}) as Partial<Record<keyof IgnoreListOfFolder, unknown>>;
    return typeof uri === "string" ? [{ uri, text: typeof text === "string" ? text : null }] : [];
  });
}

/** The folders that a client works in, however old the way is in which it says so. */
export function foldersOf(params: {
  readonly workspaceFolders?: readonly WorkspaceFolder[] | null;
  readonly rootUri?: string | null;
}): readonly string[] {
  const { workspaceFolders, rootUri } = params;
  if (Array.isArray(workspaceFolders) && workspaceFolders.length > 0) {
    return workspaceFolders.map(({ uri }) => uri).filter((uri) => typeof uri === "string");
  }
  return typeof rootUri === "string" && rootUri !== "" ? [rootUri] : [];
}
