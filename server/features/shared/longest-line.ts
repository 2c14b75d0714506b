import type { PlacedUnit, Unit } from "../../core/article/model.ts";
import { lineContentSpan } from "../../core/text/lines.ts";

/** A line of a document, and its length in UTF-16 code units, without its line break. */
export interface LongLine {
  /** Zero-based. */
  readonly line: number;
  readonly length: number;
}

/** Shorter lines are treated by no editor otherwise than others: VS Code stops drawing one here, and colouring it later. */
export const LONG_LINE = 10_000;

/** Finds the longest line of version after version of a document, the first of several; undefined where none is long. */
export type LongestLineFinder = (units: readonly PlacedUnit[]) => LongLine | undefined;

export function createLongestLineFinder(): LongestLineFinder {
  const known = new WeakMap<Unit, LongLine>();

  function longestOf(unit: Unit): LongLine {
    let longest = known.get(unit);
    if (longest === undefined) {
      longest = longestLine(unit);
      known.set(unit, longest);
    }
    return longest;
  }

  return (units) => {
    let longest: LongLine | undefined;
    for (const { unit, line } of units) {
      const own = longestOf(unit);
      if (own.length >= (longest === undefined ? LONG_LINE : longest.length + 1)) {
        longest = { line: own.line + line, length: own.length };
      }
    }
    return longest;
  };
}

function longestLine({ lines }: Unit): LongLine {
  let longest = { line: 0, length: 0 };
  for (let line = 0; line < lines.starts.length; line++) {
    const end = lines.starts[line + 1] ?? lines.text.length;
    if (end - (lines.starts[line] as number) > longest.length) {
      const content = lineContentSpan(lines, line);
      const length = content.end - content.start;
      longest = length > longest.length ? { line, length } : longest;
    }
  }
  return longest;
}
