import { endsSentence } from "../text/sentences.ts";
import { alignWords, type Gap } from "./align.ts";
import type { CopyOptions } from "./copy-options.ts";
import { costOfRun, measureDifferences } from "./differences.ts";
import type { Passage } from "./passage.ts";
import { brokenOffAt, endsAtSentence, isWordStart, startsAtSentence } from "./sentence-edges.ts";
import type { SortedWords } from "./shared-words.ts";
import { isAllFigures } from "./value-words.ts";
import { lengthInWords, type WordRun, type WordStream } from "./word-stream.ts";

/** How one passage says what another one says, when it does. */
export interface Likeness {
  readonly kind: "near" | "contained" | "truncated";
  /** The one that says less; undefined where both say as much. */
  readonly lesser: "first" | "second" | undefined;
  /** The part of the words, 0..1, that they have in common, of the longer one for `near`, else of the lesser one. */
  readonly similarity: number;
  /** The words that differ, for messages; 0 where only punctuation does. */
  readonly differences: number;
}

/** What a comparison needs beside the two passages. */
export interface Comparison {
  readonly stream: WordStream;
  readonly sorted: SortedWords;
  readonly options: CopyOptions;
  /** Whether capitals tell names in this text. */
  readonly withCapitals: boolean;
}

/** A part of the second passage that is as long as the first, give or take what may be missing; see `findInside`. */
export interface Inside {
  readonly likeness: Likeness | undefined;
  /** Where the lesser passage stands, word for word, in the other, although it is no copy by itself. */
  readonly place: WordRun | undefined;
}

/** Words by which two copies may differ whatever their length: one to three replaced, left out or put in. */
const FEWEST_CHANGES = 3;

/** The same for very short passages, as a part of their words: three of nine are other words, not a copy. */
const MOST_CHANGED_OF_SHORT = 0.3;

/** Below so many words one changed word makes another statement (`Deputy Minister Ivan Petrov`): only punctuation may differ. */
const SHORTEST_NEAR = 8;

/** Of a copy that breaks off without a mark the last 10 to 20 % are missing; a word more for rounding. */
const MOST_CUT_OFF = 0.2;

/** An attribution that was put behind the copy of a sentence (`…, the agency reported on Monday.`) is no longer than this. */
const LONGEST_ATTRIBUTION = 10;

/** Who quotes takes up to so many words over; a longer passage that stands in another is a copy of a part of it. */
const LONGEST_QUOTATION = 14;

/** The part of its words that may differ in a passage that stands inside another. */
const MOST_CHANGED_INSIDE = 0.06;

/** Words by which the place of a passage in another may be guessed wrong. */
const SLACK = 4;

/**
 * More words put in and left out are not looked for one by one: the alignment's cost grows with their square. Paragraphs of
 * over 2,000 words with so many changes are told by their shingles alone.
 */
const MOST_EDITS = 640;

/** The least resemblance of two such long passages: what 85 % of the words, changed one by one, leave of pairs of words. */
const LEAST_RESEMBLANCE_OF_LONG = 0.55;

/**
 * Decides by an alignment of the words whether two passages say the same.
 *
 * @param offset Where the second passage starts in the first, in words (negative where the first starts in the second).
 * @param resemblance By shingles; decides for passages that are too long to be aligned.
 */
export function comparePassages(
  comparison: Comparison,
  first: Passage,
  second: Passage,
  shared: { readonly offset: number; readonly resemblance: number },
): Inside {
  const isFirstShorter = first.run.to - first.run.from < second.run.to - second.run.from;
  const short = isFirstShorter ? first : second;
  const long = isFirstShorter ? second : first;
  const offset = isFirstShorter ? -shared.offset : shared.offset;
  const found = findInside(comparison, short, long, { ...shared, offset });
  const { likeness } = found;
  if (likeness?.lesser === undefined) {
    return found;
  }
  const isShortLesser = likeness.lesser === "first";
  return {
    ...found,
    likeness: { ...likeness, lesser: isShortLesser === isFirstShorter ? "first" : "second" },
  };
}

/** As `comparePassages`; the first passage has no more words than the second, and starts in it at `offset`. */
function findInside(
  comparison: Comparison,
  short: Passage,
  long: Passage,
  shared: { readonly offset: number; readonly resemblance: number },
): Inside {
  const { stream } = comparison;
  const length = lengthInWords(stream, long.run);
  const budget = budgetOf(comparison.options, length);
  const spare = long.run.to - long.run.from - (short.run.to - short.run.from);
  const slack =
    SLACK + Math.ceil((short.run.to - short.run.from) * (1 - comparison.options.minimumSimilarity));
  const mostEdits = mostEditsBetween(
    {
      length: lengthInWords(stream, short.run),
      isUnspaced: stream.unspaced[(short.run.from + short.run.to) >>> 1] === 1,
    },
    length,
    comparison.options,
  );
  if (!comparison.sorted.areShared(short.run, long.run, mostEdits)) {
    return NOTHING;
  }
  const broken = brokenOffAt(stream, short.run, short.span.end);
  if (broken !== undefined) {
    const truncated = compareTruncated(comparison, { from: short.run.from, to: broken }, long);
    if (truncated !== undefined) {
      return { likeness: truncated, place: undefined };
    }
  }
  const window = {
    from: Math.max(long.run.from, long.run.from + shared.offset - slack),
    to: Math.min(long.run.to, long.run.from + shared.offset + (short.run.to - short.run.from) + slack),
  };
  const isWhole = spare <= 2 * slack + ATTRIBUTION_TOKENS;
  const target = isWhole ? long.run : window;
  if (target.to <= target.from) {
    return NOTHING;
  }
  const most = Math.abs(target.to - target.from - (short.run.to - short.run.from)) + 2 * mostEdits;
  const gaps = alignWords(stream.hashes, short.run, target, Math.min(most, MOST_EDITS));
  if (gaps === undefined) {
    const isLong = most > MOST_EDITS && spare <= (long.run.to - long.run.from) * 0.2;
    const { resemblance } = shared;
    return isLong && resemblance >= LEAST_RESEMBLANCE_OF_LONG
      ? { likeness: near(resemblance, Math.round(length * (1 - resemblance)), undefined), place: undefined }
      : NOTHING;
  }
  return judge(comparison, { short, long, target, gaps, length, budget });
}

const NOTHING: Inside = { likeness: undefined, place: undefined };

/** Characters of a script without spaces that an attribution may have. */
const ATTRIBUTION_TOKENS = 2 * LONGEST_ATTRIBUTION + 4;

interface Aligned {
  readonly short: Passage;
  readonly long: Passage;
  /** The words of the long passage that were aligned. */
  readonly target: WordRun;
  readonly gaps: readonly Gap[];
  /** Of the long passage, in words. */
  readonly length: number;
  readonly budget: number;
}

function judge(comparison: Comparison, aligned: Aligned): Inside {
  const { stream, options, withCapitals } = comparison;
  const { short, long, target, length, budget } = aligned;
  const isOpen =
    !endsSentence(stream.text, short.span) || brokenOffAt(stream, short.run, short.span.end) !== undefined;
  const { head, inner, tail } = takeEnds(stream, aligned, isOpen ? "open" : "closed");
  const place = { from: head?.second.to ?? target.from, to: tail?.second.from ?? target.to };
  const runs = { first: short.run, second: place };
  const inside = measureDifferences(stream, inner, runs, withCapitals);
  const own = lengthInWords(stream, short.run);
  const isPart = place.from > long.run.from || place.to < long.run.to;
  const isAlmostWordForWord = inside.cost <= MOST_CHANGED_INSIDE * own && !inside.isFilledIn;
  const startsThere = startsAtSentence(stream, long.run, place.from);
  const endsThere = endsAtSentence(stream, long.run, place.to);
  const whole = isPart && isAlmostWordForWord ? place : undefined;
  if (isPart && isAlmostWordForWord && startsThere && endsThere && own >= options.minimumWords) {
    return { likeness: contained(inside.cost, own, inside.words), place: whole };
  }
  const outside = {
    head: costOfRun(stream, { from: long.run.from, to: place.from }, "end"),
    tail: costOfRun(stream, { from: place.to, to: long.run.to }, "end"),
  };
  const cost = inside.cost + outside.head + outside.tail;
  const canBeNear = length >= SHORTEST_NEAR || cost === 0;
  if (canBeNear && own >= options.minimumWords && !inside.isFilledIn) {
    const words = inside.words + Math.round(outside.head + outside.tail);
    const breaksOff = outside.tail > 0 && !endsSentence(stream.text, short.span);
    if (cost <= budget) {
      return { likeness: near(1 - cost / length, words, breaksOff ? "first" : undefined), place: whole };
    }
    const rest = inside.cost + outside.head <= budget / 2;
    if (rest && outside.head <= 1 && isPart) {
      const isCutOff = breaksOff && outside.tail <= MOST_CUT_OFF * length + 1;
      const isAttributed = !breaksOff && !endsThere && outside.tail <= LONGEST_ATTRIBUTION;
      if (isCutOff || isAttributed) {
        return { likeness: near(1 - cost / length, words, isCutOff ? "first" : undefined), place: whole };
      }
    }
  }
  if (isPart && isAlmostWordForWord && own > LONGEST_QUOTATION) {
    return { likeness: contained(inside.cost, own, inside.words), place: whole };
  }
  return { likeness: undefined, place: whole };
}

/**
 * The words of a passage that may be missing in a longer one that it is a copy of; characters of scripts without spaces are
 * words here. With more of them missing an alignment is not worth its while.
 *
 * @param length Of the longer one, as `lengthInWords` tells it.
 */
export function mostEditsBetween(
  short: { readonly length: number; readonly isUnspaced: boolean },
  length: number,
  options: CopyOptions,
): number {
  const budget = budgetOf(options, length);
  // With more than this missing it can only stand inside the other one, where next to nothing may differ.
  const isPart = length - short.length > Math.max(budget, LONGEST_ATTRIBUTION, MOST_CUT_OFF * length + 1);
  const changed = isPart ? MOST_CHANGED_INSIDE * short.length : budget;
  // Misspelt words cost a half, characters that are words a third.
  return 1 + Math.ceil((short.isUnspaced ? 3 : 2) * changed);
}

/** What may differ in passages of so many words. */
function budgetOf({ minimumSimilarity }: CopyOptions, length: number): number {
  // A word more for rounding: 15 % of 30 words are five to whoever rounds up.
  const share = (1 - minimumSimilarity) * length;
  return Math.max(Math.min(FEWEST_CHANGES, MOST_CHANGED_OF_SHORT * length), share + Math.min(1, share / 4));
}

/** The gaps at the ends where the long passage goes on and the short one has nothing, and the ones between them. */
function takeEnds(
  stream: WordStream,
  { short, target, gaps }: Pick<Aligned, "short" | "target" | "gaps">,
  end: "open" | "closed",
): { readonly head: Gap | undefined; readonly inner: readonly Gap[]; readonly tail: Gap | undefined } {
  const inner = [...gaps];
  let head: Gap | undefined;
  let tail: Gap | undefined;
  const first = inner[0];
  if (first !== undefined && first.second.from === target.from && first.first.to === short.run.from) {
    head = inner.shift();
  }
  const last = inner.at(-1);
  if (last !== undefined && last.second.to === target.to && last.first.to === short.run.to) {
    const left = last.first.to - last.first.from;
    if (left === 0) {
      tail = inner.pop();
    } else if (left === 1 && end === "open" && breaksOffInside(stream, last)) {
      // A part of the next word is what such a copy ends with.
      inner.pop();
      tail = { first: last.first, second: { from: last.second.from + 1, to: last.second.to } };
    }
  }
  return { head, inner, tail };
}

/** Whether a copy that ends no sentence breaks off inside a word, with which the other one goes on. */
function breaksOffInside(stream: WordStream, { first, second }: Gap): boolean {
  return (
    second.to > second.from &&
    (second.to > second.from + 1 || !isAllFigures(stream, first)) &&
    isWordStart(stream, first.from, second.from)
  );
}

/** A text that ends with a mark of omission, where the other one goes on. */
function compareTruncated(comparison: Comparison, start: WordRun, long: Passage): Likeness | undefined {
  const { stream, options, withCapitals } = comparison;
  const own = lengthInWords(stream, start);
  const slack = SLACK;
  const target = {
    from: long.run.from,
    to: Math.min(long.run.to, start.to - start.from + long.run.from + slack),
  };
  if (own < options.minimumWords || target.to - target.from < start.to - start.from) {
    return undefined;
  }
  const gaps = alignWords(
    stream.hashes,
    start,
    target,
    slack + 2 * Math.ceil(own * MOST_CHANGED_INSIDE * 2) + 2,
  );
  if (gaps === undefined) {
    return undefined;
  }
  const short = { ...long, run: start };
  const { head, inner, tail } = takeEnds(stream, { short, target, gaps }, "open");
  const end = tail?.second.from ?? target.to;
  const runs = { first: start, second: { from: target.from, to: end } };
  const { cost, words, isFilledIn } = measureDifferences(stream, inner, runs, withCapitals);
  if (head !== undefined || isFilledIn || cost > MOST_CHANGED_INSIDE * own || end >= long.run.to) {
    return undefined;
  }
  return { kind: "truncated", lesser: "first", similarity: 1 - cost / own, differences: words };
}

function near(similarity: number, differences: number, lesser: Likeness["lesser"]): Likeness {
  return { kind: "near", lesser, similarity: Math.max(0, similarity), differences };
}

function contained(cost: number, own: number, differences: number): Likeness {
  return { kind: "contained", lesser: "first", similarity: 1 - cost / own, differences };
}
