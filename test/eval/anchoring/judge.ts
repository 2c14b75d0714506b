import type { Span } from "../../../server/core/text/span.ts";
import type { EditedText } from "./edited-text.ts";

/** Where a mark must stand after a script of edits: its edges, each in a range where the words at it were edited. */
export interface Truth {
  readonly start: Span;
  readonly end: Span;
  /** How much of the mark's letters the script left as they were, 0..1. */
  readonly kept: number;
}

/** `half` is a mark of which less than half is left: to find it and to give it up are both right. */
export type Verdict = "right" | "wrong" | "orphaned" | "rightly orphaned";

/** From how much on a mark must be found. */
export const LEAST_KEPT = 0.5;

export function truthOf(edited: EditedText, mark: Span): Truth {
  const touched = edited.atoms.filter(
    ({ start, end }) =>
      (start < mark.end && end > mark.start) || (start === end && start > mark.start && start < mark.end),
  );
  let kept = 0;
  for (const { start, end, newText } of touched) {
    if (newText === undefined) {
      kept += letters(edited.oldText.slice(Math.max(start, mark.start), Math.min(end, mark.end)));
    }
  }
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) {
    throw new RangeError("A mark lies in no atom.");
  }
  return {
    start:
      first.newText === undefined
        ? point(first.newStart + mark.start - first.start)
        : withSpace(edited.text, { start: first.newStart, end: first.newEnd }),
    end:
      last.newText === undefined
        ? point(last.newStart + mark.end - last.start)
        : withSpace(edited.text, { start: last.newStart, end: last.newEnd }),
    kept: kept / letters(edited.oldText.slice(mark.start, mark.end)),
  };
}

export function judge({ start, end, kept }: Truth, found: Span | undefined): Verdict {
  if (found === undefined) {
    return kept >= LEAST_KEPT ? "orphaned" : "rightly orphaned";
  }
  return kept > 0 && isIn(start, found.start) && isIn(end, found.end) ? "right" : "wrong";
}

function isIn(range: Span, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

function point(offset: number): Span {
  return { start: offset, end: offset };
}

/** White space and marks beside an edited word belong to it or not: nobody can tell. */
function withSpace(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from > 0 && /[^\p{L}\p{N}]/u.test(text.charAt(from - 1))) from--;
  while (to < text.length && /[^\p{L}\p{N}]/u.test(text.charAt(to))) to++;
  return { start: from, end: to };
}

function letters(text: string): number {
  return text.replaceAll(/\s+/gu, "").length;
}
