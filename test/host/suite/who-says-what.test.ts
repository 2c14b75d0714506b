import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import { closeAll, copyOfSample, openArticle, readText, waitFor, withSetting } from "./support.ts";

interface SidecarItem {
  readonly target: { readonly selector: readonly { readonly type: string; readonly exact?: string }[] };
}

async function quotesOf(uri: vscode.Uri): Promise<readonly string[]> {
  const sidecar = uri.with({ path: `${uri.path}.annotations.jsonld` });
  const text = await waitFor("the sidecar is there", () => readText(sidecar).catch(() => undefined));
  const { first } = JSON.parse(text) as { first: { items: readonly SidecarItem[] } };
  return first.items.map(
    ({ target }) =>
      [target].flat()[0]?.selector.find(({ type }) => type === "TextQuoteSelector")?.exact ?? "",
  );
}

function placeOf(document: vscode.TextDocument, words: string): vscode.Position {
  const at = document.getText().lastIndexOf(words);
  ok(at >= 0, `"${words}" stands in the sample`);
  return document.positionAt(at);
}

function lenses(uri: vscode.Uri): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);
}

function symbolsOf(uri: vscode.Uri): Thenable<vscode.DocumentSymbol[]> {
  return vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", uri);
}

function namesOf(symbols: readonly vscode.DocumentSymbol[]): readonly string[] {
  return symbols.flatMap(({ name, children }) => [name, ...namesOf(children)]);
}

async function acceptAction(uri: vscode.Uri, at: vscode.Position): Promise<vscode.CodeAction | undefined> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    new vscode.Range(at, at),
  );
  return actions.find(({ title }) => title === "Accept Statement as Annotation");
}

describe("who says what", () => {
  afterEach(closeAll);

  it("shows nothing in the editor until it is asked to, then the sources above the body", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "lens.txt");
    const editor = await openArticle(uri);
    deepStrictEqual(await lenses(uri), []);
    await withSetting("pressmark.attribution.codeLens", true, async () => {
      const [lens] = await waitFor("the lens is there", async () => {
        const found = await lenses(uri);
        return found.length > 0 ? found : undefined;
      });
      match(
        lens?.command?.title ?? "",
        /^\d+ sources: \d+ named, \d+ described, \d+ unnamed, \d+ via other media$/u,
      );
      match(editor.document.lineAt(lens?.range.start.line ?? 0).text, /^Harbour Unions Angry/u);
    });
    await waitFor("the lens is gone", async () => ((await lenses(uri)).length === 0 ? true : undefined));
  });

  it("shows the sources in the outline and behind pronouns when it is asked to", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "outline.txt");
    const editor = await openArticle(uri);
    await withSetting("pressmark.attribution.inlayHints", true, async () => {
      const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
      const words = await waitFor("the hint is there", async () => {
        const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
          "vscode.executeInlayHintProvider",
          uri,
          whole,
        );
        const labels = hints.map(({ label }) => String(label));
        return labels.includes("= Maud Ferrant") ? labels : undefined;
      });
      ok(words.includes("(unnamed)"));
    });
    const names = async () => namesOf(await symbolsOf(uri));
    ok(!(await names()).includes("Maud Ferrant"));
    await withSetting("pressmark.attribution.outline", true, async () => {
      await waitFor("the outline has the sources", async () => (await names()).includes("Maud Ferrant"));
    });
    await waitFor("and no more when it is off", async () => !(await names()).includes("Maud Ferrant"));
  });

  it("accepts the statement at the cursor as an annotation, once", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "accepted.txt");
    const editor = await openArticle(uri);
    const at = placeOf(editor.document, "Both capitals have");
    const action = await waitFor("the action is offered", () => acceptAction(uri, at));
    strictEqual(action.command?.command, "pressmark.acceptStatement");
    await vscode.commands.executeCommand("pressmark.revealStatement", ...(action.command?.arguments ?? []));
    match(editor.document.getText(editor.selection), /^that they have the right to inspect any vessel/u);
    strictEqual(editor.selection.start.line, at.line);
    await vscode.commands.executeCommand("pressmark.acceptStatement", ...(action.command?.arguments ?? []));
    const quotes = await quotesOf(uri);
    strictEqual(quotes.length, 1);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand("pressmark.acceptStatement");
    deepStrictEqual(await quotesOf(uri), quotes);
  });

  it("accepts all statements in one step, which one undo takes back", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "all-accepted.txt");
    await openArticle(uri);
    await vscode.commands.executeCommand("pressmark.acceptAllStatements");
    const count = (await quotesOf(uri)).length;
    ok(count > 15, `${count} statements`);
    await vscode.commands.executeCommand("pressmark.undoAnnotation");
    const left = await waitFor("they are taken back", async () => {
      const sidecar = uri.with({ path: `${uri.path}.annotations.jsonld` });
      const text = await readText(sidecar).catch(() => "");
      return text === "" || !text.includes("TextQuoteSelector") ? "none" : undefined;
    });
    strictEqual(left, "none");
  });

  it("has a view that can be shown", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "viewed.txt");
    await openArticle(uri);
    await vscode.commands.executeCommand("pressmark.showSources");
  });
});
