import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject, root } from "../../../build/paths.ts";
import { type InstalledExtension, installExtension } from "../installed.ts";
import type { Workbench } from "../workbench.ts";

/** What the suite shows of itself; the good ones go into the README by hand. */
const PICTURES = join(root, ".vscode-test", "pictures");

describe("the packaged extension, driven by keys", () => {
  let installed: InstalledExtension;
  let temporary: string;
  let folder: string;

  before(async () => {
    temporary = await mkdtemp(join(tmpdir(), "pressmark-user-"));
    folder = join(temporary, "dumps");
    const isDump = (path: string): boolean => !path.includes(".roles.") && !path.endsWith(".gitattributes");
    await cp(inProject("test/fixtures/samples"), folder, { recursive: true, filter: isDump });
    await writeFile(
      join(folder, "notes.txt"),
      "Ask the harbour office about the ferry.\nCall back on Monday.\n",
    );
    installed = await installExtension();
  });

  after(async () => {
    await rm(temporary, { recursive: true, force: true });
    await installed[Symbol.asyncDispose]();
  });

  it("recognises a dump, shows what is wrong, and asks for nothing", async () => {
    await installed.use("recognises", { folder }, async (workbench) => {
      await openDump(workbench);
      const isTold = async (): Promise<boolean> =>
        /Scraped news page · 2 warnings/.test((await workbench.languageStatus()) ?? "");
      await workbench.waitFor("the status tells of the warnings", isTold);
      await workbench.screenshot(join(PICTURES, "dump-light.png"));
      await workbench.useTheme("dark");
      await workbench.screenshot(join(PICTURES, "dump-dark.png"));

      const outline = (await workbench.outline()).map(({ level, label }) => `${level} ${label}`);
      ok(
        outline.some((row) => row.startsWith("2 Metadata")) &&
          outline.some((row) => row.startsWith("2 Body")),
        outline.join("\n"),
      );
      const problems = (await workbench.problems()).map(({ label }) => label);
      ok(
        problems.some((label) => label.startsWith("Warning: This line is the whole article again")),
        problems.join("\n"),
      );
      await workbench.screenshot(join(PICTURES, "problems-dark.png"));
      deepStrictEqual(await workbench.notifications(), []);
      deepStrictEqual(workbench.trouble.lines, []);
    });
  });

  it("mends a line by the quick fix menu, and takes it back by one undo", async () => {
    await installed.use("quick-fix", { folder }, async (workbench) => {
      await openDump(workbench);
      const isMarked = async (): Promise<boolean> => (await warnings(workbench)) === 2;
      await workbench.goToLine(19);
      await workbench.openQuickFixes("Remove the repeated article");
      await workbench.screenshot(join(PICTURES, "quick-fix-light.png"));
      await workbench.press("Enter");
      await workbench.waitFor("one warning is left", async () => (await warnings(workbench)) === 1);
      await workbench.press("ControlOrMeta+Z");
      await workbench.waitFor("the warning is back", isMarked);
    });
  });

  it("leaves a text alone that is no dump", async () => {
    await installed.use("other-text", { folder }, async (workbench) => {
      await workbench.openFile("notes.txt");
      await workbench.settled(1_500);
      strictEqual(await workbench.languageMode(), "Plain Text");
      strictEqual(await warnings(workbench), 0);
    });
  });
});

async function openDump(workbench: Workbench): Promise<void> {
  await workbench.openFile("harbour-talks.txt");
  await workbench.waitFor(
    "the language is switched",
    async () => (await workbench.languageMode()) === "Scraped Article",
  );
  await workbench.waitFor("the findings are there", async () => (await warnings(workbench)) === 2);
}

/** The number of warnings as the status bar says it. */
async function warnings(workbench: Workbench): Promise<number> {
  const { "status.problems": text = "" } = await workbench.statusBar();
  return Number(/Warnings: (\d+)/.exec(text)?.[1] ?? 0);
}
