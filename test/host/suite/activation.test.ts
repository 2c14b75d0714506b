import { ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import { closeAll, inWorkspace, open, openArticle, writeText } from "./support.ts";

interface PressmarkApi {
  isServerWanted(): boolean;
}

// First of the suite by its name: it needs a window in which nothing was opened yet.
describe("activation", () => {
  after(closeAll);

  it("waits for a text, and costs less than 50 ms of the processor's time", async () => {
    const extension = vscode.extensions.getExtension<PressmarkApi>("pressmark.pressmark");
    ok(extension);
    strictEqual(extension.isActive, false, "a window without a text has no use for it");
    // Time on the processor, not by the clock: other processes of a busy machine are not what is measured.
    const before = processorTime();
    const started = performance.now();
    const api = await extension.activate();
    const milliseconds = processorTime() - before;
    console.log(
      `  activated in ${milliseconds.toFixed(1)} ms on the processor, ${(performance.now() - started).toFixed(1)} ms by the clock`,
    );
    ok(milliseconds < 50, `It took ${milliseconds} ms.`);
    strictEqual(api.isServerWanted(), false);
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

/** Of the thread that extensions run on, in milliseconds; where Node is too old to tell, of the whole process. */
function processorTime(): number {
  const { threadCpuUsage } = process as { readonly threadCpuUsage?: typeof process.cpuUsage };
  const { user, system } = threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1000;
}

function serverIsWanted(): boolean | undefined {
  return vscode.extensions.getExtension<PressmarkApi>("pressmark.pressmark")?.exports.isServerWanted();
}
