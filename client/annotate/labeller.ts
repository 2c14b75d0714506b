import * as vscode from "vscode";
import {
  OCCURRENCES_REQUEST,
  type Occurrence,
  type OccurrencesParams,
  type OccurrencesResult,
} from "../../server/annotations-protocol.ts";
import { type CommandTable, mention, tell } from "../commands/command-table.ts";
import { noArticle } from "../commands/no-article.ts";
import { counted, phrases } from "../phrases.ts";
import { plainText } from "../plain-text.ts";
import { type Annotation, asProtocolRange, asRange, isAt } from "./annotation.ts";
import type { AnnotationServices } from "./annotation-services.ts";
import { shortened } from "./describe.ts";
import { type Label, labelsFor, labelWithKey } from "./labels.ts";
import { selectedRanges } from "./selected-ranges.ts";

/** Sets labels, and remembers the last one so that a key can set it again. */
export class Labeller {
  readonly commands: CommandTable;

  readonly #services: AnnotationServices;
  #last: string | undefined;

  constructor(services: AnnotationServices) {
    this.#services = services;
    const inEditor =
      (run: (editor: vscode.TextEditor, argument: unknown) => Promise<void>) =>
      async (argument?: unknown): Promise<void> => {
        const editor = services.documents.activeEditor();
        return editor === undefined ? tell(noArticle()) : run(editor, argument);
      };
    this.commands = {
      "pressmark.labelSelection": inEditor((editor) => this.#labelSelection(editor)),
      "pressmark.labelWithKey": inEditor((editor, key) => this.#labelWithKey(editor, key)),
      "pressmark.repeatLabel": inEditor((editor) => this.#repeat(editor)),
      "pressmark.labelAllOccurrences": inEditor((editor) => this.#labelAllOccurrences(editor)),
    };
  }

  async #labelSelection(editor: vscode.TextEditor): Promise<void> {
    const ranges = rangesOrTell(editor);
    const version = editor.document.version;
    const label = ranges && (await pickLabel(editor.document.uri, vscode.l10n.t("Label Selection")));
    if (label !== undefined) {
      await this.#set(editor.document, ranges ?? [], label, version);
    }
  }

  async #labelWithKey(editor: vscode.TextEditor, key: unknown): Promise<void> {
    const label = labelWithKey(labelsFor(editor.document.uri), String(key));
    if (label === undefined) {
      return tell(
        vscode.l10n.t(
          "No label has the key {0}. Labels and keys are in the setting “pressmark.annotations.labels”.",
          plainText(String(key)),
        ),
      );
    }
    await this.#set(editor.document, rangesOrTell(editor) ?? [], label, editor.document.version);
  }

  async #repeat(editor: vscode.TextEditor): Promise<void> {
    const label = labelsFor(editor.document.uri).find(({ name }) => name === this.#last);
    if (label === undefined) {
      return tell(vscode.l10n.t("No label has been set yet that could be set again. Set one first."));
    }
    await this.#set(editor.document, rangesOrTell(editor) ?? [], label, editor.document.version);
  }

  async #labelAllOccurrences(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const [range] = rangesOrTell(editor) ?? [];
    if (range === undefined) {
      return;
    }
    const { version } = document;
    const params: Omit<OccurrencesParams, "textDocument"> = { range: asProtocolRange(range) };
    const { store } = this.#services;
    const { occurrences } = await store.request<OccurrencesResult>(document, OCCURRENCES_REQUEST, params);
    const label = await pickLabel(document.uri, vscode.l10n.t("Label All Occurrences"));
    const chosen = label && (await pickOccurrences(occurrences, document.getText(range), label));
    if (label !== undefined && chosen !== undefined && chosen.length > 0) {
      await this.#set(document, chosen, label, version);
    }
  }

  /** A place that bears the label already stays as it is; a mark at the very place that has none yet gets it. */
  async #set(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    label: Label,
    version: number,
  ): Promise<void> {
    if (ranges.length === 0) {
      return;
    }
    this.#last = label.name;
    const { store } = this.#services;
    const { annotations } = await store.current(document);
    const free = ranges.filter(
      (range) => !annotations.some((one) => one.labels.includes(label.name) && isAt(one, range)),
    );
    const [range] = free;
    if (range === undefined) {
      return mention(vscode.l10n.t("Already labelled “{0}”.", plainText(label.name)));
    }
    const unlabelled = free.length === 1 ? unlabelledAt(annotations, range) : undefined;
    const labels = [label.name];
    await (unlabelled === undefined
      ? store.add(
          document,
          free.map((place) => ({ ranges: [asProtocolRange(place)], labels })),
          version,
        )
      : store.change(document, { kind: "edit", ids: [unlabelled.id], patch: { labels } }, version));
    mention(
      phrases.count(
        free.length,
        "{0} place labelled “{1}”.",
        "{0} places labelled “{1}”.",
        plainText(label.name),
      ),
    );
  }
}

function unlabelledAt(annotations: readonly Annotation[], range: vscode.Range): Annotation | undefined {
  return annotations.find((one) => one.labels.length === 0 && one.statement === null && isAt(one, range));
}

function rangesOrTell(editor: vscode.TextEditor): readonly vscode.Range[] | undefined {
  const ranges = selectedRanges(editor);
  if (ranges.length === 0) {
    tell(vscode.l10n.t("Select the words to mark first."));
    return undefined;
  }
  return ranges;
}

interface LabelItem extends vscode.QuickPickItem {
  readonly set: Label | undefined;
}

/** Lets the user choose from the label set. Undefined on Escape, or when the set is to be edited instead. */
export async function pickLabel(uri: vscode.Uri, title: string): Promise<Label | undefined> {
  const items: LabelItem[] = labelsFor(uri).map((label) => ({
    label: plainText(label.name),
    ...(label.key !== undefined && { description: label.key }),
    detail: plainText(label.description),
    iconPath: new vscode.ThemeIcon("circle-filled", new vscode.ThemeColor(label.color)),
    set: label,
  }));
  const edit: LabelItem = { label: vscode.l10n.t("Edit the labels…"), set: undefined, alwaysShow: true };
  const item = await vscode.window.showQuickPick<LabelItem>(
    [...items, { label: "", kind: vscode.QuickPickItemKind.Separator, set: undefined }, edit],
    { title, placeHolder: vscode.l10n.t("The label"), matchOnDescription: true, matchOnDetail: true },
  );
  if (item === edit) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "pressmark.annotations.labels");
  }
  return item?.set;
}

interface OccurrenceItem extends vscode.QuickPickItem {
  readonly range: vscode.Range;
}

/** Shows the lines around each occurrence, all of them ticked. */
async function pickOccurrences(
  occurrences: readonly Occurrence[],
  text: string,
  label: Label,
): Promise<readonly vscode.Range[] | undefined> {
  const items: OccurrenceItem[] = occurrences.map(({ range, context }) => ({
    label: plainText(context),
    description: vscode.l10n.t("line {0}", range.start.line + 1),
    range: asRange(range),
    picked: true,
  }));
  const found = counted(items.length, "{0} occurrence", "{0} occurrences") ?? "";
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("“{0}”: {1}, to be labelled “{2}”", shortened(text, 40), found, label.name),
    placeHolder: vscode.l10n.t("The places to label"),
    canPickMany: true,
    matchOnDescription: true,
  });
  return chosen?.map(({ range }) => range);
}
