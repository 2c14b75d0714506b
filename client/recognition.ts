import * as vscode from "vscode";
import {
  CERTAIN_CONFIDENCE,
  RECOGNISED_CONFIDENCE,
  type Recognition,
} from "../server/core/article/format.ts";
import { LANGUAGE_ID } from "../server/protocol.ts";
import { isServedScheme, recogniseDocument } from "./documents.ts";

/** Key of the workspace's memory of documents that a user took out of the language by hand. */
const CHOSEN_PLAIN_TEXT = "pressmark.chosenPlainText";

/** The memory forgets the oldest choices beyond this many, so that it cannot grow without end. */
const MOST_CHOICES = 2000;

/** How long a pasted text may settle before it is looked at, in milliseconds: below what a person notices. */
const SETTLING_TIME = 150;

/**
 * Switches plain text to Scraped Article where its content makes it one, and remembers where a user decided otherwise.
 */
export class DocumentRecogniser implements vscode.Disposable {
  /** Fires for a document that the server is needed for. */
  readonly onDidAccept: vscode.Event<vscode.TextDocument>;
  /** Fires when a plain text was found to be, perhaps, a dump, or not to be one any more. */
  readonly onDidChangeOffer: vscode.Event<vscode.TextDocument>;

  readonly #memory: vscode.Memento;
  readonly #accepted = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #offerChanged = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #offers = new Map<string, Recognition>();
  readonly #settling = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #switching = new Set<string>();
  readonly #disposables: vscode.Disposable[] = [this.#accepted, this.#offerChanged];
  /** A document that closed in this turn of the event loop: if it opens again in the same turn, its language changed. */
  #leaving: { readonly uri: string; readonly language: string } | undefined;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.onDidAccept = this.#accepted.event;
    this.onDidChangeOffer = this.#offerChanged.event;
  }

  start(): void {
    this.#disposables.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("pressmark.recognise")) {
          this.#lookAtAll();
        }
      }),
    );
    this.#lookAtAll();
  }

  /** What a plain text may be, when it is not sure enough to be switched or the settings say only to offer. */
  offerFor(document: vscode.TextDocument): Recognition | undefined {
    return this.#offers.get(document.uri.toString());
  }

  async treatAsArticle(document: vscode.TextDocument): Promise<void> {
    await this.#remember(document.uri, "article");
    await this.#switch(document);
  }

  async treatAsPlainText(document: vscode.TextDocument): Promise<void> {
    await this.#remember(document.uri, "plain");
    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
  }

  dispose(): void {
    for (const timer of this.#settling.values()) {
      clearTimeout(timer);
    }
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #lookAtAll(): void {
    for (const document of vscode.workspace.textDocuments) {
      this.#lookAt(document);
    }
  }

  #opened(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    const left = this.#leaving?.uri === uri ? this.#leaving.language : undefined;
    if (left === LANGUAGE_ID && document.languageId !== LANGUAGE_ID) {
      void this.#remember(document.uri, "plain");
    } else if (left !== undefined && document.languageId === LANGUAGE_ID && !this.#switching.has(uri)) {
      void this.#remember(document.uri, "article");
    }
    this.#lookAt(document);
  }

  #closed(document: vscode.TextDocument): void {
    const leaving = { uri: document.uri.toString(), language: document.languageId };
    this.#leaving = leaving;
    setTimeout(() => {
      if (this.#leaving === leaving) {
        this.#leaving = undefined;
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

  #lookAt(document: vscode.TextDocument): void {
    if (document.isClosed || !isServedScheme(document.uri)) {
      return;
    }
    if (document.languageId === LANGUAGE_ID) {
      this.#accepted.fire(document);
      return;
    }
    if (document.languageId === "markdown") {
      if (recogniseDocument(document).confidence >= RECOGNISED_CONFIDENCE) {
        this.#accepted.fire(document);
      }
      return;
    }
    if (document.languageId === "plaintext") {
      this.#lookAtPlainText(document);
    }
  }

  #lookAtPlainText(document: vscode.TextDocument): void {
    const mode = vscode.workspace.getConfiguration("pressmark", document).get<string>("recognise", "auto");
    if (mode === "off") {
      this.#setOffer(document, undefined);
      return;
    }
    const recognition = recogniseDocument(document);
    const isCertain = recognition.confidence >= CERTAIN_CONFIDENCE;
    if (isCertain && mode === "auto" && !this.#isChosenPlainText(document.uri)) {
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

  #isChosenPlainText(uri: vscode.Uri): boolean {
    return this.#memory.get<string[]>(CHOSEN_PLAIN_TEXT, []).includes(uri.toString());
  }

  async #remember(uri: vscode.Uri, choice: "plain" | "article"): Promise<void> {
    const others = this.#memory
      .get<string[]>(CHOSEN_PLAIN_TEXT, [])
      .filter((chosen) => chosen !== uri.toString());
    const choices = choice === "plain" ? [...others, uri.toString()] : others;
    await this.#memory.update(CHOSEN_PLAIN_TEXT, choices.slice(-MOST_CHOICES));
  }
}
