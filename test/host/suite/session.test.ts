import { ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import { platform } from "./platform.ts";
import { closeAll, findingsOf, inWorkspace, openArticle, waitFor, waitForFindings } from "./support.ts";

describe("the language server", () => {
  const dump = inWorkspace("harbour-talks.txt");

  after(async () => {
    await vscode.commands.executeCommand("pressmark.restartServer");
    await closeAll();
  });

  it("can be restarted, and then says the same again", async () => {
    await openArticle(dump);
    const before = (await waitForFindings(dump)).length;
    const old = platform.servers();
    await vscode.commands.executeCommand("pressmark.restartServer");
    await waitFor("the findings are back", () => findingsOf(dump).length === before);
    const fresh = platform.servers();
    ok(
      fresh.every((id) => !old.includes(id)),
      `${fresh} was running before`,
    );
  });

  it("is started again after a crash, and given up after five in a row", async function () {
    if (platform.cannotEndServer !== undefined) {
      console.log(`  skipped: ${platform.cannotEndServer}`);
      this.skip();
    }
    await openArticle(dump);
    const count = (await waitForFindings(dump)).length;
    for (let crash = 1; crash < 5; crash++) {
      const old = await waitFor("a server runs", () => platform.servers()[0]);
      platform.endServer(old);
      await waitFor(`another one runs after crash ${crash}`, () => {
        const [fresh] = platform.servers();
        return fresh !== undefined && fresh !== old && findingsOf(dump).length === count;
      });
    }
    platform.endServer(await waitFor("a server runs", () => platform.servers()[0]));
    await waitFor("its findings are gone", () => findingsOf(dump).length === 0);
    strictEqual(platform.servers().length, 0);
    await vscode.commands.executeCommand("pressmark.restartServer");
    await waitFor("it runs again when it is asked for", () => findingsOf(dump).length === count);
  });
});
