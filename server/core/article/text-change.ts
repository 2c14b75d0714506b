import type { TextEdit } from "../text/edits.ts";

/** The characters `[start, oldEnd)` of a text became `[start, newEnd)`; what stands before and behind them is the same. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * The one change that holds all edits.
 *
 * @param edits At least one; each in the text that those before it made.
 */
export function changeOf(edits: readonly TextEdit[]): TextChange {
  return edits
    .map(({ span: { start, end }, newText }) => ({ start, oldEnd: end, newEnd: start + newText.length }))
    .reduce(joinChanges);
}

/** The one change that holds two, the second of which was made to the text that the first led to. */
export function joinChanges(first: TextChange, second: TextChange): TextChange {
  // What the second replaces is, where it lies outside the first, text of before.
  const end = Math.max(first.newEnd, second.oldEnd);
  return {
    start: Math.min(first.start, second.start),
    oldEnd: first.oldEnd + end - first.newEnd,
    newEnd: second.newEnd + end - second.oldEnd,
  };
}
