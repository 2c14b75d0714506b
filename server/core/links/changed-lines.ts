import type { Unit } from "../article/model.ts";
import { changedPart } from "../text/changed-part.ts";
import { lineAt, lineCount } from "../text/lines.ts";

/** Lines of a unit, `from` (with) to `to` (without). */
export interface LineRange {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
}

export function allLines(unit: Unit): LineRange {
  return { unit, from: 0, to: lineCount(unit.lines) };
}

/**
 * Where two units differ in their lines: all others stand in both, in the same order. Told by the keys of the blocks, without a look
 * at the text.
 *
 * @param reach So many lines before the difference are taken in.
 */
export function changedLines(before: Unit, after: Unit, reach: number): readonly [LineRange, LineRange] {
  const { start, oldEnd, newEnd } = changedPart(before.keys, after.keys);
  const shared = after.keys.length - newEnd;
  return [
    rangeAround(before, { start, end: oldEnd, shared, reach }),
    rangeAround(after, { start, end: newEnd, shared, reach }),
  ];
}

function rangeAround(
  unit: Unit,
  {
    start,
    end,
    shared,
    reach,
  }: { readonly start: number; readonly end: number; readonly shared: number; readonly reach: number },
): LineRange {
  const { blocks, text, lines } = unit;
  const count = lineCount(lines);
  const from = blocks[start]?.span.start ?? text.length;
  const to = blocks[end]?.span.start ?? text.length;
  // A block can start inside a line, and a carriage return and its line feed can be in two: both units must be cut at the same line.
  return {
    unit,
    from: Math.max(0, lineAt(lines, Math.max(0, from - 2)) - reach),
    to: shared === 0 ? count : Math.min(count, lineAt(lines, to + 2) + 1),
  };
}
