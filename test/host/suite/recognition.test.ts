import { strictEqual } from "node:assert";
import * as vscode from "vscode";
import {
  closeAll,
  copyOfSample,
  findingsOf,
  inWorkspace,
  LANGUAGE,
  open,
  openArticle,
  readText,
  waitFor,
  waitForFindings,
  withSetting,
  writeText,
} from "./support.ts";

const README = `# Harbour

Meridian Wire International is a package of helpers. See https://meridianwire.example/ for its pages.

## Install

    npm install harbour

Published 2023-03-14. Licence: MIT.
`;

describe("recognition", () => {
  afterEach(closeAll);

  it("switches a dump to the language by itself", async () => {
    const { document } = await open(inWorkspace("river-lanterns.txt"));
    await waitFor("the language is switched", () => document.languageId === LANGUAGE);
  });

  it("leaves other text alone", async () => {
    const uri = inWorkspace("copies", "readme.txt");
    await writeText(uri, README);
    const { document } = await open(uri);
    // A dump that is opened later and switched shows that the README was looked at and left alone.
    await openArticle(inWorkspace("harbour-talks.txt"));
    strictEqual(document.languageId, "plaintext");
  });

  it("does not fight a language chosen by hand, nor forget it", async () => {
    const uri = await copyOfSample("harbour-talks.txt", "by-hand.txt");
    const { document } = await openArticle(uri);
    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await closeAll();
    await waitFor("the document is gone", () => document.isClosed);
    const again = await open(uri);
    await openArticle(inWorkspace("harbour-talks.txt"));
    strictEqual(again.document.languageId, "plaintext");
  });

  it("takes the choice back by a command", async () => {
    const uri = inWorkspace("copies", "by-hand.txt");
    const { document } = await open(uri);
    await vscode.commands.executeCommand("pressmark.treatAsArticle");
    await waitFor("the language is switched", () => document.languageId === LANGUAGE);
    await closeAll();
    await waitFor("the document is gone", () => document.isClosed);
    await openArticle(uri);
  });

  it("remembers that a text which it only offered was taken as an article", async () => {
    const uri = await copyOfSample("bridge-keeper.txt", "offered.txt");
    const { document } = await open(uri);
    await openArticle(inWorkspace("harbour-talks.txt"));
    strictEqual(document.languageId, "plaintext", "it is not sure enough to be switched");
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("pressmark.treatAsArticle");
    await waitFor("the language is switched", () => document.languageId === LANGUAGE);
    await closeAll();
    await waitFor("the document is gone", () => document.isClosed);
    await openArticle(uri);
  });

  it("keeps the choice when the file is renamed", async () => {
    const from = await copyOfSample("harbour-talks.txt", "before.txt");
    const to = inWorkspace("copies", "after.txt");
    const { document } = await openArticle(from);
    await vscode.commands.executeCommand("pressmark.treatAsPlainText");
    await waitFor("the language is plain text", () => document.languageId === "plaintext");
    await closeAll();
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to, { overwrite: true });
    strictEqual(await vscode.workspace.applyEdit(edit), true);
    const renamed = await open(to);
    await openArticle(inWorkspace("harbour-talks.txt"));
    strictEqual(renamed.document.languageId, "plaintext");
  });

  it("recognises a dump that is pasted into an untitled document", async () => {
    const text = await readText(inWorkspace("harbour-talks.txt"));
    const document = await vscode.workspace.openTextDocument({ content: "", language: "plaintext" });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), text));
    await waitFor("the language is switched", () => document.languageId === LANGUAGE);
    await waitForFindings(document.uri);
  });

  it("only offers when the settings say so", async () => {
    await withSetting("pressmark.recognise", "offer", async () => {
      const uri = await copyOfSample("harbour-talks.txt", "offer-only.txt");
      const { document } = await open(uri);
      await vscode.commands.executeCommand("pressmark.treatAsArticle");
      await waitFor("the command switches it all the same", () => document.languageId === LANGUAGE);
      const other = await copyOfSample("harbour-talks.txt", "offer-only-2.txt");
      const untouched = await open(other);
      // The article is opened again and switched because it was chosen; the other one was looked at before it.
      await open(uri);
      strictEqual(untouched.document.languageId, "plaintext");
    });
  });

  it("honours files.associations, and takes no change of them for a choice", async () => {
    const uri = inWorkspace("copies", "associated.dump");
    await writeText(uri, README);
    const { document } = await openArticle(inWorkspace("harbour-talks.txt"));
    await withSetting("files.associations", { "*.dump": LANGUAGE }, async () => {
      const associated = await open(uri);
      strictEqual(associated.document.languageId, LANGUAGE);
    });
    await waitFor("the dump is an article after all", () => document.languageId === LANGUAGE);
    await closeAll();
    await waitFor("the document is gone", () => document.isClosed);
    await openArticle(inWorkspace("harbour-talks.txt"));
  });

  it("serves Markdown with an article's front matter as the Markdown that it is", async () => {
    const uri = inWorkspace("community-oven.md");
    const { document } = await open(uri);
    await waitForFindings(uri);
    strictEqual(document.languageId, "markdown");
  });

  it("says nothing about other Markdown", async () => {
    const uri = inWorkspace("copies", "README.md");
    await writeText(uri, README);
    await open(uri);
    await openArticle(inWorkspace("harbour-talks.txt"));
    await waitForFindings(inWorkspace("harbour-talks.txt"));
    strictEqual(findingsOf(uri).length, 0);
  });
});
