import { deepStrictEqual, ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import {
  bodiesOf,
  entriesOfView,
  itemsOf,
  label,
  marksOf,
  pressmark,
  quoteOf,
  type SidecarItem,
  select,
  sidecarOf,
  targetsOf,
} from "./annotation-support.ts";
import {
  acceptUntil,
  closeAll,
  copyOfSample,
  exists,
  inWorkspace,
  openArticle,
  readText,
  waitFor,
  withSetting,
} from "./support.ts";

const CONTENT = "that Aldermouth needs written guarantees on the inspection of containers";

/** Of a statement: the words of a part, and what the annotator says of the source. */
function statementOf(item: SidecarItem | undefined): object {
  ok(item);
  const parts = (item.body ?? []) as readonly Record<string, unknown>[];
  const part = (role: string) => parts.find((body) => body["pressmark:role"] === role);
  const words = (role: string) => {
    const selector = part(role)?.["selector"] as Parameters<typeof quoteOf>[0]["selector"] | undefined;
    return selector === undefined ? undefined : quoteOf({ selector });
  };
  return { content: targetsOf(item).map(quoteOf).join(" … "), source: words("source"), cue: words("cue") };
}

async function press(command: string, argument?: string): Promise<void> {
  await vscode.commands.executeCommand(command, argument);
}

describe("annotating sessions, statements and exports", () => {
  afterEach(closeAll);

  it("marks with single keys in a read-only editor, goes to suggestions, and ends", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "session.txt");
    const editor = await openArticle(uri);
    const { document } = editor;
    const before = document.getText();
    await press("pressmark.startAnnotating");
    editor.selection = new vscode.Selection(46, 0, 46, 0);
    await press("pressmark.nextSuggestion");
    const suggested = await waitFor("a suggestion is selected", () => {
      const text = document.getText(editor.selection);
      return text.length > 10 && text;
    });
    await press("pressmark.acceptSuggestion");
    strictEqual((statementOf((await itemsOf(uri))[0]) as { content: string }).content, suggested);
    await press("pressmark.labelWithKey", "8");
    await press("pressmark.nextSuggestion");
    await waitFor("the next one is selected", () => document.getText(editor.selection) !== suggested);
    await press("pressmark.repeatLabel");
    strictEqual(
      (await itemsOf(uri)).filter((item) => bodiesOf(item, "tagging").includes("needs check")).length,
      2,
    );
    await press("pressmark.undoAnnotation");
    strictEqual(
      (await itemsOf(uri)).filter((item) => bodiesOf(item, "tagging").includes("needs check")).length,
      1,
    );
    await vscode.commands.executeCommand("type", { text: "x" });
    strictEqual(document.getText(), before, "keys that mean nothing change nothing");
    await press("pressmark.stopAnnotating");
    await waitFor("the text can be written again", async () => {
      await vscode.commands.executeCommand("type", { text: "x" });
      return document.getText() !== before;
    });
  });

  it("links words to a suggested source, with cue, kind and chain", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "linked.txt");
    const editor = await openArticle(uri);
    select(editor, CONTENT, "last");
    const running = vscode.commands.executeCommand("pressmark.linkToSource");
    await acceptUntil("the source and the form are accepted", () => exists(sidecarOf(uri)));
    await running;
    const [item] = await itemsOf(uri);
    deepStrictEqual(statementOf(item), { content: CONTENT, source: "Halsk", cue: "told" });
    ok(JSON.stringify(item).includes('"Meridian Wire'), "the chain starts with the site");
    ok(entriesOfView()[0]?.includes("Halsk"), entriesOfView()[0]);
  });

  it("groups by label and by source, and filters", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "grouped.txt");
    const editor = await openArticle(uri);
    await label(editor, "Teodora Halsk", "4", "last");
    await label(editor, "Strait Commission", "5", "last");
    const names = () =>
      pressmark()
        .annotationGroups()
        .map(({ name }) => name);
    await waitFor("they are listed by file", () => names().join() === "grouped.txt");
    await press("pressmark.groupAnnotations", "label");
    deepStrictEqual(names(), ["organisation", "person"]);
    await press("pressmark.groupAnnotations", "source");
    deepStrictEqual(names(), ["without a source"]);
    await press("pressmark.filterAnnotations", "HALSK");
    deepStrictEqual(entriesOfView().length, 1);
    await press("pressmark.clearAnnotationFilter");
    await press("pressmark.groupAnnotations", "file");
    deepStrictEqual(names(), ["grouped.txt"]);
    strictEqual(entriesOfView().length, 2);
  });

  it("exports a table, and imports what another file holds", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "exported.txt");
    const editor = await openArticle(uri);
    await label(editor, "Teodora Halsk", "4", "last");
    await itemsOf(uri);
    const table = inWorkspace("copies", "exported.txt.annotations.csv");
    const exporting = vscode.commands.executeCommand("pressmark.exportAnnotations");
    await acceptUntil("the table is written", () => exists(table));
    await exporting;
    const text = await readText(table);
    ok(text.includes("Teodora Halsk") && text.includes("person"), text);

    const other = await copyOfSample("harbour-talks.txt", "imported.txt");
    await openArticle(other);
    await vscode.commands.executeCommand("pressmark.importAnnotations", sidecarOf(uri));
    deepStrictEqual(await marksOf(other), ["person: Teodora Halsk"]);
  });

  it("keeps to the labels of the setting", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "own-labels.txt");
    const editor = await openArticle(uri);
    await withSetting("pressmark.annotations.labels", [{ name: "doubtful", key: "3" }], () =>
      label(editor, "Teodora Halsk", "3", "last"),
    );
    deepStrictEqual(await marksOf(uri), ["doubtful: Teodora Halsk"]);
  });
});
