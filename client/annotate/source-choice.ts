import * as vscode from "vscode";
import type { StatementSuggestion } from "../../server/annotations-protocol.ts";
import { plainText } from "../plain-text.ts";
import { type Annotation, asRange, extentOf } from "./annotation.ts";
import { kindName, shortened } from "./describe.ts";
import { type ChosenSource, sourceOf, suggestionsFor } from "./statement-draft.ts";
import type { TextPicker } from "./text-picker.ts";

interface SourceItem extends vscode.QuickPickItem {
  readonly chosen?: ChosenSource | "in the text" | "none";
}

const TEXT_LENGTH = 80;
/** The label that marks a source where it is no part of a statement yet. */
const SOURCE_LABEL = "source";
/** Nobody looks through a longer list. */
const MOST_SOURCES = 50;

/** Asks who says something: one of the suggested or marked sources, one selected in the text, or nobody. */
export async function chooseSource(
  editor: vscode.TextEditor,
  content: readonly vscode.Range[],
  annotations: readonly Annotation[],
  suggestions: readonly StatementSuggestion[],
  picker: TextPicker,
): Promise<ChosenSource | undefined> {
  const { document } = editor;
  const suggested = suggestionsFor(suggestions, content);
  const near = nearest(content);
  const others = suggestions.filter((one) => !suggested.includes(one)).sort(near((one) => one.source));
  const inText: SourceItem = {
    iconPath: new vscode.ThemeIcon("target"),
    label: vscode.l10n.t("Select the source in the text…"),
    chosen: "in the text",
    alwaysShow: true,
  };
  const nobody: SourceItem = {
    iconPath: new vscode.ThemeIcon("circle-slash"),
    label: vscode.l10n.t("The text names no source"),
    chosen: "none",
    alwaysShow: true,
  };
  // What can always be done stands before the long lists, where it is seen.
  const items = withoutRepeats([
    ...section(vscode.l10n.t("Suggested for these words"), suggested.flatMap(suggestedItem)),
    ...section(vscode.l10n.t("Other"), [inText, nobody]),
    ...section(vscode.l10n.t("Marked"), markedItems(document, annotations)),
    ...section(vscode.l10n.t("Found in this text"), others.flatMap(suggestedItem).slice(0, MOST_SOURCES)),
  ]);
  const item = await vscode.window.showQuickPick<SourceItem>(items, {
    title: vscode.l10n.t("Who Says This?"),
    placeHolder: shortened(document.getText(content[0]), TEXT_LENGTH),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  switch (item?.chosen) {
    case "in the text": {
      const source = await picker.pick(
        editor,
        vscode.l10n.t("Select the source in the text, then press Enter (Escape cancels)"),
      );
      return source && { source, name: null, kind: null };
    }
    case "none":
      return { source: null, name: null, kind: null };
    default:
      return item?.chosen;
  }
}

function section(label: string, items: readonly SourceItem[]): readonly SourceItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

/** The same source at the same place is offered once. */
function withoutRepeats(items: readonly SourceItem[]): readonly SourceItem[] {
  const seen = new Set<string>();
  return items.filter(({ label, description, kind }) => {
    const key = `${label}\n${description ?? ""}`;
    const isNew = kind === vscode.QuickPickItemKind.Separator || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function suggestedItem(suggestion: StatementSuggestion): SourceItem[] {
  const { source, sourceText, name, kind } = suggestion;
  if (source === null) {
    return [];
  }
  return [
    {
      label: shortened(sourceText ?? name ?? "", TEXT_LENGTH),
      description: vscode.l10n.t("line {0}", source.start.line + 1),
      detail: [name, kind && kindName(kind)]
        .filter((part) => part !== null)
        .map((part) => plainText(part))
        .join(", "),
      chosen: sourceOf(suggestion),
    },
  ];
}

function markedItems(document: vscode.TextDocument, annotations: readonly Annotation[]): SourceItem[] {
  return annotations.flatMap((annotation) => {
    const { statement, labels } = annotation;
    const source = statement?.source ?? (labels.includes(SOURCE_LABEL) ? extentOf(annotation) : undefined);
    if (source === undefined || source === null) {
      return [];
    }
    const [name, kind] = [statement?.name ?? null, statement?.kind ?? null];
    return [
      {
        label: shortened(document.getText(source), TEXT_LENGTH),
        description: vscode.l10n.t("line {0}", source.start.line + 1),
        detail: [name, kind && kindName(kind)].filter((part) => part !== null).join(", "),
        chosen: { source, name, kind },
      },
    ];
  });
}

/** Orders by how far from the selected words something stands, in lines. */
function nearest(content: readonly vscode.Range[]) {
  const line = content[0]?.start.line ?? 0;
  return (placeOf: (suggestion: StatementSuggestion) => StatementSuggestion["source"]) => {
    const distance = (one: StatementSuggestion) => {
      const place = placeOf(one);
      return place === null ? Number.MAX_SAFE_INTEGER : Math.abs(asRange(place).start.line - line);
    };
    return (first: StatementSuggestion, second: StatementSuggestion) => distance(first) - distance(second);
  };
}
