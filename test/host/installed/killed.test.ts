import { deepStrictEqual, ok } from "node:assert";
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject } from "../../../build/paths.ts";
import { type InstalledExtension, installExtension } from "../installed.ts";
import type { Workbench } from "../workbench.ts";

describe("the packaged extension's server", () => {
  let installed: InstalledExtension;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pressmark-killed-"));
    await cp(inProject("test/fixtures/samples/harbour-talks.txt"), join(folder, "harbour-talks.txt"));
    installed = await installExtension();
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
    await installed[Symbol.asyncDispose]();
  });

  it("killed while it is used, is there again with the same findings, and nobody is told", async function () {
    if (process.platform !== "linux") {
      console.log("  skipped: the server's process is looked for by what Linux says of processes");
      this.skip();
    }
    await installed.use("killed", { folder }, async (workbench) => {
      await workbench.openFile("harbour-talks.txt");
      await workbench.waitFor("the findings are there", async () => (await problems(workbench)) === "2");
      const before = (await workbench.problems()).map(({ label }) => label);
      for (let kill = 1; kill <= 3; kill++) {
        const [server] = servers();
        ok(server !== undefined, "a server runs");
        process.kill(server, "SIGKILL");
        await workbench.waitFor(`another one runs after kill ${kill}`, async () => {
          const [fresh] = servers();
          return fresh !== undefined && fresh !== server && (await problems(workbench)) === "2";
        });
      }
      deepStrictEqual(
        (await workbench.problems()).map(({ label }) => label),
        before,
      );
      deepStrictEqual(await workbench.notifications(), []);
    });
  });
});

/** The number of warnings as the status bar says it. */
async function problems(workbench: Workbench): Promise<string | undefined> {
  const { "status.problems": text = "" } = await workbench.statusBar();
  return /Warnings: (\d+)/u.exec(text)?.[1];
}

/** The language servers of installed extensions of this test; those of other windows on the machine are none of ours. */
function servers(): number[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" });
  return listed
    .split("\n")
    .filter((line) => /pressmark-extensions-[^/]*\/.*dist\/server\.js/u.test(line))
    .map((line) => Number.parseInt(line, 10));
}
