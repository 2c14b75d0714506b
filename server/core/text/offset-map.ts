import { compareEdits, type TextEdit } from "./edits.ts";
import type { Span } from "./span.ts";

/**
 * How the offsets of a text move when edits are applied to it. Built once per set of edits, asked many times, both ways.
 */
export interface OffsetMap {
  /** Sorted, disjoint: what the edits replace, in the old text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Where the replacements stand in the new text. */
  readonly newStarts: readonly number[];
  readonly newEnds: readonly number[];
}

/**
 * Which way an offset goes that lies inside replaced text, or where text is put in: before the new text or behind it.
 * The edges of replaced text stay the edges of what replaces it.
 */
export type OffsetBias = "before" | "after";

/** @throws RangeError when two edits overlap, as `applyEdits` does. */
export function createOffsetMap(edits: readonly TextEdit[]): OffsetMap {
  const starts: number[] = [];
  const ends: number[] = [];
  const newStarts: number[] = [];
  const newEnds: number[] = [];
  let shift = 0;
  let previousEnd = 0;
  for (const { span, newText } of [...edits].sort(compareEdits)) {
    if (span.start < previousEnd || span.end < span.start) {
      throw new RangeError(`Edit ${span.start}-${span.end} overlaps another edit.`);
    }
    starts.push(span.start);
    ends.push(span.end);
    newStarts.push(span.start + shift);
    newEnds.push(span.start + shift + newText.length);
    shift += newText.length - (span.end - span.start);
    previousEnd = span.end;
  }
  return { starts, ends, newStarts, newEnds };
}

/** The offset in the new text of an offset in the old one. Logarithmic. */
export function mapOffset(map: OffsetMap, offset: number, bias: OffsetBias): number {
  return translate(map.starts, map.ends, map.newStarts, map.newEnds, offset, bias);
}

/** The offset in the old text of an offset in the new one. Logarithmic. */
export function unmapOffset(map: OffsetMap, offset: number, bias: OffsetBias): number {
  return translate(map.newStarts, map.newEnds, map.starts, map.ends, offset, bias);
}

/**
 * The span in the new text of a span in the old one: what of it is left. Text put in at its edges stays outside; a span
 * that was replaced as a whole becomes what replaced it, and one that was removed is empty.
 */
export function mapSpan(map: OffsetMap, span: Span): Span {
  const start = mapOffset(map, span.start, "after");
  return { start, end: Math.max(start, mapOffset(map, span.end, "before")) };
}

function translate(
  starts: readonly number[],
  ends: readonly number[],
  newStarts: readonly number[],
  newEnds: readonly number[],
  offset: number,
  bias: OffsetBias,
): number {
  let index = firstEndingAtOrAfter(ends, offset);
  const start = starts[index];
  if (start === undefined || offset < start) {
    return offset - (ends[index - 1] ?? 0) + (newEnds[index - 1] ?? 0);
  }
  const end = ends[index] as number;
  const isLeftEdge = offset === start && start < end;
  const isRightEdge = offset === end && start < end;
  let translated = (isLeftEdge || (bias === "before" && !isRightEdge) ? newStarts : newEnds)[index] as number;
  if (bias === "after") {
    // Whatever is put in at this very place comes before the offset.
    while (starts[index + 1] === offset && ends[index + 1] === offset) {
      index++;
      translated = newEnds[index] as number;
    }
  }
  return translated;
}

/** The first edit that ends at an offset or behind it; the number of edits where there is none. Binary search. */
function firstEndingAtOrAfter(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] as number) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
