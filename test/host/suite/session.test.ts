import { ok, strictEqual } from "node:assert";
import { execFileSync } from "node:child_process";
import * as vscode from "vscode";
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
    const old = serverProcesses();
    await vscode.commands.executeCommand("pressmark.restartServer");
    await waitFor("the findings are back", () => findingsOf(dump).length === before);
    const fresh = serverProcesses();
    ok(
      fresh.every((id) => !old.includes(id)),
      `${fresh} was running before`,
    );
  });

  it("is started again after a crash, and given up after five in a row", async function () {
    if (process.platform !== "linux") {
      this.skip();
    }
    await openArticle(dump);
    const count = (await waitForFindings(dump)).length;
    for (let crash = 1; crash < 5; crash++) {
      const old = await waitFor("a server runs", () => serverProcesses()[0]);
      process.kill(old, "SIGKILL");
      await waitFor(`another one runs after crash ${crash}`, () => {
        const [fresh] = serverProcesses();
        return fresh !== undefined && fresh !== old && findingsOf(dump).length === count;
      });
    }
    process.kill(await waitFor("a server runs", () => serverProcesses()[0]), "SIGKILL");
    await waitFor("its findings are gone", () => findingsOf(dump).length === 0);
    strictEqual(serverProcesses().length, 0);
    await vscode.commands.executeCommand("pressmark.restartServer");
    await waitFor("it runs again when it is asked for", () => findingsOf(dump).length === count);
  });
});

/** The language servers that this extension host has started. */
function serverProcesses(): number[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return listed
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .filter(
      ([, , parent, command]) => Number(parent) === process.pid && /dist\/server\.js/.test(command ?? ""),
    )
    .map(([, id]) => Number(id));
}
