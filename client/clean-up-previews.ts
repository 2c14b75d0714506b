import * as vscode from "vscode";
import { LANGUAGE_ID } from "../server/protocol.ts";
import { CLEANED_SCHEME } from "./documents.ts";
import { editDocument } from "./edit-document.ts";
import { baseNameOf } from "./file-name.ts";
import { type CleanUp, type CleanUpScope, requestCleanUp } from "./server-requests.ts";
import type { ServerSession } from "./server-session.ts";

/** How long an edit of the original may settle before the preview follows, in milliseconds. */
const SETTLING_TIME = 250;

interface Preview {
  readonly document: vscode.TextDocument;
  readonly uri: vscode.Uri;
  scope: CleanUpScope;
  cleanUp: CleanUp;
}

/**
 * `stale`: the document changed since it was shown, and the preview now shows the new result instead. `locked`: the
 * document is read-only; nothing was changed, and the preview stays open.
 */
export type ApplyResult = "applied" | "stale" | "locked" | "nothing";

/** The open previews of clean-ups: a diff editor each, the document on the left and what it would become on the right. */
export class CleanUpPreviews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly onDidChange: vscode.Event<vscode.Uri>;

  readonly #session: ServerSession;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #previews = new Map<string, Preview>();
  readonly #settling = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #disposables: vscode.Disposable[];

  constructor(session: ServerSession) {
    this.#session = session;
    this.onDidChange = this.#changed.event;
    this.#disposables = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(CLEANED_SCHEME, this),
      vscode.workspace.onDidChangeTextDocument((change) => this.#edited(change)),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const tab of closed) {
          this.#tabClosed(tab);
        }
      }),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#previews.get(uri.toString())?.cleanUp.cleanedText ?? "";
  }

  /** Opens the preview of a document, or fills the open one anew. */
  async show(document: vscode.TextDocument, scope: CleanUpScope, cleanUp: CleanUp): Promise<void> {
    const uri = cleanedUri(document.uri);
    this.#previews.set(uri.toString(), { document, uri, scope, cleanUp });
    this.#changed.fire(uri);
    const cleaned = await vscode.workspace.openTextDocument(uri);
    if (cleaned.languageId !== LANGUAGE_ID) {
      await vscode.languages.setTextDocumentLanguage(cleaned, LANGUAGE_ID);
    }
    const title = vscode.l10n.t("{0}: Clean-Up Preview", baseNameOf(document.uri.path));
    await vscode.commands.executeCommand("vscode.diff", document.uri, uri, title, { preview: false });
  }

  /** The preview that is shown in the active editor, on either side. */
  active(): { readonly document: vscode.TextDocument; readonly cleanedText: string } | undefined {
    const preview = this.#active();
    return preview && { document: preview.document, cleanedText: preview.cleanUp.cleanedText };
  }

  /**
   * Applies the active preview as one undoable step, closes it, and shows the document. Nothing that the user has not
   * seen is applied: after a change of the document the preview is brought up to date, and that is all.
   */
  async applyActive(): Promise<ApplyResult> {
    const preview = this.#active();
    if (preview === undefined || preview.cleanUp.edits.length === 0) {
      return "nothing";
    }
    const { document } = preview;
    if (document.version !== preview.cleanUp.version) {
      await this.#refresh(preview);
      return "stale";
    }
    const result = await editDocument(document, document.version, preview.cleanUp.edits);
    switch (result) {
      case "outdated":
        await this.#refresh(preview);
        return "stale";
      case "locked":
        return "locked";
      case "done":
        await vscode.window.tabGroups.close(tabsOf(preview.uri));
        return "applied";
    }
  }

  dispose(): void {
    for (const timer of this.#settling.values()) {
      clearTimeout(timer);
    }
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #active(): Preview | undefined {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff
      ? this.#previews.get(input.modified.toString())
      : undefined;
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = cleanedUri(document.uri).toString();
    const preview = this.#previews.get(key);
    if (preview === undefined || contentChanges.length === 0) {
      return;
    }
    const { position } = preview.scope;
    preview.scope = { ...preview.scope, position: position && moved(position, contentChanges) };
    clearTimeout(this.#settling.get(key));
    this.#settling.set(
      key,
      setTimeout(() => {
        this.#settling.delete(key);
        void this.#refresh(preview).catch((error: unknown) =>
          this.#session.log.warn(`The preview could not be brought up to date: ${String(error)}`),
        );
      }, SETTLING_TIME),
    );
  }

  async #refresh(preview: Preview): Promise<void> {
    const key = preview.uri.toString();
    if (preview.document.isClosed || this.#previews.get(key) !== preview) {
      return;
    }
    preview.cleanUp = await requestCleanUp(this.#session, preview.document, preview.scope);
    this.#changed.fire(preview.uri);
  }

  #tabClosed({ input }: vscode.Tab): void {
    if (!(input instanceof vscode.TabInputTextDiff)) {
      return;
    }
    const key = input.modified.toString();
    if (this.#previews.has(key) && tabsOf(input.modified).length === 0) {
      this.#previews.delete(key);
      clearTimeout(this.#settling.get(key));
      this.#settling.delete(key);
    }
  }
}

/** One preview per document: its scheme is all that the path does not hold of it. */
function cleanedUri(uri: vscode.Uri): vscode.Uri {
  return uri.with({ scheme: CLEANED_SCHEME, query: uri.scheme, fragment: "" });
}

function tabsOf(cleaned: vscode.Uri): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputTextDiff && input.modified.toString() === cleaned.toString(),
    );
}

/** Where a position is after changes, by whole lines: it only has to stay in its article. */
function moved(
  position: vscode.Position,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): vscode.Position {
  let { line } = position;
  for (const { range, text } of changes) {
    if (range.end.line < line) {
      line += text.split("\n").length - 1 - (range.end.line - range.start.line);
    }
  }
  return line === position.line ? position : new vscode.Position(Math.max(0, line), 0);
}
