import * as vscode from "vscode";
import { plainText } from "../plain-text.ts";
import type { Annotation } from "./annotation.ts";
import { kindName, shortened, sourceKinds, sourceNameOf } from "./describe.ts";
import { chainAsText, chainFrom, type DraftStatement, statementsAround } from "./statement-draft.ts";
import type { TextPicker } from "./text-picker.ts";

interface FormItem extends vscode.QuickPickItem {
  /** Gives the draft with something else in it; undefined when the user thought better of it. */
  readonly edit?: () => Promise<Partial<DraftStatement> | undefined>;
}

interface Surroundings {
  readonly editor: vscode.TextEditor;
  readonly picker: TextPicker;
  /** Those of the document, without the statement itself. */
  readonly annotations: readonly Annotation[];
  /** Asks for another source. */
  readonly chooseSource: () => Promise<Partial<DraftStatement> | undefined>;
}

const TEXT_LENGTH = 60;
const UNNAMED = "unnamed";

/**
 * Shows a statement part by part. Enter on the first entry takes it as it is; any other entry changes its part and comes
 * back. Undefined on Escape.
 */
export async function editStatement(
  start: DraftStatement,
  surroundings: Surroundings,
): Promise<DraftStatement | undefined> {
  let draft = start;
  for (;;) {
    const done: FormItem = {
      iconPath: new vscode.ThemeIcon("check"),
      label: vscode.l10n.t("Link to this source"),
    };
    const items = [done, ...partItems(draft, surroundings), ...sameSourceItems(draft, surroundings)];
    const item = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t("Link to Source"),
      placeHolder: vscode.l10n.t("Enter links; choose a line to change it"),
      ignoreFocusOut: true,
    });
    if (item === undefined || item === done) {
      return item && draft;
    }
    const change = await item.edit?.();
    draft = { ...draft, ...change };
  }
}

function partItems(draft: DraftStatement, surroundings: Surroundings): FormItem[] {
  const { document } = surroundings.editor;
  const textOf = (range: vscode.Range | null) =>
    range === null ? vscode.l10n.t("none") : shortened(document.getText(range), TEXT_LENGTH);
  const within = surroundings.annotations.find(({ id }) => id === draft.within);
  return [
    {
      label: vscode.l10n.t("Source"),
      description: textOf(draft.source),
      edit: surroundings.chooseSource,
    },
    {
      label: vscode.l10n.t("Cue"),
      description: textOf(draft.cue),
      edit: () => editCue(draft, surroundings),
    },
    {
      label: vscode.l10n.t("Kind"),
      description: draft.kind === null ? vscode.l10n.t("not stated") : kindName(draft.kind),
      edit: () => editKind(draft),
    },
    {
      label: vscode.l10n.t("Name"),
      description: draft.name === null ? vscode.l10n.t("not stated") : plainText(draft.name),
      edit: () => editName(draft, document),
    },
    {
      label: vscode.l10n.t("Within"),
      description: within === undefined ? vscode.l10n.t("no other statement") : titleOf(within),
      edit: () => editWithin(draft, surroundings),
    },
    {
      label: vscode.l10n.t("Chain"),
      description: plainText(chainAsText(draft.chain)) || vscode.l10n.t("none"),
      edit: () => editChain(draft),
    },
  ];
}

/**
 * Unnamed sources of other statements, which may be the same people: “the source”, “insiders”, “sources”. It is only
 * offered to give them the same name; whether they are is for a person to say.
 */
function sameSourceItems(draft: DraftStatement, { annotations, editor }: Surroundings): FormItem[] {
  if (draft.kind !== UNNAMED) {
    return [];
  }
  const seen = new Set<string>();
  const items: FormItem[] = [];
  for (const other of annotations) {
    const { statement } = other;
    const name = sourceNameOf(other);
    const isOther = name !== undefined && name !== draft.name && !seen.has(name);
    if (statement?.kind === UNNAMED && statement.source !== null && isOther) {
      seen.add(name);
      items.push({
        iconPath: new vscode.ThemeIcon("lightbulb"),
        label: vscode.l10n.t("May be the same as “{0}”", shortened(name, TEXT_LENGTH)),
        description: vscode.l10n.t("line {0}: gives it the same name", statement.source.start.line + 1),
        edit: async () => ({
          name: statement.name ?? editor.document.getText(statement.source as vscode.Range),
        }),
      });
    }
  }
  return items;
}

async function editCue(
  draft: DraftStatement,
  { editor, picker }: Surroundings,
): Promise<Partial<DraftStatement> | undefined> {
  const inText = {
    iconPath: new vscode.ThemeIcon("target"),
    label: vscode.l10n.t("Select the cue in the text…"),
  };
  const none = { iconPath: new vscode.ThemeIcon("circle-slash"), label: vscode.l10n.t("No cue") };
  const keep =
    draft.cue === null
      ? undefined
      : { label: vscode.l10n.t("Keep “{0}”", shortened(editor.document.getText(draft.cue), TEXT_LENGTH)) };
  const item = await vscode.window.showQuickPick([...(keep === undefined ? [] : [keep]), inText, none], {
    title: vscode.l10n.t("Cue"),
    placeHolder: vscode.l10n.t("The words that tie source and content together: said, according to"),
    ignoreFocusOut: true,
  });
  if (item === inText) {
    const cue = await picker.pick(
      editor,
      vscode.l10n.t("Select the cue in the text, then press Enter (Escape cancels)"),
    );
    return cue && { cue };
  }
  return item === none ? { cue: null } : undefined;
}

async function editKind(draft: DraftStatement): Promise<Partial<DraftStatement> | undefined> {
  const items = Object.entries(sourceKinds()).map(([kind, label]) => ({
    label,
    kindOfSource: kind,
    ...(kind === draft.kind && { description: vscode.l10n.t("now") }),
  }));
  const item = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Kind of Source"),
    ignoreFocusOut: true,
  });
  return item && { kind: item.kindOfSource };
}

async function editName(
  draft: DraftStatement,
  document: vscode.TextDocument,
): Promise<Partial<DraftStatement> | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t("Name of the Source"),
    prompt: vscode.l10n.t("The name by which the source is known; empty for none"),
    value: draft.name ?? (draft.source === null ? "" : document.getText(draft.source)),
    ignoreFocusOut: true,
  });
  return name === undefined ? undefined : { name: name.trim() === "" ? null : name.trim() };
}

async function editWithin(
  draft: DraftStatement,
  { annotations }: Surroundings,
): Promise<Partial<DraftStatement> | undefined> {
  const around = statementsAround(annotations, draft.content);
  const others = annotations.filter((one) => one.statement !== null && !around.includes(one));
  const none = {
    iconPath: new vscode.ThemeIcon("circle-slash"),
    label: vscode.l10n.t("No other statement"),
    id: null,
  };
  const items = [none, ...[...around, ...others].map((one) => ({ label: titleOf(one), id: one.id }))];
  const item = await vscode.window.showQuickPick<{ label: string; id: string | null }>(items, {
    title: vscode.l10n.t("Stands within"),
    placeHolder: vscode.l10n.t("The statement that reports this one"),
    ignoreFocusOut: true,
  });
  return item && { within: item.id };
}

async function editChain(draft: DraftStatement): Promise<Partial<DraftStatement> | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t("Chain"),
    prompt: vscode.l10n.t("Through whom it came, from the site to the source, with ← between them"),
    value: chainAsText(draft.chain),
    ignoreFocusOut: true,
  });
  return text === undefined ? undefined : { chain: chainFrom(text, draft.chain) };
}

function titleOf(annotation: Annotation): string {
  const name = sourceNameOf(annotation) ?? vscode.l10n.t("nobody named");
  return `${shortened(name, TEXT_LENGTH)}: ${shortened(annotation.quote, TEXT_LENGTH)}`;
}
