/**
 * The floor that Pressmark's times are given as multiples of: the least that a language server built with the same
 * library can do. On each edit it splits the text into lines, puts every paragraph into a Map, and sends an empty list.
 */
// biome-ignore lint/correctness/noUndeclaredDependencies: the project's own; the manifest in this folder lists the peers.
import { createConnection, TextDocumentSyncKind, TextDocuments } from "vscode-languageserver/node";
// biome-ignore lint/correctness/noUndeclaredDependencies: the project's own; the manifest in this folder lists the peers.
import { TextDocument } from "vscode-languageserver-textdocument";

const connection = createConnection();
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document }) => {
  const firstLines = new Map<string, number>();
  for (const [line, paragraph] of document.getText().split("\n").entries()) {
    if (!firstLines.has(paragraph)) {
      firstLines.set(paragraph, line);
    }
  }
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [] });
});
documents.listen(connection);
connection.listen();
