import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { editLines } from "../../server/core/text/edit-lines.ts";
import type { TextEdit } from "../../server/core/text/edits.ts";
import type { ColumnEncoding, LineIndex } from "../../server/core/text/lines.ts";
import { createConverter } from "../../server/features/convert.ts";

/**
 * Edits, each in the text that those before it made, as a client tells them. A client cannot name a place inside a pair of surrogates or
 * of CR LF; an edit there is told as the nearest one that it can name.
 */
export function toChanges(
  before: LineIndex,
  edits: readonly TextEdit[],
  encoding: ColumnEncoding,
): TextDocumentContentChangeEvent[] {
  let lines = before;
  return edits.map(({ span, newText }) => {
    const converter = createConverter(lines, encoding);
    const range = converter.range(span);
    lines = editLines(lines, { span: converter.span(range), newText });
    return { range, text: newText };
  });
}
