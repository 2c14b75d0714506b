import { deepStrictEqual, match, ok } from "node:assert";
import * as vscode from "vscode";
import { closeAll, inWorkspace, openArticle, waitFor, waitForFindings } from "../suite/support.ts";

/** As VS Code keeps it in another language than English. */
interface Command {
  readonly command: string;
  readonly title: { readonly value: string; readonly original: string };
}

/** This suite runs in German, where VS Code can be brought to it without its language pack. */
describe("in German", () => {
  before(function () {
    if (vscode.env.language !== "de") {
      console.log(
        `  German is not tried: this VS Code speaks "${vscode.env.language}" without a language pack.`,
      );
      this.skip();
    }
  });
  after(closeAll);

  it("the server speaks German: outline, findings, fixes, hovers", async () => {
    const { document } = await openArticle(inWorkspace("harbour-talks.txt"));
    const findings = await waitForFindings(document.uri);
    ok(
      findings.some(({ message }) => message.startsWith("Diese Zeile ")),
      findings[0]?.message,
    );
    const [article] = await waitFor("there is an outline", async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      return found.length > 0 && found;
    });
    deepStrictEqual(
      article?.children.map(({ name }) => name),
      ["Metadaten", "Text"],
    );
    ok(article?.children[0]?.children.some(({ name }) => name === "Verwandte Artikel"));
    const actions = await waitFor("there are fixes", async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        new vscode.Range(18, 1, 18, 1),
      );
      return found.length > 0 && found;
    });
    ok(
      actions.some(({ title }) => /entfernen/u.test(title)),
      actions.map(({ title }) => title).join("\n"),
    );
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      new vscode.Position(5, 2),
    );
    const { value } = (hover?.contents[0] ?? { value: "" }) as vscode.MarkdownString;
    match(value, /Veröffentlicht.*14.. März 2023/su);
  });

  it("and so do the client and its manifest", async () => {
    ok(Object.keys(vscode.l10n.bundle ?? {}).length > 300);
    const { contributes } = (vscode.extensions.getExtension("pressmark.pressmark")?.packageJSON ?? {}) as {
      readonly contributes?: { readonly commands: readonly Command[] };
    };
    const found = contributes?.commands.find(({ command }) => command === "pressmark.exportAnnotations");
    deepStrictEqual(found?.title, { value: "Annotationen exportieren…", original: "Export Annotations…" });
  });
});
