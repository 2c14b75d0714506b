import { isAsciiDigit, isQuote } from "../../text/characters.ts";
import {
  isClosingBracket,
  isOpeningBracket,
  isSentenceTerminator,
  isUnspacedTerminator,
  isWordCharacter,
  startsLowerCase,
  startsUpperCase,
} from "../../text/script.ts";
import type { Span } from "../../text/span.ts";
import { isWhiteSpace } from "../../text/white-space.ts";
import { NAME_ENDINGS, SENTENCE_STARTERS, TITLES } from "./joint-words.ts";

/** A place where one sentence ends and the next starts with nothing between them. */
export interface SentenceJoint {
  /** The offset where a space is missing. */
  readonly at: number;
  /** The words on both sides, with the marks between them. */
  readonly span: Span;
  /** `certain`: a terminator stands there between two plain words. `guess`: only a capital inside a word says it. */
  readonly certainty: "certain" | "guess";
}

/** The joints of a span, in text order. Linear; looks at most `LONGEST_WORD` code units around a candidate. */
export function findSentenceJoints(text: string, span: Span): SentenceJoint[] {
  const joints: SentenceJoint[] = [];
  if (!MAY_JOIN.test(text.slice(span.start, span.end))) {
    return joints;
  }
  const quotes = new QuoteParity();
  let at = span.start;
  while (at < span.end) {
    const unit = text.charCodeAt(at);
    const isTerminator = isSentenceTerminator(unit) && !isUnspacedTerminator(unit);
    const joint = isTerminator ? jointAtTerminator(text, span, at, quotes) : jointInWord(text, span, at);
    quotes.pass(unit);
    at++;
    if (joint !== undefined) {
      joints.push(joint);
      while (at < joint.at) {
        quotes.pass(text.charCodeAt(at));
        at++;
      }
    }
  }
  return joints;
}

/** A terminator with something but white space behind it, or a capital right behind a small letter; what is not ASCII may be either. */
const MAY_JOIN =
  /[.!?\u2026\u203c\u203d\u2047-\u2049\u061f\u06d4\u0964\u0965\u0589\u1362\u1367]\S|[a-z\x80-\uffff][A-Z\x80-\uffff]/;

/** Knows whether a straight or a German quotation is open; lives for one scan. */
class QuoteParity {
  #isStraightOpen = false;
  #isLowOpen = false;

  pass(unit: number): void {
    if (unit === STRAIGHT_QUOTE) {
      this.#isStraightOpen = !this.#isStraightOpen;
    } else if (unit === LOW_QUOTE) {
      this.#isLowOpen = true;
    } else if (unit === LEFT_QUOTE || unit === RIGHT_QUOTE) {
      this.#isLowOpen = false;
    }
  }

  /** Whether this mark opens a quotation rather than closing one. */
  opens(unit: number): boolean {
    switch (unit) {
      case STRAIGHT_QUOTE:
        return !this.#isStraightOpen;
      case LEFT_QUOTE:
        return !this.#isLowOpen;
      case LOW_QUOTE:
      case LEFT_SINGLE_QUOTE:
      case LEFT_GUILLEMET:
        return true;
      default:
        return isOpeningBracket(unit);
    }
  }
}

const STRAIGHT_QUOTE = 0x22;
const LEFT_QUOTE = 0x201c;
const RIGHT_QUOTE = 0x201d;
const LOW_QUOTE = 0x201e;
const LEFT_SINGLE_QUOTE = 0x2018;
const LEFT_GUILLEMET = 0xab;

/** Code units; what is longer without a space is an address or a name of a file, not a word. */
const LONGEST_WORD = 48;

/** `saying.“While`, `saying.”The`, `saying.The`: from the terminator on. */
function jointAtTerminator(
  text: string,
  span: Span,
  terminator: number,
  quotes: QuoteParity,
): SentenceJoint | undefined {
  const marks = terminator + 1;
  const word = marksEnd(text, marks, span.end);
  if (word >= span.end || !startsUpperCase(text, word)) {
    return undefined;
  }
  const after = wordAfter(text, word, span.end);
  const before = wordBefore(text, terminator, span.start);
  if (after === undefined || before === undefined) {
    return undefined;
  }
  const next = text.slice(after.start, after.end);
  if (marks === word && NAME_ENDINGS.has(next.toLowerCase())) {
    return undefined;
  }
  const isExclaimed = text.charCodeAt(terminator) !== FULL_STOP && marks === word;
  if (isExclaimed && startsUpperCase(text, before.start)) {
    return undefined;
  }
  return {
    at: jointOffset(text, { start: marks, end: word }, quotes),
    span: { start: before.start, end: after.end },
    certainty: before.isPlain && after.end - after.start > 1 ? "certain" : "guess",
  };
}

const FULL_STOP = 0x2e;

function marksEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && at - start < 4 && isMark(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

function isMark(unit: number): boolean {
  return isQuote(unit) || isClosingBracket(unit) || isOpeningBracket(unit);
}

/** The space belongs before the first mark that opens something, else behind all of them. */
function jointOffset(text: string, marks: Span, quotes: QuoteParity): number {
  for (let at = marks.start; at < marks.end; at++) {
    if (quotes.opens(text.charCodeAt(at))) {
      return at;
    }
  }
  return marks.end;
}

/** The word that starts the next sentence: a capital and small letters, or a capital alone before white space. */
function wordAfter(text: string, start: number, limit: number): Span | undefined {
  let end = start;
  while (end < limit && end - start < LONGEST_WORD && isLetterUnit(text, end)) {
    end++;
  }
  const behind = end < limit ? text.charCodeAt(end) : SPACE;
  if (end - start === 1) {
    return isWhiteSpace(behind) ? { start, end } : undefined;
  }
  if (!startsLowerCase(text, start + 1) || isAddressUnit(behind)) {
    return undefined;
  }
  const isDotted = behind === FULL_STOP && end + 1 < limit && isLetterUnit(text, end + 1);
  return isDotted && startsLowerCase(text, end + 1) ? undefined : { start, end };
}

/** The word or closed quotation that ends the sentence, unless it is a name, an abbreviation or a part of an address. */
function wordBefore(
  text: string,
  terminator: number,
  floor: number,
): { readonly start: number; readonly isPlain: boolean } | undefined {
  const last = text.charCodeAt(terminator - 1);
  if (terminator <= floor || isWhiteSpace(last) || isSentenceTerminator(last)) {
    return undefined;
  }
  const start = runStart(text, terminator, floor);
  const run = text.slice(start, terminator);
  if (terminator - start >= LONGEST_WORD || holdsAddress(run)) {
    return undefined;
  }
  // `foo(x).Bar` is code: its bracket hangs on a word.
  if (/[\p{L}\p{N}][([]/u.test(run)) {
    return undefined;
  }
  if (isQuote(last) || isClosingBracket(last)) {
    return { start, isPlain: true };
  }
  const word = run.slice(wordOffset(run));
  const wordStart = terminator - word.length;
  if (isAsciiDigit(last)) {
    return endsWithNumber(word) && wordStart > floor
      ? { start: wordStart, isPlain: /^\d{4}$/u.test(word) }
      : undefined;
  }
  const isName = word.includes(".") || word.length < 2 || TITLES.has(word.toLowerCase());
  return isName ? undefined : { start: wordStart, isPlain: startsLowerCase(word, word.length - 1) };
}

/** The start of the characters without white space before an offset. */
function runStart(text: string, end: number, floor: number): number {
  let at = end;
  while (at > floor && end - at < LONGEST_WORD && !isWhiteSpace(text.charCodeAt(at - 1))) {
    at--;
  }
  return at;
}

/** Where the last word of a run starts: behind its last quote, bracket or dash. */
function wordOffset(run: string): number {
  for (let at = run.length; at > 0; at--) {
    const unit = run.charCodeAt(at - 1);
    const isApostrophe =
      isQuote(unit) && at < run.length && at > 1 && isWordCharacter(run.charCodeAt(at - 2));
    if ((isMark(unit) && !isApostrophe) || unit === 0x2014 || unit === 0x2013) {
      return at;
    }
  }
  return 0;
}

/** `2021`, `COVID-19`, `10 %`: two digits at least, for `v1.Beta` and `3.Abschnitt` are no ends of sentences. */
function endsWithNumber(word: string): boolean {
  return /\d\d$/u.test(word) && !word.includes(".");
}

function holdsAddress(run: string): boolean {
  return /[/\\@_=<>#&]|^www\./u.test(run);
}

function isAddressUnit(unit: number): boolean {
  return "/\\@_=(&#".includes(String.fromCharCode(unit)) || isAsciiDigit(unit);
}

function isLetterUnit(text: string, at: number): boolean {
  return startsLowerCase(text, at) || startsUpperCase(text, at);
}

const SPACE = 0x20;

/**
 * `GuaranteesThe draft`: a capital behind a small letter, where the rest of the word is one that starts sentences and ends
 * no name. `iPhone`, `McDonald` and `YouTube` do not end in such words.
 */
function jointInWord(text: string, span: Span, at: number): SentenceJoint | undefined {
  if (at <= span.start || !startsUpperCase(text, at) || !startsLowerCase(text, at - 1)) {
    return undefined;
  }
  let end = at;
  while (end < span.end && end - at < LONGEST_WORD && isLetterUnit(text, end)) {
    end++;
  }
  if (end >= span.end || !isWhiteSpace(text.charCodeAt(end)) || !SENTENCE_STARTERS.has(text.slice(at, end))) {
    return undefined;
  }
  let start = at;
  while (start > span.start && at - start < LONGEST_WORD && startsLowerCase(text, start - 1)) {
    start--;
  }
  if (start > span.start && startsUpperCase(text, start - 1)) {
    start--;
  }
  const isWord = start === span.start || !isWordCharacter(text.charCodeAt(start - 1));
  const isAddress = holdsAddress(text.slice(runStart(text, at, span.start), at));
  return isWord && !isAddress && at - start >= 3
    ? { at, span: { start, end }, certainty: "guess" }
    : undefined;
}
