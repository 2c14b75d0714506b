import { ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import { platform } from "./platform.ts";
import { closeAll, inWorkspace, open, openArticle, writeText } from "./support.ts";

interface PressmarkApi {
  isServerWanted(): boolean;
}

// First of the suite by its name: it needs a window in which nothing was opened yet.
describe("activation", () => {
  after(closeAll);

  it("costs less than 50 ms, and starts no server", async () => {
    const extension = vscode.extensions.getExtension<PressmarkApi>("pressmark.pressmark");
    ok(extension);
    // Loading is nearly all of it, and can be measured by itself: while VS Code waits for the rest, other extensions work
    // on the same thread.
    const milliseconds = await platform.loadExtension(extension);
    console.log(`  loaded in ${milliseconds.toFixed(1)} ms`);
    ok(milliseconds < 50, `It took ${milliseconds} ms.`);
    await extension.activate();
    strictEqual(serverIsWanted(), false);
  });

  it("starts no server for a text that is no dump", async () => {
    const uri = inWorkspace("notes.txt");
    await writeText(uri, "A shopping list\n\nbread\nmilk\n");
    const { document } = await open(uri);
    strictEqual(document.languageId, "plaintext");
    strictEqual(serverIsWanted(), false);
  });

  it("starts it for the first dump", async () => {
    await openArticle(inWorkspace("harbour-talks.txt"));
    strictEqual(serverIsWanted(), true);
  });
});

function serverIsWanted(): boolean | undefined {
  return vscode.extensions.getExtension<PressmarkApi>("pressmark.pressmark")?.exports.isServerWanted();
}
