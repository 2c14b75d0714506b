import * as vscode from "vscode";

export interface SaveRequest {
  readonly title: string;
  readonly suggestion: vscode.Uri | undefined;
  readonly text: string;
  /** The evidence, which a copy never replaces. */
  readonly original: vscode.Uri;
  /** By the name of the kind of file, the extensions without a point. */
  readonly filters?: Readonly<Record<string, string[]>>;
}

/**
 * Asks for a place and writes a text there, as UTF-8.
 *
 * @returns the file, or undefined when the user thought better of it.
 * @throws an Error with plain words when the original itself was chosen or the file cannot be written.
 */
export async function saveAs(request: SaveRequest): Promise<vscode.Uri | undefined> {
  const { title, suggestion, text, original, filters } = request;
  const target = await vscode.window.showSaveDialog({
    title,
    ...(suggestion && { defaultUri: suggestion }),
    ...(filters && { filters: { ...filters } }),
  });
  if (target === undefined) {
    return undefined;
  }
  if (target.toString() === original.toString()) {
    throw new Error(
      vscode.l10n.t("This is the original file itself, which a copy does not replace. Choose another name."),
    );
  }
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  return target;
}

/** A place beside a document; in the workspace for one that has no place yet; undefined where there is neither. */
export function siblingOf(document: vscode.TextDocument, name: string): vscode.Uri | undefined {
  const folder =
    document.uri.scheme === "untitled"
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(document.uri, "..");
  return folder && vscode.Uri.joinPath(folder, name);
}
