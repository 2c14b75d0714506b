import * as vscode from "vscode";
import {
  SUGGESTIONS_REQUEST,
  type SuggestionsParams,
  type SuggestionsResult,
} from "../../server/annotations-protocol.ts";
import type { ArticleDocuments } from "../article-documents.ts";
import type { ServerSession } from "../server-session.ts";
import { asDocumentStatements, type DocumentStatements } from "./statement.ts";

/** Who says what in the open articles. Asked for when somebody wants to see it, once for each version of a document. */
export class SourceIndex implements vscode.Disposable {
  /** Fires with the document of which statements may have changed, or which is an article no more. */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;

  readonly #session: ServerSession;
  readonly #documents: ArticleDocuments;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #known = new Map<string, { version: number; answer: Promise<DocumentStatements | undefined> }>();
  readonly #latest = new Map<string, DocumentStatements>();
  readonly #disposables: vscode.Disposable[];

  constructor(session: ServerSession, documents: ArticleDocuments) {
    this.#session = session;
    this.#documents = documents;
    this.onDidChange = this.#changed.event;
    this.#disposables = [
      this.#changed,
      session.onDidChangeStatus((uri) => this.#follow(uri)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#known.delete(keyOf(document));
        this.#latest.delete(keyOf(document));
        this.#changed.fire(document);
      }),
    ];
  }

  /** The open articles. */
  articles(): readonly vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter(
      (document) => this.#documents.isArticle(document) && this.#session.statusOf(document) !== undefined,
    );
  }

  /** The statements of a document's present version; undefined where it is no article or was closed meanwhile. */
  statementsOf(document: vscode.TextDocument): Promise<DocumentStatements | undefined> {
    const { version } = document;
    const key = keyOf(document);
    const known = this.#known.get(key);
    if (known?.version === version) {
      return known.answer;
    }
    const answer = this.#ask(document);
    this.#known.set(key, { version, answer });
    return answer;
  }

  /** What was last answered for the present version; undefined where nobody asked yet. */
  known(document: vscode.TextDocument): DocumentStatements | undefined {
    const latest = this.#latest.get(keyOf(document));
    return latest?.version === document.version ? latest : undefined;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #ask(document: vscode.TextDocument): Promise<DocumentStatements | undefined> {
    if (!this.#documents.isArticle(document) || document.isClosed) {
      return undefined;
    }
    const params: SuggestionsParams = { textDocument: { uri: document.uri.toString() } };
    try {
      const result = await this.#session.request<SuggestionsResult>(SUGGESTIONS_REQUEST, params);
      const statements = asDocumentStatements(result);
      this.#latest.set(keyOf(document), statements);
      return statements;
    } catch (error) {
      // The next one who asks tries again.
      this.#known.delete(keyOf(document));
      this.#session.log.debug(`Sources of ${document.uri.toString()}: ${String(error)}`);
      return undefined;
    }
  }

  #follow(uri: vscode.Uri | undefined): void {
    for (const document of vscode.workspace.textDocuments) {
      if (uri === undefined || document.uri.toString() === uri.toString()) {
        this.#changed.fire(document);
      }
    }
  }
}

function keyOf({ uri }: vscode.TextDocument): string {
  return uri.toString();
}
