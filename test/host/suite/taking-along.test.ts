import { deepStrictEqual, ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import {
  acceptUntil,
  closeAll,
  copyOfSample,
  exists,
  inWorkspace,
  openArticle,
  readText,
  waitFor,
  waitForFindings,
  writeText,
} from "./support.ts";

const HEADLINE =
  "Harbour Unions Angry About Being Left Out of Corvania’s Port Security Talks With Norland, Report Says";
const URL_LINE =
  "https://meridianwire.example/20230314/harbour-unions-angry-about-being-left-out-of-corvanias-port-security-talks-with-norland-report-says-1071203348.html";

describe("taking an article along", () => {
  beforeEach(() => vscode.env.clipboard.writeText("nothing yet"));
  afterEach(closeAll);

  it("copies words as a quotation with where they come from, the wraps joined", async () => {
    const editor = await openArticle(inWorkspace("harbour-talks.txt"));
    editor.selection = new vscode.Selection(47, 4, 48, 13);
    await vscode.commands.executeCommand("pressmark.copyAsQuotation");
    const quotation = await copied();
    ok(quotation.includes("dockers’ federation wants a seat at the upcoming”"), quotation);
    for (const source of [
      HEADLINE,
      URL_LINE,
      "Meridian Wire International",
      "Petra Lindqvist",
      "harbour-talks.txt",
    ]) {
      ok(quotation.includes(source), `${source} is not in:\n${quotation}`);
    }
    ok(/\b48\b/.test(quotation), "the raw line is named");
  });

  it("asks for a selection first", async () => {
    const editor = await openArticle(inWorkspace("harbour-talks.txt"));
    editor.selection = new vscode.Selection(47, 4, 47, 4);
    await vscode.commands.executeCommand("pressmark.copyAsQuotation");
    strictEqual(await vscode.env.clipboard.readText(), "nothing yet");
  });

  it("copies a citation that reference managers read", async () => {
    await openArticle(inWorkspace("harbour-talks.txt"));
    await waitForFindings(inWorkspace("harbour-talks.txt"));
    const running = vscode.commands.executeCommand("pressmark.copyCitation");
    const citation = await acceptUntil("a citation is copied", async () => {
      const text = await vscode.env.clipboard.readText();
      return text !== "nothing yet" && text;
    });
    await running;
    const fields = citation.split(/\r?\n/);
    ok(/^TY {2}- /.test(fields[0] ?? ""), citation);
    ok(fields.includes(`TI  - ${HEADLINE}`), citation);
    ok(fields.includes(`UR  - ${URL_LINE}`), citation);
    ok(!fields.some((field) => /^Y2 {2}- ./.test(field)), "the access date stays empty");
  });

  it("exports the article beside the file, under the file's own name", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "taken-along.txt");
    await openArticle(uri);
    await waitForFindings(uri);
    const target = inWorkspace("copies", "taken-along.article.txt");
    const running = vscode.commands.executeCommand("pressmark.exportArticle");
    await acceptUntil("the export is written", () => exists(target));
    await running;
    const text = await readText(target);
    ok(text.includes(HEADLINE) && text.includes("“Somebody had a view.”"), text.slice(0, 200));
    strictEqual(await readText(uri), await readText(inWorkspace("harbour-talks.txt")));
  });

  it("exports a folder under the names of its files", async () => {
    const dumps = { "one.txt": "harbour-talks.txt", "two.txt": "river-lanterns.txt" };
    for (const [name, sample] of Object.entries(dumps)) {
      await writeText(inWorkspace("exported", name), await readText(inWorkspace(sample)));
    }
    await writeText(inWorkspace("exported", "list.txt"), "bread\nmilk\n");
    const running = vscode.commands.executeCommand("pressmark.exportFolder", inWorkspace("exported"));
    await acceptUntil(
      "both are written",
      async () =>
        (await exists(inWorkspace("exported", "one.article.txt"))) &&
        (await exists(inWorkspace("exported", "two.article.txt"))),
    );
    await running;
    const names = (await vscode.workspace.fs.readDirectory(inWorkspace("exported"))).map(([name]) => name);
    deepStrictEqual(names.sort(), ["list.txt", "one.article.txt", "one.txt", "two.article.txt", "two.txt"]);
  });
});

function copied(): Promise<string> {
  return waitFor("something is copied", async () => {
    const text = await vscode.env.clipboard.readText();
    return text !== "nothing yet" && text;
  });
}
