import { scanTokens } from "../duplicates/tokens.ts";
import type { Span } from "../text/span.ts";
import type { AnchorOptions, TargetOutcome } from "./anchor-outcome.ts";
import { alignPattern } from "./anchoring/align-pattern.ts";
import type { Candidate } from "./anchoring/candidate.ts";
import { type Choice, chooseCandidate } from "./anchoring/choose-candidate.ts";
import { candidatesOfHits, candidateWithin, withoutOverlaps } from "./anchoring/find-candidates.ts";
import { GRAM_LENGTH, type GramIndex, indexGrams } from "./anchoring/gram-index.ts";
import {
  type Expectation,
  expectationsFrom,
  isExpected,
  type Landmark,
  placesOf,
} from "./anchoring/landmarks.ts";
import { END_LENGTH, type Pattern, type Patterns, patternsOf } from "./anchoring/pattern.ts";
import { standsAt, type TokenText } from "./anchoring/token-likeness.ts";
import type { Target, TextQuote } from "./annotation.ts";
import { CONTEXT_LENGTH } from "./quote-at.ts";

/**
 * Finds each target in a text that may have been changed since its selectors were written. In this order:
 *
 * 1. The exact words at the position, in their context; in an unchanged text the words at the position are enough.
 * 2. The same words in the same context elsewhere, found for all targets by one scan of the text for their grams; white space
 *    and line breaks make no difference. What stands in one place only is taken, and is a landmark for what follows.
 * 3. Places that grams of the quotation and its context lead to. Each is laid along the pattern word by word and judged by a
 *    least likeness, a margin over the second best, and by where the landmarks before and behind say that the mark must be
 *    (`chooseCandidate`). Where none is there, a search letter by letter in a short stretch around that place.
 *
 * What is not found for certain is an orphan. Time: linear in the text, plus a bounded time for each target that is not where
 * it was.
 *
 * @returns an outcome for each target, in the same order.
 */
export function anchorTargets(
  text: string,
  targets: readonly Target[],
  options: AnchorOptions,
): readonly TargetOutcome[] {
  const outcomes: (TargetOutcome | undefined)[] = targets.map((target) => inPlace(text, target, options));
  const open = openMarks(targets, outcomes);
  if (open.length > 0) {
    const landmarks = [
      ...edgesOf(text, options),
      ...targets.flatMap((target, index) => landmarkOf(target, outcomes[index])),
    ];
    const search = startSearch(text, open);
    anchorUnchanged(search, open, outcomes, landmarks);
    anchorChanged(search, open, outcomes, landmarks);
  }
  return outcomes.map((outcome) => outcome ?? orphan(NO_QUOTE));
}

const NO_QUOTE = "It has no quotation to look for.";
const EMPTY_QUOTE = "Its quotation holds no words.";

/** A target that is not where it was, and what of it is looked for. */
interface OpenMark {
  readonly index: number;
  readonly target: Target;
  readonly quote: TextQuote;
  /** Of a long quotation its two ends; each is looked for by itself. */
  readonly patterns: Patterns;
  /** The number of the first of them in the search. */
  readonly first: number;
}

interface Search {
  /** UTF-16 units that may still be searched, for short quotations and for changed ones. */
  lettersLeft: number;
  readonly source: TokenText;
  readonly grams: GramIndex;
}

/** The first rule. */
function inPlace(text: string, target: Target, { isSameText }: AnchorOptions): TargetOutcome | undefined {
  const { position, quote, orphan: lost } = target;
  if (position === undefined || lost !== undefined || position.end > text.length) {
    return undefined;
  }
  if (quote === undefined) {
    return isSameText && position.start < position.end ? exact(position) : undefined;
  }
  const span = { start: position.start, end: position.start + quote.exact.length };
  if (!text.startsWith(quote.exact, span.start)) {
    return undefined;
  }
  // Of words that stood in several places, the next ones may have come to stand here.
  const isSure = isSameText || ((quote.copies ?? 1) === 1 && isInContext(text, span, quote));
  return isSure ? exact(span) : undefined;
}

function isInContext(text: string, { start, end }: Span, { prefix, suffix }: TextQuote): boolean {
  const hasContext = prefix !== "" || suffix !== "";
  return hasContext && text.endsWith(prefix, start) && text.startsWith(suffix, end);
}
function openMarks(targets: readonly Target[], outcomes: (TargetOutcome | undefined)[]): readonly OpenMark[] {
  const open: OpenMark[] = [];
  let first = 0;
  for (const [index, target] of targets.entries()) {
    const { quote } = target;
    if (outcomes[index] !== undefined || quote === undefined) {
      continue;
    }
    const patterns = patternsOf(quote);
    if (patterns === undefined) {
      outcomes[index] = orphan(EMPTY_QUOTE);
      continue;
    }
    open.push({ index, target, quote, patterns, first });
    first += patterns.length;
  }
  return open;
}

/** A sidecar that lies may hold a million marks that are nowhere: beyond this they are orphans without a closer look. */
const LETTERS_SEARCHED = 300_000_000;
/** A letter that is compared with a changed pattern costs as much as so many that are skipped. */
const SEARCH_COST = 16;

function startSearch(text: string, open: readonly OpenMark[]): Search {
  const tokens = scanTokens(text, { start: 0, end: text.length });
  const patterns = open.flatMap((mark): readonly Pattern[] => mark.patterns);
  return { source: { text, tokens }, grams: indexGrams(tokens, patterns), lettersLeft: LETTERS_SEARCHED };
}

/** The second rule: what is the same, with its context, in one place. */
function anchorUnchanged(
  search: Search,
  open: readonly OpenMark[],
  outcomes: (TargetOutcome | undefined)[],
  landmarks: Landmark[],
): void {
  for (const mark of open) {
    const candidate = unchangedPlace(search, mark);
    if (candidate !== undefined) {
      const outcome = outcomeOf(search, mark, { candidate });
      outcomes[mark.index] = outcome;
      landmarks.push(...landmarkOf(mark.target, outcome));
    }
  }
}

/** The one place where all of a mark's patterns stand as they were; undefined where there is none, or may be several. */
function unchangedPlace(search: Search, mark: OpenMark): Candidate | undefined {
  const { quote, patterns, first } = mark;
  if (patterns[0].hashes.length < GRAM_LENGTH) {
    return inShortContext(search, quote);
  }
  const isSingled = (quote.copies ?? 1) > 1;
  if (isSingled && Math.max(quote.prefix.length, quote.suffix.length) <= CONTEXT_LENGTH + 1) {
    return undefined;
  }
  const ends = patterns.map((pattern, index) => {
    const places = search.grams
      .rarestHitsOf(first + index)
      .map(({ offset, place }) => place - offset)
      .filter((at) => standsAt(search.source.tokens, pattern, at))
      .flatMap((at) => alignPattern(search.source, pattern, { head: at, tail: at }) ?? []);
    const wanted = isSingled
      ? places.filter(({ span }) => standsToTheLetter(search.source.text, span, quote))
      : places;
    return wanted.length === 1 ? wanted[0] : undefined;
  });
  const [head, tail] = [ends[0], ends.at(-1)];
  return head === undefined || tail === undefined || tail.span.end <= head.span.start
    ? undefined
    : { ...head, span: { start: head.span.start, end: tail.span.end } };
}

/** Two words and no context, as other tools may write it, have no gram: the text is searched for them, but not without end. */
function inShortContext(search: Search, { prefix, exact: words, suffix }: TextQuote): Candidate | undefined {
  const { text } = search.source;
  search.lettersLeft -= text.length;
  if (search.lettersLeft < 0) {
    return undefined;
  }
  const whole = prefix + words + suffix;
  const at = text.indexOf(whole);
  if (at < 0 || text.indexOf(whole, at + 1) >= 0) {
    return undefined;
  }
  const start = at + prefix.length;
  return { span: { start, end: start + words.length }, quote: 1, prefix: 1, suffix: 1 };
}

/** Copies are told apart by the far ends of a long context, and by what white space they have in it. */
function standsToTheLetter(
  text: string,
  { start }: Span,
  { prefix, exact: words, suffix }: TextQuote,
): boolean {
  return (
    text.startsWith(words, start) &&
    text.startsWith(suffix, start + words.length) &&
    text.endsWith(prefix, start)
  );
}

/** The third rule: marks without copies first, as they tell where those with copies are. */
function anchorChanged(
  search: Search,
  open: readonly OpenMark[],
  outcomes: (TargetOutcome | undefined)[],
  landmarks: Landmark[],
): void {
  const hasCopies = ({ quote }: OpenMark) => (quote.copies ?? 1) > 1;
  for (const marks of [open.filter((mark) => !hasCopies(mark)), open.filter(hasCopies)]) {
    const expect = expectationsFrom(landmarks);
    for (const mark of marks) {
      if (outcomes[mark.index] === undefined) {
        const expectation = mark.target.position && expect(mark.target.position.start);
        const outcome = outcomeOf(search, mark, choose(search, mark, expectation));
        outcomes[mark.index] = outcome;
        landmarks.push(...landmarkOf(mark.target, outcome));
      }
    }
  }
}

/** Chooses a place; of a long quotation one for each end. */
function choose(search: Search, mark: OpenMark, expectation: Expectation | undefined): Choice {
  const [head, tail] = mark.patterns;
  const start = chooseEnd(search, mark, head, mark.first, expectation);
  if (tail === undefined || start.candidate === undefined) {
    return start;
  }
  // The end is to be expected as far behind the start as it was; a little less or more where words were changed.
  const length = mark.quote.exact.length;
  const place = start.candidate.span.start + length - END_LENGTH;
  const end = chooseEnd(search, mark, tail, mark.first + 1, {
    byBefore: place,
    byBehind: place,
    edgeDistance: 0,
    gap: length,
    tolerance: length * LONG_QUOTE_GROWTH,
  });
  if (end.candidate === undefined || end.candidate.span.end <= start.candidate.span.start) {
    return { candidate: undefined, reason: "Its beginning was found, and its end was not." };
  }
  const candidate = {
    span: { start: start.candidate.span.start, end: end.candidate.span.end },
    quote: (start.candidate.quote + end.candidate.quote) / 2,
    prefix: start.candidate.prefix,
    suffix: end.candidate.suffix,
  };
  return { candidate };
}

/** Of a quotation's length, by how much it may have grown or shrunk. */
const LONG_QUOTE_GROWTH = 0.3;

function chooseEnd(
  search: Search,
  { quote }: OpenMark,
  pattern: Pattern,
  number: number,
  expectation: Expectation | undefined,
): Choice {
  const candidates = candidatesOf(search, pattern, number, expectation);
  const evidence = {
    pattern,
    copies: quote.copies ?? 1,
    apart: quote.apart ?? 0,
    expectation,
    isCommon: search.grams.hasCommonGrams(number) && candidates.length === 0,
  };
  const choice = chooseCandidate({ ...evidence, candidates });
  const isThere = choice.candidate !== undefined && isNear(expectation, choice.candidate);
  if (expectation === undefined || isThere) {
    return choice;
  }
  // Before it is given up, or led far away: is it, changed, where it is expected?
  const nearby = stretchesAround(expectation, pattern).flatMap((stretch) => {
    search.lettersLeft -= (stretch.end - stretch.start) * SEARCH_COST;
    return search.lettersLeft < 0 ? [] : (candidateWithin(search.source, pattern, stretch) ?? []);
  });
  return nearby.length === 0
    ? choice
    : chooseCandidate({ ...evidence, candidates: withoutOverlaps([...candidates, ...nearby]) });
}

function isNear(expectation: Expectation | undefined, { span }: Candidate): boolean {
  return expectation === undefined || isExpected(expectation, span.start);
}

function candidatesOf(
  { source, grams }: Search,
  pattern: Pattern,
  number: number,
  expectation: Expectation | undefined,
): readonly Candidate[] {
  return candidatesOfHits(source, pattern, grams.hitsOf(number), (token) => {
    const start = source.tokens.starts[token];
    return expectation !== undefined && start !== undefined && isExpected(expectation, start);
  });
}

/** A search letter by letter looks no further than this from where a mark is expected, in UTF-16 units. */
const LONGEST_REACH = 300;

function stretchesAround(expectation: Expectation, pattern: Pattern): readonly Span[] {
  const reach = Math.min(LONGEST_REACH, expectation.tolerance);
  return [...new Set(placesOf(expectation))].map((place) => ({
    start: Math.max(0, place - pattern.prefixWeight - reach),
    end: Math.max(0, place + pattern.text.length + reach),
  }));
}

function outcomeOf({ source: { text } }: Search, { target, quote }: OpenMark, choice: Choice): TargetOutcome {
  if (choice.candidate === undefined) {
    return orphan(choice.reason);
  }
  const { span, quote: score } = choice.candidate;
  if (score < 1) {
    return { state: "approximate", span, score };
  }
  const { position } = target;
  const isThere = position?.start === span.start && text.startsWith(quote.exact, span.start);
  return { state: isThere ? "exact" : "moved", span, score };
}

/** The text starts where it started, and ends where it ends: marks near its edges have no neighbour on one side. */
function edgesOf(text: string, { oldLength }: AnchorOptions): Landmark[] {
  const start = { before: 0, now: 0, isEdge: true };
  return oldLength === undefined ? [start] : [start, { before: oldLength, now: text.length, isEdge: true }];
}

function landmarkOf({ position }: Target, outcome: TargetOutcome | undefined): Landmark[] {
  return position !== undefined && outcome?.span !== undefined
    ? [{ before: position.start, now: outcome.span.start }]
    : [];
}

function exact(span: Span): TargetOutcome {
  return { state: "exact", span, score: 1 };
}

function orphan(reason: string): TargetOutcome {
  return { state: "orphan", span: undefined, score: 0, reason };
}
