import * as vscode from "vscode";

/** Where VS Code always has a search of its own. */
const SEARCHED: readonly string[] = ["file", "vscode-remote"];

/** How long VS Code may search elsewhere before the folders are gone through as well, in milliseconds. */
const PATIENCE = 2000;

/** Of a walk, which knows nothing of the user's `files.exclude`: what is hidden, and what programs install. */
const LEFT_OUT = /^(?:\.|node_modules$)/u;

export interface Wanted {
  /** Below the folder. */
  readonly pattern: string;
  /** The same, of a file's name. */
  isWanted(name: string): boolean;
  readonly most?: number;
}

/**
 * The files of a folder by their names. VS Code's search waits for ever in file systems that nobody searches, as most virtual ones
 * are, and does not say so: when it takes long, the folders are gone through one by one as well, and who is first answers.
 */
export async function findFiles(
  folder: vscode.Uri,
  wanted: Wanted,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, wanted.pattern);
  if (SEARCHED.includes(folder.scheme)) {
    return vscode.workspace.findFiles(pattern, undefined, wanted.most, token);
  }
  const over = new vscode.CancellationTokenSource();
  const following = token?.onCancellationRequested(() => over.cancel());
  const search = Promise.resolve(vscode.workspace.findFiles(pattern, undefined, wanted.most, over.token));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const walk = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  }).then(() => walkThrough(folder, wanted, over.token));
  const cancelled = new Promise<readonly vscode.Uri[]>((resolve) => {
    over.token.onCancellationRequested(() => resolve([]));
  });
  try {
    return await Promise.race([search, walk, cancelled]);
  } finally {
    clearTimeout(timer);
    following?.dispose();
    over.cancel();
    over.dispose();
  }
}

/** Links are not followed: they may lead round in circles. What cannot be read is left out. */
async function walkThrough(
  folder: vscode.Uri,
  { isWanted, most = Number.POSITIVE_INFINITY }: Wanted,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined && !token.isCancellationRequested; next = folders.pop()) {
    for (const [name, type] of await listOf(next)) {
      const uri = vscode.Uri.joinPath(next, name);
      if (type === vscode.FileType.Directory && !LEFT_OUT.test(name)) {
        folders.push(uri);
      } else if (type === vscode.FileType.File && isWanted(name) && found.push(uri) >= most) {
        return found;
      }
    }
  }
  return found;
}

async function listOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
