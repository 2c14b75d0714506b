import * as vscode from "vscode";

/** Writes a text as UTF-8 beside its target and renames it over it: at any moment the old or the new file is there, whole. */
export async function replaceFile(target: vscode.Uri, text: string): Promise<void> {
  const temporary = target.with({ path: `${target.path}.new` });
  await vscode.workspace.fs.writeFile(temporary, new TextEncoder().encode(text));
  await vscode.workspace.fs.rename(temporary, target, { overwrite: true });
}

/** A file's text; null where there is none. What cannot be read must not be taken for empty and written over: that throws. */
export async function readTextFile(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") {
      return null;
    }
    throw error;
  }
}
