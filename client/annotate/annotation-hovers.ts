import * as vscode from "vscode";
import { servedSelector } from "../documents.ts";
import { type Annotation, annotationsAt, extentOf } from "./annotation.ts";
import type { AnnotationStore } from "./annotation-store.ts";
import { chainOf, kindName, kindOf, sourceNameOf } from "./describe.ts";

/** Nobody reads on in a longer hover. */
const MOST_NOTE_LENGTH = 1000;

/** Says of a mark under the mouse what it is. What others wrote is appended as text, which VS Code escapes. */
export class AnnotationHovers implements vscode.HoverProvider, vscode.Disposable {
  readonly #store: AnnotationStore;
  readonly #registration: vscode.Disposable;

  constructor(store: AnnotationStore) {
    this.#store = store;
    this.#registration = vscode.languages.registerHoverProvider(servedSelector(), this);
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    if (this.#store.lastKnown(document) === undefined) {
      return undefined;
    }
    const { annotations } = await this.#store.current(document);
    const here = annotationsAt(annotations, position);
    const [first] = here;
    return first && new vscode.Hover(here.map(describe), extentOf(first));
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

function describe(annotation: Annotation): vscode.MarkdownString {
  const { labels, statement, notes, comparison, creator, isResolved } = annotation;
  const text = new vscode.MarkdownString();
  text.appendMarkdown("**");
  text.appendText(kindOf(annotation));
  text.appendMarkdown("**");
  if (statement !== null && labels.length > 0) {
    text.appendText(` (${vscode.l10n.t("statement")})`);
  }
  if (creator !== null) {
    text.appendText(`, ${vscode.l10n.t("marked by {0}", creator)}`);
  }
  const line = (name: string, value: string | undefined | null): void => {
    if (value !== undefined && value !== null && value !== "") {
      text.appendMarkdown(`  \n${name}: `);
      text.appendText(value);
    }
  };
  if (statement !== null) {
    const kind = statement.kind === null ? "" : ` (${kindName(statement.kind)})`;
    line(vscode.l10n.t("Source"), `${sourceNameOf(annotation) ?? vscode.l10n.t("none named")}${kind}`);
    line(vscode.l10n.t("Chain"), chainOf(annotation));
  }
  line(vscode.l10n.t("Compare"), comparison?.url);
  line(vscode.l10n.t("Verdict"), comparison?.verdict);
  for (const note of notes) {
    line(isResolved ? vscode.l10n.t("Note (resolved)") : vscode.l10n.t("Note"), cut(note.text));
  }
  return text;
}

function cut(text: string): string {
  return text.length <= MOST_NOTE_LENGTH ? text : `${text.slice(0, MOST_NOTE_LENGTH)}…`;
}
