import type { Candidate } from "./align-pattern.ts";
import { contextOf, scoreOf } from "./find-candidates.ts";
import { distanceFrom, type Expectation } from "./landmarks.ts";
import type { Pattern } from "./pattern.ts";

/** Less of a quotation than this, by length of the words, is another text. */
const LEAST_QUOTE = 0.5;

/** A place where a mark is expected, by the marks around it, is taken from this score on. */
const LEAST_SCORE_NEAR = 0.55;

/** Elsewhere more of the context has to be there. */
const LEAST_QUOTE_FAR = 0.8;
const LEAST_CONTEXT_FAR = 0.5;

/** One side of the context, whole, is enough where the other is cut off, as at the edges of a paragraph that was moved. */
const WHOLE_SIDE = 0.9;

/** A quotation with so many letters is found by itself: some eight words. */
const LONG_QUOTE = 48;

/** By so much the best place has to be more like than the second best. */
const LEAST_MARGIN = 0.2;

export type Choice =
  | { readonly candidate: Candidate; readonly isCertain: boolean }
  | { readonly candidate: undefined; readonly reason: string };

export interface Evidence {
  readonly pattern: Pattern;
  /** No two of them overlap, the best first. */
  readonly candidates: readonly Candidate[];
  /** In how many places the quotation stood in the same close context when it was written. */
  readonly copies: number;
  /** Where the marks around it say it must be. */
  readonly expectation: Expectation | undefined;
  /** Whether the pattern's words stand in so many places that not all of them were looked at. */
  readonly isCommon: boolean;
}

/**
 * Chooses the place of a mark, or none: a place must be like enough, and it must be the only one that is, or the one that the
 * marks on both sides point to. A mark that had copies is held to that whatever the words say: the copy that is left may be
 * the other one.
 */
export function chooseCandidate(evidence: Evidence): Choice {
  const { candidates, copies, expectation, isCommon } = evidence;
  const plausible = candidates.filter(({ quote }) => quote >= LEAST_QUOTE);
  const best = plausible[0];
  if (best === undefined) {
    return none(isCommon ? COMMON : candidates.length > 0 ? OTHER_WORDS : GONE);
  }
  if (copies > 1 || isCommon) {
    return pointedTo(plausible, expectation, isCommon ? COMMON : COPIES);
  }
  const rivals = plausible.filter((other) => other !== best && scoreOf(other) > scoreOf(best) - LEAST_MARGIN);
  if (rivals.length > 0) {
    return pointedTo([best, ...rivals], expectation, SEVERAL);
  }
  const isNear =
    expectation !== undefined && distanceFrom(expectation, best.span.start) <= expectation.tolerance;
  if (isNear) {
    return scoreOf(best) >= LEAST_SCORE_NEAR ? found(best) : none(OTHER_WORDS);
  }
  const near =
    expectation &&
    plausible.find(({ span }) => distanceFrom(expectation, span.start) <= expectation.tolerance);
  if (near !== undefined && scoreOf(near) >= LEAST_SCORE_NEAR) {
    return none(SEVERAL);
  }
  return isConvincing(best, evidence.pattern) ? found(best) : none(OTHER_WORDS);
}

const GONE = "Its words are not there any more.";
const OTHER_WORDS = "Only other words, or the same in other surroundings, were found.";
const SEVERAL = "Its words stand in several places now, and which of them was marked cannot be told.";
const COPIES = "Its words stood in several places, and which of them is left cannot be told.";
const COMMON = "Its words stand in very many places, and which of them was marked cannot be told.";

function none(reason: string): Choice {
  return { candidate: undefined, reason };
}

/** Certain is what the places of other marks may be judged by. */
function found(candidate: Candidate): Choice {
  return { candidate, isCertain: candidate.quote === 1 && (contextOf(candidate) ?? 0) >= WHOLE_SIDE };
}

/** Whether a place is like enough by its words alone. */
function isConvincing(candidate: Candidate, pattern: Pattern): boolean {
  const { quote, prefix, suffix } = candidate;
  const context = contextOf(candidate) ?? 0;
  const bestSide = Math.max(prefix ?? 0, suffix ?? 0);
  if (quote < LEAST_QUOTE_FAR) {
    return quote >= LEAST_QUOTE && context >= WHOLE_SIDE;
  }
  return (
    context >= LEAST_CONTEXT_FAR ||
    pattern.quoteWeight >= LONG_QUOTE ||
    (quote === 1 && bestSide >= WHOLE_SIDE)
  );
}

/** Of two places that are as near as this to each other, relative to where the mark is expected, neither is chosen. */
const LEAST_RATIO = 3;
const LEAST_LEAD = 20;

/** The one place that the marks before and behind both point to, and clearly. */
function pointedTo(
  candidates: readonly Candidate[],
  expectation: Expectation | undefined,
  reason: string,
): Choice {
  if (expectation === undefined || expectation.places.length < 2) {
    return none(reason);
  }
  const pointed = expectation.places.map((place) => nearestTo(candidates, place, expectation.tolerance));
  const [first, second] = pointed;
  const isOne = first !== undefined && first === second;
  return isOne && scoreOf(first) >= LEAST_SCORE_NEAR ? { candidate: first, isCertain: false } : none(reason);
}

function nearestTo(
  candidates: readonly Candidate[],
  place: number,
  tolerance: number,
): Candidate | undefined {
  const byDistance = candidates
    .map((candidate) => ({ candidate, distance: Math.abs(candidate.span.start - place) }))
    .sort((first, second) => first.distance - second.distance);
  const [first, second] = byDistance;
  if (first === undefined || first.distance > tolerance) {
    return undefined;
  }
  const isClear = second === undefined || second.distance >= first.distance * LEAST_RATIO + LEAST_LEAD;
  return isClear ? first.candidate : undefined;
}
