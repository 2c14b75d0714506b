import type { Span } from "../text/span.ts";

/** A piece of a date: a run of digits, a run of letters, or one other character. White space only separates. */
export interface DateToken {
  readonly kind: "number" | "word" | "mark";
  /** Digits as they stand, words in lower case, marks as they stand. */
  readonly text: string;
  /** The word as it stands in the text; equal to `text` for the others. */
  readonly original: string;
  /** Whether a word is written in capitals only, as the letters of a zone are. */
  readonly isCapitals: boolean;
  readonly span: Span;
}

/** No date takes more pieces than this; the rest of the span is not read. */
const MOST_TOKENS = 40;

/** Splits a short span into the pieces a date is made of. Linear in the span, which callers keep short. */
export function tokeniseDate(text: string, span: Span): readonly DateToken[] {
  const tokens: DateToken[] = [];
  let at = span.start;
  while (at < span.end && tokens.length < MOST_TOKENS) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) {
      at++;
      continue;
    }
    const start = at;
    at = endOfToken(text, start, span.end);
    tokens.push(tokenOf(text, { start, end: at }));
  }
  return tokens;
}

function endOfToken(text: string, start: number, limit: number): number {
  const kind = kindOf(text.charCodeAt(start));
  let at = start + 1;
  if (kind !== "mark") {
    while (at < limit && kindOf(text.charCodeAt(at)) === kind) {
      at++;
    }
  }
  return at;
}

function tokenOf(text: string, span: Span): DateToken {
  const original = text.slice(span.start, span.end);
  const kind = kindOf(original.charCodeAt(0));
  if (kind !== "word") {
    return { kind, text: original, original, isCapitals: false, span };
  }
  const lower = original.toLowerCase();
  return {
    kind,
    text: lower,
    original,
    isCapitals: original.toUpperCase() === original && lower !== original,
    span,
  };
}

function kindOf(unit: number): DateToken["kind"] {
  if (unit >= 48 && unit <= 57) {
    return "number";
  }
  if ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)) {
    return "word";
  }
  // The signs between the parts of an East Asian date are marks; other letters beyond ASCII make words.
  return unit >= 0xaa && !isSpace(unit) && !isMarkBeyondAscii(unit) ? "word" : "mark";
}

function isMarkBeyondAscii(unit: number): boolean {
  const isGeneralPunctuation = unit >= 0x2010 && unit <= 0x206f;
  const isEastAsianDatePart = unit === 0x5e74 || unit === 0x6708 || unit === 0x65e5;
  const isKoreanDatePart = unit === 0xb144 || unit === 0xc6d4 || unit === 0xc77c;
  const isWidePunctuation =
    (unit >= 0x3001 && unit <= 0x301f) || (unit >= 0xff01 && unit <= 0xff0f) || unit === 0xff1a;
  const isQuote = unit === 0xab || unit === 0xbb || unit === 0xb7;
  return isGeneralPunctuation || isEastAsianDatePart || isKoreanDatePart || isWidePunctuation || isQuote;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x202f || unit === 0x3000;
}
