import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import { entriesOfView, label } from "../suite/annotation-support.ts";
import {
  acceptUntil,
  activeDiff,
  closeAll,
  inWorkspace,
  openArticle,
  sameText,
  waitFor,
  waitForFindings,
} from "../suite/support.ts";
import { chooseAlways, entriesOf, listen } from "./listen.ts";
import { Shelf } from "./shelf.ts";

const SAMPLES = ["harbour-talks.txt", "harbour-talks.cleaned.txt"];

describe("a read-only folder of a virtual file system", () => {
  const dump = inWorkspace("harbour-talks.txt");
  const { said, views } = listen();
  let shelf: Shelf;
  let registration: vscode.Disposable;
  let original = "";
  let cleaned = "";

  before(async () => {
    const extension = vscode.extensions.getExtension("pressmark.pressmark");
    ok(extension);
    const files = new Map<string, Uint8Array>();
    for (const name of SAMPLES) {
      const uri = vscode.Uri.joinPath(extension.extensionUri, "test/fixtures/samples", name);
      files.set(name, await vscode.workspace.fs.readFile(uri));
    }
    [original, cleaned] = SAMPLES.map((name) => new TextDecoder().decode(files.get(name))) as [
      string,
      string,
    ];
    shelf = new Shelf(inWorkspace(), files);
    registration = vscode.workspace.registerFileSystemProvider(dump.scheme, shelf, { isReadonly: true });
    await vscode.commands.executeCommand("pressmark.copyAsQuotation");
    strictEqual(said.length, 1, "What the extension says is heard, as these tests lie in its folder.");
  });

  beforeEach(() => {
    said.length = 0;
  });
  afterEach(closeAll);
  after(() => registration.dispose());

  it("has its dumps recognised, checked, outlined and quoted", async () => {
    const editor = await openArticle(dump);
    strictEqual((await waitForFindings(dump)).length, 17);
    const symbols = await vscode.commands.executeCommand<unknown[]>(
      "vscode.executeDocumentSymbolProvider",
      dump,
    );
    strictEqual(symbols.length, 1);
    editor.selection = new vscode.Selection(47, 4, 48, 13);
    await vscode.commands.executeCommand("pressmark.copyAsQuotation");
    await waitFor("a quotation is copied", async () =>
      (await vscode.env.clipboard.readText()).includes("a seat at the upcoming”"),
    );
    deepStrictEqual(said, []);
  });

  it("has a clean-up previewed, which is not applied; that a copy can be saved is said", async () => {
    const { document } = await openArticle(dump);
    await waitForFindings(dump);
    const running = vscode.commands.executeCommand("pressmark.previewCleanUp");
    const diff = await acceptUntil("the preview is open", activeDiff);
    await running;
    const preview = await vscode.workspace.openTextDocument(diff.modified);
    sameText(preview.getText(), cleaned);
    await vscode.commands.executeCommand("pressmark.applyCleanUp");
    const message = await waitFor("it is said that nothing was changed", () => said.at(-1));
    match(message, /read-only, so nothing was changed.*Save as Copy/u);
    sameText(document.getText(), original);
    strictEqual(document.isDirty, false);
  });

  it("says that what is ignored has no place there", async () => {
    await openArticle(dump);
    await waitForFindings(dump);
    const action = await waitFor("the light bulb offers to ignore", async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        dump,
        new vscode.Range(56, 1, 56, 1),
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ title }) => title.startsWith("Ignore"));
    });
    const { command, arguments: given = [] } = action.command as vscode.Command;
    void vscode.commands.executeCommand(command, ...given);
    const message = await waitFor("it is said why not", () => said.at(-1));
    match(message, /The folder is read-only.*\.pressmark\/ignore\.json.*copy that can be changed/u);
  });

  it("has a folder checked that VS Code cannot search", async () => {
    await vscode.commands.executeCommand("pressmark.checkFolder", inWorkspace());
    match(said.at(-1) ?? "", /^2 text files were looked at\. 2 hold scraped articles\./u);
  });

  it("says of an export and of a cleaned copy that they need another place", async () => {
    await openArticle(dump);
    await waitForFindings(dump);
    const refusal = /cannot be written to: it is read-only.*Choose another place/u;
    chooseAlways(inWorkspace("harbour-talks.article.txt"));
    void vscode.commands.executeCommand("pressmark.exportArticle");
    match(await waitFor("it is said of the export", () => said.at(-1)), refusal);
    said.length = 0;
    const running = vscode.commands.executeCommand("pressmark.previewCleanUp");
    await acceptUntil("the preview is open", activeDiff);
    await running;
    void vscode.commands.executeCommand("pressmark.saveCleanedCopy");
    match(await waitFor("it is said of the copy", () => said.at(-1)), refusal);
  });

  it("has marks kept elsewhere, which is said once", async () => {
    const editor = await openArticle(dump);
    await waitForFindings(dump);
    await label(editor, "wants a seat", "1");
    await label(editor, "has remained in close contact", "2", "last");
    await waitFor("both are listed", () => entriesOfView().length === 2);
    strictEqual(said.length, 1);
    match(
      said[0] ?? "",
      /^harbour-talks\.txt\.annotations\.jsonld cannot be written, as this folder is read-only.*kept in VS Code’s storage.*Export Annotations/u,
    );
    await closeAll();
    await openArticle(dump);
    await waitFor("both are there when the file is opened again", () => entriesOfView().length === 2);
  });

  it("has every entry of its views spoken, in words and not by its icon", async function () {
    if (views.size === 0) {
      console.log("  skipped: the views were made before the tests were loaded");
      this.skip();
    }
    await openArticle(dump);
    await waitForFindings(dump);
    deepStrictEqual([...views.keys()].sort(), ["pressmark.annotations", "pressmark.sources"]);
    for (const [id, view] of views) {
      const entries = await waitFor(`${id} has entries`, async () => {
        const found = await entriesOf(view);
        return found.length > 2 && found;
      });
      for (const { label, accessibilityInformation } of entries) {
        const spoken = accessibilityInformation?.label ?? "";
        match(spoken, /\p{L}{2}/u, `${id}: ${String(label)}`);
      }
    }
  });

  it("is never written to", () => {
    deepStrictEqual(shelf.attempts, []);
  });
});
