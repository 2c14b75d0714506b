import * as vscode from "vscode";
import { LANGUAGE_ID } from "../../server/protocol.ts";
import { articleStatusAt } from "../article-documents.ts";
import { displayLimits } from "../display-limits.ts";
import { phrases } from "../phrases.ts";
import { percent, plainText } from "../plain-text.ts";
import type { DocumentRecogniser } from "../recognition.ts";
import type { ServerSession } from "../server-session.ts";
import { tell } from "./command-table.ts";

interface Explanation {
  readonly title: string;
  readonly evidence: readonly string[];
  /** What is not shown and why. */
  readonly omitted: readonly string[];
}

interface Item extends vscode.QuickPickItem {
  readonly run?: () => Promise<void>;
}

/** Lists what speaks for an article, and offers the way out, or in. */
export async function explainRecognition(
  editor: vscode.TextEditor,
  session: ServerSession,
  recogniser: DocumentRecogniser,
): Promise<void> {
  const { document } = editor;
  const explanation = explain(editor, session, recogniser);
  if (explanation === undefined) {
    return tell(vscode.l10n.t("Nothing in this text speaks for a scraped article."));
  }
  const item = await vscode.window.showQuickPick<Item>(
    [
      ...explanation.evidence.map((summary) => ({ label: plainText(summary), iconPath: SIGN })),
      ...explanation.omitted.map((reason) => ({ label: plainText(reason), iconPath: OMITTED })),
      { label: "", kind: vscode.QuickPickItemKind.Separator },
      ...wayOut(document, recogniser),
    ],
    { title: explanation.title, placeHolder: vscode.l10n.t("What speaks for it") },
  );
  await item?.run?.();
}

const SIGN = new vscode.ThemeIcon("pass");
const OMITTED = new vscode.ThemeIcon("warning");

function explain(
  { document, selection }: vscode.TextEditor,
  session: ServerSession,
  recogniser: DocumentRecogniser,
): Explanation | undefined {
  const offer = recogniser.offerFor(document);
  if (offer !== undefined) {
    return {
      title: vscode.l10n.t("Perhaps a scraped article, {0} sure", percent(offer.confidence)),
      evidence: offer.evidence.map(({ summary }) => phrases.say(summary)),
      omitted: [],
    };
  }
  const status = session.statusOf(document);
  const article = status && articleStatusAt(status, selection.active);
  if (status === undefined || article === undefined) {
    return undefined;
  }
  return {
    title: vscode.l10n.t("{0}, {1} sure", article.formatName, percent(article.confidence)),
    evidence: article.evidence,
    omitted: displayLimits(document, status).map((limit) => limit.explanation),
  };
}

function wayOut(document: vscode.TextDocument, recogniser: DocumentRecogniser): Item[] {
  switch (document.languageId) {
    case LANGUAGE_ID:
      return [
        {
          label: vscode.l10n.t("Treat as Plain Text"),
          detail: vscode.l10n.t("Pressmark remembers this for the file."),
          run: () => recogniser.treatAsPlainText(document),
        },
      ];
    case "plaintext":
      return [
        {
          label: vscode.l10n.t("Treat as Scraped Article"),
          detail: vscode.l10n.t("Pressmark remembers this for the file."),
          run: () => recogniser.treatAsArticle(document),
        },
      ];
    default:
      return [];
  }
}
