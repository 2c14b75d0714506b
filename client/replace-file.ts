import * as vscode from "vscode";

/** So often a file is looked for again that somebody is just replacing, and so many milliseconds apart. */
const MOST_LOOKS = 25;
const LOOK_INTERVAL = 20;

/** More windows than this do not write one file at once. */
const MOST_ATTEMPTS = 20;

/**
 * Changes a file.
 *
 * @param change Makes the new text of the present one (null for none); null leaves the file as it is. Called again after
 *   somebody else was faster.
 * @returns the text that this left in the file; null when it was left as it was.
 */
export type UpdateFile<Place> = (
  target: Place,
  change: (text: string | null) => Promise<string | null>,
) => Promise<string | null>;

/**
 * Changes a file of JSON that other windows may be changing at the same time, so that no change is lost, and that at any
 * moment the old or the new text is there, whole. The new text is written beside the file, which tells the others to wait;
 * renamed over it; and looked at again: file systems of VS Code know no locks, so two that began in the same moment find
 * out by what is there in the end, and who was overtaken takes in what the other wrote.
 */
export async function updateFile(
  target: vscode.Uri,
  change: (text: string | null) => Promise<string | null>,
): Promise<string | null> {
  const temporary = temporaryOf(target);
  let claim: string | undefined;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    await whenNobodyWrites(temporary, claim);
    const before = await readWholeFile(target);
    const after = await change(before);
    if (after === null || after === before) {
      return after;
    }
    claim = after;
    await vscode.workspace.fs.writeFile(temporary, new TextEncoder().encode(after));
    const isFirst = (await readTextFile(target)) === before && (await readTextFile(temporary)) === after;
    if (isFirst && (await renameOver(temporary, target)) && (await readWholeFile(target)) === after) {
      return after;
    }
  }
  throw new Error(vscode.l10n.t("Other windows keep writing it. Try again."));
}

/** A file's text; null where there is none. What cannot be read must not be taken for empty and written over: that throws. */
export async function readTextFile(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (isNotFound(error)) {
      return null;
    }
    throw error;
  }
}

/**
 * The same of a file that `updateFile` writes. VS Code renames over a file by deleting it first: while the new text still lies
 * beside it, it is only on its way. Where a window was killed in that moment, the new text is put into its place.
 */
export async function readWholeFile(target: vscode.Uri): Promise<string | null> {
  const temporary = temporaryOf(target);
  for (let look = 1; ; look++) {
    const text = await readTextFile(target);
    if (text !== null) {
      return text;
    }
    const next = await readTextFile(temporary);
    if (next === null || (look > MOST_LOOKS && !isJson(next))) {
      // It may have arrived between the two looks.
      return readTextFile(target);
    }
    if (look > MOST_LOOKS) {
      await vscode.workspace.fs.rename(temporary, target, { overwrite: false }).then(undefined, () => {});
      return (await readTextFile(target)) ?? next;
    }
    await pause();
  }
}

/** Waits until no new text lies beside the file but our own; one that does not change was left by a window that was killed. */
async function whenNobodyWrites(temporary: vscode.Uri, own: string | undefined): Promise<void> {
  let last: string | null | undefined;
  for (let look = 1; look <= MOST_LOOKS; look++) {
    const text = await readTextFile(temporary);
    if (text === null || text === own) {
      return;
    }
    look = text === last || last === undefined ? look : 1;
    last = text;
    await pause();
  }
}

/** @returns whether the file was still there to be renamed: another window may have put it into its place with its own. */
async function renameOver(temporary: vscode.Uri, target: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.rename(temporary, target, { overwrite: true });
    return true;
  } catch (error) {
    if (isNotFound(error)) {
      return false;
    }
    throw error;
  }
}

/** A text that was cut off while it was written is none. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === "FileNotFound";
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL));
}

function temporaryOf(target: vscode.Uri): vscode.Uri {
  return target.with({ path: `${target.path}.new` });
}
