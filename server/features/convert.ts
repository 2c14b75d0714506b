import type { Position, Range } from "vscode-languageserver-types";
import {
  type ColumnEncoding,
  type LineIndex,
  lineAt,
  offsetAt,
  positionAt,
  utf8Length,
} from "../core/text/lines.ts";
import type { Span } from "../core/text/span.ts";

/** Between the core's offsets and LSP's positions, for one text in one encoding. */
export interface Converter {
  position(offset: number): Position;
  range(span: Span): Range;
  /** A position outside the text gives the nearest offset. */
  offset(position: Position): number;
  /** A range whose end lies before its start gives the empty span at its start. */
  span(range: Range): Span;
}

export function createConverter(lines: LineIndex, encoding: ColumnEncoding): Converter {
  const position = encoding === "utf-16" ? utf16Positions(lines) : utf8Positions(lines);
  const offset = (place: Position) => offsetAt(lines, place, encoding);
  return {
    position,
    range: (span) => ({ start: position(span.start), end: position(span.end) }),
    offset,
    span: (range) => {
      const start = offset(range.start);
      return { start, end: Math.max(start, offset(range.end)) };
    },
  };
}

function utf16Positions(lines: LineIndex): (offset: number) => Position {
  return (offset) => positionAt(lines, offset, "utf-16");
}

/**
 * UTF-8 columns have to be counted from the start of the line. Features ask for positions in text order, so counting
 * goes on from the last answer: without that, a dump on one line with many findings would take quadratic time.
 */
function utf8Positions(lines: LineIndex): (offset: number) => Position {
  let last = { line: -1, offset: 0, character: 0 };
  return (offset) => {
    const clamped = Math.min(Math.max(offset, 0), lines.text.length);
    const line = lineAt(lines, clamped);
    const goesOn = last.line === line && last.offset <= clamped && !splitsPair(lines.text, last.offset);
    const from = goesOn ? last : { offset: lines.starts[line] as number, character: 0 };
    const character = from.character + utf8Length(lines.text, { start: from.offset, end: clamped });
    last = { line, offset: clamped, character };
    return { line, character };
  };
}

function splitsPair(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
