import { ok } from "node:assert";
import * as vscode from "vscode";
import type { PressmarkApi } from "../../../client/extension.ts";
import { platform } from "./platform.ts";
import { closeAll, inWorkspace, open, openArticle, readText, waitFor, writeText } from "./support.ts";

describe("limits", () => {
  const changed: (readonly [section: string, name: string])[] = [];

  after(async () => {
    for (const [section, name] of changed) {
      await vscode.workspace
        .getConfiguration(section)
        .update(name, undefined, vscode.ConfigurationTarget.Workspace);
    }
    await closeAll();
  });

  async function set(section: string, name: string, value: unknown): Promise<void> {
    changed.push([section, name]);
    await vscode.workspace
      .getConfiguration(section)
      .update(name, value, vscode.ConfigurationTarget.Workspace);
  }

  it("of VS Code's colours and of the list of findings are said", async () => {
    const lines = (await readText(inWorkspace("harbour-talks.txt"))).split("\n");
    const length = Math.max(...lines.map((line) => line.length));
    const long = lines.map((line) =>
      line.length === length ? line.repeat(1 + Math.ceil(20_000 / length)) : line,
    );
    const uri = inWorkspace("copies", "long-line.txt");
    await writeText(uri, long.join("\n"));
    await openArticle(uri);
    await waitFor("the long line is spoken of", () =>
      said(/^VS Code colours what stands in a line up to 20.000 /u),
    );
    ok(!said(/maxFindings/u));
    await set("pressmark", "maxFindings", 2);
    await waitFor("the findings that are not listed are spoken of", () => said(/maxFindings allows 2 /u));
    await set("editor", "maxTokenizationLineLength", 100_000);
    await waitFor("nothing is said of the line any more", () => !said(/stands in a line/u));
    ok(said(/maxFindings allows 2 /u));
  });

  it("of what VS Code gives to extensions are said where no document comes", async function () {
    if (platform.name !== "Node") {
      console.log("  skipped: the files of the web host are in memory, and so large a one fills it");
      this.skip();
    }
    const part = await readText(inWorkspace("harbour-talks.txt"));
    const uri = inWorkspace("copies", "very-large.txt");
    await writeText(uri, part.repeat(Math.ceil((50 * 1024 * 1024 + 1) / part.length)));
    try {
      await vscode.commands.executeCommand("vscode.open", uri, { preview: false });
      await waitFor("it is said of the file", () => said(/over 50 MB/u));
      await open(inWorkspace("harbour-talks.txt"));
      await waitFor("it is not said of another one", () => !said(/over 50 MB/u));
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });
});

function said(pattern: RegExp): boolean {
  const extension = vscode.extensions.getExtension<PressmarkApi>("pressmark.pressmark");
  return extension?.exports.limitsSaid().some((text) => pattern.test(text)) === true;
}
