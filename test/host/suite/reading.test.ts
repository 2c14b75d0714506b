import { deepStrictEqual, ok, strictEqual } from "node:assert";
import * as vscode from "vscode";
import { closeAll, inWorkspace, openArticle, waitFor } from "./support.ts";

const HEADLINE =
  "Harbour Unions Angry About Being Left Out of Corvania’s Port Security Talks With Norland, Report Says";

describe("reading a dump", () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await openArticle(inWorkspace("harbour-talks.txt"));
  });

  after(closeAll);

  it("has an outline that leads through the sections", async () => {
    const symbols = await waitFor("there is an outline", async () => {
      const found = await execute<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider");
      return found.length > 0 && found;
    });
    deepStrictEqual(
      symbols.map(({ name }) => name),
      [HEADLINE],
    );
    const [article] = symbols;
    ok(article);
    deepStrictEqual(
      article.children.map(({ name }) => name),
      ["Metadata", "Body"],
    );
    const [metadata, body] = article.children;
    ok(metadata && body);
    ok(metadata.children.some(({ name }) => name === "Keywords"));
    ok(body.children.some(({ name }) => name.startsWith("Corvania's Draft Rules")));
    for (const symbol of [article, metadata, body]) {
      ok(symbol.range.contains(symbol.selectionRange));
      ok(symbol.children.every(({ range }) => symbol.range.contains(range)));
    }
  });

  it("colours the five groups", async () => {
    const legend = await execute<vscode.SemanticTokensLegend>("vscode.provideDocumentSemanticTokensLegend");
    const tokens = await waitFor("there are semantic tokens", async () => {
      const found = await execute<vscode.SemanticTokens | undefined>("vscode.provideDocumentSemanticTokens");
      return found !== undefined && found.data.length > 0 && found;
    });
    const byLine = new Map<number, string>();
    let line = 0;
    for (let index = 0; index < tokens.data.length; index += 5) {
      line += tokens.data[index] as number;
      byLine.set(line + 1, legend.tokenTypes[tokens.data[index + 3] as number] as string);
    }
    deepStrictEqual(
      [1, 2, 3, 4, 6, 19, 46, 64].map((number) => byLine.get(number)),
      ["source", "heading", "repeat", "metadata", "date", "repeat", "heading", "heading"],
    );
    strictEqual(byLine.get(50), undefined, "a paragraph is plain text");
  });

  it("declares in package.json the groups that the server speaks of", async () => {
    const { packageJSON } = vscode.extensions.getExtension("pressmark.pressmark") as {
      packageJSON: Manifest;
    };
    const legend = await execute<vscode.SemanticTokensLegend>("vscode.provideDocumentSemanticTokensLegend");
    const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = packageJSON.contributes;
    deepStrictEqual(
      semanticTokenTypes.map(({ id }) => id),
      legend.tokenTypes,
    );
    deepStrictEqual(
      semanticTokenModifiers.map(({ id }) => id),
      legend.tokenModifiers,
    );
    for (const { scopes } of semanticTokenScopes) {
      deepStrictEqual(Object.keys(scopes), legend.tokenTypes);
    }
  });

  it("says at a repeat where its copies are, without a link that does something", async () => {
    const hovers = await execute<vscode.Hover[]>("vscode.executeHoverProvider", new vscode.Position(2, 5));
    const contents = hovers.flatMap((hover) => hover.contents) as vscode.MarkdownString[];
    const text = contents.map(({ value }) => value).join("\n");
    ok(/\b2\b/.test(text), text);
    ok(!text.includes("command:"), text);
    ok(contents.every(({ isTrusted, supportHtml }) => !isTrusted && !supportHtml));
  });

  it("folds, links, selects and hints", async () => {
    const folds = await execute<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider");
    ok(folds.length > 2);
    const links = await execute<vscode.DocumentLink[]>("vscode.executeLinkProvider");
    ok(links.some(({ target }) => target?.authority === "meridianwire.example"));
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const hints = await execute<vscode.InlayHint[]>("vscode.executeInlayHintProvider", whole);
    const labels = hints.map(({ label }) => (typeof label === "string" ? label : label[0]?.value));
    strictEqual(labels.filter((label) => label === "Keywords:").length, 1);
    strictEqual(labels.filter((label) => label === "Headline:").length, 1);
    const places = [new vscode.Position(49, 10)];
    const [selection] = await execute<vscode.SelectionRange[]>(
      "vscode.executeSelectionRangeProvider",
      places,
    );
    ok(selection?.parent);
  });

  it("leads from a related date to its story", async () => {
    const definitions = await execute<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      new vscode.Position(56, 3),
    );
    const lines = definitions.map((one) => ("range" in one ? one.range : one.targetRange).start.line);
    deepStrictEqual(lines, [19]);
  });

  it("jumps between body and metadata", async () => {
    await vscode.commands.executeCommand("pressmark.goToBody");
    await waitFor("the cursor is in the body", () => cursorLine() === 46);
    await vscode.commands.executeCommand("pressmark.goToMetadata");
    await waitFor("the cursor is in the metadata", () => cursorLine() <= 2);
  });

  it("binds its keys to this language alone, and none to a clean-up", () => {
    const { packageJSON } = vscode.extensions.getExtension("pressmark.pressmark") as {
      packageJSON: Manifest;
    };
    const { keybindings } = packageJSON.contributes;
    const chords = keybindings.filter(({ key }) => key.includes(" "));
    deepStrictEqual(
      chords.map(({ command, key, mac }) => [command, key, mac]),
      [
        ["pressmark.goToBody", "ctrl+k b", "cmd+k b"],
        ["pressmark.goToMetadata", "ctrl+k h", "cmd+k h"],
        ["pressmark.copyAsQuotation", "ctrl+k q", "cmd+k q"],
        ["pressmark.labelSelection", "ctrl+k l", "cmd+k l"],
        ["pressmark.repeatLabel", "ctrl+k space", "cmd+k space"],
        ["pressmark.addNote", "ctrl+k n", "cmd+k n"],
        ["pressmark.labelWithKey", "ctrl+k 1", "cmd+k 1"],
        ["pressmark.labelWithKey", "ctrl+k 2", "cmd+k 2"],
        ["pressmark.labelWithKey", "ctrl+k 3", "cmd+k 3"],
        ["pressmark.labelWithKey", "ctrl+k 4", "cmd+k 4"],
        ["pressmark.labelWithKey", "ctrl+k 5", "cmd+k 5"],
        ["pressmark.labelWithKey", "ctrl+k 6", "cmd+k 6"],
        ["pressmark.labelWithKey", "ctrl+k 7", "cmd+k 7"],
        ["pressmark.labelWithKey", "ctrl+k 8", "cmd+k 8"],
        ["pressmark.linkToSource", "ctrl+k j", "cmd+k j"],
      ],
    );
    ok(chords.every(({ when }) => when.includes("scraped-article")));
    // Single keys are those of the annotating session, which is read-only and which the user has started.
    const single = keybindings.filter(({ key }) => !key.includes(" "));
    ok(
      single.every(({ when }) => /(^|&& )pressmark\.(annotating|pickingInText)\b/.test(when)),
      JSON.stringify(single),
    );
    ok(keybindings.every(({ command }) => !/clean|repair|remove|join/i.test(command)));
  });

  function cursorLine(): number {
    return (vscode.window.activeTextEditor?.selection.active.line ?? -1) + 1;
  }

  function execute<Result>(command: string, ...rest: readonly unknown[]): Thenable<Result> {
    return vscode.commands.executeCommand<Result>(command, editor.document.uri, ...rest);
  }
});

describe("the defaults of the language", () => {
  after(closeAll);

  it("wrap lines, draw no boxes round quotation marks, and suggest nothing while typing", async () => {
    const { document } = await openArticle(inWorkspace("harbour-talks.txt"));
    const settings = vscode.workspace.getConfiguration("editor", document);
    strictEqual(settings.get("wordWrap"), "on");
    strictEqual(settings.get("semanticHighlighting.enabled"), true);
    strictEqual(settings.get("unicodeHighlight.ambiguousCharacters"), false);
    strictEqual(settings.get("unicodeHighlight.invisibleCharacters"), false);
    strictEqual(settings.get("autoClosingQuotes"), "never");
    deepStrictEqual(settings.get("quickSuggestions"), { other: "off", comments: "off", strings: "off" });
  });
});

interface Manifest {
  readonly contributes: {
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac: string;
      readonly when: string;
    }[];
  };
}
