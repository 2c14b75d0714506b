import * as vscode from "vscode";
import type { ArticleDocuments } from "../article-documents.ts";
import { type ExportFormatChoice, exportFormats } from "../export-formats.ts";
import { exportNameOf } from "../export-names.ts";
import { baseNameOf } from "../file-name.ts";
import { phrases } from "../phrases.ts";
import { plainText } from "../plain-text.ts";
import { saveAs, siblingOf } from "../save-as.ts";
import {
  requestCitation,
  requestExport,
  requestQuotation,
  requestSections,
  type Sections,
} from "../server-requests.ts";
import type { ServerSession } from "../server-session.ts";
import { type CommandTable, mention, tell } from "./command-table.ts";
import { noArticle } from "./no-article.ts";

interface Services {
  readonly session: ServerSession;
  readonly documents: ArticleDocuments;
}

/** Commands that read an article and change nothing in it. */
export function articleCommands(services: Services): CommandTable {
  const inEditor =
    (run: (services: Services, editor: vscode.TextEditor) => Promise<void>) => async (): Promise<void> => {
      const editor = services.documents.activeEditor();
      return editor === undefined ? tell(noArticle()) : run(services, editor);
    };
  return {
    "pressmark.goToBody": inEditor((own, editor) => goTo(own, editor, "body")),
    "pressmark.goToMetadata": inEditor((own, editor) => goTo(own, editor, "metadata")),
    "pressmark.exportArticle": inEditor(exportArticle),
    "pressmark.copyAsQuotation": inEditor(copyAsQuotation),
    "pressmark.copyCitation": inEditor(copyCitation),
  };
}

async function goTo(
  { session, documents }: Services,
  editor: vscode.TextEditor,
  section: keyof Sections,
): Promise<void> {
  const { document } = editor;
  const sections = await requestSections(session, document, articlePosition(session, documents, editor));
  const range = sections?.[section];
  if (range === undefined) {
    return tell(
      sections === undefined
        ? vscode.l10n.t("The cursor is outside any article. Put it into an article first.")
        : section === "body"
          ? vscode.l10n.t("This article has no body.")
          : vscode.l10n.t("This article has no metadata."),
    );
  }
  // A selection made by the user is where "Go Back" leads to, so it is only replaced, not lost.
  await vscode.window.showTextDocument(document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
    selection: new vscode.Range(range.start, range.start),
  });
  editor.revealRange(range, vscode.TextEditorRevealType.AtTop);
}

interface ExportItem extends vscode.QuickPickItem {
  readonly choice?: ExportFormatChoice;
  readonly position?: vscode.Position | undefined;
}

async function exportArticle({ session, documents }: Services, editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const item = await vscode.window.showQuickPick(exportItems(documents, editor), {
    title: vscode.l10n.t("Export Article"),
    placeHolder: vscode.l10n.t("Export as"),
    matchOnDetail: true,
  });
  if (item?.choice === undefined) {
    return;
  }
  const { format, extension, label } = item.choice;
  const { text, articles } = await requestExport(session, document, item.position, format);
  if (articles === 0) {
    return tell(vscode.l10n.t("The cursor is outside any article. There is nothing to export."));
  }
  // The name comes from the file, never from what the dump says of itself: that could be any path.
  const saved = await saveAs({
    title: vscode.l10n.t("Export as {0}", label),
    suggestion: siblingOf(document, exportNameOf(baseNameOf(document.uri.path), extension)),
    text,
    original: document.uri,
    filters: { [label]: [extension.slice(1)] },
  });
  if (saved !== undefined) {
    mention(
      phrases.count(
        articles,
        "Exported {0} article to {1}.",
        "Exported {0} articles to {1}.",
        plainText(baseNameOf(saved.path)),
      ),
    );
  }
}

function exportItems(documents: ArticleDocuments, editor: vscode.TextEditor): ExportItem[] {
  const count = documents.articleCount(editor.document) ?? 0;
  const position = documents.cursorIn(editor);
  const items = (where: vscode.Position | undefined): ExportItem[] =>
    exportFormats().map((choice) => ({
      label: choice.label,
      description: choice.extension,
      detail: choice.detail,
      choice,
      position: where,
    }));
  if (count <= 1) {
    return items(position);
  }
  const { Separator } = vscode.QuickPickItemKind;
  return [
    { label: vscode.l10n.t("The article at the cursor"), kind: Separator },
    ...items(position),
    { label: vscode.l10n.t("All {0} articles of this file", phrases.number(count)), kind: Separator },
    ...items(undefined),
  ];
}

async function copyAsQuotation({ session }: Services, editor: vscode.TextEditor): Promise<void> {
  if (editor.selection.isEmpty) {
    return tell(vscode.l10n.t("Select the words to quote first."));
  }
  const quotation = await requestQuotation(session, editor.document, editor.selection);
  if (quotation === null) {
    return tell(vscode.l10n.t("The selected words are outside any article. Select words of an article."));
  }
  await vscode.env.clipboard.writeText(quotation.text);
  mention(vscode.l10n.t("Quotation copied, with where it comes from."));
}

async function copyCitation({ session, documents }: Services, editor: vscode.TextEditor): Promise<void> {
  const item = await vscode.window.showQuickPick(
    [
      {
        label: "RIS",
        detail: vscode.l10n.t("For Zotero, EndNote, Mendeley, Citavi"),
        format: "ris" as const,
      },
      {
        label: "CSL JSON",
        detail: vscode.l10n.t("For Zotero, Pandoc and citation processors"),
        format: "csl" as const,
      },
    ],
    { title: vscode.l10n.t("Copy Citation"), placeHolder: vscode.l10n.t("Copy as") },
  );
  if (item === undefined) {
    return;
  }
  const position = articlePosition(session, documents, editor);
  const citation = await requestCitation(session, editor.document, position, item.format);
  if (citation === null) {
    return tell(vscode.l10n.t("The cursor is outside any article. There is nothing to cite."));
  }
  await vscode.env.clipboard.writeText(citation.text);
  mention(vscode.l10n.t("Citation copied as {0}. The access date is left empty.", item.label));
}

/** A position in the article that a command is about: the only one of a file wherever the cursor is. */
function articlePosition(
  session: ServerSession,
  documents: ArticleDocuments,
  editor: vscode.TextEditor,
): vscode.Position {
  const start = session.statusOf(editor.document)?.articles[0]?.range.start;
  return documents.cursorIn(editor) === undefined && start !== undefined
    ? new vscode.Position(start.line, start.character)
    : editor.selection.active;
}
