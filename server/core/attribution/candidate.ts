import type { TokenRange } from "./noun-phrases.ts";

/** Ends what a statement within the given range says where the range ends: behind it somebody else speaks. */
export function clippedTo(candidate: Candidate, range: TokenRange): Candidate {
  const { cue, content } = candidate;
  const isInside = cue !== undefined && range.first <= cue.first && cue.end <= range.end;
  if (!isInside || content.every(({ end }) => end <= range.end)) {
    return candidate;
  }
  const clipped = content
    .filter(({ first }) => first < range.end)
    .map(({ first, end }) => ({ first, end: Math.min(end, range.end) }));
  return { ...candidate, content: clipped };
}

/** A statement while its paragraph is read, in tokens; nesting, names and chains come later. */
export interface Candidate {
  readonly source: TokenRange | undefined;
  readonly cue: TokenRange | undefined;
  readonly content: TokenRange[];
  /** Whether quoted sentences that follow may go on with it. */
  readonly mayContinue: boolean;
  /** Whether its content is announced and stands in the next paragraph: `He said:` at the end of one. */
  readonly isOpen: boolean;
  /** The statement whose source cites this one's: `HG cited officials as saying`. */
  readonly citedBy?: Candidate;
}
