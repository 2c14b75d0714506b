import { deepStrictEqual, ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import {
  acceptUntil,
  activeDiff,
  closeAll,
  copyOfSample,
  exists,
  findingsOf,
  inWorkspace,
  LANGUAGE,
  openArticle,
  readText,
  sameText,
  waitFor,
  waitForFindings,
} from "./support.ts";

describe("the clean-up", () => {
  afterEach(closeAll);

  it("is previewed, and applied as one step that one undo takes back", async () => {
    const { document } = await openArticle(await copyOfSample("harbour-talks.txt", "preview.txt"));
    const [original, cleaned] = await originalAndCleaned();
    const diff = await openPreview(document);
    strictEqual(document.getText(), original, "the preview changes nothing");
    const right = await vscode.workspace.openTextDocument(diff.modified);
    sameText(right.getText(), cleaned);
    strictEqual(right.languageId, LANGUAGE);

    await vscode.commands.executeCommand("pressmark.applyCleanUp");
    sameText(document.getText(), cleaned);
    strictEqual(activeDiff(), undefined, "the preview is closed");
    strictEqual(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand("undo");
    sameText(document.getText(), original);
  });

  it("shows both sides alike, and complains about neither what would be", async () => {
    const { document } = await openArticle(await copyOfSample("harbour-talks.txt", "alike.txt"));
    const { modified } = await openPreview(document);
    const tokens = await waitFor("the right side has semantic tokens", async () => {
      const found = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        "vscode.provideDocumentSemanticTokens",
        modified,
      );
      return found !== undefined && found.data.length > 0 && found;
    });
    ok(tokens);
    deepStrictEqual(findingsOf(modified), []);
  });

  it("is worked out anew when the file changes while it is previewed", async () => {
    const { document } = await openArticle(await copyOfSample("harbour-talks.txt", "meanwhile.txt"));
    const diff = await openPreview(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, " And that was that.");
    await vscode.workspace.applyEdit(edit);
    const right = await vscode.workspace.openTextDocument(diff.modified);
    await waitFor("the preview has the new words", () => right.getText().endsWith("And that was that."));
    await vscode.commands.executeCommand("pressmark.applyCleanUp");
    await waitFor("it is applied", () => document.getText() === right.getText());
  });

  it("applies nothing that was not seen", async () => {
    const { document } = await openArticle(await copyOfSample("harbour-talks.txt", "unseen.txt"));
    await openPreview(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, " Unseen.");
    await vscode.workspace.applyEdit(edit);
    const before = document.getText();
    await vscode.commands.executeCommand("pressmark.applyCleanUp");
    strictEqual(document.getText(), before);
    ok(activeDiff(), "the preview stays open");
  });

  it("is saved as a copy, beside the original that stays as it is", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "evidence.txt");
    const { document } = await openArticle(uri);
    const [original, cleaned] = await originalAndCleaned();
    await openPreview(document);
    const copy = inWorkspace("copies", "evidence.cleaned.txt");
    const saving = vscode.commands.executeCommand("pressmark.saveCleanedCopy");
    await acceptUntil("the copy is written", () => exists(copy));
    await saving;
    sameText(await readText(copy), cleaned);
    strictEqual(await readText(uri), original);
    strictEqual(document.isDirty, false);
  });

  it("works in place, of all kinds or of one", async () => {
    const { document } = await openArticle(await copyOfSample("harbour-talks.txt", "in-place.txt"));
    const [original, cleaned] = await originalAndCleaned();
    await waitForFindings(document.uri);
    await vscode.commands.executeCommand("pressmark.cleanUp");
    sameText(document.getText(), cleaned);
    await vscode.commands.executeCommand("undo");
    sameText(document.getText(), original);

    await vscode.commands.executeCommand("pressmark.joinWrappedLines");
    strictEqual(document.lineCount, original.split("\n").length - 4);
    await vscode.commands.executeCommand("undo");
    await vscode.commands.executeCommand("pressmark.repairLinks");
    ok(document.lineAt(37).text.endsWith(".jpg"));
    await vscode.commands.executeCommand("undo");
    await vscode.commands.executeCommand("pressmark.removeRepeats");
    ok(document.lineCount < original.split("\n").length - 10);
    await vscode.commands.executeCommand("undo");
    sameText(document.getText(), original);
  });

  it("says so, and does nothing, where there is nothing to do", async () => {
    const { document } = await openArticle(inWorkspace("harbour-talks.cleaned.txt"));
    const before = document.version;
    await vscode.commands.executeCommand("pressmark.cleanUp");
    await vscode.commands.executeCommand("pressmark.previewCleanUp");
    strictEqual(document.version, before);
    strictEqual(activeDiff(), undefined);
  });

  it("leaves a read-only file alone", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "locked.txt");
    const files = vscode.workspace.getConfiguration("files");
    await files.update("readonlyInclude", { "**/locked.txt": true }, vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await openArticle(uri);
      const before = document.version;
      await vscode.commands.executeCommand("pressmark.cleanUp");
      strictEqual(document.version, before, "in place");
      await openPreview(document);
      await vscode.commands.executeCommand("pressmark.applyCleanUp");
      strictEqual(document.version, before, "from the preview");
    } finally {
      await files.update("readonlyInclude", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it("keeps to the cursor's article in a file with several", async () => {
    const editor = await openArticle(await copyOfSample("two-dumps.txt", "two.txt"));
    const { document } = editor;
    await waitForFindings(document.uri);
    const firstArticle = document.getText(new vscode.Range(0, 0, 19, 0));
    editor.selection = new vscode.Selection(29, 0, 29, 0);
    await vscode.commands.executeCommand("pressmark.cleanUp");
    strictEqual(document.getText(new vscode.Range(0, 0, 19, 0)), firstArticle);
    const left = await waitFor("one article is clean", () => {
      const lines = bodyFindings(document.uri);
      return lines.length === 1 && lines;
    });
    deepStrictEqual(left, [12]);
    await vscode.commands.executeCommand("undo");
    await vscode.commands.executeCommand("pressmark.cleanUpAll");
    await waitFor("both are clean", () => bodyFindings(document.uri).length === 0);
  });
});

function bodyFindings(uri: vscode.Uri): number[] {
  return findingsOf(uri)
    .filter(({ code }) => typeof code === "object" && code.value === "repeated-article-body")
    .map(({ range }) => range.start.line + 1);
}

async function originalAndCleaned(): Promise<[string, string]> {
  return [
    await readText(inWorkspace("harbour-talks.txt")),
    await readText(inWorkspace("harbour-talks.cleaned.txt")),
  ];
}

/** Runs the command as a user does, with all groups ticked. */
async function openPreview(document: vscode.TextDocument): Promise<vscode.TabInputTextDiff> {
  await waitForFindings(document.uri);
  const running = vscode.commands.executeCommand("pressmark.previewCleanUp");
  const diff = await acceptUntil("the preview is open", activeDiff);
  await running;
  strictEqual(diff.original.toString(), document.uri.toString());
  strictEqual(diff.modified.scheme, "pressmark-cleaned");
  return diff;
}
