import { ok, strictEqual } from "node:assert";
import { join } from "node:path";
import * as vscode from "vscode";
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
    // on the same thread. Time on the processor, not by the clock, as other processes work, too.
    const before = processorTime();
    load(extension);
    const milliseconds = processorTime() - before;
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

/** Loads the extension's main file, perhaps once more, as VS Code does, without activating it. */
function load(extension: vscode.Extension<unknown>): void {
  const { main } = extension.packageJSON as { readonly main: string };
  const file = join(extension.extensionPath, main);
  delete require.cache[file];
  const { activate } = require(file) as { readonly activate?: unknown };
  strictEqual(typeof activate, "function");
}

/** The use of the thread that extensions run on, in milliseconds; where Node is too old to tell, of the whole process. */
function processorTime(): number {
  const { threadCpuUsage } = process as { readonly threadCpuUsage?: typeof process.cpuUsage };
  const { user, system } = threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1000;
}

function serverIsWanted(): boolean | undefined {
  return vscode.extensions.getExtension<PressmarkApi>("pressmark.pressmark")?.exports.isServerWanted();
}
