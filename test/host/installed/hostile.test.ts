import { deepStrictEqual, ok } from "node:assert";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject, root } from "../../../build/paths.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { exportArticles } from "../../../server/core/export/export-articles.ts";
import { readFixture } from "../../support/fixture-marks.ts";
import { type InstalledExtension, installExtension } from "../installed.ts";
import type { Workbench } from "../workbench.ts";

const PICTURES = join(root, ".vscode-test", "pictures");
const FIXTURES = inProject("test/fixtures/hostile");
// VS Code's own question about U+2028 stands before everything else.
const SETTINGS = { "files.autoSave": "off", "editor.unusualLineTerminators": "off" };

describe("a hostile dump, in the packaged extension", () => {
  let installed: InstalledExtension;
  let folder: string;
  let server: Server;
  /** What was asked of the host that every dump, sidecar and ignore file names. */
  const requests: string[] = [];

  before(async () => {
    server = createServer((request, response) => {
      requests.push(request.url ?? "");
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), "pressmark-hostile-"));
    for (const name of await readdir(FIXTURES)) {
      const source = (await readFile(join(FIXTURES, name), "utf8")).replaceAll("count.invalid", host);
      if (/\.(?:txt|md)$/u.test(name)) {
        const { text } = readFixture(source);
        await writeFile(join(folder, name), text);
        await writeFile(join(folder, `exported-${name}.md`), exportArticles(parse(text), "md"));
      } else if (name.startsWith("sidecar")) {
        const dump = "markdown-and-html.txt";
        await writeFile(join(folder, `${dump}.annotations.jsonld`), source.replaceAll("DUMP", dump));
      } else {
        await mkdir(join(folder, ".pressmark"));
        await writeFile(join(folder, ".pressmark", "ignore.json"), source);
      }
    }
    installed = await installExtension();
    // The host counts at all.
    await fetch(`http://${host}/counted`);
    deepStrictEqual(requests.splice(0), ["/counted"]);
  });

  after(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
    await installed[Symbol.asyncDispose]();
  });

  it("shows Markdown and HTML as the characters they are, and visits nobody", async () => {
    await installed.use("hostile-markup", { folder, settings: SETTINGS }, async (workbench) => {
      await openDump(workbench, "markdown-and-html.txt");
      await workbench.hover("Wire</i>");
      await waitForHover(workbench, /Publisher/u);
      ok(!(await hasPicture(workbench)));
      await workbench.screenshot(join(PICTURES, "hostile-hover.png"));
      await workbench.press("Escape");
      await workbench.goToLine(31);
      await workbench.hover("08:05 GMT");
      await waitForHover(workbench, /visit/u);
      ok(!(await hasPicture(workbench)), "a note of a sidecar shows a picture");
      await workbench.screenshot(join(PICTURES, "hostile-note.png"));
      await workbench.press("Escape");
      await lookAround(workbench);
      deepStrictEqual(requests, []);
    });
  });

  it("opens links of other schemes, bidi and tag characters, and formulas, and nothing of them does anything", async () => {
    await installed.use("hostile-others", { folder, settings: SETTINGS }, async (workbench) => {
      for (const name of [
        "links-with-other-schemes.txt",
        "bidi-and-tag-characters.txt",
        "spreadsheet-formulas.txt",
      ]) {
        await openDump(workbench, name);
        await workbench.hover("0142000");
        await workbench.press("Escape");
        await workbench.screenshot(join(PICTURES, `hostile-${name}.png`));
      }
      await lookAround(workbench);
      deepStrictEqual(requests, []);
    });
  });

  it("shows an exported article in VS Code's own preview without a picture of it", async () => {
    await installed.use("hostile-export", { folder, settings: SETTINGS }, async (workbench) => {
      await workbench.openFile("exported-markdown-and-html.txt.md");
      await workbench.runCommand("Markdown: Open Preview to the Side");
      await workbench.waitFor("the preview is open", async () =>
        (await workbench.tabs()).some((tab) => tab.includes("Preview")),
      );
      await workbench.settled(2_000);
      await workbench.screenshot(join(PICTURES, "hostile-export.png"));
      deepStrictEqual(requests, []);
    });
  });
});

async function openDump(workbench: Workbench, name: string): Promise<void> {
  await workbench.openFile(name);
  await workbench.waitFor(
    "the language is switched",
    async () => (await workbench.languageMode()) === "Scraped Article",
  );
  await workbench.waitFor("the findings are there", async () => {
    const { "status.problems": problems = "" } = await workbench.statusBar();
    return /[1-9]/u.test(problems);
  });
}

/** Until everybody who has something to say has said it. */
async function waitForHover(workbench: Workbench, pattern: RegExp): Promise<void> {
  await workbench.waitFor(`the hover says ${String(pattern)}`, async () =>
    pattern.test((await workbench.page.locator(".monaco-hover:not(.hidden)").allInnerTexts()).join("\n")),
  );
}

/** Outline, problems and a clean-up's preview; nothing may come of them but text. */
async function lookAround(workbench: Workbench): Promise<void> {
  ok((await workbench.outline()).length > 3);
  ok((await workbench.problems()).length > 0);
  await workbench.runCommand("Pressmark: Why Is This a Scraped Article?");
  await workbench.settled(1_000);
  deepStrictEqual(await workbench.notifications(), []);
}

/** Whether any hover holds a picture or a link that runs a command. */
function hasPicture(workbench: Workbench): Promise<boolean> {
  return workbench.page
    .locator(".monaco-hover:not(.hidden) img, .monaco-hover:not(.hidden) a[data-href^='command:workbench']")
    .count()
    .then((count) => count > 0);
}
