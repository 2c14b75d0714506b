import type { TokenRange } from "./noun-phrases.ts";

/**
 * Ends what a statement says where somebody else begins to speak, at `speaker`: a statement within the other one’s words
 * (`range`) ends with them, one before them ends where they begin.
 */
export function clippedTo(candidate: Candidate, range: TokenRange, speaker: number): Candidate {
  const { cue, content } = candidate;
  if (
    cue === undefined ||
    cue.end > speaker ||
    !content.some(({ first, end }) => first < speaker && speaker < end)
  ) {
    return candidate;
  }
  const isInside = range.first <= cue.first && cue.end <= range.end;
  const limit = isInside ? range.end : range.first;
  const clipped = content
    .filter(({ first }) => first < limit)
    .map(({ first, end }) => ({ first, end: Math.min(end, limit) }));
  return clipped.length === 0 ? candidate : { ...candidate, content: clipped };
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
