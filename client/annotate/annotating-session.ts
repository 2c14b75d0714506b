import * as vscode from "vscode";
import {
  type StatementSuggestion,
  SUGGESTIONS_REQUEST,
  type SuggestionsResult,
} from "../../server/annotations-protocol.ts";
import { type CommandTable, mention, tell } from "../commands/command-table.ts";
import { noArticle } from "../commands/no-article.ts";
import { plainText } from "../plain-text.ts";
import { asProtocolRange, asRange, isAt } from "./annotation.ts";
import type { AnnotationServices } from "./annotation-services.ts";
import { kindName } from "./describe.ts";
import { asStatementDraft, draftOf, sourceOf } from "./statement-draft.ts";

/** The keybindings of package.json ask for it. */
const ANNOTATING_CONTEXT = "pressmark.annotating";

const MAKE_READ_ONLY = "workbench.action.files.setActiveEditorReadonlyInSession";
const MAKE_AS_BEFORE = "workbench.action.files.resetActiveEditorReadonlyInSession";

interface Suggestions {
  readonly version: number;
  readonly places: readonly { readonly range: vscode.Range; readonly suggestion: StatementSuggestion }[];
  readonly all: readonly StatementSuggestion[];
}

/**
 * *Start Annotating*: the editor is read-only for a while and single keys mark, for who sets marks in hundreds. A document is
 * annotated until Escape, also while another one is looked at in between.
 */
export class AnnotatingSession implements vscode.Disposable {
  readonly commands: CommandTable;

  readonly #services: AnnotationServices;
  readonly #documents = new Map<vscode.TextDocument, Suggestions | undefined>();
  readonly #disposables: vscode.Disposable[];
  #status: vscode.StatusBarItem | undefined;

  constructor(services: AnnotationServices) {
    this.#services = services;
    this.commands = {
      "pressmark.startAnnotating": () => this.#start(),
      "pressmark.stopAnnotating": () => this.#stop(),
      "pressmark.nextSuggestion": () => this.#step("next"),
      "pressmark.previousSuggestion": () => this.#step("previous"),
      "pressmark.acceptSuggestion": () => this.#accept(),
    };
    this.#disposables = [
      vscode.window.onDidChangeActiveTextEditor(() => void this.#show()),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#documents.delete(document);
        void this.#show();
      }),
    ];
  }

  dispose(): void {
    this.#status?.dispose();
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #start(): Promise<void> {
    const editor = this.#services.documents.activeEditor();
    if (editor === undefined) {
      return tell(noArticle());
    }
    // What cannot be annotated says so before the keys change their meaning.
    const { problem } = await this.#services.store.current(editor.document);
    if (problem !== null) {
      return tell(problem);
    }
    await vscode.commands.executeCommand(MAKE_READ_ONLY);
    this.#documents.set(editor.document, undefined);
    await this.#show();
  }

  async #stop(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined && this.#documents.delete(document)) {
      await vscode.commands.executeCommand(MAKE_AS_BEFORE);
      await this.#show();
    }
  }

  /** Says that the keys mark, wherever the cursor is in a document that is annotated. */
  async #show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const isOn = document !== undefined && this.#documents.has(document);
    await vscode.commands.executeCommand("setContext", ANNOTATING_CONTEXT, isOn);
    if (!isOn) {
      this.#status?.hide();
      return;
    }
    this.#status ??= createStatus();
    this.#status.show();
  }

  /** Selects what somebody is said to have said, so that a key can mark it. */
  async #step(way: "next" | "previous"): Promise<void> {
    const editor = this.#services.documents.activeEditor();
    if (editor === undefined) {
      return;
    }
    const { places } = await this.#suggestions(editor.document);
    const { start } = editor.selection;
    const found =
      way === "next"
        ? places.find(({ range }) => range.start.isAfter(start))
        : places.findLast(({ range }) => range.start.isBefore(start));
    const place = found ?? (way === "next" ? places[0] : places.at(-1));
    if (place === undefined) {
      return tell(vscode.l10n.t("No statements were found in this text."));
    }
    editor.selection = new vscode.Selection(place.range.start, place.range.end);
    editor.revealRange(place.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    const { name, sourceText, kind } = place.suggestion;
    const source = plainText(name ?? sourceText ?? vscode.l10n.t("nobody named"));
    const described = kind === null ? source : `${source} (${kindName(kind)})`;
    mention(
      vscode.l10n.t(
        "Suggestion {0} of {1}: said by {2}. Enter accepts it as a statement.",
        places.indexOf(place) + 1,
        places.length,
        described,
      ),
    );
  }

  /** Makes a statement of the suggestion that is selected. */
  async #accept(): Promise<void> {
    const editor = this.#services.documents.activeEditor();
    if (editor === undefined) {
      return;
    }
    const { document } = editor;
    const { store } = this.#services;
    const { places, all, version } = await this.#suggestions(document);
    const place = places.find(({ range }) => range.isEqual(editor.selection));
    if (place === undefined) {
      return tell(vscode.l10n.t("No suggestion is selected. Right and Left go from one to the next."));
    }
    const { annotations } = await store.current(document);
    if (annotations.some((one) => one.statement !== null && isAt(one, place.range))) {
      return mention(vscode.l10n.t("This is a statement already."));
    }
    const content = place.suggestion.content.map(asRange);
    const draft = draftOf(document, content, sourceOf(place.suggestion), annotations, all);
    const ranges = content.map(asProtocolRange);
    await store.add(document, [{ ranges, statement: asStatementDraft(draft) }], version);
    mention(vscode.l10n.t("Accepted as a statement."));
  }

  async #suggestions(document: vscode.TextDocument): Promise<Suggestions> {
    const known = this.#documents.get(document);
    if (known !== undefined && known.version === document.version) {
      return known;
    }
    const result = await this.#services.store.request<SuggestionsResult>(document, SUGGESTIONS_REQUEST, {});
    const places = result.suggestions
      .map((suggestion) => ({ suggestion, range: extentOf(suggestion) }))
      .sort((first, second) => first.range.start.compareTo(second.range.start));
    const suggestions = { version: result.version, places, all: result.suggestions };
    if (this.#documents.has(document)) {
      this.#documents.set(document, suggestions);
    }
    return suggestions;
  }
}

/** From the first to the last place of what is said; there is at least one. */
function extentOf({ content }: StatementSuggestion): vscode.Range {
  const ranges = content.map(asRange);
  const [first, ...others] = ranges;
  return others.reduce((extent, range) => extent.union(range), first ?? new vscode.Range(0, 0, 0, 0));
}

function createStatus(): vscode.StatusBarItem {
  const status = vscode.window.createStatusBarItem(
    "pressmark.annotating",
    vscode.StatusBarAlignment.Left,
    Number.MAX_SAFE_INTEGER,
  );
  const keys = vscode.l10n.t("1-8 label, Space repeats, N note, S source, U undo, ← → next, Esc ends");
  status.name = vscode.l10n.t("Pressmark: Annotating");
  status.text = `$(edit) ${vscode.l10n.t("Annotating: {0}", keys)}`;
  status.tooltip = vscode.l10n.t(
    "The text is read-only while single keys mark it. Right and Left go to the next and the previous suggested statement, Enter accepts it. Click to end.",
  );
  status.accessibilityInformation = { label: vscode.l10n.t("Annotating: {0}", keys) };
  status.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
  status.command = "pressmark.stopAnnotating";
  return status;
}
