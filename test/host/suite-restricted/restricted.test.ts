import { strictEqual } from "node:assert";
import * as vscode from "vscode";
import {
  acceptUntil,
  activeDiff,
  closeAll,
  inWorkspace,
  openArticle,
  readText,
  sameText,
  waitForFindings,
} from "../suite/support.ts";

describe("a stranger's folder, in Restricted Mode", () => {
  after(closeAll);

  it("is read, checked and cleaned like any other", async () => {
    strictEqual(vscode.workspace.isTrusted, false);
    const { document } = await openArticle(inWorkspace("harbour-talks.txt"));
    strictEqual((await waitForFindings(document.uri)).length, 17);
    const running = vscode.commands.executeCommand("pressmark.previewCleanUp");
    await acceptUntil("the preview is open", activeDiff);
    await running;
    await vscode.commands.executeCommand("pressmark.applyCleanUp");
    sameText(document.getText(), await readText(inWorkspace("harbour-talks.cleaned.txt")));
    await vscode.commands.executeCommand("undo");
    strictEqual(document.isDirty, false);
  });
});
