import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import {
  bodiesOf,
  entriesOfView,
  itemsOf,
  label,
  marksOf,
  pressmark,
  readSidecar,
  select,
  sidecarOf,
  targetsOf,
  textAt,
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
  writeText,
} from "./support.ts";

/** Words that stand in the glued line and in the article below it. */
const REPEATED = "it has not sought to widen Corvania’s proposed agenda";

describe("annotating by hand", () => {
  afterEach(closeAll);

  it("labels the selection and writes the sidecar, and nothing into the dump", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "labelled.txt");
    const before = await readText(uri);
    const editor = await openArticle(uri);
    await withSetting("pressmark.annotations.creator", "Ada Quill", () => label(editor, "harbour", "1"));
    deepStrictEqual(await marksOf(uri), ["claim: harbour"]);
    const [item] = await itemsOf(uri);
    ok(item);
    deepStrictEqual(
      targetsOf(item).map((target) => textAt(before, target)),
      ["harbour"],
    );
    match(item.id, /^urn:uuid:/u);
    strictEqual(item.creator?.name, "Ada Quill");
    strictEqual(await readText(uri), before);
    ok(!editor.document.isDirty);
    const [hover] = await vscode.commands
      .executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, editor.selection.start)
      .then((hovers) =>
        hovers.filter(({ contents }) =>
          contents.some((part) => (part as vscode.MarkdownString).value.includes("claim")),
        ),
      );
    ok(hover, "the hover says what the mark is");
  });

  it("marks several selections, over lines and over each other, and repeats the last label", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "several.txt");
    const editor = await openArticle(uri);
    editor.selections = [new vscode.Selection(47, 0, 48, 18), new vscode.Selection(49, 0, 49, 13)];
    await vscode.commands.executeCommand("pressmark.labelWithKey", "2");
    editor.selection = new vscode.Selection(47, 4, 47, 23);
    await vscode.commands.executeCommand("pressmark.repeatLabel");
    deepStrictEqual(await marksOf(uri), [
      "quotation: The dockers’ federation wants a seat at\nthe upcoming talks",
      "quotation: dockers’ federation",
      "quotation: The officials",
    ]);
    await vscode.commands.executeCommand("pressmark.undoAnnotation");
    await vscode.commands.executeCommand("pressmark.undoAnnotation");
    deepStrictEqual(await marksOf(uri), []);
  });

  it("labels all occurrences that the list shows", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "occurrences.txt");
    const editor = await openArticle(uri);
    const count = editor.document.getText().split("Strait Commission").length - 1;
    ok(count > 2);
    select(editor, "Strait Commission");
    const running = vscode.commands.executeCommand("pressmark.labelAllOccurrences");
    await acceptUntil("the lists of labels and of places are accepted", () => exists(sidecarOf(uri)));
    await running;
    deepStrictEqual(
      await marksOf(uri),
      Array.from({ length: count }, () => "claim: Strait Commission"),
    );
  });

  it("goes from mark to mark, and removes the one at the cursor", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "stepping.txt");
    const editor = await openArticle(uri);
    await label(editor, "Teodora Halsk", "4", "last");
    await label(editor, "Jens Ottermo", "4", "last");
    const selected = () => editor.document.getText(editor.selection);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand("pressmark.nextAnnotation");
    await waitFor("the first is selected", () => selected() === "Teodora Halsk");
    await vscode.commands.executeCommand("pressmark.nextAnnotation");
    await waitFor("the second is selected", () => selected() === "Jens Ottermo");
    await vscode.commands.executeCommand("pressmark.nextAnnotation");
    await waitFor("it goes round", () => selected() === "Teodora Halsk");
    await vscode.commands.executeCommand("pressmark.previousAnnotation");
    await waitFor("and back", () => selected() === "Jens Ottermo");
    await vscode.commands.executeCommand("pressmark.removeAnnotation");
    deepStrictEqual(await marksOf(uri), ["person: Teodora Halsk"]);
  });

  it("moves marks with what is typed, writes them with the text, and brings them back by undo", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "typed.txt");
    const editor = await openArticle(uri);
    const { document } = editor;
    await label(editor, "harbour", "1");
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "Words before.\n"));
    await document.save();
    const isInPlace = async () => {
      const [item] = await itemsOf(uri);
      return item && textAt(document.getText(), targetsOf(item)[0] ?? { selector: [] }) === "harbour";
    };
    await waitFor("the sidecar follows", isInPlace);
    const range = select(editor, "harbour");
    await editor.edit((edit) => edit.delete(range));
    await waitFor("the view lists it as lost", () =>
      entriesOfView().some((entry) => entry.includes("Not found")),
    );
    await vscode.commands.executeCommand("undo");
    await waitFor("the view has it back", () =>
      entriesOfView().some((entry) => entry.startsWith("claim: harbour. Line")),
    );
    await document.save();
    await waitFor("and the sidecar", isInPlace);
  });

  it("keeps marks through a clean-up and its undo: those of a removed repeat go to the copy that stays", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "cleaned-marks.txt");
    const editor = await openArticle(uri);
    const { document } = editor;
    const original = document.getText();
    await label(editor, REPEATED, "1", "first");
    await label(editor, "Harbour Gazette", "5", "last");
    const before = entriesOfView();
    strictEqual(before.length, 2);
    await vscode.commands.executeCommand("pressmark.cleanUp");
    ok(document.lineCount < original.split("\n").length);
    await document.save();
    await waitFor("both marks stand in the cleaned text", async () => {
      const items = await itemsOf(uri);
      const texts = items.flatMap((item) =>
        targetsOf(item).map((target) => textAt(document.getText(), target)),
      );
      return texts.includes(REPEATED) && texts.includes("Harbour Gazette");
    });
    await vscode.commands.executeCommand("undo");
    strictEqual(document.getText(), original);
    await waitFor(
      "they are where they were",
      () => JSON.stringify(entriesOfView()) === JSON.stringify(before),
    );
    await vscode.commands.executeCommand("redo");
    await waitFor("and move again", () => {
      const entries = entriesOfView();
      return (
        entries.length === 2 &&
        JSON.stringify(entries) !== JSON.stringify(before) &&
        !entries.some((entry) => entry.includes("Not found"))
      );
    });
  });

  it("writes the sidecar of a cleaned copy with hash and lines of the original", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "copied-marks.txt");
    const editor = await openArticle(uri);
    await label(editor, REPEATED, "1", "first");
    await itemsOf(uri);
    const line = editor.selection.start.line + 1;
    const preview = vscode.commands.executeCommand("pressmark.previewCleanUp");
    await acceptUntil(
      "the preview is open",
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff,
    );
    await preview;
    const copy = inWorkspace("copies", "copied-marks.cleaned.txt");
    const saving = vscode.commands.executeCommand("pressmark.saveCleanedCopy");
    await acceptUntil("the copy is written", () => exists(copy));
    await saving;
    const sidecar = await readSidecar(copy);
    strictEqual(sidecar["pressmark:raw"]?.["pressmark:name"], "copied-marks.txt");
    const digest = await crypto.subtle.digest(
      "SHA-256",
      Uint8Array.from(await vscode.workspace.fs.readFile(uri)),
    );
    strictEqual(sidecar["pressmark:raw"]["pressmark:sha256"], hexOf(digest));
    const [item] = sidecar.first.items;
    ok(item);
    strictEqual(textAt(await readText(copy), targetsOf(item)[0] ?? { selector: [] }), REPEATED);
    ok(JSON.stringify(item).includes(`[${line},${line}]`), JSON.stringify(item));
  });

  it("finds its marks again in a file that was changed while it was closed", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "reopened.txt");
    const editor = await openArticle(uri);
    await label(editor, "Jens Ottermo", "1", "last");
    await label(editor, "Maud Ferrant", "4", "last");
    await itemsOf(uri);
    await closeAll();
    const text = await readText(uri);
    await writeText(uri, `A line before all others.\n${text.replaceAll("Maud Ferrant", "M. F.")}`);
    const { document } = await openArticle(uri);
    await waitFor("one is found, the other listed as lost", () => {
      const place = document.positionAt(document.getText().lastIndexOf("Jens Ottermo"));
      const entries = entriesOfView();
      return (
        entries.includes(`claim: Jens Ottermo. Line ${place.line + 1}`) &&
        entries.some((entry) => entry.startsWith("person: Maud Ferrant. Not found:"))
      );
    });
    ok(
      pressmark()
        .annotationGroups()
        .some(({ name }) => name === "Not Found in the Text"),
    );
  });

  it("takes in what somebody else writes, keeps its own, and never writes over what it cannot read", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "shared.txt");
    const editor = await openArticle(uri);
    await label(editor, "Teodora Halsk", "4", "last");
    await itemsOf(uri);
    const sidecar = await readText(sidecarOf(uri));
    const theirs = sidecar.replace('"person"', '"needs check"');
    await writeText(sidecarOf(uri), theirs);
    await waitFor("their label is shown", () =>
      entriesOfView().some((entry) => entry.startsWith("needs check")),
    );
    await label(editor, "Jens Ottermo", "4", "last");
    deepStrictEqual(await marksOf(uri), ["needs check: Teodora Halsk", "person: Jens Ottermo"]);

    const broken = "{ this is no JSON";
    await writeText(sidecarOf(uri), broken);
    await waitFor("the view says so", () =>
      entriesOfView().some((entry) => entry.includes("cannot be read")),
    );
    select(editor, "Anselm Roke");
    void vscode.commands.executeCommand("pressmark.labelWithKey", "4");
    await vscode.commands.executeCommand("pressmark.nextAnnotation");
    strictEqual(await readText(sidecarOf(uri)), broken);
  });

  it("keeps the marks of a text that is not saved, and writes them with it", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "unsaved.txt");
    const editor = await openArticle(uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "Not saved.\n"));
    await label(editor, "Teodora Halsk", "4", "last");
    ok(!(await exists(sidecarOf(uri))), "nothing is written that the file does not say");
    await closeAll();
    await openArticle(uri);
    deepStrictEqual(await marksOf(uri), ["person: Teodora Halsk"]);
    strictEqual((await readText(uri)).includes("Not saved."), false);
  });

  it("writes a note that was typed into its thread in the margin", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "noted.txt");
    const editor = await openArticle(uri);
    const words = "internal quarrels over its own strike fund";
    // Read-only, so that what is typed before the note's input is there goes nowhere.
    await vscode.commands.executeCommand("pressmark.startAnnotating");
    await waitFor("the note is written", async () => {
      select(editor, words, "last");
      await vscode.commands.executeCommand("pressmark.addNote");
      await vscode.commands.executeCommand("type", { text: "Says **who**?" });
      await vscode.commands.executeCommand("editor.action.submitComment");
      return exists(sidecarOf(uri));
    });
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand("pressmark.stopAnnotating");
    const [item] = await itemsOf(uri);
    ok(item);
    ok(bodiesOf(item, "commenting")[0]?.includes("Says **who**?"));
    strictEqual(
      textAt(await readText(uri), targetsOf(item)[0] ?? { selector: [] }),
      "internal quarrels over its own strike fund",
    );
    ok(entriesOfView().some((entry) => entry.includes("Says **who**?")));
  });
});

function hexOf(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
