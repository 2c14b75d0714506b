import type { Candidate } from "./candidate.ts";
import { isConvincing } from "./convincing.ts";
import { contextOf, scoreOf } from "./find-candidates.ts";
import { type Expectation, isExpected } from "./landmarks.ts";
import type { Pattern } from "./pattern.ts";

/** Less of a quotation than this, by length of the words, is another text. */
const LEAST_QUOTE = 0.5;

/** At the place where a mark is expected less is enough when the context is there. */
const LEAST_QUOTE_NEAR = 0.25;
const LEAST_CONTEXT_NEAR = 0.5;
const LEAST_SCORE_NEAR = 0.5;

/** By so much the best place has to be more like than the second best. */
const LEAST_MARGIN = 0.2;
/** At the place where it is expected, by so much. */
const LEAST_MARGIN_NEAR = 0.05;

export type Choice =
  | { readonly candidate: Candidate }
  | { readonly candidate: undefined; readonly reason: string };

export interface Evidence {
  readonly pattern: Pattern;
  /** No two of them overlap, the best first. */
  readonly candidates: readonly Candidate[];
  /** In how many places the quotation stood in the same close context when it was written. */
  readonly copies: number;
  /** How far the nearest of them was at least, in UTF-16 units. */
  readonly apart: number;
  /** Where the marks around it say it must be. */
  readonly expectation: Expectation | undefined;
  /** Whether the pattern's words stand in so many places that not all of them were looked at. */
  readonly isCommon: boolean;
}

/**
 * Chooses the place of a mark, or none: a place must be like enough, and it must be the only one that is, or the one that the
 * marks on both sides point to. A mark that had copies is held to that whatever the words say: the copy that is left may be
 * the other one. Where the context stands at the expected place without the words, these were replaced, and the same words
 * elsewhere are others.
 */
export function chooseCandidate(evidence: Evidence): Choice {
  const { candidates, copies, expectation, isCommon } = evidence;
  const plausible = candidates.filter(({ quote }) => quote >= LEAST_QUOTE);
  if (copies > 1 || isCommon) {
    return pointedTo(candidates, evidence, isCommon ? COMMON : COPIES);
  }
  const near =
    expectation === undefined ? [] : candidates.filter(({ span }) => isExpected(expectation, span.start));
  const here = inContext(near) ?? near.find((candidate) => isLikeEnough(candidate, evidence.pattern));
  const best = plausible[0];
  if (here !== undefined && here !== best) {
    return chooseNear(here, best, evidence);
  }
  if (best === undefined) {
    return none(candidates.length > 0 ? OTHER_WORDS : GONE);
  }
  const isNear = near.includes(best);
  const rivals = plausible.filter((other) => {
    const margin = isNear && !near.includes(other) ? LEAST_MARGIN_NEAR : LEAST_MARGIN;
    return other !== best && scoreOf(other) > scoreOf(best) - margin;
  });
  if (rivals.length > 0) {
    return pointedTo([best, ...rivals], evidence, SEVERAL);
  }
  if (isNear) {
    return scoreOf(best) >= LEAST_SCORE_NEAR && hasEvidence(best, evidence.pattern)
      ? found(best)
      : none(OTHER_WORDS);
  }
  return isConvincing(best, evidence.pattern, 0) ? found(best) : none(OTHER_WORDS);
}

/** A quotation of a word or two says little without its context: the same word may stand near by. */
const SHORT_QUOTE = 24;
const LEAST_CONTEXT_OF_SHORT = 0.2;

function hasEvidence(candidate: Candidate, { quoteWeight }: Pattern): boolean {
  return quoteWeight >= SHORT_QUOTE || (contextOf(candidate) ?? 0) >= LEAST_CONTEXT_OF_SHORT;
}

/** Where there are several places, each of them has to have its share of the context. */
function hasContext(candidate: Candidate, { quoteWeight }: Pattern): boolean {
  return quoteWeight >= LONG_QUOTE || (contextOf(candidate) ?? 0) >= LEAST_CONTEXT_NEAR;
}

/** Some eight words. */
const LONG_QUOTE = 48;

/** The place with most of the context; undefined where none has enough of it. */
function inContext(near: readonly Candidate[]): Candidate | undefined {
  const [best] = [...near].sort((first, second) => (contextOf(second) ?? 0) - (contextOf(first) ?? 0));
  return best !== undefined && (contextOf(best) ?? 0) >= LEAST_CONTEXT_NEAR ? best : undefined;
}

function isLikeEnough(candidate: Candidate, pattern: Pattern): boolean {
  const isLike = candidate.quote >= LEAST_QUOTE && scoreOf(candidate) >= LEAST_SCORE_NEAR;
  return isLike && hasEvidence(candidate, pattern);
}

const GONE = "Its words are not there any more.";
const REPLACED = "Its words were replaced by others.";
const OTHER_WORDS = "Only other words, or the same in other surroundings, were found.";
const SEVERAL = "Its words stand in several places now, and which of them was marked cannot be told.";
const COPIES = "Its words stood in several places, and which of them is left cannot be told.";
const COMMON = "Its words stand in very many places, and which of them was marked cannot be told.";

function none(reason: string): Choice {
  return { candidate: undefined, reason };
}

function found(candidate: Candidate): Choice {
  return { candidate };
}

/** The context stands where it is expected, and the words, or more of them, elsewhere. */
function chooseNear(here: Candidate, elsewhere: Candidate | undefined, { copies }: Evidence): Choice {
  if (here.quote < LEAST_QUOTE_NEAR) {
    return none(REPLACED);
  }
  const isClose = elsewhere !== undefined && scoreOf(elsewhere) > scoreOf(here) + LEAST_MARGIN;
  return isClose && copies === 1 ? none(SEVERAL) : found(here);
}

/** Of two places that are as near as this to each other, relative to where the mark is expected, neither is chosen. */
const LEAST_RATIO = 3;
const LEAST_LEAD = 20;

/** A part of the quotation and its close context: had a copy been taken out, the text around it would have shrunk by more. */
const SHRINKING = 0.5;
const CLOSE_CONTEXT = 64;
/** Or, of the distance to the nearest copy, a part. */
const APART_SHARE = 0.25;
const EDGE_SHARE = 0.5;
/** Words edited between two neighbours change the length of the text between them by less than this share of it. */
const DRIFT_SHARE = 0.1;

/**
 * The one place that the marks before and behind both point to, and clearly. Where they disagree by as much as one of the
 * copies is long, it may be the marked one that was taken out.
 */
function pointedTo(
  candidates: readonly Candidate[],
  { pattern, expectation, apart }: Evidence,
  reason: string,
): Choice {
  if (expectation?.byBefore === undefined || expectation.byBehind === undefined) {
    return none(reason);
  }
  const low = Math.min(expectation.byBefore, expectation.byBehind);
  const high = Math.max(expectation.byBefore, expectation.byBehind);
  const ownLength = pattern.quoteWeight + CLOSE_CONTEXT;
  const shrinking = SHRINKING * (apart === 0 ? ownLength : Math.min(ownLength, apart));
  const most = Math.max(shrinking, APART_SHARE * apart);
  const drift = Math.min(most, Math.max(shrinking, DRIFT_SHARE * expectation.gap));
  // A copy that is farther away than the edge of the text cannot have come in between unseen.
  if (high - low > drift || expectation.edgeDistance > Math.max(ownLength, EDGE_SHARE * apart)) {
    return none(reason);
  }
  const distanceOf = ({ span }: Candidate) => Math.max(low - span.start, span.start - high, 0);
  const [first, second] = candidates
    .filter((candidate) => candidate.quote >= LEAST_QUOTE_NEAR && hasContext(candidate, pattern))
    .map((candidate) => ({ candidate, distance: distanceOf(candidate) }))
    .sort((one, other) => one.distance - other.distance);
  const isClear =
    first !== undefined &&
    first.distance <= most &&
    (second === undefined || second.distance >= first.distance * LEAST_RATIO + LEAST_LEAD);
  return isClear && scoreOf(first.candidate) >= LEAST_SCORE_NEAR ? found(first.candidate) : none(reason);
}
