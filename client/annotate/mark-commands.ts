import * as vscode from "vscode";
import { type CommandTable, mention, tell } from "../commands/command-table.ts";
import { noArticle } from "../commands/no-article.ts";
import { plainText } from "../plain-text.ts";
import { type Annotation, annotationsAt, asProtocolRange, comparePlaces, extentOf } from "./annotation.ts";
import type { AnnotationServices } from "./annotation-services.ts";
import { kindOf, shortened } from "./describe.ts";
import { pickLabel } from "./labeller.ts";
import { selectedRanges } from "./selected-ranges.ts";

/** A mark that a command was given by a view; its file may not be open. */
export interface MarkReference {
  readonly uri: vscode.Uri;
  readonly id: string;
}

/** Commands on marks that are there: going to them, changing and removing them, taking the last change back. */
export function markCommands(services: AnnotationServices): CommandTable {
  const onMark =
    (run: (services: AnnotationServices, mark: Mark) => Promise<void>) =>
    async (argument?: unknown): Promise<void> => {
      const mark = await findMark(services, argument);
      return mark === undefined ? undefined : run(services, mark);
    };
  return {
    "pressmark.nextAnnotation": () => step(services, "next"),
    "pressmark.previousAnnotation": () => step(services, "previous"),
    "pressmark.undoAnnotation": () => undo(services),
    "pressmark.removeAnnotation": onMark(remove),
    "pressmark.changeLabel": onMark(changeLabel),
    "pressmark.copyAnnotation": onMark(copy),
    "pressmark.compareAnnotation": onMark(compare),
    "pressmark.revealAnnotation": onMark(async (_, mark) => reveal(mark)),
    "pressmark.placeAnnotation": onMark(place),
  };
}

export interface Mark {
  readonly document: vscode.TextDocument;
  readonly annotation: Annotation;
}

/** The mark that a view names, else the one at the cursor; says so where there is none. */
export async function findMark(
  { documents, store }: AnnotationServices,
  argument: unknown,
): Promise<Mark | undefined> {
  if (isReference(argument)) {
    const { uri, id } = argument;
    const document = await documentOf(uri);
    const { annotations } = await store.current(document);
    const annotation = annotations.find((one) => one.id === id);
    return annotation && { document, annotation };
  }
  const editor = documents.activeEditor();
  if (editor === undefined) {
    tell(noArticle());
    return undefined;
  }
  const { document } = editor;
  const { annotations } = await store.current(document);
  const here = annotationsAt(annotations, editor.selection.active);
  const selected = here.find((one) => extentOf(one)?.isEqual(editor.selection) === true);
  const annotation = selected ?? here[0];
  if (annotation === undefined) {
    tell(vscode.l10n.t("There is no annotation at the cursor. Put the cursor into a mark first."));
  }
  return annotation && { document, annotation };
}

/** Goes round from the last mark to the first. The mark is selected, so that a screen reader reads it. */
async function step({ documents, store }: AnnotationServices, way: "next" | "previous"): Promise<void> {
  const editor = documents.activeEditor();
  if (editor === undefined) {
    return tell(noArticle());
  }
  const { annotations } = await store.current(editor.document);
  const placed = annotations.filter((one) => extentOf(one) !== undefined).sort(comparePlaces);
  if (placed.length === 0) {
    return tell(vscode.l10n.t("Nothing is marked in this file yet."));
  }
  const { selection } = editor;
  const at = placed.findIndex((one) => extentOf(one)?.isEqual(selection) === true);
  const target = at >= 0 ? after(placed, at, way) : nearest(placed, selection, way);
  show(editor, target);
  mention(
    vscode.l10n.t("{0} ({1} of {2})", plainText(kindOf(target)), placed.indexOf(target) + 1, placed.length),
  );
}

function after(placed: readonly Annotation[], at: number, way: "next" | "previous"): Annotation {
  const to = (at + (way === "next" ? 1 : placed.length - 1)) % placed.length;
  return placed[to] as Annotation;
}

function nearest(
  placed: readonly Annotation[],
  selection: vscode.Selection,
  way: "next" | "previous",
): Annotation {
  const startOf = (one: Annotation) => (extentOf(one) as vscode.Range).start;
  const found =
    way === "next"
      ? placed.find((one) => startOf(one).isAfter(selection.start))
      : placed.findLast((one) => startOf(one).isBefore(selection.start));
  return (found ?? (way === "next" ? placed[0] : placed.at(-1))) as Annotation;
}

export function show(editor: vscode.TextEditor, annotation: Annotation): void {
  const range = extentOf(annotation);
  if (range !== undefined) {
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

async function reveal({ document, annotation }: Mark): Promise<void> {
  if (extentOf(annotation) === undefined) {
    return tell(annotation.orphan ?? vscode.l10n.t("This mark has no place in the text."));
  }
  show(await vscode.window.showTextDocument(document, { preserveFocus: false }), annotation);
}

async function undo({ documents, store }: AnnotationServices): Promise<void> {
  const editor = documents.activeEditor();
  if (editor === undefined) {
    return tell(noArticle());
  }
  const { canUndo } = await store.current(editor.document);
  if (!canUndo) {
    return tell(
      vscode.l10n.t("There is no change of the annotations of this file that could be taken back."),
    );
  }
  await store.change(editor.document, { kind: "undo" });
  mention(vscode.l10n.t("The last change of the annotations was taken back."));
}

async function remove({ store }: AnnotationServices, { document, annotation }: Mark): Promise<void> {
  await store.change(document, { kind: "remove", ids: [annotation.id] });
  mention(vscode.l10n.t("Removed “{0}”. Undo Annotation takes it back.", plainText(kindOf(annotation))));
}

async function changeLabel({ store }: AnnotationServices, { document, annotation }: Mark): Promise<void> {
  const label = await pickLabel(document.uri, vscode.l10n.t("Change Label"));
  if (label !== undefined) {
    const patch = { labels: [label.name] };
    await store.change(document, { kind: "edit", ids: [annotation.id], patch });
  }
}

async function copy(_: AnnotationServices, { document, annotation }: Mark): Promise<void> {
  const text = annotation.ranges.map((range) => document.getText(range)).join("\n");
  await vscode.env.clipboard.writeText(text === "" ? annotation.quote : text);
  mention(vscode.l10n.t("Copied the marked words."));
}

/** What the marked words were compared with, and what came of it. */
async function compare({ store }: AnnotationServices, { document, annotation }: Mark): Promise<void> {
  const title = vscode.l10n.t("Compare “{0}”", shortened(annotation.quote, 40));
  const url = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("Address of what it is compared with (empty for none)"),
    value: annotation.comparison?.url ?? "",
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === "" || isWebAddress(value)
        ? undefined
        : vscode.l10n.t("An address starts with http:// or https://."),
  });
  if (url === undefined) {
    return;
  }
  const verdict = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("What came of it, in your own words (empty for nothing yet)"),
    value: annotation.comparison?.verdict ?? "",
    ignoreFocusOut: true,
  });
  if (verdict === undefined) {
    return;
  }
  const comparison = { url: url.trim() || null, verdict: verdict.trim() || null };
  const isEmpty = comparison.url === null && comparison.verdict === null;
  await store.change(document, {
    kind: "edit",
    ids: [annotation.id],
    patch: { comparison: isEmpty ? null : comparison },
  });
}

async function place(
  { documents, store }: AnnotationServices,
  { document, annotation }: Mark,
): Promise<void> {
  const editor = documents.activeEditor();
  const [range] = editor?.document === document ? selectedRanges(editor) : [];
  if (range === undefined) {
    return tell(vscode.l10n.t("Select the words in the file of this mark first, then place it there."));
  }
  await store.change(document, { kind: "place", id: annotation.id, range: asProtocolRange(range) });
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/\S+$/iu.test(value.trim());
}

/** A file that is not open is shown: what is done to a mark is to be seen, and a document without a tab is soon closed again. */
async function documentOf(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const isShown = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  return isShown ? document : (await vscode.window.showTextDocument(document, { preview: true })).document;
}

/** Commands can be called by anybody with anything. */
function isReference(value: unknown): value is MarkReference {
  const reference = value as Partial<MarkReference> | null | undefined;
  return typeof reference?.id === "string" && reference.uri instanceof vscode.Uri;
}
