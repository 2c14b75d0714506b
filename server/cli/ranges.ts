import { type LineIndex, type LinePosition, positionAt, withoutFinalLineBreak } from "../core/text/lines.ts";
import type { Span } from "../core/text/span.ts";

/** A range as LSP writes it: zero-based, columns in UTF-16 units. */
export interface JsonRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** The range of a span less its final line break, which the output leaves out. */
export function rangeOf(lines: LineIndex, span: Span): JsonRange {
  const shown = withoutFinalLineBreak(lines.text, span);
  return { start: positionAt(lines, shown.start, "utf-16"), end: positionAt(lines, shown.end, "utf-16") };
}
