import { strictEqual } from "node:assert";
import * as vscode from "vscode";
import {
  activeDiff,
  closeAll,
  copyOfSample,
  inWorkspace,
  LANGUAGE,
  openArticle,
  readText,
  sameText,
  waitFor,
  waitForFindings,
  writeText,
} from "./support.ts";

describe("a paragraph that is nearly the same as another one", () => {
  afterEach(closeAll);

  it("is shown beside it before it is taken away, and one undo brings it back", async () => {
    const clean = (await readText(inWorkspace("harbour-talks.cleaned.txt"))).trimEnd();
    const paragraph = clean.split("\n").find((line) => line.startsWith("The officials voiced annoyance"));
    const nearly = paragraph?.replace("annoyance", "anger").replace("next week", "this week");
    const text = `${clean}\n${nearly}\n`;
    const uri = await copyOfSample("harbour-talks.cleaned.txt", "nearly.txt");
    await writeText(uri, text);
    const { document } = await openArticle(uri);
    const [finding] = await waitForFindings(uri);
    strictEqual(finding?.range.start.line, document.lineCount - 2);

    const comparing = await waitFor("the fix that compares", async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ title }) => title.startsWith("Compare First: Remove"))?.command;
    });
    await vscode.commands.executeCommand(comparing.command, ...(comparing.arguments ?? []));
    const diff = await waitFor("the two side by side", activeDiff);
    const sides = await Promise.all(
      [diff.original, diff.modified].map((side) => vscode.workspace.openTextDocument(side)),
    );
    sameText(sides[0]?.getText() ?? "", paragraph ?? "");
    sameText(sides[1]?.getText() ?? "", nearly ?? "");
    // The language wraps long lines.
    strictEqual(sides[1]?.languageId, LANGUAGE);
    sameText(document.getText(), text);

    await vscode.commands.executeCommand("pressmark.applyComparison");
    await waitFor("the paragraph is gone", () => document.getText() === `${clean}\n`);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("undo");
    await waitFor("it is back", () => document.getText() === text);
  });
});
