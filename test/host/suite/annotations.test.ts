import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import { closeAll, copyOfSample, openArticle, readText, waitFor } from "./support.ts";

/** The parts of a sidecar that the tests look at. */
interface Sidecar {
  readonly first: { readonly items: readonly SidecarItem[] };
}
interface SidecarItem {
  readonly id: string;
  readonly body?: readonly { readonly purpose?: string; readonly value?: string }[];
  readonly target: { readonly selector: readonly Selector[] };
}
interface Selector {
  readonly type: string;
  readonly start?: number;
  readonly end?: number;
  readonly exact?: string;
}

function sidecarOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: `${uri.path}.annotations.jsonld` });
}

/** Waits for the sidecar: VS Code renames a file over another by deleting that first. */
async function itemsOf(uri: vscode.Uri): Promise<readonly SidecarItem[]> {
  const text = await waitFor("the sidecar is there", () => readText(sidecarOf(uri)).catch(() => undefined));
  return (JSON.parse(text) as Sidecar).first.items;
}

/** "claim: the words", for each mark of the sidecar in its order. */
async function marksOf(uri: vscode.Uri): Promise<readonly string[]> {
  return (await itemsOf(uri)).map(({ body, target }) => {
    const labels = (body ?? []).filter(({ purpose }) => purpose === "tagging").map(({ value }) => value);
    return `${labels.join(",")}: ${quoteOf(target.selector)}`;
  });
}

function quoteOf(selector: readonly Selector[]): string {
  return selector.find(({ type }) => type === "TextQuoteSelector")?.exact ?? "";
}

/** Selects the first place of a text, as with the mouse. */
function select(editor: vscode.TextEditor, text: string): vscode.Range {
  const at = editor.document.getText().indexOf(text);
  ok(at >= 0, `"${text}" stands in the sample`);
  const { document } = editor;
  editor.selection = new vscode.Selection(document.positionAt(at), document.positionAt(at + text.length));
  return editor.selection;
}

/** Labels a text by the key of the label, as after Ctrl+K, and waits until the sidecar says so. */
async function label(editor: vscode.TextEditor, text: string, key: string): Promise<void> {
  select(editor, text);
  await vscode.commands.executeCommand("pressmark.labelWithKey", key);
}

describe("annotating by hand", () => {
  afterEach(closeAll);

  it("labels the selection and writes the sidecar, and nothing into the dump", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "labelled.txt");
    const before = await readText(uri);
    const editor = await openArticle(uri);
    await label(editor, "harbour", "1");
    deepStrictEqual(await marksOf(uri), ["claim: harbour"]);
    const [item] = await itemsOf(uri);
    const position = item?.target.selector.find(({ type }) => type === "TextPositionSelector");
    strictEqual(before.slice(position?.start, position?.end), "harbour");
    match(item?.id ?? "", /^urn:uuid:/u);
    strictEqual(await readText(uri), before);
    ok(!editor.document.isDirty);
  });

  it("moves marks with what is typed, writes them with the text, and brings them back by undo", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "typed.txt");
    const editor = await openArticle(uri);
    await label(editor, "harbour", "1");
    const start = (await itemsOf(uri))[0]?.target.selector[0]?.start ?? 0;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "Words before.\n"));
    await editor.document.save();
    await waitFor("the sidecar follows", async () => {
      const [item] = await itemsOf(uri);
      return item?.target.selector[0]?.start === start + "Words before.\n".length;
    });
    const range = select(editor, "harbour");
    await editor.edit((edit) => edit.delete(range));
    await vscode.commands.executeCommand("undo");
    await editor.document.save();
    await waitFor("the mark is back", async () => (await marksOf(uri))[0] === "claim: harbour");
  });
});
