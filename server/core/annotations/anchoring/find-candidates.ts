import search from "approx-string-match";
import type { Span } from "../../text/span.ts";
import { alignPattern, type Candidate, type Diagonals, type TokenText } from "./align-pattern.ts";
import type { GramHit } from "./gram-index.ts";
import type { Pattern } from "./pattern.ts";

/** Candidates looked at closely, those that most hits speak for: more are only there for text that stands all over. */
const MOST_CANDIDATES = 12;

/** Hits whose diagonals lie no further apart belong to one candidate; in tokens, and as a share of the pattern. */
const SPREAD = 4;
const SPREAD_SHARE = 0.2;

/** A candidate that only so small a share of the looked-up grams speaks for, compared with the best one, is not looked at. */
const FEWEST_HITS_SHARE = 0.25;

/**
 * The places that the hits of a pattern's grams speak for, each aligned with the pattern; the likeliest first, no two of them
 * overlapping.
 */
export function candidatesOfHits(
  source: TokenText,
  pattern: Pattern,
  hits: readonly GramHit[],
): readonly Candidate[] {
  const groups = groupHits(hits, SPREAD + Math.ceil(pattern.hashes.length * SPREAD_SHARE));
  groups.sort((first, second) => second.support - first.support || first.low - second.low);
  const best = groups[0]?.support ?? 0;
  const chosen = groups
    .slice(0, MOST_CANDIDATES)
    .filter(({ support }) => support >= best * FEWEST_HITS_SHARE);
  return withoutOverlaps(chosen.flatMap((diagonals) => alignPattern(source, pattern, diagonals) ?? []));
}

/** How alike a candidate is in all, 0..1: the quotation counts more than its context. */
export function scoreOf(candidate: Candidate): number {
  const context = contextOf(candidate);
  return context === undefined ? candidate.quote : 0.6 * candidate.quote + 0.4 * context;
}

/** How much of the context is the same: both sides count alike, however long they are. Undefined where there is none. */
export function contextOf({ prefix, suffix }: Candidate): number | undefined {
  if (prefix === undefined) {
    return suffix;
  }
  return suffix === undefined ? prefix : (prefix + suffix) / 2;
}

/** The best of those that overlap, by score. */
export function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...candidates].sort((first, second) => scoreOf(second) - scoreOf(first));
  const apart: Candidate[] = [];
  for (const candidate of sorted) {
    const overlaps = apart.some(
      ({ span }) => span.start < candidate.span.end && candidate.span.start < span.end,
    );
    if (!overlaps) apart.push(candidate);
  }
  return apart;
}

interface Group extends Diagonals {
  /** Different grams that speak for it. */
  readonly support: number;
}

function groupHits(hits: readonly GramHit[], spread: number): Group[] {
  const sorted = hits
    .map(({ offset, place }) => ({ offset, diagonal: place - offset }))
    .sort((first, second) => first.diagonal - second.diagonal);
  const groups: Group[] = [];
  for (let index = 0; index < sorted.length; ) {
    const low = (sorted[index] as { diagonal: number }).diagonal;
    const offsets = new Set<number>();
    let high = low;
    for (; index < sorted.length; index++) {
      const { offset, diagonal } = sorted[index] as { offset: number; diagonal: number };
      if (diagonal - low > spread) break;
      offsets.add(offset);
      high = diagonal;
    }
    groups.push({ low, high, support: offsets.size });
  }
  return groups;
}

/** A longer pattern has grams that lead to it, or is not to be found. */
const LONGEST_SEARCHED = 400;

/** Letters that may differ in a search letter by letter. */
const MOST_DIFFERENT = 0.4;

/**
 * The place in a stretch of the text that is most like the pattern letter by letter, for patterns that no gram leads to
 * because each of their words was changed a little. The stretch is to be short: time is its length times the pattern's.
 */
export function candidateWithin(source: TokenText, pattern: Pattern, stretch: Span): Candidate | undefined {
  const { text, tokens } = source;
  if (pattern.text.length > LONGEST_SEARCHED) {
    return undefined;
  }
  const first = pattern.starts[0] as number;
  const words = pattern.text.slice(first);
  const matches = search(
    text.slice(stretch.start, stretch.end),
    words,
    Math.floor(words.length * MOST_DIFFERENT),
  );
  const match = matches[0];
  if (match === undefined) {
    return undefined;
  }
  const token = firstTokenFrom(tokens.starts, stretch.start + match.start);
  return alignPattern(source, pattern, { low: token - 1, high: token + 1 });
}

function firstTokenFrom(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
