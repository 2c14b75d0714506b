import * as vscode from "vscode";
import type { AnnotationDraft, StatementDraft } from "../../server/annotations-protocol.ts";
import { type Annotation, asProtocolRange, extentOf } from "../annotate/annotation.ts";
import { type AnnotationStore, newId } from "../annotate/annotation-store.ts";
import type { ArticleDocuments } from "../article-documents.ts";
import { type CommandTable, mention, tell } from "../commands/command-table.ts";
import { noArticle } from "../commands/no-article.ts";
import { phrases } from "../phrases.ts";
import type { SourceOrder } from "./group-sources.ts";
import type { SourceIndex } from "./source-index.ts";
import { SOURCES_VIEW, type SourcesView } from "./sources-view.ts";
import { holds, placeOf, type Statement } from "./statement.ts";

/** A statement that a view or a code action names. */
export interface StatementReference {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly statement: Statement;
}

export interface SourceServices {
  readonly documents: ArticleDocuments;
  readonly store: AnnotationStore;
  readonly index: SourceIndex;
}

/** Going to statements, sorting them, and making annotations of them. */
export function sourceCommands(services: SourceServices, view: SourcesView): CommandTable {
  return {
    "pressmark.revealStatement": async (argument) => (isReference(argument) ? reveal(argument) : undefined),
    "pressmark.sortSources": () => chooseOrder(view),
    "pressmark.showSources": async () => {
      await vscode.commands.executeCommand(`${SOURCES_VIEW}.focus`);
    },
    "pressmark.acceptStatement": (argument) => acceptOne(services, argument),
    "pressmark.acceptAllStatements": (argument) => acceptAll(services, argument),
  };
}

async function reveal({ document, version, statement }: StatementReference): Promise<void> {
  const place = placeOf(statement);
  if (place === undefined) {
    return;
  }
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: false });
  const last = statement.content.at(-1) ?? place;
  const range = version === document.version ? new vscode.Range(place.start, last.end) : place;
  // Selected, so that a screen reader reads it.
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function chooseOrder(view: SourcesView): Promise<void> {
  const item = (order: SourceOrder, label: string) => ({
    label,
    order,
    ...(order === view.order && { description: vscode.l10n.t("now") }),
  });
  const chosen = await vscode.window.showQuickPick(
    [
      item("count", vscode.l10n.t("By Number of Statements")),
      item("name", vscode.l10n.t("By Name")),
      item("kind", vscode.l10n.t("By Kind")),
    ],
    { title: vscode.l10n.t("Sort Sources") },
  );
  if (chosen !== undefined) {
    await view.setOrder(chosen.order);
  }
}

/** The statement that a view or a code action names, else the one at the cursor. */
async function acceptOne(services: SourceServices, argument: unknown): Promise<void> {
  const reference = isReference(argument) ? argument : await statementAtCursor(services);
  if (reference === undefined) {
    return;
  }
  const { document, version, statement } = reference;
  await accept(services, document, version, [statement]);
}

/** All statements of a file, or all of a source: what the view names, else of the active article. */
async function acceptAll(services: SourceServices, argument: unknown): Promise<void> {
  if (isGroup(argument)) {
    return accept(services, argument.document, argument.version, argument.group.statements);
  }
  const document = isFile(argument) ? argument.document : services.documents.activeEditor()?.document;
  if (document === undefined) {
    return tell(noArticle());
  }
  const known = await services.index.statementsOf(document);
  await accept(services, document, known?.version ?? document.version, known?.statements ?? []);
}

async function statementAtCursor({
  documents,
  index,
}: SourceServices): Promise<StatementReference | undefined> {
  const editor = documents.activeEditor();
  if (editor === undefined) {
    tell(noArticle());
    return undefined;
  }
  const { document, selection } = editor;
  const known = await index.statementsOf(document);
  const statement = known?.statements.findLast((one) => holds(one, selection));
  if (known === undefined || statement === undefined) {
    tell(vscode.l10n.t("No statement was found at the cursor. Put the cursor into what somebody says."));
    return undefined;
  }
  return { document, version: known.version, statement };
}

/** What is marked already is left as it is. Statements that stand within others say so where both are annotations. */
async function accept(
  { store }: SourceServices,
  document: vscode.TextDocument,
  version: number,
  statements: readonly Statement[],
): Promise<void> {
  const { annotations } = await store.current(document);
  const ids = new Map<number, string>();
  const fresh: Statement[] = [];
  for (const statement of statements) {
    const known = annotations.find((one) => isSame(one, statement));
    ids.set(statement.id, known?.id ?? newId());
    if (known === undefined && statement.content.length > 0) {
      fresh.push(statement);
    }
  }
  if (fresh.length === 0) {
    return mention(vscode.l10n.t("All of it is annotated already."));
  }
  const drafts = fresh.map((statement) => draftOf(statement, ids));
  await store.change(document, { kind: "add", drafts }, version);
  mention(
    phrases.count(
      fresh.length,
      "{0} statement accepted as an annotation.",
      "{0} statements accepted as annotations.",
    ),
  );
}

function draftOf(statement: Statement, ids: ReadonlyMap<number, string>): AnnotationDraft {
  const { id, content, cue, source, name, kind, within, chain } = statement;
  const parts: StatementDraft = {
    cue: cue && asProtocolRange(cue),
    source: source && asProtocolRange(source),
    name,
    kind,
    within: within === null ? null : (ids.get(within) ?? null),
    chain,
  };
  return { id: ids.get(id) ?? newId(), ranges: content.map(asProtocolRange), statement: parts };
}

/** Whether a statement was accepted before: the same words of the same source, tied by the same cue. */
function isSame(annotation: Annotation, { content, cue, source }: Statement): boolean {
  const first = content[0];
  const last = content.at(-1);
  return (
    annotation.statement !== null &&
    first !== undefined &&
    last !== undefined &&
    extentOf(annotation)?.isEqual(new vscode.Range(first.start, last.end)) === true &&
    isEqual(annotation.statement.cue, cue) &&
    isEqual(annotation.statement.source, source)
  );
}

function isEqual(first: vscode.Range | null, second: vscode.Range | null): boolean {
  return first === null || second === null ? first === second : first.isEqual(second);
}

function isReference(argument: unknown): argument is StatementReference {
  return isObject(argument) && "document" in argument && "statement" in argument && "version" in argument;
}

function isGroup(argument: unknown): argument is {
  document: vscode.TextDocument;
  version: number;
  group: { statements: readonly Statement[] };
} {
  return isObject(argument) && "document" in argument && "group" in argument;
}

function isFile(argument: unknown): argument is { document: vscode.TextDocument } {
  return isObject(argument) && "document" in argument;
}

function isObject(argument: unknown): argument is object {
  return typeof argument === "object" && argument !== null;
}
