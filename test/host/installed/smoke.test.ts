import { deepStrictEqual, ok } from "node:assert";
import { inProject } from "../../../build/paths.ts";
import { type InstalledExtension, installExtension } from "../installed.ts";

describe("the packaged extension", () => {
  let installed: InstalledExtension;

  before(async () => {
    installed = await installExtension();
  });

  after(async () => {
    await installed[Symbol.asyncDispose]();
  });

  it("is installed and opens a dump without a notification", async () => {
    await installed.use("smoke", { folder: inProject("test/fixtures/samples") }, async (workbench) => {
      await workbench.openFile("harbour-talks.txt");
      await workbench.runCommand("Extensions: Show Installed Extensions");
      await workbench.waitForText("Pressmark");
      ok((await workbench.tabs()).includes("harbour-talks.txt"));
      deepStrictEqual(await workbench.notifications(), []);
      deepStrictEqual(workbench.trouble.lines, []);
    });
  });
});
