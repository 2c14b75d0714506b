import type { Candidate } from "./candidate.ts";
import { contextOf } from "./find-candidates.ts";
import type { Pattern } from "./pattern.ts";

/** Less of a quotation than this, by length of the words, is another text, unless its whole context is there. */
const LEAST_QUOTE = 0.8;
const LEAST_QUOTE_IN_CONTEXT = 0.5;

/** How much of the context, both sides taken together, has to be there. */
const LEAST_CONTEXT = 0.85;

/** One side of the context, whole, is enough where the other is cut off, as at the edges of a paragraph that was moved. */
const WHOLE_SIDE = 0.9;

/** Not for a word alone: the same word with the same words on one side is soon found. */
const SHORT_QUOTE = 12;

/** A quotation with so many letters is found by itself: some eight words. */
const LONG_QUOTE = 48;

/**
 * Whether a place is like enough to be taken for a mark's by its words alone, wherever it is.
 *
 * @param slack How much less is enough, 0..1. What is nearly convincing when a mark is written may be so later, when the text
 * was changed: such places are its copies.
 */
export function isConvincing(candidate: Candidate, pattern: Pattern, slack: number): boolean {
  const { quote, prefix, suffix } = candidate;
  const context = contextOf(candidate) ?? 0;
  const bestSide = Math.max(prefix ?? 0, suffix ?? 0);
  if (quote < LEAST_QUOTE - slack) {
    return quote >= LEAST_QUOTE_IN_CONTEXT - slack && context >= WHOLE_SIDE - slack;
  }
  const isWholeSide =
    quote >= 1 - slack && bestSide >= WHOLE_SIDE - slack && pattern.quoteWeight >= SHORT_QUOTE * (1 - slack);
  return context >= LEAST_CONTEXT - slack || pattern.quoteWeight >= LONG_QUOTE || isWholeSide;
}
