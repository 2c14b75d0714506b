import * as vscode from "vscode";

/** `outdated`: the document is no longer the one that the edits were made for. `locked`: its editor is read-only. */
export type EditResult = "done" | "outdated" | "locked";

/**
 * Applies edits as one undoable step in an editor of the document, which is shown when it is not. VS Code lets an extension
 * change a document behind the back of a read-only editor (`files.readonlyInclude`), but asked itself that editor refuses,
 * silently: then the document is what it was.
 *
 * @param version The document's version that the edits were made for.
 * @param edits At least one, none of which overlap; together they change something.
 */
export async function editDocument(
  document: vscode.TextDocument,
  version: number,
  edits: readonly vscode.TextEdit[],
): Promise<EditResult> {
  const editor = editorInFront(document) ?? (await vscode.window.showTextDocument(document));
  if (document.version !== version) {
    return "outdated";
  }
  const isAccepted = await editor.edit((builder) => {
    for (const { range, newText } of edits) {
      builder.replace(range, newText);
    }
  });
  if (!isAccepted) {
    return "outdated";
  }
  return document.version === version ? "locked" : "done";
}

/** The active editor, unless it is one side of a diff, which may be read-only although the document is not. */
function editorInFront(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const { activeTextEditor, tabGroups } = vscode.window;
  const isOnItsOwn = tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText;
  return isOnItsOwn && activeTextEditor?.document === document ? activeTextEditor : undefined;
}
