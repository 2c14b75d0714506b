import { isInvisible } from "../text/characters.ts";
import type { Span } from "../text/span.ts";
import { isWhiteSpace } from "../text/white-space.ts";

/** Whether the code unit is part of a letter or digit of a script that writes with spaces between its words. */
export function isWordUnit(text: string, at: number): boolean {
  return isLetter(text, at) || isDigit(text.charCodeAt(at));
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isLowerAscii(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

export function isUpperAscii(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

/** A letter of a script with spaces between words: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and their like. */
export function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) {
    return isLowerAscii(unit) || isUpperAscii(unit);
  }
  return unit < FIRST_UNSPACED && OTHER_LETTER.test(text.charAt(at));
}

export function isUpperLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128 ? isUpperAscii(unit) : unit < FIRST_UNSPACED && UPPER_LETTER.test(text.charAt(at));
}

export function isLowerLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128 ? isLowerAscii(unit) : unit < FIRST_UNSPACED && LOWER_LETTER.test(text.charAt(at));
}

/** Thai, at U+0E00, is the first script of the code chart that writes without spaces; CJK and kana lie far above it. */
const FIRST_UNSPACED = 0x0e00;
const OTHER_LETTER = /\p{L}/u;
const UPPER_LETTER = /\p{Lu}/u;
const LOWER_LETTER = /\p{Ll}/u;

/**
 * The end of the characters that can be part of a URL. White space, controls, `<`, `>`, `"`, the typographic double quotes
 * and full-width punctuation end it (RFC 3986, section 2, leaves all of them out; RFC 3987 lets letters of all scripts in), and so
 * does a closing bracket that the run did not open: `[text](https://…)` and `(see https://…)`.
 */
export function urlRunEnd(text: string, start: number, limit: number): number {
  let round = 0;
  let square = 0;
  let curly = 0;
  for (let at = start; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 32 || isUrlStop(unit)) {
      // A byte order mark inside a URL is one of the characters that nobody sees there.
      const isHidden = unit === 0xfeff && at > start && at + 1 < limit && isUrlUnit(text.charCodeAt(at + 1));
      if (isHidden) {
        continue;
      }
      return at;
    }
    if (unit === ROUND_OPEN) {
      round++;
    } else if (unit === SQUARE_OPEN) {
      square++;
    } else if (unit === CURLY_OPEN) {
      curly++;
    } else if (unit === ROUND_CLOSE && --round < 0) {
      return at;
    } else if (unit === SQUARE_CLOSE && --square < 0) {
      return at;
    } else if (unit === CURLY_CLOSE && --curly < 0) {
      return at;
    }
  }
  return limit;
}

/** Whether a unit can be part of a URL by itself: no white space, no control, no mark that ends one. */
export function isUrlUnit(unit: number): boolean {
  return unit > 32 && !isUrlStop(unit);
}

/**
 * The number of code units that a character takes which is there without being seen: zero-width spaces and joiners, soft hyphens,
 * marks of writing direction, the byte order mark, Unicode's tags. 0 for all others.
 */
export function hiddenLength(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xad) {
    return 0;
  }
  if (unit === 0xdb40) {
    const low = text.charCodeAt(at + 1);
    return low >= 0xdc00 && low <= 0xdc7f ? 2 : 0;
  }
  const isHidden =
    isInvisible(unit) ||
    unit === 0x200c ||
    unit === 0x200d ||
    unit === 0xfeff ||
    unit === 0x180e ||
    unit === 0x034f ||
    (unit >= 0x2061 && unit <= 0x2064);
  return isHidden ? 1 : 0;
}

/**
 * Whether a joiner shapes the letters around it, as in Persian, Hindi and emoji: there it is written on purpose and a part of
 * the address.
 */
export function isShapingJoiner(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    (unit === 0x200c || unit === 0x200d) && text.charCodeAt(at - 1) > 0x2ff && text.charCodeAt(at + 1) > 0x2ff
  );
}

/** The white space from an offset on: how far it reaches, and whether there is one line break in it, or more. */
export function gapAt(
  text: string,
  start: number,
  limit: number,
): { readonly end: number; readonly breaks: number } {
  let at = start;
  let breaks = 0;
  while (at < limit && breaks < 2 && isWhiteSpace(text.charCodeAt(at))) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) {
      breaks++;
    }
    at++;
  }
  return { end: at, breaks };
}

/** The end less punctuation that belongs to the sentence around a URL, never less than `span.start`. */
export function trimTrailingPunctuation(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && TRAILING.includes(text.charAt(end - 1))) {
    end--;
  }
  return end;
}

const ROUND_OPEN = 40;
const ROUND_CLOSE = 41;
const SQUARE_OPEN = 91;
const SQUARE_CLOSE = 93;
const CURLY_OPEN = 123;
const CURLY_CLOSE = 125;
const TRAILING = ".,;:!?'’‘…*–";

function isUrlStop(unit: number): boolean {
  switch (unit) {
    case 0x22: // "
    case 0x3c: // <
    case 0x3e: // >
    case 0x60: // `
    case 0x7f:
    case 0xa0: // no-break space
    case 0xab: // «
    case 0xbb: // »
    case 0x2014: // — ends it, – may be a part of a title
    case 0x2015:
    case 0x201c: // “
    case 0x201d: // ”
    case 0x201e: // „
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0xfeff:
      return true;
    default:
      // Ideographic space and punctuation, full-width forms of ASCII punctuation: 、 。 「 」 （ ） ， ：
      return (
        (unit >= 0x3000 && unit <= 0x3020) ||
        (unit >= 0xff01 && unit <= 0xff0f) ||
        (unit >= 0xff1a && unit <= 0xff1f)
      );
  }
}

export function letterRunEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isLetter(text, at)) {
    at++;
  }
  return at;
}
