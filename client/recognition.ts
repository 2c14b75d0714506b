import * as vscode from "vscode";
import { CERTAIN_CONFIDENCE, type Recognition } from "../server/core/article/format.ts";
import { LANGUAGE_ID } from "../server/protocol.ts";
import { isMarkdownArticle, isServedScheme, recogniseDocument } from "./documents.ts";
import { type LanguageChoice, LanguageChoices } from "./language-choices.ts";

/** How long a pasted text may settle before it is looked at, in milliseconds: below what a person notices. */
const SETTLING_TIME = 150;

/**
 * How long a change of language waits before it counts as a choice, in milliseconds. A user changes one document's
 * language; when `files.associations` or the installed languages change, VS Code sets all anew.
 */
const CHOICE_TIME = 250;

/** The values of `pressmark.recognise`. */
type Mode = "auto" | "offer" | "off";

/**
 * Switches plain text to Scraped Article where its content makes it one, and remembers where a user decided otherwise.
 */
export class DocumentRecogniser implements vscode.Disposable {
  /** Fires for a document that the server is needed for. */
  readonly onDidAccept: vscode.Event<vscode.TextDocument>;
  /** Fires when a plain text was found to be, perhaps, a dump, or not to be one any more. */
  readonly onDidChangeOffer: vscode.Event<vscode.TextDocument>;

  readonly #choices: LanguageChoices;
  readonly #accepted = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #offerChanged = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #offers = new Map<string, Recognition>();
  readonly #settling = new Map<string, ReturnType<typeof setTimeout>>();
  /** Documents whose language is being changed from here, which is nobody's choice. */
  readonly #switching = new Set<string>();
  readonly #disposables: vscode.Disposable[] = [this.#accepted, this.#offerChanged];
  /** Changes of language that may be choices. */
  readonly #pendingChoices = new Map<string, { readonly uri: vscode.Uri; readonly choice: LanguageChoice }>();
  #choiceTimer: ReturnType<typeof setTimeout> | undefined;
  #areLanguagesSetAnew = false;
  /** A document that closed in this turn of the event loop: if it opens again in the same turn, its language changed. */
  #leaving: { readonly uri: string; readonly language: string } | undefined;

  constructor(memory: vscode.Memento) {
    this.#choices = new LanguageChoices(memory);
    this.onDidAccept = this.#accepted.event;
    this.onDidChangeOffer = this.#offerChanged.event;
  }

  start(): void {
    this.#disposables.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#saved(document)),
      // Before, not after: the document is open under its new name by then.
      vscode.workspace.onWillRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          this.#choices.copy(oldUri, newUri);
        }
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("files.associations")) {
          this.#languagesSetAnew();
        }
        if (change.affectsConfiguration("pressmark.recognise")) {
          this.#lookAtAll();
        }
      }),
      vscode.extensions.onDidChange(() => this.#languagesSetAnew()),
    );
    this.#lookAtAll();
  }

  /** What a plain text may be, when it is not sure enough to be switched or the settings say only to offer. */
  offerFor(document: vscode.TextDocument): Recognition | undefined {
    return this.#offers.get(document.uri.toString());
  }

  async treatAsArticle(document: vscode.TextDocument): Promise<void> {
    await this.#choose(document, "article", LANGUAGE_ID);
  }

  async treatAsPlainText(document: vscode.TextDocument): Promise<void> {
    await this.#choose(document, "plain", "plaintext");
  }

  dispose(): void {
    for (const timer of [...this.#settling.values(), this.#choiceTimer]) {
      clearTimeout(timer);
    }
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #choose(document: vscode.TextDocument, choice: LanguageChoice, languageId: string): Promise<void> {
    this.#choices.remember(document.uri, choice);
    await vscode.languages.setTextDocumentLanguage(document, languageId);
  }

  #lookAtAll(): void {
    for (const document of vscode.workspace.textDocuments) {
      this.#lookAt(document);
    }
  }

  #opened(document: vscode.TextDocument): void {
    if (!isServedScheme(document.uri)) {
      return;
    }
    const uri = document.uri.toString();
    const left = this.#leaving?.uri === uri ? this.#leaving.language : undefined;
    if (left !== undefined && !this.#switching.has(uri)) {
      if (left === LANGUAGE_ID && document.languageId !== LANGUAGE_ID) {
        this.#awaitChoice(document.uri, "plain");
      } else if (left !== LANGUAGE_ID && document.languageId === LANGUAGE_ID) {
        this.#awaitChoice(document.uri, "article");
      }
    }
    this.#lookAt(document);
  }

  #awaitChoice(uri: vscode.Uri, choice: LanguageChoice): void {
    this.#pendingChoices.set(uri.toString(), { uri, choice });
    this.#startChoiceTimer();
  }

  #languagesSetAnew(): void {
    this.#areLanguagesSetAnew = true;
    this.#startChoiceTimer();
  }

  #startChoiceTimer(): void {
    clearTimeout(this.#choiceTimer);
    this.#choiceTimer = setTimeout(() => this.#settleChoices(), CHOICE_TIME);
  }

  #settleChoices(): void {
    const pending = [...this.#pendingChoices.values()];
    const areChoices = !this.#areLanguagesSetAnew;
    this.#pendingChoices.clear();
    this.#areLanguagesSetAnew = false;
    for (const { uri, choice } of areChoices ? pending : []) {
      this.#choices.remember(uri, choice);
    }
    if (!areChoices) {
      this.#lookAtAll();
    }
  }

  #choiceFor(uri: vscode.Uri): LanguageChoice | undefined {
    return this.#pendingChoices.get(uri.toString())?.choice ?? this.#choices.of(uri);
  }

  #closed(document: vscode.TextDocument): void {
    const leaving = { uri: document.uri.toString(), language: document.languageId };
    this.#leaving = leaving;
    setTimeout(() => {
      if (this.#leaving === leaving) {
        this.#leaving = undefined;
      }
      if (document.isClosed) {
        this.#choices.forgetUntitled(document.uri);
      }
    }, 0);
    clearTimeout(this.#settling.get(leaving.uri));
    this.#settling.delete(leaving.uri);
    this.#setOffer(document, undefined);
  }

  /** Pasted dumps: only untitled text is looked at again while it is edited, a file's language stays as opened. */
  #changed(document: vscode.TextDocument): void {
    if (document.uri.scheme !== "untitled" || document.languageId !== "plaintext") {
      return;
    }
    const uri = document.uri.toString();
    clearTimeout(this.#settling.get(uri));
    this.#settling.set(
      uri,
      setTimeout(() => {
        this.#settling.delete(uri);
        this.#lookAt(document);
      }, SETTLING_TIME),
    );
  }

  /** Front matter that was just written makes a Markdown file an article. */
  #saved(document: vscode.TextDocument): void {
    if (document.languageId === "markdown") {
      this.#lookAt(document);
    }
  }

  #lookAt(document: vscode.TextDocument): void {
    if (document.isClosed || !isServedScheme(document.uri)) {
      return;
    }
    if (document.languageId === LANGUAGE_ID || isMarkdownArticle(document)) {
      this.#accepted.fire(document);
    } else if (document.languageId === "plaintext") {
      this.#lookAtPlainText(document);
    }
  }

  #lookAtPlainText(document: vscode.TextDocument): void {
    const mode = vscode.workspace.getConfiguration("pressmark", document).get<Mode>("recognise", "auto");
    if (mode === "off") {
      this.#setOffer(document, undefined);
      return;
    }
    const choice = this.#choiceFor(document.uri);
    const recognition = recogniseDocument(document);
    const isCertain = recognition.confidence >= CERTAIN_CONFIDENCE && mode === "auto";
    if (choice === "article" || (isCertain && choice === undefined)) {
      void this.#switch(document);
      return;
    }
    this.#setOffer(document, recognition.format === null ? undefined : recognition);
  }

  async #switch(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    this.#switching.add(uri);
    try {
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
    } catch (error) {
      // Other parts of VS Code open documents for a moment, and one may be gone by now.
      if (!document.isClosed) {
        throw error;
      }
    } finally {
      this.#switching.delete(uri);
    }
  }

  #setOffer(document: vscode.TextDocument, recognition: Recognition | undefined): void {
    const uri = document.uri.toString();
    const had = this.#offers.has(uri);
    if (recognition !== undefined) {
      this.#offers.set(uri, recognition);
    } else {
      this.#offers.delete(uri);
    }
    if (had || recognition !== undefined) {
      this.#offerChanged.fire(document);
    }
  }
}
