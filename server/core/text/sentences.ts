import { isAsciiDigit, isQuote } from "./characters.ts";
import {
  isClosingBracket,
  isClosingMark,
  isOpeningBracket,
  isSentenceTerminator,
  isUnspacedTerminator,
  isWordCharacter,
  startsLowerCase,
  startsUpperCase,
} from "./script.ts";
import type { Span } from "./span.ts";
import { isWhiteSpace, trimSpan } from "./white-space.ts";

/**
 * The sentences of a span, in order, each without the white space around it; together they hold all the rest. An edge
 * is a terminator (`. ! ? …` and their kin), with closing quotes and brackets, before white space; `。！？` and the
 * like need none. It is no edge where a lower-case letter goes on, behind an initial (`W.`) or an abbreviation.
 * Line breaks are white space here: give one paragraph at a time.
 */
export function sentenceSpans(text: string, span: Span): Span[] {
  const sentences: Span[] = [];
  let start = span.start;
  let at = span.start;
  while (at < span.end) {
    if (!isSentenceTerminator(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = terminatorEnd(text, at, span.end);
    if (isEdge(text, { start, end: span.end }, at, end)) {
      addSentence(sentences, text, { start, end });
      start = end;
    }
    at = end;
  }
  addSentence(sentences, text, { start, end: span.end });
  return sentences;
}

/** Whether the span's last characters, closing quotes and brackets aside, end a sentence. Trailing white space is ignored. */
export function endsSentence(text: string, span: Span): boolean {
  let at = trimSpan(text, span).end - 1;
  while (at > span.start && isClosingMark(text.charCodeAt(at))) {
    at--;
  }
  return at >= span.start && isSentenceTerminator(text.charCodeAt(at));
}

function addSentence(sentences: Span[], text: string, span: Span): void {
  const trimmed = trimSpan(text, span);
  if (trimmed.end > trimmed.start) {
    sentences.push(trimmed);
  }
}

/** Behind the run of terminators (`?!`, `...`) and the closing marks that belong to it. */
function terminatorEnd(text: string, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && isSentenceTerminator(text.charCodeAt(end))) {
    end++;
  }
  // In Chinese a “ behind 。 opens the next sentence; where it closes, in German, the stop is another one.
  const opensWithCurved = isUnspacedTerminator(text.charCodeAt(start));
  while (end < limit && isClosingMark(text.charCodeAt(end))) {
    const unit = text.charCodeAt(end);
    if (opensWithCurved && (unit === 0x201c || unit === 0x2018)) {
      break;
    }
    end++;
  }
  return end;
}

function isEdge(text: string, sentence: Span, terminator: number, end: number): boolean {
  if (end >= sentence.end) {
    return true;
  }
  const last = text.charCodeAt(end - 1);
  if (isUnspacedTerminator(text.charCodeAt(terminator))) {
    // 「…。」と述べた goes on: a particle in hiragana stands behind the quotation.
    const next = text.charCodeAt(end);
    return !((isQuote(last) || isClosingBracket(last)) && next >= 0x3041 && next <= 0x3096);
  }
  if (!isWhiteSpace(text.charCodeAt(end))) {
    return false;
  }
  const next = nextWordStart(text, end, sentence.end);
  if (next < sentence.end && startsLowerCase(text, next)) {
    return false;
  }
  const isSingleStop = text.charCodeAt(terminator) === 0x2e && end === terminator + 1;
  return !isSingleStop || stopEndsSentence(text, sentence, terminator, next);
}

/** The first character behind white space, opening quotes and brackets. */
function nextWordStart(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && !isWordCharacter(text.charCodeAt(at))) {
    const unit = text.charCodeAt(at);
    if (!isWhiteSpace(unit) && !isQuote(unit) && !isOpeningBracket(unit)) {
      return at;
    }
    at++;
  }
  return at;
}

/** Whether a full stop before white space and no lower-case letter ends a sentence, judged by the word before it. */
function stopEndsSentence(text: string, sentence: Span, stop: number, next: number): boolean {
  let start = stop;
  while (
    start > sentence.start &&
    stop - start < LONGEST_ABBREVIATION &&
    isTokenUnit(text.charCodeAt(start - 1))
  ) {
    start--;
  }
  const token = text.slice(start, stop);
  if (token === "") {
    return true;
  }
  if (isAsciiDigit(token.charCodeAt(0))) {
    return !(token.length <= 2 && germanMonths.has(wordAt(text, next, sentence.end)));
  }
  const lower = token.toLowerCase();
  if (abbreviationsBeforeNames.has(lower)) {
    return false;
  }
  const isInitial = token.length === 1 && startsUpperCase(token, 0);
  if (isInitial || isDotted(token) || otherAbbreviations.has(lower)) {
    // `in the U.S. The talks` against `the U.S. Senate`: few words begin a sentence and no name.
    return sentenceStarters.has(wordAt(text, next, sentence.end));
  }
  return true;
}

function isTokenUnit(unit: number): boolean {
  return unit === 0x2e || isWordCharacter(unit);
}

/** `U.S`, `e.g`, `т.е`, `z.B`: parts of one or two letters with stops between them. */
function isDotted(token: string): boolean {
  const parts = token.split(".");
  return parts.length > 1 && parts.every((part) => part.length === 1 || part.length === 2);
}

function wordAt(text: string, start: number, limit: number): string {
  let end = start;
  while (end < limit && end - start < LONGEST_ABBREVIATION && isWordCharacter(text.charCodeAt(end))) {
    end++;
  }
  return text.slice(start, end);
}

/** Code units; a longer word before a full stop is never looked up. */
const LONGEST_ABBREVIATION = 12;

/** What always has something behind it: titles, and abbreviations that introduce. English, Russian, German, French, Spanish. */
const abbreviationsBeforeNames: ReadonlySet<string> = new Set(
  [
    "mr mrs ms messrs dr prof sen rep gov gen col lt sgt capt cpl maj cmdr adm hon rev pres supt st mt ft no nos vs e.g i.e cf",
    "им ул пр просп пл т.е т.н см рис напр акад проф доц св о г-н г-жа",
    "bzw z.b d.h u.a ca nr hr fr frl dipl st sog vgl evtl ggf inkl abs art geb gest",
    "m mm mme mmes mlle mgr me av bd env p.ex",
    "sr sra srta sres dra d dña ud uds pág págs núm aprox",
  ].flatMap((line) => line.split(" ")),
);

/** What can stand at the end of a sentence as well. */
const otherAbbreviations: ReadonlySet<string> = new Set(
  [
    "jr sr inc ltd co corp etc est dept bros jan feb mar apr jun jul aug sept sep oct nov dec approx esp",
    "г гг в вв тыс млн млрд руб коп т.д т.п др пр стр кв обл",
    "usw str mio mrd tel jh u.s.w",
    "éd",
    "ee.uu etc",
  ].flatMap((line) => line.split(" ")),
);

const germanMonths: ReadonlySet<string> = new Set(
  "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
);

const sentenceStarters: ReadonlySet<string> = new Set(
  [
    "The A An In It Its He She They We I You His Her Their This That These Those There But And As At On For If When While",
    "After Before However Last Earlier Also Since According Meanwhile Asked What Who Why How No Not",
    "В Он Она Они Но По На Это Эти Как Также Однако При Кроме Ранее",
    "Der Die Das Es Er Sie Wir Ein Eine Im Am Auch Doch Nach Dabei Le La Les Il Elle Ils Un Une En Dans Mais El Los Las Lo",
  ].flatMap((line) => line.split(" ")),
);
