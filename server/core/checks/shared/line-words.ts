import { type LineIndex, lineAt } from "../../text/lines.ts";
import { isEmptySpan, type Span } from "../../text/span.ts";

/** The number of the line that an offset is on, as a reader counts: from 1. */
export function lineNumber(lines: LineIndex, offset: number): number {
  return lineAt(lines, offset) + 1;
}

/** `line 7` or `lines 36 to 39`. */
export function linesInWords(lines: LineIndex, span: Span): string {
  const first = lineNumber(lines, span.start);
  const last = lineNumber(lines, isEmptySpan(span) ? span.start : span.end - 1);
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}

/** Whether two offsets are on one line. */
export function isSameLine(lines: LineIndex, first: number, second: number): boolean {
  return lineAt(lines, first) === lineAt(lines, second);
}
