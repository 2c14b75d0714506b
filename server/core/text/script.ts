import { isAsciiDigit, isQuote } from "./characters.ts";

/**
 * Whether a code point belongs to a script that writes words without spaces between them: Han, Hiragana, Katakana,
 * Thai, Lao, Khmer, Myanmar (Unicode Standard Annex 14, classes ID, CJ and SA). Their punctuation does not count.
 */
export function isUnspacedScript(codePoint: number): boolean {
  if (codePoint < 0x0e00) {
    return false;
  }
  if (codePoint < 0x3000) {
    return (
      (codePoint >= 0x0e01 && codePoint <= 0x0e4e && codePoint !== 0x0e3f) ||
      (codePoint >= 0x0e81 && codePoint <= 0x0ece) ||
      (codePoint >= 0x0edc && codePoint <= 0x0edf) ||
      (codePoint >= 0x1000 && codePoint <= 0x103f) ||
      (codePoint >= 0x1050 && codePoint <= 0x108f) ||
      (codePoint >= 0x1780 && codePoint <= 0x17d3) ||
      codePoint === 0x17d7 ||
      codePoint === 0x17dc ||
      (codePoint >= 0x2e80 && codePoint <= 0x2fd5)
    );
  }
  return (
    (codePoint >= 0x3005 && codePoint <= 0x3007) ||
    codePoint === 0x303b ||
    (codePoint >= 0x3041 && codePoint <= 0x30ff && codePoint !== 0x30a0 && codePoint !== 0x30fb) ||
    (codePoint >= 0x31f0 && codePoint <= 0x31ff) ||
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0xa9e0 && codePoint <= 0xa9fe) ||
    (codePoint >= 0xaa60 && codePoint <= 0xaa7f) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xff66 && codePoint <= 0xff9f) ||
    (codePoint >= 0x1b000 && codePoint <= 0x1b16f) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff)
  );
}

const letterOrDigitOrMark = /^[\p{L}\p{N}\p{M}]$/u;
const mark = /^\p{M}$/u;

/**
 * Whether a code point can be a part of a word: letters, digits, marks. The scripts that news is mostly written in are
 * decided by ranges, the rest by Unicode's property tables. A lone surrogate is none.
 */
export function isWordCharacter(codePoint: number): boolean {
  if (codePoint < 0x80) {
    const lower = codePoint | 0x20;
    return (lower >= 0x61 && lower <= 0x7a) || isAsciiDigit(codePoint);
  }
  if (codePoint < 0xc0) {
    // ª ² ³ µ ¹ º ¼ ½ ¾
    return (
      codePoint === 0xaa ||
      codePoint === 0xb2 ||
      codePoint === 0xb3 ||
      codePoint === 0xb5 ||
      codePoint === 0xb9 ||
      codePoint === 0xba ||
      (codePoint >= 0xbc && codePoint <= 0xbe)
    );
  }
  if (codePoint < 0x2c2) {
    return codePoint !== 0xd7 && codePoint !== 0xf7;
  }
  if (
    (codePoint >= 0x400 && codePoint <= 0x481) ||
    (codePoint >= 0x483 && codePoint <= 0x52f) ||
    (codePoint >= 0x620 && codePoint <= 0x669) ||
    (codePoint >= 0x3041 && codePoint <= 0x3096) ||
    (codePoint >= 0x30a1 && codePoint <= 0x30fa) ||
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3)
  ) {
    return true;
  }
  // General and CJK punctuation, and the private use area, are what is met most among the rest.
  if ((codePoint >= 0x2000 && codePoint <= 0x206f) || (codePoint >= 0x3000 && codePoint <= 0x3004)) {
    return false;
  }
  if (codePoint >= 0xd800 && codePoint <= 0xf8ff) {
    return false;
  }
  return letterOrDigitOrMark.test(String.fromCodePoint(codePoint));
}

/** Whether a code point is a combining mark (vowel signs of Thai and Indic scripts, accents), which belongs to the character before it. */
export function isMark(codePoint: number): boolean {
  if (codePoint < 0x300 || (codePoint >= 0x370 && codePoint < 0x483)) {
    return false;
  }
  if (codePoint >= 0x3100 && codePoint < 0xa66f) {
    return false;
  }
  return mark.test(String.fromCodePoint(codePoint));
}

/** Whether the character at an offset is a lower-case letter of a script that has case. */
export function startsLowerCase(text: string, offset: number): boolean {
  return letterCase(text, offset) === "lower";
}

/** Whether the character at an offset is an upper-case or title-case letter of a script that has case. */
export function startsUpperCase(text: string, offset: number): boolean {
  return letterCase(text, offset) === "upper";
}

/** The case of the character at an offset; `none` for digits, marks, and scripts that know no case. */
export function letterCase(text: string, offset: number): "lower" | "upper" | "none" {
  const unit = text.charCodeAt(offset);
  if (unit < 0x80) {
    if (unit >= 0x61 && unit <= 0x7a) {
      return "lower";
    }
    return unit >= 0x41 && unit <= 0x5a ? "upper" : "none";
  }
  const codePoint = text.codePointAt(offset);
  if (codePoint === undefined) {
    return "none";
  }
  const character = String.fromCodePoint(codePoint);
  if (character !== character.toLowerCase()) {
    return "upper";
  }
  // `ß` has no single capital, but its upper-case form differs; small capitals and the like have none and count as none.
  return character === character.toUpperCase() ? "none" : "lower";
}

/** A full stop, question or exclamation mark or ellipsis of any script: `. ! ? … 。！？｡．` and the Arabic, Indic, Armenian, Khmer and Burmese ones. */
export function isSentenceTerminator(unit: number): boolean {
  if (unit < 0x80) {
    return unit === 0x2e || unit === 0x21 || unit === 0x3f;
  }
  return (
    isUnspacedTerminator(unit) ||
    unit === 0x2026 ||
    (unit >= 0x203c && unit <= 0x203d) ||
    (unit >= 0x2047 && unit <= 0x2049) ||
    unit === 0x061f ||
    unit === 0x06d4 ||
    unit === 0x0964 ||
    unit === 0x0965 ||
    unit === 0x0589 ||
    unit === 0x1362 ||
    unit === 0x1367
  );
}

/** A terminator behind which no space is written: 。！？｡．, and ។ ။ of Khmer and Burmese. */
export function isUnspacedTerminator(unit: number): boolean {
  return (
    unit === 0x3002 ||
    unit === 0xff01 ||
    unit === 0xff1f ||
    unit === 0xff61 ||
    unit === 0xff0e ||
    unit === 0x17d4 ||
    unit === 0x17d5 ||
    unit === 0x104a ||
    unit === 0x104b
  );
}

/**
 * What may stand between a sentence's last mark and what follows: closing brackets, and quotation marks save those that
 * open in every language (“ closes in German, « in Danish; „ 「 『 nowhere).
 */
export function isClosingMark(unit: number): boolean {
  return (isQuote(unit) && !isOnlyOpeningQuote(unit)) || isClosingBracket(unit);
}

function isOnlyOpeningQuote(unit: number): boolean {
  return (
    unit === 0x201e ||
    unit === 0x201a ||
    unit === 0x300c ||
    unit === 0x300e ||
    unit === 0x301d ||
    unit === 0xff62
  );
}

/** `) ] }` and their CJK and full-width forms. */
export function isClosingBracket(unit: number): boolean {
  if (unit < 0x80) {
    return unit === 0x29 || unit === 0x5d || unit === 0x7d;
  }
  return (
    unit === 0x3009 ||
    unit === 0x300b ||
    unit === 0x3011 ||
    unit === 0x3015 ||
    unit === 0x3017 ||
    unit === 0xff09 ||
    unit === 0xff3d ||
    unit === 0xff5d
  );
}

/** `( [ {` and their CJK and full-width forms. */
export function isOpeningBracket(unit: number): boolean {
  if (unit < 0x80) {
    return unit === 0x28 || unit === 0x5b || unit === 0x7b;
  }
  return (
    unit === 0x3008 ||
    unit === 0x300a ||
    unit === 0x3010 ||
    unit === 0x3014 ||
    unit === 0x3016 ||
    unit === 0xff08 ||
    unit === 0xff3b ||
    unit === 0xff5b
  );
}

/**
 * What joins two lines of one paragraph: nothing where both sides of the break are of scripts written without spaces
 * (or their punctuation), a space elsewhere.
 */
export function lineJoiner(text: string, before: number, after: number): " " | "" {
  return joinsWithoutSpace(text.charCodeAt(before)) && joinsWithoutSpace(text.charCodeAt(after)) ? "" : " ";
}

function joinsWithoutSpace(unit: number): boolean {
  return (
    isUnspacedScript(unit) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    unit === 0x30fb ||
    (unit >= 0xff01 && unit <= 0xff65) ||
    (unit >= 0xd840 && unit <= 0xd8bf)
  );
}
