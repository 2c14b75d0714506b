import type { TextEdit } from "vscode-languageserver-types";
import type { TextEdit as OffsetEdit } from "../../core/text/edits.ts";
import type { Converter } from "../convert.ts";

/** The core's edits in LSP's shape, in the same order. */
export function toTextEdits(convert: Converter, edits: readonly OffsetEdit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: convert.range(span), newText }));
}
