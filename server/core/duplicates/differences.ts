import { foldForComparison } from "../text/fold.ts";
import { letterCase } from "../text/script.ts";
import { isWhiteSpace } from "../text/white-space.ts";
import type { Gap } from "./align.ts";
import { isAllFigures, valueLikeness } from "./value-words.ts";
import type { WordRun, WordStream } from "./word-stream.ts";

/** What two aligned runs of words differ in. */
export interface Differences {
  /** Words replaced, left out or put in; a misspelt one counts one half. */
  readonly cost: number;
  /** The number of words that differ in a way a reader would count, for messages. */
  readonly words: number;
  /** Whether they say the same of something else: a form filled in with other names and figures. */
  readonly isFilledIn: boolean;
}

/** A misspelt word is nearer to the right one than another word is. */
const COST_OF_SLIP = 0.5;

/**
 * A character of a script without spaces is about half a word, but in words that are replaced by others, often by longer
 * ones, a third; in longer pieces at the ends, where texts that only start alike go on differently, the half counts.
 */
const COST_OF_CHARACTER_INSIDE = 1 / 3;
const COST_OF_CHARACTER_AT_END = 1 / 2;

/** Characters at an end that may still be one replaced word. */
const LONGEST_WORD_AT_END = 4;

/**
 * Two texts of the same form, filled in with other values (`Shares of X rose 3.4 percent to 25 on Monday`), share as many
 * words as copies do. They are told by what differs: values on both sides (figures, days, months, names where capitals tell
 * them), in at least two places, and in at least as many places as there are other differences. A copy that was edited or
 * misspelt differs in ordinary words. One value alone makes a form of a text below this length in words; in a longer one a
 * single other figure is more likely a correction.
 */
const LONGEST_FORM_WITH_ONE_VALUE = 20;

/** What the gaps between two runs amount to; `runs` are both runs whole, for telling their ends. */
export function measureDifferences(
  stream: WordStream,
  gaps: readonly Gap[],
  runs: Gap,
  withCapitals: boolean,
): Differences {
  let cost = 0;
  let words = 0;
  let values = 0;
  let possible = 0;
  let others = 0;
  for (const gap of joinWhereCheaper(gaps)) {
    const size = costOfGap(stream, gap, runs);
    words += Math.max(1, Math.round(size));
    cost += isSlip(stream, gap) ? COST_OF_SLIP * Math.min(size, slipWords(gap)) : size;
  }
  for (const kind of kindsOf(stream, gaps, withCapitals)) {
    values += kind === "values" ? 1 : 0;
    possible += kind === "possible" ? 1 : 0;
    others += kind === "words" ? 1 : 0;
  }
  const length = Math.min(runs.first.to - runs.first.from, runs.second.to - runs.second.from);
  // A capital at the start of a sentence says something only where other values differ as well.
  const filled = values === 0 ? 0 : values + possible;
  const rest = values === 0 ? others + possible : others;
  const isFilledIn =
    filled >= 2 ? filled >= rest : filled === 1 && rest === 0 && length < LONGEST_FORM_WITH_ONE_VALUE;
  return { cost, words, isFilledIn };
}

/**
 * The shortest alignment may take a word that both sides happen to have for the same one although the words around it were
 * replaced: `a b c` and `d c e` then differ by two words put in and two left out, where three were replaced.
 */
function joinWhereCheaper(gaps: readonly Gap[]): readonly Gap[] {
  const joined: Gap[] = [];
  for (const gap of gaps) {
    const last = joined.at(-1);
    const both = last && {
      first: { from: last.first.from, to: gap.first.to },
      second: { from: last.second.from, to: gap.second.to },
    };
    if (last !== undefined && both !== undefined && wordsOf(both) < wordsOf(last) + wordsOf(gap)) {
      joined[joined.length - 1] = both;
    } else {
      joined.push(gap);
    }
  }
  return joined;
}

function wordsOf({ first, second }: Gap): number {
  return Math.max(first.to - first.from, second.to - second.from);
}

function slipWords({ first, second }: Gap): number {
  return Math.min(first.to - first.from, second.to - second.from);
}

/** Of two words that stand for one the one that is put in counts, in scripts without spaces their mean length. */
function costOfGap(stream: WordStream, gap: Gap, runs: Gap): number {
  const place = touchesEnd(gap, runs) ? "end" : "inside";
  const first = costOfRun(stream, gap.first, place);
  const second = costOfRun(stream, gap.second, place);
  const isUnspaced = first > 0 && second > 0 && stream.unspaced[gap.first.from] === 1;
  return isUnspaced ? (first + second) / 2 : Math.max(first, second);
}

/** What leaving out a run of words costs; `3.4` and `Ust-Kut` are one word to whoever counts. */
export function costOfRun(
  { unspaced, starts, ends, text }: WordStream,
  { from, to }: WordRun,
  place: "end" | "inside",
): number {
  const isLongEnd = place === "end" && to - from > LONGEST_WORD_AT_END;
  const costOfCharacter = isLongEnd ? COST_OF_CHARACTER_AT_END : COST_OF_CHARACTER_INSIDE;
  let cost = 0;
  for (let word = from; word < to; word++) {
    const before = word === from ? -1 : (ends[word - 1] as number);
    const isTied = before + 1 === starts[word] && !isWhiteSpace(text.charCodeAt(before));
    cost += unspaced[word] === 1 ? costOfCharacter : isTied ? 0 : 1;
  }
  return cost;
}

function touchesEnd(gap: Gap, { first, second }: Gap): boolean {
  return (
    (gap.first.from === first.from && gap.second.from === second.from) ||
    (gap.first.to === first.to && gap.second.to === second.to)
  );
}

type GapKind = "values" | "possible" | "words";

/** So many characters that two words of a script without spaces happen to share do not make two differences of one. */
const SHARED_BY_CHANCE = 2;

/** What each difference is; those that one word of a script without spaces makes come as one. */
function kindsOf(stream: WordStream, gaps: readonly Gap[], withCapitals: boolean): readonly GapKind[] {
  const kinds: GapKind[] = [];
  let last: Gap | undefined;
  for (const gap of gaps) {
    const kind = kindOfGap(stream, gap, withCapitals);
    const before = kinds.at(-1);
    const isSameWord =
      kind !== "values" &&
      before !== "values" &&
      last !== undefined &&
      gap.first.from - last.first.to <= SHARED_BY_CHANCE &&
      isUnspacedRun(stream, { from: last.first.to, to: gap.first.from });
    if (!isSameWord) {
      kinds.push(kind);
    } else if (kind === "words") {
      kinds[kinds.length - 1] = kind;
    }
    last = gap;
  }
  return kinds;
}

function isUnspacedRun({ unspaced }: WordStream, { from, to }: WordRun): boolean {
  for (let word = from; word < to; word++) {
    if (unspaced[word] === 0) {
      return false;
    }
  }
  return true;
}

function kindOfGap(stream: WordStream, gap: Gap, withCapitals: boolean): GapKind {
  const isOneSided = gap.first.from === gap.first.to || gap.second.from === gap.second.to;
  if (isOneSided) {
    // `3.4` beside `3` is another value, a figure that was left out is not; foreign names share characters by chance.
    const own = gap.first.from === gap.first.to ? gap.second : gap.first;
    const isValue = isAllFigures(stream, own) || (stream.unspaced[own.from] === 1 && own.to - own.from > 1);
    return isValue ? "possible" : "words";
  }
  if (isAllFigures(stream, gap.first) && isAllFigures(stream, gap.second)) {
    const isMistyped = isPlainNumber(stream, gap.first) !== isPlainNumber(stream, gap.second);
    return isMistyped && isSlip(stream, gap) ? "words" : "values";
  }
  if (isSlip(stream, gap)) {
    return "words";
  }
  // One character for another is a slip of the pen.
  const isCharacter = gap.first.to - gap.first.from === 1 && gap.second.to - gap.second.from === 1;
  if (
    isCharacter &&
    stream.unspaced[gap.first.from] === 1 &&
    valueLikeness(stream, gap.first.from, withCapitals) !== "certain"
  ) {
    return "words";
  }
  const first = valuesOf(stream, gap.first, withCapitals);
  const second = valuesOf(stream, gap.second, withCapitals);
  if (first === "none" || second === "none") {
    return "words";
  }
  return first === "certain" && second === "certain" ? "values" : "possible";
}

/** `660`, not `6s60`, which nobody writes on purpose. */
function isPlainNumber({ text, starts, ends }: WordStream, { from, to }: WordRun): boolean {
  for (let word = from; word < to; word++) {
    for (let at = starts[word] as number; at < (ends[word] as number); at++) {
      if (text.charCodeAt(at) >= 0x41 && letterCase(text, at) !== "none") {
        return false;
      }
    }
  }
  return true;
}

/** Names hold small words too (`Bank of Kettle`), but neither start nor end with them. */
function valuesOf(
  stream: WordStream,
  { from, to }: WordRun,
  withCapitals: boolean,
): "certain" | "possible" | "none" {
  let certain = 0;
  let possible = 0;
  for (let word = from; word < to; word++) {
    const likeness = valueLikeness(stream, word, withCapitals);
    certain += likeness === "certain" ? 1 : 0;
    possible += likeness === "possible" ? 1 : 0;
    if (likeness === "none" && (word === from || word === to - 1)) {
      return "none";
    }
  }
  if (3 * (certain + possible) < 2 * (to - from)) {
    return "none";
  }
  return certain > 0 ? "certain" : "possible";
}

/** More words than these in one gap are not misspelt but others. */
const MOST_MISSPELT_WORDS = 4;

/** Wrong, missing and extra characters in one place. */
const MOST_SLIPS = 4;

/** Whether the two sides are the same words with a few wrong, missing or extra characters, spaces among them. */
function isSlip(stream: WordStream, { first, second }: Gap): boolean {
  if (Math.max(first.to - first.from, second.to - second.from) > MOST_MISSPELT_WORDS) {
    return false;
  }
  const left = foldForComparison(lettersOf(stream, first));
  const right = foldForComparison(lettersOf(stream, second));
  const most = Math.min(MOST_SLIPS, Math.floor(Math.max(left.length, right.length) / 3));
  return most > 0 && editDistanceWithin(left, right, most);
}

function lettersOf({ text, starts, ends }: WordStream, { from, to }: WordRun): string {
  let letters = "";
  for (let word = from; word < to; word++) {
    letters += text.slice(
      starts[word],
      Math.min(ends[word] as number, (starts[word] as number) + LONGEST_WORD),
    );
  }
  return letters;
}

/** Code units; longer ones are no words. */
const LONGEST_WORD = 40;

/** Whether so few characters put in, left out or replaced lead from one text to the other (V. I. Levenshtein, 1965). */
function editDistanceWithin(first: string, second: string, most: number): boolean {
  if (Math.abs(first.length - second.length) > most) {
    return false;
  }
  let before = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let row = 1; row <= first.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= second.length; column++) {
      const replaced =
        (before[column - 1] as number) +
        (first.charCodeAt(row - 1) === second.charCodeAt(column - 1) ? 0 : 1);
      const value = Math.min(replaced, (before[column] as number) + 1, (current[column - 1] as number) + 1);
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > most) {
      return false;
    }
    before = current;
  }
  return (before[second.length] as number) <= most;
}
