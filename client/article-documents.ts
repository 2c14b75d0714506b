import * as vscode from "vscode";
import { LANGUAGE_ID, type StatusParams } from "../server/protocol.ts";
import { isServedScheme } from "./documents.ts";
import type { ServerSession } from "./server-session.ts";

/** The `when` clauses of package.json ask it for Markdown files, whose language does not tell that they are articles. */
const MARKDOWN_ARTICLES = "pressmark.markdownArticles";

/** Which open documents are articles: those of the language, and the Markdown files that the server found to be some. */
export class ArticleDocuments implements vscode.Disposable {
  readonly #session: ServerSession;
  readonly #disposables: vscode.Disposable[] = [];
  /** As far as VS Code was told. */
  #markdownPaths: readonly string[] = [];

  constructor(session: ServerSession) {
    this.#session = session;
    this.#disposables.push(
      session.onDidChangeStatus(() => this.#tellMenus()),
      vscode.workspace.onDidCloseTextDocument(() => this.#tellMenus()),
    );
  }

  isArticle(document: vscode.TextDocument): boolean {
    if (!isServedScheme(document.uri)) {
      return false;
    }
    return (
      document.languageId === LANGUAGE_ID ||
      (document.languageId === "markdown" && this.#holdsArticle(document))
    );
  }

  /** The editor that commands work in, when it shows an article. */
  activeEditor(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor !== undefined && this.isArticle(editor.document) ? editor : undefined;
  }

  /**
   * Where a command on "the article" looks: at the cursor in a file with several articles, and anywhere (undefined) in
   * a file with one, so that a cursor in the empty lines around it does no harm.
   */
  cursorIn(editor: vscode.TextEditor): vscode.Position | undefined {
    const count = this.articleCount(editor.document);
    return count === 1 ? undefined : editor.selection.active;
  }

  articleCount(document: vscode.TextDocument): number | undefined {
    return this.#session.statusOf(document)?.articles.length;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #holdsArticle(document: vscode.TextDocument): boolean {
    return (this.articleCount(document) ?? 0) > 0;
  }

  #tellMenus(): void {
    const paths = vscode.workspace.textDocuments
      .filter((document) => document.languageId === "markdown" && this.isArticle(document))
      // The context key `resourcePath` is the one for files, the other for every other scheme.
      .flatMap(({ uri }) => [...new Set([uri.fsPath, uri.path])]);
    if (paths.join("\n") !== this.#markdownPaths.join("\n")) {
      this.#markdownPaths = paths;
      void vscode.commands.executeCommand("setContext", MARKDOWN_ARTICLES, paths);
    }
  }
}

/** The status of the article that holds a position, else of the first one. */
export function articleStatusAt(
  status: StatusParams,
  position: vscode.Position,
): StatusParams["articles"][number] | undefined {
  const { line, character } = position;
  const at = status.articles.find(({ range: { start, end } }) => {
    const isAfterStart = start.line < line || (start.line === line && start.character <= character);
    const isBeforeEnd = line < end.line || (line === end.line && character < end.character);
    return isAfterStart && isBeforeEnd;
  });
  return at ?? status.articles[0];
}
