import search from "approx-string-match";
import type { Span } from "../../text/span.ts";
import { alignPattern, type Diagonals } from "./align-pattern.ts";
import type { Candidate } from "./candidate.ts";
import type { GramHit } from "./gram-index.ts";
import type { Pattern } from "./pattern.ts";
import type { TokenText } from "./token-likeness.ts";

/** Candidates looked at closely, those that most hits speak for: more are only there for text that stands all over. */
const MOST_CANDIDATES = 8;

/** Hits whose diagonals lie no further apart belong to one candidate; in tokens, and as a share of the pattern. */
const SPREAD = 4;
const SPREAD_SHARE = 0.2;

/** A candidate that only so small a share of the looked-up grams speaks for, compared with the best one, is not looked at. */
const FEWEST_HITS_SHARE = 0.5;

/**
 * The places that the hits of a pattern's grams speak for, each aligned with the pattern; the likeliest first, no two of them
 * overlapping.
 *
 * @param isNear Whether a token of the text is where the mark is expected: there, any hit is reason enough to look.
 */
export function candidatesOfHits(
  source: TokenText,
  pattern: Pattern,
  hits: readonly GramHit[],
  isNear: (token: number) => boolean,
): readonly Candidate[] {
  const groups = groupHits(hits, SPREAD + Math.ceil(pattern.hashes.length * SPREAD_SHARE));
  groups.sort((first, second) => second.support - first.support || first.head - second.head);
  const fewest = (groups[0]?.support ?? 0) * FEWEST_HITS_SHARE;
  const chosen = groups
    .filter(({ support, main }) => support >= fewest || isNear(main + pattern.from))
    .slice(0, MOST_CANDIDATES);
  const ways = [...chosen.flatMap(waysOf), ...chained(chosen, pattern.hashes.length)];
  return withoutOverlaps(ways.flatMap((diagonals) => alignPattern(source, pattern, diagonals) ?? []));
}

/** A place that fewer of the looked-up grams speak for is not like the pattern. */
const LEAST_SUPPORT = 0.25;

/**
 * The places besides its own that are somewhat like a pattern in the text that it is from, itself left out.
 *
 * @param own The token of the text that the pattern's first token is.
 */
export function placesLike(
  source: TokenText,
  pattern: Pattern,
  hits: readonly GramHit[],
  own: number,
): readonly Candidate[] {
  const groups = groupHits(hits, SPREAD + Math.ceil(pattern.hashes.length * SPREAD_SHARE));
  const support = groups.find(({ main }) => main === own)?.support ?? 0;
  const others = groups
    .filter((group) => group.main !== own && group.support >= support * LEAST_SUPPORT)
    .sort((first, second) => second.support - first.support)
    .slice(0, MOST_CANDIDATES);
  return withoutOverlaps(
    others.flatMap(waysOf).flatMap((diagonals) => alignPattern(source, pattern, diagonals) ?? []),
  );
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
  /** The diagonal that most of them lie on. */
  readonly main: number;
  readonly firstOffset: number;
  readonly lastOffset: number;
}

interface DiagonalHit {
  readonly offset: number;
  readonly diagonal: number;
}

function groupHits(hits: readonly GramHit[], spread: number): Group[] {
  const sorted = hits
    .map(({ offset, place }): DiagonalHit => ({ offset, diagonal: place - offset }))
    .sort((first, second) => first.diagonal - second.diagonal || first.offset - second.offset);
  const groups: Group[] = [];
  for (let index = 0; index < sorted.length; ) {
    const start = index;
    const lowest = (sorted[start] as DiagonalHit).diagonal;
    while (index < sorted.length && (sorted[index] as DiagonalHit).diagonal - lowest <= spread) index++;
    groups.push(groupOf(sorted, start, index));
  }
  return groups;
}

/** Of the hits `[start, end)`, sorted by diagonal. */
function groupOf(sorted: readonly DiagonalHit[], start: number, end: number): Group {
  let head = sorted[start] as DiagonalHit;
  let tail = head;
  let main = head.diagonal;
  let mostHits = 0;
  let run = 0;
  const offsets = new Set<number>();
  for (let index = start; index < end; index++) {
    const hit = sorted[index] as DiagonalHit;
    offsets.add(hit.offset);
    if (hit.offset < head.offset) head = hit;
    if (hit.offset >= tail.offset) tail = hit;
    run = index > start && sorted[index - 1]?.diagonal === hit.diagonal ? run + 1 : 1;
    if (run > mostHits) {
      mostHits = run;
      main = hit.diagonal;
    }
  }
  return {
    head: head.diagonal,
    tail: tail.diagonal,
    main,
    support: offsets.size,
    firstOffset: head.offset,
    lastOffset: tail.offset,
  };
}

/** A hit at the start or the end may be of a neighbour that holds the same words; then the middle leads better. */
function waysOf({ head, tail, main }: Group): readonly Diagonals[] {
  const ends = { head, tail };
  return head === main && tail === main ? [ends] : [ends, { head: main, tail: main }];
}

/** Of a pattern's tokens, how many more or fewer may stand between two groups that are ends of one place. */
const LONGEST_JUMP_SHARE = 0.6;
const LONGEST_JUMP = 60;

/** Where something long was put in or taken out in the middle, the two ends are groups of their own. */
function chained(groups: readonly Group[], length: number): readonly Diagonals[] {
  const most = Math.min(LONGEST_JUMP, length * LONGEST_JUMP_SHARE);
  return groups.flatMap((first) =>
    groups
      .filter((second) => {
        const jump = second.head - first.tail;
        const isBehind =
          first.lastOffset < second.firstOffset && second.firstOffset + jump > first.lastOffset;
        return isBehind && Math.abs(jump) <= most;
      })
      .map((second) => ({ head: first.head, tail: second.tail })),
  );
}

/** A longer pattern has grams that lead to it, or is not to be found. */
const LONGEST_SEARCHED = 400;

/** Letters that may differ in a search letter by letter. */
const MOST_DIFFERENT = 0.5;

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
  return alignPattern(source, pattern, { head: token, tail: token });
}

function firstTokenFrom(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
