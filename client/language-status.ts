import * as vscode from "vscode";
import type { Recognition } from "../server/core/article/format.ts";
import type { StatusParams } from "../server/protocol.ts";
import { type ArticleDocuments, articleStatusAt } from "./article-documents.ts";
import { type DisplayLimit, displayLimits } from "./display-limits.ts";
import { counted, phrases } from "./phrases.ts";
import { listed, percent } from "./plain-text.ts";
import type { DocumentRecogniser } from "./recognition.ts";
import type { Failure, ServerSession } from "./server-session.ts";

/** What one line of the language status says. */
interface Line {
  readonly text: string;
  readonly detail: string;
  readonly command: vscode.Command | undefined;
  readonly severity: vscode.LanguageStatusSeverity;
  readonly isBusy: boolean;
}

function preview(): vscode.Command {
  return { command: "pressmark.previewCleanUp", title: vscode.l10n.t("Preview Clean-Up") };
}

function restart(): vscode.Command {
  return { command: "pressmark.restartServer", title: vscode.l10n.t("Restart Server") };
}

/** The line in VS Code's list is too short for the evidence, so it is told on request. */
function explain(): vscode.Command {
  return { command: "pressmark.explainRecognition", title: vscode.l10n.t("Why?") };
}

const LIMIT_IDS: readonly DisplayLimit["id"][] = ["findings", "longLine", "largeText"];

/**
 * The lines of the language status: what the active document is and what was found in it, how sure that is, and each limit
 * for which something of it is not shown. No text of a dump is shown here.
 */
export class LanguageStatus implements vscode.Disposable {
  readonly #session: ServerSession;
  readonly #recogniser: DocumentRecogniser;
  readonly #documents: ArticleDocuments;
  readonly #disposables: vscode.Disposable[];
  /** By the id of the item. Made when there is something to say, as an item is listed as long as it exists. */
  readonly #items = new Map<string, vscode.LanguageStatusItem>();

  constructor(session: ServerSession, recogniser: DocumentRecogniser, documents: ArticleDocuments) {
    this.#session = session;
    this.#recogniser = recogniser;
    this.#documents = documents;
    const update = (): void => this.#update();
    this.#disposables = [
      session.onDidChangeStatus(update),
      recogniser.onDidChangeOffer(update),
      recogniser.onDidAccept(update),
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("editor")) {
          this.#update();
        }
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#cursorMoved(textEditor)),
    ];
    this.#update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables, ...this.#items.values()).dispose();
  }

  /** What of the active document is not shown for its size. */
  limits(): readonly DisplayLimit[] {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !this.#documents.isArticle(document)) {
      return [];
    }
    const status = this.#session.failure === undefined ? this.#session.statusOf(document) : undefined;
    return status === undefined || status.stopped !== undefined ? [] : displayLimits(document, status);
  }

  /** The cursor decides only where there are several articles to tell of. */
  #cursorMoved(editor: vscode.TextEditor): void {
    if ((this.#documents.articleCount(editor.document) ?? 0) > 1) {
      this.#update();
    }
  }

  #update(): void {
    const editor = vscode.window.activeTextEditor;
    const [findings, recognition] = editor === undefined ? [] : this.#linesFor(editor);
    const limits = new Map(this.limits().map((limit) => [limit.id, limit]));
    for (const id of LIMIT_IDS) {
      const limit = limits.get(id);
      const line = limit === undefined ? undefined : limitLine(limit);
      this.#show(`pressmark.limit.${id}`, vscode.l10n.t("Pressmark: Limits"), editor, line);
    }
    this.#show("pressmark.findings", vscode.l10n.t("Pressmark: Findings"), editor, findings);
    this.#show("pressmark.recognition", vscode.l10n.t("Pressmark: Recognition"), editor, recognition);
  }

  #linesFor(editor: vscode.TextEditor): readonly (Line | undefined)[] {
    const { document } = editor;
    const offer = this.#recogniser.offerFor(document);
    if (offer !== undefined) {
      return [undefined, offerLine(offer)];
    }
    if (!this.#documents.isArticle(document)) {
      return [];
    }
    if (this.#session.failure !== undefined) {
      return [failureLine(this.#session.failure), undefined];
    }
    const status = this.#session.statusOf(document);
    if (status === undefined) {
      return [busyLine(), undefined];
    }
    return status.stopped === undefined
      ? [findingsLine(status), recognitionLine(status, editor)]
      : [stoppedLine(status.stopped), undefined];
  }

  #show(id: string, name: string, editor: vscode.TextEditor | undefined, line: Line | undefined): void {
    if (editor === undefined || line === undefined) {
      this.#items.get(id)?.dispose();
      this.#items.delete(id);
      return;
    }
    const { languageId, uri } = editor.document;
    const selector = { language: languageId, scheme: uri.scheme };
    const item = this.#items.get(id) ?? vscode.languages.createLanguageStatusItem(id, selector);
    this.#items.set(id, item);
    item.selector = selector;
    item.name = name;
    item.text = line.text;
    item.detail = line.detail;
    item.severity = line.severity;
    item.busy = line.isBusy;
    item.command = line.command;
  }
}

function busyLine(): Line {
  return {
    text: vscode.l10n.t("Scraped article"),
    detail: vscode.l10n.t("Reading …"),
    command: undefined,
    severity: vscode.LanguageStatusSeverity.Information,
    isBusy: true,
  };
}

function failureLine({ summary }: Failure): Line {
  return {
    text: vscode.l10n.t("Pressmark is not running"),
    detail: summary,
    command: restart(),
    severity: vscode.LanguageStatusSeverity.Error,
    isBusy: false,
  };
}

function stoppedLine(reason: string): Line {
  return {
    text: vscode.l10n.t("Not checked"),
    detail: reason,
    command: undefined,
    severity: vscode.LanguageStatusSeverity.Warning,
    isBusy: false,
  };
}

function limitLine({ summary, setting }: DisplayLimit): Line {
  return {
    text: summary,
    detail: "",
    command: {
      command: "workbench.action.openSettings",
      title: vscode.l10n.t("Change Limit"),
      arguments: [`@id:${setting}`],
    },
    severity: vscode.LanguageStatusSeverity.Warning,
    isBusy: false,
  };
}

function findingsLine(status: StatusParams): Line {
  const { counts } = status;
  const found = listed([
    counted(counts.errors, "{0} error", "{0} errors"),
    counted(counts.warnings, "{0} warning", "{0} warnings"),
    counted(counts.notes, "{0} note", "{0} notes"),
    counted(counts.repeats, "{0} repeat", "{0} repeats"),
  ]);
  return {
    text: `${nameOf(status)} · ${found === "" ? vscode.l10n.t("nothing to mend") : found}`,
    detail: "",
    command: status.articles.length > 0 ? preview() : undefined,
    severity: vscode.LanguageStatusSeverity.Information,
    isBusy: false,
  };
}

function nameOf({ articles }: StatusParams): string {
  const [first] = articles;
  if (first === undefined) {
    return vscode.l10n.t("No article recognised");
  }
  return articles.length === 1
    ? first.formatName
    : phrases.count(articles.length, "{0} article", "{0} articles");
}

function recognitionLine(status: StatusParams, { selection }: vscode.TextEditor): Line | undefined {
  const article = articleStatusAt(status, selection.active);
  if (article === undefined) {
    return undefined;
  }
  return {
    text: vscode.l10n.t("{0} sure", percent(article.confidence)),
    detail: listed([
      signs(article.evidence.length),
      counted(status.ignored, "{0} finding ignored", "{0} findings ignored"),
    ]),
    command: explain(),
    severity: vscode.LanguageStatusSeverity.Information,
    isBusy: false,
  };
}

function offerLine({ confidence, evidence }: Recognition): Line {
  return {
    text: vscode.l10n.t("This looks like a scraped article"),
    detail: listed([vscode.l10n.t("{0} sure", percent(confidence)), signs(evidence.length)]),
    command: explain(),
    severity: vscode.LanguageStatusSeverity.Information,
    isBusy: false,
  };
}

function signs(count: number): string {
  return counted(count, "{0} sign", "{0} signs") ?? vscode.l10n.t("no sign");
}
