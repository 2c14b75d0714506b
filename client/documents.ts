import * as vscode from "vscode";
import { RECOGNITION_HEAD_LENGTH, type Recognition } from "../server/core/article/format.ts";
import { recognise } from "../server/core/article/recognise.ts";
import { LANGUAGE_ID } from "../server/protocol.ts";

/** Where dumps live whatever is open. */
const ALWAYS_SERVED: readonly string[] = ["file", "untitled", "vscode-remote"];

/** VS Code gives no larger file to an extension (`_MODEL_SYNC_LIMIT` of its `textModel.ts`). In bytes. */
export const LARGEST_SHARED_FILE = 50 * 1024 * 1024;

/** The scheme of the virtual documents on the right side of a preview. The menus of package.json name it. */
export const CLEANED_SCHEME = "pressmark-cleaned";

/**
 * The schemes of documents that may be dumps: those, and those of the folders that are open, which on the web may lie anywhere.
 * The sides of a diff (`git:`), output channels and the like are nobody's dumps.
 */
export function servedSchemes(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set([...ALWAYS_SERVED, ...folders.map(({ uri }) => uri.scheme)])];
}

/**
 * The documents that the server may have something to say about. A cleaned text is one of them, so that both sides of a
 * preview look alike.
 */
export function servedSelector(): { readonly language: string; readonly scheme: string }[] {
  return [
    ...servedSchemes().flatMap((scheme) =>
      [LANGUAGE_ID, "markdown"].map((language) => ({ language, scheme })),
    ),
    { language: LANGUAGE_ID, scheme: CLEANED_SCHEME },
  ];
}

export function isServedScheme(uri: vscode.Uri): boolean {
  return servedSchemes().includes(uri.scheme);
}

/** Fires when folders that lie elsewhere than all that is served so far have been opened, or the last of them closed. */
export function onDidChangeServedSchemes(listener: () => void): vscode.Disposable {
  let before = servedSchemes().join();
  return vscode.workspace.onDidChangeWorkspaceFolders(() => {
    const after = servedSchemes().join();
    if (after !== before) {
      before = after;
      listener();
    }
  });
}

/** Whether a document is Markdown with the front matter of an article, which keeps its language and is served all the same. */
export function isMarkdownArticle(document: vscode.TextDocument): boolean {
  return document.languageId === "markdown" && recogniseDocument(document).format === "yaml-front-matter";
}

/** Recognises a document by its head, without copying the rest of a large one. */
export function recogniseDocument(document: vscode.TextDocument): Recognition {
  return recognise(documentHead(document));
}

function documentHead(document: vscode.TextDocument): string {
  let lineCount = 0;
  let length = 0;
  while (lineCount < document.lineCount && length <= RECOGNITION_HEAD_LENGTH) {
    length += document.lineAt(lineCount).text.length + 1;
    lineCount++;
  }
  return document.getText(new vscode.Range(0, 0, lineCount, 0));
}
