import { isHighSurrogate, isLowSurrogate } from "./characters.ts";
import { foldForComparison } from "./fold.ts";
import { finishHash, HASH_SEED, hashText, hashUnit } from "./hash.ts";
import { PartList, type TextParts } from "./part-list.ts";
import { isMark, isUnspacedScript, isWordCharacter } from "./script.ts";
import type { Span } from "./span.ts";

/**
 * The words of a span. Their hashes are equal for words that `foldForComparison` folds to the same text: case, width and the kind of
 * apostrophe make no difference.
 */
export type Words = TextParts;

/**
 * Finds the words of a span. A word is a run of letters, digits and marks, with the apostrophes inside it (`doesn’t`);
 * hyphens, dots and underscores part words. In scripts written without spaces each character, with its marks, is a
 * word of its own, which is what comparing by word sequences wants. Linear, by hand: no regular expression, no Intl; a word
 * of ASCII letters is found and hashed in one pass.
 */
export function scanWords(text: string, span: Span = { start: 0, end: text.length }): Words {
  const limit = span.end;
  const words = new PartList((limit - span.start) / LEAST_LENGTH);
  let at = span.start;
  while (at < limit) {
    const start = at;
    let hash = HASH_SEED;
    let unit = text.charCodeAt(at);
    while (isAsciiWordUnit(unit)) {
      hash = hashUnit(hash, unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);
      at++;
      unit = at < limit ? text.charCodeAt(at) : SPACE;
    }
    if (at === start && unit < 0x80) {
      at++;
      continue;
    }
    if (unit < 0x80 && unit !== APOSTROPHE) {
      hash = finishHash(hash);
    } else {
      // Letters of other alphabets, and apostrophes inside a word.
      const end = wordEndFrom(text, start, limit);
      if (end < 0) {
        at += codePointWithin(text, start, limit) > 0xffff ? 2 : 1;
        continue;
      }
      at = end;
      hash = hashWord(text, start, end);
    }
    words.add(start, at, hash);
  }
  return words.parts();
}

const SPACE = 0x20;
const APOSTROPHE = 0x27;

/** The end of the word that starts at an offset; -1 where none does. */
function wordEndFrom(text: string, start: number, limit: number): number {
  const codePoint = codePointWithin(text, start, limit);
  if (!isWordCharacter(codePoint)) {
    return -1;
  }
  const next = start + (codePoint > 0xffff ? 2 : 1);
  return isUnspacedScript(codePoint) ? marksEnd(text, next, limit) : wordEnd(text, next, limit);
}

function wordEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const unit = text.charCodeAt(at);
    if (isAsciiWordUnit(unit)) {
      at++;
      continue;
    }
    if (isApostrophe(unit)) {
      // Only inside a word: a letter has to follow, and not one that is a word by itself.
      const next = at + 1 < limit ? codePointWithin(text, at + 1, limit) : 0;
      if (!isWordCharacter(next) || isUnspacedScript(next)) {
        return at;
      }
      at++;
      continue;
    }
    if (unit < 0x80) {
      return at;
    }
    const codePoint = codePointWithin(text, at, limit);
    if (!isWordCharacter(codePoint) || isUnspacedScript(codePoint)) {
      return at;
    }
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

function marksEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && isMark(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** The code point at an offset, never reading beyond the limit: a pair that is cut in two counts as a lone surrogate. */
function codePointWithin(text: string, at: number, limit: number): number {
  const unit = text.charCodeAt(at);
  if (!isHighSurrogate(unit) || at + 1 >= limit) {
    return unit;
  }
  const low = text.charCodeAt(at + 1);
  return isLowSurrogate(low) ? (unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000 : unit;
}

function isAsciiWordUnit(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a && unit < 0x80) || (unit >= 0x30 && unit <= 0x39);
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x02bc || unit === 0xff07;
}

function hashWord(text: string, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let at = start; at < end; at++) {
    const folded = foldCommonUnit(text.charCodeAt(at));
    if (folded < 0) {
      return hashText(foldForComparison(text.slice(start, end)));
    }
    hash = hashUnit(hash, folded);
  }
  return finishHash(hash);
}

/**
 * What `foldForComparison` makes of a letter that it folds by itself, whatever stands next to it, for the alphabets
 * where that is cheap to say; -1 where the whole word has to be folded. A test holds the two to be the same.
 */
function foldCommonUnit(unit: number): number {
  if (unit < 0x80) {
    if (unit === 0x27) {
      return 0x22;
    }
    return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
  }
  if (unit >= 0xc0 && unit <= 0xff) {
    return unit <= 0xde && unit !== 0xd7 ? unit + 0x20 : unit;
  }
  if (unit >= 0x410 && unit <= 0x44f) {
    return unit <= 0x42f ? unit + 0x20 : unit;
  }
  if (unit >= 0x400 && unit <= 0x45f) {
    return unit <= 0x40f ? unit + 0x50 : unit;
  }
  if (unit === 0x2019 || unit === 0x2018) {
    return 0x22;
  }
  const isUnchanged =
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0x620 && unit <= 0x64a);
  return isUnchanged ? unit : -1;
}

/** Code units per word and what parts it from the next, in most scripts at least. */
const LEAST_LENGTH = 5;
