import * as vscode from "vscode";
import type { AnnotationStore } from "../annotate/annotation-store.ts";
import { copySidecar } from "../annotate/copied-sidecar.ts";
import type { ArticleDocuments } from "../article-documents.ts";
import type { CleanUpPreviews } from "../clean-up-previews.ts";
import { editDocument } from "../edit-document.ts";
import { baseNameOf, splitFileName } from "../file-name.ts";
import { phrases } from "../phrases.ts";
import { plainText } from "../plain-text.ts";
import { saveAs, siblingOf } from "../save-as.ts";
import { type CleanUp, type CleanUpScope, requestCleanUp } from "../server-requests.ts";
import type { ServerSession } from "../server-session.ts";
import { type CommandTable, mention, tell } from "./command-table.ts";
import { noArticle } from "./no-article.ts";

interface Services {
  readonly session: ServerSession;
  readonly documents: ArticleDocuments;
  readonly previews: CleanUpPreviews;
  readonly annotations: AnnotationStore;
}

/** Which checks' fixes are one command's; their ids are permanent. */
const REPEATS = ["repeated-article-body", "duplicate-paragraph", "repeated-metadata"];
const LINKS = [
  "glued-link",
  "wrapped-link",
  "spaced-link",
  "schemeless-link",
  "malformed-link",
  "truncated-link",
  "quoted-link",
  "escaped-link",
  "defanged-link",
  "lookalike-link",
];
const WRAPS = ["wrapped-paragraph"];

/** A document that is edited all the time would be cleaned up for ever. */
const MOST_ATTEMPTS = 3;

export function cleanUpCommands(services: Services): CommandTable {
  return {
    "pressmark.previewCleanUp": () => previewCleanUp(services),
    "pressmark.applyCleanUp": () => applyPreview(services),
    "pressmark.saveCleanedCopy": () => saveCopy(services),
    "pressmark.cleanUp": () => cleanUpInPlace(services, undefined),
    "pressmark.cleanUpAll": () => cleanUpInPlace(services, undefined, "all articles"),
    "pressmark.removeRepeats": () => cleanUpInPlace(services, REPEATS),
    "pressmark.repairLinks": () => cleanUpInPlace(services, LINKS),
    "pressmark.joinWrappedLines": () => cleanUpInPlace(services, WRAPS),
  };
}

async function previewCleanUp({ session, documents, previews }: Services): Promise<void> {
  const editor = documents.activeEditor();
  if (editor === undefined) {
    return tell(noArticle());
  }
  const { document } = editor;
  const chosen = await chooseChanges(session, documents, editor);
  if (chosen === undefined) {
    return;
  }
  const cleanUp = await requestCleanUp(session, document, chosen);
  if (cleanUp.edits.length === 0) {
    return tell(cleanUp.summary);
  }
  await previews.show(document, chosen, cleanUp);
}

interface GroupItem extends vscode.QuickPickItem {
  readonly check: string;
}

/** Lets the user tick the groups of changes. Undefined when there is nothing to tick (which is said) or on Escape. */
async function chooseChanges(
  session: ServerSession,
  documents: ArticleDocuments,
  editor: vscode.TextEditor,
): Promise<CleanUpScope | undefined> {
  const { document } = editor;
  const atCursor: CleanUpScope = { position: documents.cursorIn(editor), checks: undefined };
  const everywhere: CleanUpScope = { position: undefined, checks: undefined };
  const count = documents.articleCount(document) ?? 0;
  const atCursorPlan = await requestCleanUp(session, document, atCursor);
  const everywherePlan = count > 1 ? await requestCleanUp(session, document, everywhere) : atCursorPlan;
  if (everywherePlan.groups.length === 0) {
    tell(everywherePlan.summary);
    return undefined;
  }
  const isNothingAtCursor = atCursorPlan.groups.length === 0;
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<GroupItem>();
    let scope = isNothingAtCursor ? everywhere : atCursor;
    const fill = (): void => {
      const isWhole = scope === everywhere;
      pick.items = groupItems(isWhole ? everywherePlan : atCursorPlan);
      pick.selectedItems = pick.items;
      pick.title = titleOf(count, isWhole);
      pick.buttons = count > 1 && !isNothingAtCursor ? [isWhole ? thisArticle() : allArticles()] : [];
    };
    pick.canSelectMany = true;
    pick.placeholder = vscode.l10n.t("The changes to preview. Nothing is changed before you apply it.");
    pick.ignoreFocusOut = true;
    pick.onDidTriggerButton(() => {
      scope = scope === everywhere ? atCursor : everywhere;
      fill();
    });
    pick.onDidAccept(() => {
      const checks = pick.selectedItems.map(({ check }) => check);
      resolve(checks.length === 0 ? undefined : { position: scope.position, checks });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    fill();
    pick.show();
  });
}

function titleOf(articleCount: number, isWholeFile: boolean): string {
  if (articleCount <= 1) {
    return vscode.l10n.t("Clean-Up Preview");
  }
  return isWholeFile
    ? vscode.l10n.t("Clean-Up of All {0} Articles", phrases.number(articleCount))
    : vscode.l10n.t("Clean-Up of This Article");
}

function allArticles(): vscode.QuickInputButton {
  return {
    iconPath: new vscode.ThemeIcon("files"),
    tooltip: vscode.l10n.t("All Articles of the File"),
  };
}

function thisArticle(): vscode.QuickInputButton {
  return {
    iconPath: new vscode.ThemeIcon("file"),
    tooltip: vscode.l10n.t("Only the Article at the Cursor"),
  };
}

/** The titles say what is done; the checks' ids are for settings. */
function groupItems({ groups }: CleanUp): GroupItem[] {
  return groups.map(({ check, title }) => ({ label: plainText(title), check }));
}

async function applyPreview({ previews }: Services): Promise<void> {
  switch (await previews.applyActive()) {
    case "applied":
      return mention(vscode.l10n.t("Clean-up applied. Undo takes it back in one step."));
    case "stale":
      return tell(
        vscode.l10n.t(
          "The file changed meanwhile. The preview now shows the new result: look at it and apply again.",
        ),
      );
    case "locked":
      return tell(readOnly());
    case "nothing":
      return tell(vscode.l10n.t("There is nothing to apply: this preview holds no changes."));
  }
}

function readOnly(): string {
  return vscode.l10n.t(
    "This file is read-only, so nothing was changed. “Save as Copy…” in the preview of the clean-up writes a cleaned copy.",
  );
}

async function saveCopy({ session, previews, annotations }: Services): Promise<void> {
  const preview = previews.active();
  if (preview === undefined) {
    return tell(vscode.l10n.t("There is no preview to save. Run Preview Clean-Up first."));
  }
  const { document, cleanedText } = preview;
  const name = splitFileName(baseNameOf(document.uri.path));
  const saved = await saveAs({
    title: vscode.l10n.t("Save the Cleaned Copy"),
    suggestion: siblingOf(document, `${name.stem}.cleaned${name.extension || ".txt"}`),
    text: cleanedText,
    original: document.uri,
  });
  if (saved !== undefined) {
    await copySidecar({ session, store: annotations }, document, saved, cleanedText);
    mention(vscode.l10n.t("Saved {0}. The original is unchanged.", plainText(baseNameOf(saved.path))));
  }
}

async function cleanUpInPlace(
  { session, documents }: Services,
  checks: readonly string[] | undefined,
  reach: "article at the cursor" | "all articles" = "article at the cursor",
): Promise<void> {
  const editor = documents.activeEditor();
  if (editor === undefined) {
    return tell(noArticle());
  }
  const { document } = editor;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const position = reach === "all articles" ? undefined : documents.cursorIn(editor);
    const cleanUp = await requestCleanUp(session, document, { position, checks });
    if (cleanUp.edits.length === 0) {
      return tell(cleanUp.summary);
    }
    switch (await editDocument(document, cleanUp.version, cleanUp.edits)) {
      case "done":
        return mention(vscode.l10n.t("Done. {0}", cleanUp.summary));
      case "locked":
        return tell(readOnly());
      case "outdated":
        break;
    }
  }
  tell(
    vscode.l10n.t("The file kept changing while it was to be cleaned up. Nothing was changed; try again."),
  );
}
