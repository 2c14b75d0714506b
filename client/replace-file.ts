import * as vscode from "vscode";

/**
 * Writes a text as UTF-8 beside its target and renames it over it: at any moment the old or the new one is there, whole,
 * under the one name or the other.
 */
export async function replaceFile(target: vscode.Uri, text: string): Promise<void> {
  const temporary = temporaryOf(target);
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

/** Whether a new text lies beside its target; for a short time VS Code has neither at the target's place. */
export async function isBeingReplaced(target: vscode.Uri): Promise<boolean> {
  return (await readTextFile(temporaryOf(target))) !== null;
}

function temporaryOf(target: vscode.Uri): vscode.Uri {
  return target.with({ path: `${target.path}.new` });
}
