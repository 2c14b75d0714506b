import { deepStrictEqual, strictEqual } from "node:assert";
import * as vscode from "vscode";
import { closeAll, findingsOf, inWorkspace, openArticle, readText, waitFor, writeText } from "./support.ts";

describe("Check Folder", () => {
  const folder = inWorkspace("checked");
  const dump = inWorkspace("checked", "deep", "harbour.TXT");

  before(async () => {
    await writeText(dump, await readText(inWorkspace("harbour-talks.txt")));
    await writeText(inWorkspace("checked", "list.txt"), "bread\nmilk\n");
    await vscode.workspace.fs.writeFile(
      inWorkspace("checked", "latin.txt"),
      new Uint8Array([0x63, 0xe9, 0x0a]),
    );
  });

  after(async () => {
    await vscode.commands.executeCommand("pressmark.clearFolderResults");
    await closeAll();
  });

  it("shows what is wrong with files that are not open", async () => {
    await vscode.commands.executeCommand("pressmark.checkFolder", folder);
    const findings = findingsOf(dump);
    strictEqual(findings.length, 17);
    strictEqual(findingsOf(inWorkspace("checked", "list.txt")).length, 0);
  });

  it("gives way to what an open file shows of itself, and comes back when it closes", async () => {
    const { document } = await openArticle(dump);
    await waitFor("the file has its own findings, once", () => {
      const findings = findingsOf(dump);
      return findings.length === 17 && findings.every(({ code }) => typeof code === "object");
    });
    await closeAll();
    await waitFor("the document is gone", () => document.isClosed);
    await waitFor("the folder's results are back", () => {
      const findings = findingsOf(dump);
      return findings.length === 17 && findings.every(({ code }) => typeof code === "string");
    });
  });

  it("is cleared by its command", async () => {
    await vscode.commands.executeCommand("pressmark.clearFolderResults");
    deepStrictEqual(findingsOf(dump), []);
  });
});
