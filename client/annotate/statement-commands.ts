import * as vscode from "vscode";
import { SUGGESTIONS_REQUEST, type SuggestionsResult } from "../../server/annotations-protocol.ts";
import { type CommandTable, mention, tell } from "../commands/command-table.ts";
import { noArticle } from "../commands/no-article.ts";
import { type Annotation, annotationsAt, asProtocolRange, isAt } from "./annotation.ts";
import type { AnnotationServices } from "./annotation-services.ts";
import { findMark, type Mark } from "./mark-commands.ts";
import { selectedRanges } from "./selected-ranges.ts";
import { chooseSource } from "./source-choice.ts";
import { asStatementDraft, type DraftStatement, draftOf } from "./statement-draft.ts";
import { editStatement } from "./statement-form.ts";
import type { TextPicker } from "./text-picker.ts";

interface Services extends AnnotationServices {
  readonly picker: TextPicker;
}

/** Commands that tie what is said to who says it. */
export function statementCommands(services: Services): CommandTable {
  return {
    "pressmark.linkToSource": () => linkToSource(services),
    "pressmark.editStatement": async (argument) => {
      const mark = await findMark(services, argument);
      return mark && change(services, mark);
    },
  };
}

/** Links the selected words; a mark at that very place, or around a mere cursor, becomes the statement or is changed. */
async function linkToSource(services: Services): Promise<void> {
  const editor = services.documents.activeEditor();
  if (editor === undefined) {
    return tell(noArticle());
  }
  const { document } = editor;
  const { annotations } = await services.store.current(document);
  const marked = markToLink(editor, annotations);
  if (marked !== undefined) {
    return change(services, { document, annotation: marked });
  }
  const content = selectedRanges(editor);
  if (content.length === 0) {
    return tell(vscode.l10n.t("Select the words that somebody says first."));
  }
  const { version } = document;
  const { suggestions } = await suggestionsOf(services, document);
  const choose = () => chooseSource(editor, content, annotations, suggestions, services.picker);
  const chosen = await choose();
  if (chosen === undefined) {
    return;
  }
  const draft = await editStatement(draftOf(document, content, chosen, annotations, suggestions), {
    editor,
    picker: services.picker,
    annotations,
    chooseSource: choose,
  });
  if (draft !== undefined) {
    const ranges = draft.content.map(asProtocolRange);
    await services.store.add(document, [{ ranges, statement: asStatementDraft(draft) }], version);
    mention(vscode.l10n.t("Linked to its source."));
  }
}

async function change(services: Services, { document, annotation }: Mark): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const { version } = document;
  const { annotations } = await services.store.current(document);
  const { suggestions } = await suggestionsOf(services, document);
  const content = annotation.ranges;
  const choose = () => chooseSource(editor, content, annotations, suggestions, services.picker);
  const { statement } = annotation;
  const chosen = statement ?? (await choose());
  if (chosen === undefined) {
    return;
  }
  const start: DraftStatement = statement ?? draftOf(document, content, chosen, annotations, suggestions);
  const others = annotations.filter(({ id }) => id !== annotation.id);
  const surroundings = { editor, picker: services.picker, annotations: others, chooseSource: choose };
  const draft = await editStatement(start, surroundings);
  if (draft !== undefined) {
    const patch = { statement: asStatementDraft(draft) };
    await services.store.change(document, { kind: "edit", ids: [annotation.id], patch }, version);
    mention(vscode.l10n.t("Linked to its source."));
  }
}

function markToLink(
  { selection }: vscode.TextEditor,
  annotations: readonly Annotation[],
): Annotation | undefined {
  return selection.isEmpty
    ? annotationsAt(annotations, selection.active).find(({ statement }) => statement !== null)
    : annotations.find((one) => isAt(one, selection));
}

async function suggestionsOf({ store }: Services, document: vscode.TextDocument): Promise<SuggestionsResult> {
  return store.request<SuggestionsResult>(document, SUGGESTIONS_REQUEST, {});
}
