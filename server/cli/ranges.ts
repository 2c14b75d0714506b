import type { PlacedUnit } from "../core/article/model.ts";
import { unitIndexAt } from "../core/article/place-units.ts";
import { type LineIndex, type LinePosition, positionAt, withoutFinalLineBreak } from "../core/text/lines.ts";
import { type Span, shiftSpan } from "../core/text/span.ts";

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

/** The same from the units that tile a text; needs no whole text. */
export function rangeAmong(units: readonly PlacedUnit[], span: Span): JsonRange {
  const start = positionAmong(units, span.start, unitIndexAt(units, span.start));
  // What ends where a unit ends, ends in it.
  const last = unitIndexAt(units, Math.max(span.start, span.end - 1));
  const { unit, start: from } = units[last] as PlacedUnit;
  const shown = withoutFinalLineBreak(unit.text, shiftSpan(span, -from));
  return { start, end: positionAmong(units, shown.end + from, last) };
}

function positionAmong(units: readonly PlacedUnit[], offset: number, index: number): LinePosition {
  const { unit, start, line } = units[index] as PlacedUnit;
  const own = positionAt(unit.lines, offset - start, "utf-16");
  return { line: own.line + line, character: own.character };
}

/** The text of a span, whatever units it reaches over. */
export function textAmong(units: readonly PlacedUnit[], { start, end }: Span): string {
  let text = "";
  for (let index = unitIndexAt(units, start); index < units.length; index++) {
    const { unit, start: from } = units[index] as PlacedUnit;
    if (from >= end) {
      break;
    }
    text += unit.text.slice(Math.max(0, start - from), end - from);
  }
  return text;
}
