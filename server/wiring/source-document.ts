import { type TextDocumentContentChangeEvent, TextDocuments } from "vscode-languageserver";
import { editLines } from "../core/text/edit-lines.ts";
import type { TextEdit } from "../core/text/edits.ts";
import { type ColumnEncoding, indexLines, type LineIndex } from "../core/text/lines.ts";
import { createConverter } from "../features/convert.ts";

/**
 * A version of an open document. The stock `TextDocument` counts columns in UTF-16 whatever was agreed, which corrupts
 * the edits of a client that counts in UTF-8; this one counts as agreed, and tells which edits led to it.
 */
export interface SourceDocument {
  readonly uri: string;
  /** As the client sent it: `scraped-article`, `plaintext`, `text`, `markdown`, … */
  readonly languageId: string;
  readonly version: number;
  readonly lines: LineIndex;
  /**
   * What led here from the version before, each edit in the text that those before it made; undefined when the whole text
   * was sent anew.
   */
  readonly edits: readonly TextEdit[] | undefined;
}

/** The open documents, kept up to date by whole-text and incremental changes. */
export function createSourceDocuments(encoding: () => ColumnEncoding): TextDocuments<SourceDocument> {
  return new TextDocuments<SourceDocument>({
    create: (uri, languageId, version, text) => ({
      uri,
      languageId,
      version,
      lines: indexLines(text),
      edits: undefined,
    }),
    update: (document, changes, version) => updateDocument(document, changes, version, encoding()),
  });
}

/** The document after the changes, each of which refers to the text that those before it made. */
export function updateDocument(
  document: SourceDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  encoding: ColumnEncoding,
): SourceDocument {
  let { lines } = document;
  let edits: TextEdit[] | undefined = [];
  for (const change of changes) {
    if ("range" in change && change.range !== undefined) {
      const edit = { span: createConverter(lines, encoding).span(change.range), newText: change.text };
      lines = editLines(lines, edit);
      edits?.push(edit);
    } else {
      lines = indexLines(change.text);
      edits = undefined;
    }
  }
  return { ...document, version, lines, edits };
}
