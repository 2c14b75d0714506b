import { scanTokens } from "../duplicates/tokens.ts";
import type { Span } from "../text/span.ts";
import type { Candidate } from "./anchoring/candidate.ts";
import { isConvincing } from "./anchoring/convincing.ts";
import { contextOf, placesLike } from "./anchoring/find-candidates.ts";
import { type GramIndex, indexGrams } from "./anchoring/gram-index.ts";
import { type Pattern, patternsOf } from "./anchoring/pattern.ts";
import type { TokenText } from "./anchoring/token-likeness.ts";
import { type Annotation, type Target, type TextQuote, targetsOf, withTargets } from "./annotation.ts";
import { CONTEXT_LENGTH, quoteAt } from "./quote-at.ts";

/** Context reaches no further than this to tell a place from its copies, in UTF-16 units on either side. */
const LONGEST_CONTEXT = 400;

/** Beyond the first letter that differs, so that the difference is seen to be one. */
const BEHIND_DIFFERENCE = 24;

/**
 * The annotations with the quotations of their targets brought up to date from the text where they stand; to be called
 * before a collection is written. Orphans keep what they last quoted, and so do targets outside the text.
 *
 * A quotation that stands, the same or nearly, in like surroundings elsewhere too says in how many places (`copies`), and its
 * context reaches as far as is needed to tell it from the others to the letter, where that is not too far.
 */
export function describeTargets(text: string, annotations: readonly Annotation[]): readonly Annotation[] {
  const quotes = new Map<Target, TextQuote>();
  for (const annotation of annotations) {
    for (const { target } of targetsOf(annotation)) {
      const { position, orphan } = target;
      const isHere = position !== undefined && position.start < position.end && position.end <= text.length;
      if (isHere && orphan === undefined) {
        quotes.set(target, quoteAt(text, position, CONTEXT_LENGTH));
      }
    }
  }
  const described = withCopies(text, quotes);
  return annotations.map((annotation) =>
    withTargets(annotation, (target) => {
      const quote = described.get(target);
      return [quote === undefined ? target : { ...target, quote }];
    }),
  );
}

function withCopies(text: string, quotes: ReadonlyMap<Target, TextQuote>): ReadonlyMap<Target, TextQuote> {
  const marks = [...quotes].flatMap(([target, quote]) => {
    const pattern = patternsOf(quote)?.[0];
    return pattern === undefined ? [] : [{ target, pattern }];
  });
  if (marks.length === 0) {
    return quotes;
  }
  const source = { text, tokens: scanTokens(text, { start: 0, end: text.length }) };
  const grams = indexGrams(
    source.tokens,
    marks.map(({ pattern }) => pattern),
  );
  const described = new Map(quotes);
  for (const [number, { target, pattern }] of marks.entries()) {
    const position = target.position as Span;
    const copies = copiesOf(source, grams, pattern, number, position.start);
    if (copies === "many") {
      described.set(target, { ...quoteAt(text, position, CONTEXT_LENGTH), copies: MANY });
    } else if (copies.length > 1) {
      const reach = reachOf(text, position, copies);
      described.set(target, {
        ...quoteAt(text, position, reach ?? CONTEXT_LENGTH),
        copies: copies.length,
        apart: distanceToNext(position, copies),
      });
    }
  }
  return described;
}

/** Written where there are more copies than are counted. */
const MANY = 99;

/** How much less alike than what would be taken for the mark a place may be to be one of its copies. */
const COPY_SLACK = 0.15;

/** Where a mark is expected, less is enough to take a place for it, so there less makes one of its copies. */
const NEAR = 2000;
const LEAST_QUOTE_OF_NEAR = 0.5;
const LEAST_CONTEXT_OF_NEAR = 0.35;

function isNearCopy(place: Candidate, start: number): boolean {
  return (
    Math.abs(place.span.start - start) <= NEAR &&
    place.quote >= LEAST_QUOTE_OF_NEAR &&
    (contextOf(place) ?? 0) >= LEAST_CONTEXT_OF_NEAR
  );
}

/** Where the quotation starts in each place that is, or might be taken for, the one marked; its own among them. */
function copiesOf(
  source: TokenText,
  grams: GramIndex,
  pattern: Pattern,
  number: number,
  start: number,
): readonly number[] | "many" {
  const { tokens } = source;
  const rarest = grams.rarestHitsOf(number);
  if (rarest.length === 0) {
    return grams.hasCommonGrams(number) ? "many" : [];
  }
  const own = rarest
    .map(({ offset, place }) => place - offset)
    .find((at) => (tokens.starts[at + pattern.from] as number) + pattern.startOffset === start);
  if (own === undefined) {
    return [];
  }
  const others = placesLike(source, pattern, grams.hitsOf(number), own)
    .filter((place) => isConvincing(place, pattern, COPY_SLACK) || isNearCopy(place, start))
    .map(({ span }) => span.start)
    .filter((other) => other !== start);
  return [start, ...others];
}

/** How far the context has to reach on both sides to hold a letter that each other copy has not; undefined where too far. */
function reachOf(text: string, position: Span, copies: readonly number[]): number | undefined {
  let reach = CONTEXT_LENGTH + BEHIND_DIFFERENCE;
  for (const start of copies) {
    if (start !== position.start) {
      const end = start + (position.end - position.start);
      const same = Math.min(sameBefore(text, position.start, start), sameBehind(text, position.end, end));
      reach = Math.max(reach, same + BEHIND_DIFFERENCE);
    }
  }
  return reach > LONGEST_CONTEXT ? undefined : reach;
}

/** The edge of the text tells nothing apart: a quotation from there has no letter before or behind it. */
function sameBefore(text: string, one: number, other: number): number {
  let length = 0;
  while (length < LONGEST_CONTEXT) {
    if (Math.min(one, other) <= length) return LONGEST_CONTEXT;
    if (text.charCodeAt(one - 1 - length) !== text.charCodeAt(other - 1 - length)) return length;
    length++;
  }
  return length;
}

/** Rounded down to a power of two, so that it rarely changes when the text between is edited. */
function distanceToNext({ start }: Span, copies: readonly number[]): number {
  const others = copies.filter((copy) => copy !== start).map((copy) => Math.abs(copy - start));
  return 2 ** Math.floor(Math.log2(Math.max(1, Math.min(...others))));
}

function sameBehind(text: string, one: number, other: number): number {
  let length = 0;
  while (length < LONGEST_CONTEXT) {
    if (Math.max(one, other) + length >= text.length) return LONGEST_CONTEXT;
    if (text.charCodeAt(one + length) !== text.charCodeAt(other + length)) return length;
    length++;
  }
  return length;
}
