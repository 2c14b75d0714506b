import { deepStrictEqual, match, ok } from "node:assert";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject, root } from "../../../build/paths.ts";
import { type InstalledExtension, installExtension } from "../installed.ts";
import type { Workbench } from "../workbench.ts";

const PICTURES = join(root, ".vscode-test", "pictures");

/** Files change only when the user saves them: what a preview leaves on the disk is looked at, too. */
const SETTINGS = { "files.autoSave": "off" };

describe("the packaged extension's commands, by mouse and keys", () => {
  let installed: InstalledExtension;
  let temporary: string;
  let folder: string;

  before(async () => {
    temporary = await mkdtemp(join(tmpdir(), "pressmark-preview-"));
    folder = join(temporary, "dumps");
    const isDump = (path: string): boolean => !path.includes(".roles.") && !path.endsWith(".gitattributes");
    await cp(inProject("test/fixtures/samples"), folder, { recursive: true, filter: isDump });
    installed = await installExtension();
  });

  after(async () => {
    await rm(temporary, { recursive: true, force: true });
    await installed[Symbol.asyncDispose]();
  });

  it("preview what was ticked, and apply it by the button in the title", async () => {
    await installed.use("preview", { folder, settings: SETTINGS }, async (workbench) => {
      await openDump(workbench, "harbour-talks.txt");
      await workbench.page.locator(".editor-actions [aria-label^='Preview Clean-Up']").first().click();
      const groups = await workbench.waitFor("the groups are listed", async () => {
        const labels = await workbench.pickable();
        return labels.length > 0 && labels;
      });
      deepStrictEqual(
        groups.map((label) => label.split(",")[0]),
        [
          "Remove 9 repeats",
          "Remove the line that is the whole article again",
          "Split 1 line where a link and other text touch",
          "Split 1 line behind its date",
          "Join the lines of 3 paragraphs",
          "Move 2 dates to their related stories",
        ],
      );
      await workbench.screenshot(join(PICTURES, "groups-light.png"));
      // All are ticked: a click on one takes its tick away.
      await workbench.page.locator(".quick-input-list .monaco-list-row").first().click();
      await workbench.press("Enter");
      await workbench.waitFor("the preview is open", async () =>
        (await workbench.activeTab())?.includes("Clean-Up Preview"),
      );
      await workbench.screenshot(join(PICTURES, "preview-light.png"));
      await workbench.page.getByText("Apply Clean-Up").filter({ visible: true }).first().click();
      await workbench.waitFor(
        "the preview is closed",
        async () => !(await workbench.tabs()).some((tab) => tab.includes("Clean-Up Preview")),
      );
      await workbench.waitFor("the repeats are all that is left", async () =>
        /Scraped news page · 9 repeats/.test((await workbench.languageStatus()) ?? ""),
      );
      deepStrictEqual(
        await readFile(join(folder, "harbour-talks.txt"), "utf8"),
        await readFile(inProject("test/fixtures/samples/harbour-talks.txt"), "utf8"),
        "nothing is saved unasked",
      );
    });
  });

  it("jump and quote by their keys", async () => {
    await installed.use("keys", { folder, settings: SETTINGS }, async (workbench) => {
      await openDump(workbench, "lighthouse-sale.txt");
      await workbench.press("Control+K B");
      await workbench.waitFor("the cursor is in the body", async () => (await cursorLine(workbench)) > 8);
      await workbench.press("Control+K H");
      await workbench.waitFor(
        "the cursor is in the metadata",
        async () => (await cursorLine(workbench)) <= 2,
      );
      await workbench.press("Shift+End Control+K Q");
      await workbench.waitFor("something is copied", async () =>
        Object.values(await workbench.statusBar()).some((text) => text.startsWith("Quotation copied")),
      );
    });
  });

  it("tell what speaks for an article that is only offered, and take it on", async () => {
    await installed.use("offer", { folder, settings: SETTINGS }, async (workbench) => {
      await workbench.openFile("bridge-keeper.txt");
      const status = await workbench.waitFor("it is offered", () => workbench.languageStatus());
      match(status, /looks like a scraped article, 8\d % sure/);
      await workbench.runCommand("Pressmark: Why Is This a Scraped Article?");
      const signs = await workbench.waitFor("the signs are listed", async () => {
        const labels = await workbench.pickable();
        return labels.length > 0 && labels;
      });
      ok(signs.includes("Two identical headlines one after the other"), signs.join("\n"));
      await workbench.pick("Treat as Scraped Article");
      await workbench.waitFor(
        "the language is switched",
        async () => (await workbench.languageMode()) === "Scraped Article",
      );
      deepStrictEqual(await workbench.notifications(), []);
    });
  });
});

async function openDump(workbench: Workbench, name: string): Promise<void> {
  await workbench.openFile(name);
  await workbench.waitFor("the status speaks of it", async () =>
    /Scraped news page/.test((await workbench.languageStatus()) ?? ""),
  );
}

async function cursorLine(workbench: Workbench): Promise<number> {
  const { "status.editor.selection": text = "" } = await workbench.statusBar();
  return Number(/Ln (\d+)/.exec(text)?.[1] ?? 0);
}
