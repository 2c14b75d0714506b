import { ok, strictEqual } from "node:assert";
import { commands, extensions, window, workspace } from "vscode";
import { closeAll, inWorkspace, LANGUAGE, openArticle, waitFor, waitForFindings } from "../suite/support.ts";

describe("Restricted Mode", () => {
  after(closeAll);

  it("leaves the extension on although the workspace is not trusted", () => {
    strictEqual(workspace.isTrusted, false);
    strictEqual(extensions.getExtension("pressmark.pressmark")?.id, "pressmark.pressmark");
  });

  it("has a dump recognised, checked and outlined", async () => {
    const { document } = await openArticle(inWorkspace("harbour-talks.txt"));
    strictEqual(document.languageId, LANGUAGE);
    ok((await waitForFindings(document.uri)).length > 0);
    const symbols = await waitFor("there is an outline", async () => {
      const found = await commands.executeCommand<unknown[]>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      return found.length > 0 && found;
    });
    strictEqual(symbols.length, 1);
  });

  it("lets an article be cleaned up, which touches nothing but its text", async () => {
    const { document } = await openArticle(inWorkspace("harbour-talks.txt"));
    const lines = document.lineCount;
    await commands.executeCommand("pressmark.cleanUp");
    await waitFor("the text has become shorter", () => document.lineCount < lines);
    strictEqual(window.activeTextEditor?.document, document);
    await commands.executeCommand("undo");
    await waitFor("one undo brings it back", () => document.lineCount === lines);
  });

  it("draws no boxes round quotation marks, which VS Code does in untrusted files of any other language", () => {
    const settings = workspace.getConfiguration("editor.unicodeHighlight", { languageId: LANGUAGE });
    for (const name of ["ambiguousCharacters", "invisibleCharacters", "nonBasicASCII"]) {
      strictEqual(settings.get(name), false, name);
    }
  });
});
