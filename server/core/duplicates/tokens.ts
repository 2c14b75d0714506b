import { isDash, isHighSurrogate, isLowSurrogate, isQuote } from "../text/characters.ts";
import { finishHash, HASH_SEED, hashUnit } from "../text/hash.ts";
import { PartList, type TextParts } from "../text/part-list.ts";
import { isUnspacedScript, isWordCharacter, letterCase } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { isWhiteSpace } from "../text/white-space.ts";

/**
 * A text cut into what must not get lost: words and single marks, white space left out. Words are cut where a small letter
 * meets a capital and where letters meet digits, in every copy alike, so that `GuaranteesThe` and `Guarantees The` give the
 * same tokens: that is what makes a text with its paragraph breaks taken out comparable with the one that has them. Case counts in
 * their hashes; the kind of a quotation mark or dash does not (design.md §2).
 */
export type Tokens = TextParts;

/** Cuts a span into tokens. Linear; a word of small letters is cut and hashed in one pass. */
export function scanTokens(text: string, span: Span): Tokens {
  const limit = span.end;
  const tokens = new PartList((limit - span.start) / LEAST_LENGTH);
  let at = span.start;
  while (at < limit) {
    const start = at;
    let unit = text.charCodeAt(at);
    if (unit === SPACE || isWhiteSpace(unit)) {
      at++;
      continue;
    }
    // One capital, or none, and small letters.
    let hash = HASH_SEED;
    if (isUpper(unit) && at + 1 < limit) {
      hash = hashUnit(hash, unit);
      unit = text.charCodeAt(++at);
    }
    const small = at;
    while (isLower(unit)) {
      hash = hashUnit(hash, unit);
      at++;
      unit = at < limit ? text.charCodeAt(at) : SPACE;
    }
    // A capital or a digit parts words, as all other ASCII characters do.
    if (at > small && unit < 0x80) {
      hash = finishHash(hash);
    } else {
      at = tokenEnd(text, start, limit);
      hash = hashToken(text, start, at);
    }
    tokens.add(start, at, hash);
  }
  return tokens.parts();
}

/** Code units per token and what parts it from the next, in most texts at least. */
const LEAST_LENGTH = 4;

const SPACE = 0x20;

function tokenEnd(text: string, start: number, limit: number): number {
  const first = pointAt(text, start, limit);
  let at = start + widthOf(first);
  if (!isWordCharacter(first) || isUnspacedScript(first)) {
    return at;
  }
  let previous = kindAt(text, start, first);
  while (at < limit) {
    const point = pointAt(text, at, limit);
    if (!isWordCharacter(point) || isUnspacedScript(point)) {
      return at;
    }
    const kind = kindAt(text, at, point);
    const next = at + widthOf(point);
    if (isDigitKind(kind) !== isDigitKind(previous) || (previous === "lower" && kind === "upper")) {
      return at;
    }
    // `EUThe` is `EU` and `The`: the last capital before a small letter starts the next word.
    if (previous === "upper" && kind === "upper" && next < limit && letterCase(text, next) === "lower") {
      return at;
    }
    previous = kind;
    at = next;
  }
  return at;
}

function isLower(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isUpper(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

type Kind = "lower" | "upper" | "digit" | "none";

function kindAt(text: string, at: number, point: number): Kind {
  return point >= 48 && point <= 57 ? "digit" : letterCase(text, at);
}

function isDigitKind(kind: Kind): boolean {
  return kind === "digit";
}

function pointAt(text: string, at: number, limit: number): number {
  const unit = text.charCodeAt(at);
  if (!isHighSurrogate(unit) || at + 1 >= limit || !isLowSurrogate(text.charCodeAt(at + 1))) {
    return unit;
  }
  return text.codePointAt(at) as number;
}

function widthOf(point: number): number {
  return point > 0xffff ? 2 : 1;
}

const QUOTE = 0x22;
const DASH = 0x2d;

function hashToken(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  if (isQuote(unit)) {
    return finishHash(hashUnit(HASH_SEED, QUOTE));
  }
  if (isDash(unit)) {
    return finishHash(hashUnit(HASH_SEED, DASH));
  }
  let hash = HASH_SEED;
  for (let at = start; at < end; at++) {
    hash = hashUnit(hash, text.charCodeAt(at));
  }
  return finishHash(hash);
}
