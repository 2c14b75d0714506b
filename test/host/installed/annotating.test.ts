import { deepStrictEqual, ok } from "node:assert";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject, root } from "../../../build/paths.ts";
import { type InstalledExtension, installExtension } from "../installed.ts";
import type { Workbench } from "../workbench.ts";

const PICTURES = join(root, ".vscode-test", "pictures");
const DUMP = "harbour-talks.txt";
/** “Last week also saw a telephone conversation … him that Aldermouth needs written guarantees …, according to cabinet aide Rufus Pell.” */
const LINE = 59;

describe("annotating by keys, as installed", () => {
  let installed: InstalledExtension;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pressmark-annotating-"));
    await cp(inProject(`test/fixtures/samples/${DUMP}`), join(folder, DUMP));
    installed = await installExtension();
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
    await installed[Symbol.asyncDispose]();
  });

  it("labels after Ctrl+K, links to a source selected in the text, notes in a session, and leaves the dump alone", async () => {
    await installed.use("annotating", { folder, settings: {} }, async (workbench) => {
      const before = await readFile(join(folder, DUMP), "utf8");
      const [line = ""] = before.split("\n").slice(LINE - 1);
      await workbench.openFile(DUMP);
      await workbench.waitFor(
        "the language is switched",
        async () => (await workbench.languageMode()) === "Scraped Article",
      );
      await selectWords(workbench, line, "Teodora Halsk");
      await workbench.press("Control+K 4");
      await workbench.waitFor("the label is written", async () => (await sidecar()).includes('"person"'));

      await selectWords(workbench, line, "Aldermouth needs written guarantees");
      await workbench.press("Control+K J");
      await workbench.pick("Select the source in the text…");
      await workbench.waitForText("Select the source in the text, then press Enter");
      await selectWords(workbench, line, "cabinet aide Rufus Pell");
      await workbench.press("Enter");
      await workbench.pick("Link to this source");
      await workbench.waitFor("the statement is written", async () =>
        (await sidecar()).includes("cabinet aide"),
      );

      await workbench.runCommand("Pressmark: Start Annotating");
      await workbench.waitForText("Annotating: 1-8 label");
      await selectWords(workbench, line, "telephone");
      await workbench.press("1");
      await workbench.waitFor("the key labels", async () => (await sidecar()).includes('"claim"'));
      await workbench.press("n");
      await workbench.page.locator(".comment-form .monaco-editor").first().waitFor();
      await workbench.type("Was it? n 1 u");
      await workbench.press("Control+Enter");
      await workbench.waitFor("the note is written", async () => (await sidecar()).includes("Was it? n 1 u"));
      await workbench.screenshot(join(PICTURES, "annotating-light.png"));
      await workbench.goToLine(LINE);
      await workbench.press("u");
      await workbench.waitFor("u takes the note back", async () => !(await sidecar()).includes("Was it?"));
      await workbench.press("Escape");
      await workbench.waitFor("the session is over", async () =>
        Object.values(await workbench.statusBar()).every((text) => !text.includes("Annotating")),
      );
      deepStrictEqual(await readFile(join(folder, DUMP), "utf8"), before);
      ok((await workbench.notifications()).length === 0, "nothing pops up");
    });
  });

  async function sidecar(): Promise<string> {
    // While it is replaced it may be missing for a moment.
    return readFile(join(folder, `${DUMP}.annotations.jsonld`), "utf8").catch(() => "");
  }
});

/** Puts the cursor before some words of the line and goes over them with Shift held down. */
async function selectWords(workbench: Workbench, line: string, words: string): Promise<void> {
  await workbench.goToLine(LINE, line.indexOf(words) + 1);
  for (const _ of words) {
    await workbench.press("Shift+ArrowRight");
  }
}
