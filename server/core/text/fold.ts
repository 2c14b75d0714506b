import { isDash, isHighSurrogate, isInvisible, isLowSurrogate, isQuote } from "./characters.ts";
import type { Span } from "./span.ts";
import { isWhiteSpace } from "./white-space.ts";

/**
 * `proof`: runs of white space become one space, every quotation mark `"`, every dash `-`; nothing else changes, so
 * that `us` is not `US` (design.md §2, "nothing is lost"). `comparison`: that, and compatibility forms (NFKC: `ﬁ` is
 * `fi`, `Ａ` is `A`), case and invisible characters make no difference either, for finding what a reader would call the same.
 */
export type FoldStrength = "proof" | "comparison";

/** A folded text with the way back. */
export interface FoldedText {
  readonly text: string;
  /**
   * For each code unit of the folded text the offset, in the original text, of the character it came from; one more
   * entry for its end. Ascending, with equal neighbours where one character became several.
   */
  readonly offsets: Uint32Array;
}

export function foldForProof(text: string): string {
  return NEEDS_FOLDING.test(text) ? fold(text, { start: 0, end: text.length }, "proof", undefined) : text;
}

export function foldForComparison(text: string): string {
  return NEEDS_FOLDING.test(text)
    ? fold(text, { start: 0, end: text.length }, "comparison", undefined)
    : text.toLowerCase();
}

/** Whether anything in a text is folded but its capitals: not ASCII, white space but single spaces, quotation marks but `"`. */
const NEEDS_FOLDING = /[^ -&(-_a-~]|[ ]{2}/;

/** Folds a part of a text and remembers where each folded code unit came from, as offsets of the whole text. */
export function foldWithOffsets(text: string, span: Span, strength: FoldStrength): FoldedText {
  const offsets: number[] = [];
  const folded = fold(text, span, strength, offsets);
  offsets.push(span.end);
  return { text: folded, offsets: Uint32Array.from(offsets) };
}

/**
 * The span of the original text that a span of the folded text came from. Where the folded span ends inside what one
 * character became (`ﬁ`), the whole character is taken in.
 */
export function unfoldSpan(folded: FoldedText, span: Span): Span {
  const { offsets } = folded;
  const start = offsets[span.start] as number;
  let end = span.end;
  while (end > span.start && end < offsets.length - 1 && offsets[end] === offsets[end - 1]) {
    end++;
  }
  return { start, end: Math.max(start, offsets[end] as number) };
}

const SPACE = " ";
const QUOTE = '"';
const DASH = "-";

/** What a character below U+0080 becomes; the numbers index `asciiClasses`, built once and never written again. */
const PLAIN = 0;
const WHITE_SPACE = 1;
const QUOTATION = 2;
const UPPER_CASE = 3;
/** Not ASCII. */
const OTHER = 4;

const asciiClasses = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  if (isWhiteSpace(unit)) {
    return WHITE_SPACE;
  }
  if (isQuote(unit) && unit !== 0x22) {
    return QUOTATION;
  }
  return unit >= 0x41 && unit <= 0x5a ? UPPER_CASE : PLAIN;
});

/** Unchanged runs are copied as slices, so a text that is folded already costs one scan and no copy. */
function fold(text: string, span: Span, strength: FoldStrength, offsets: number[] | undefined): string {
  const forComparison = strength === "comparison";
  let folded = "";
  let runStart = span.start;
  let at = span.start;

  function replace(end: number, replacement: string): void {
    folded += text.slice(runStart, at) + replacement;
    if (offsets !== undefined) {
      for (let offset = runStart; offset < at; offset++) {
        offsets.push(offset);
      }
      for (let unit = 0; unit < replacement.length; unit++) {
        offsets.push(at);
      }
    }
    at = end;
    runStart = end;
  }

  while (at < span.end) {
    const unit = text.charCodeAt(at);
    const kind = unit < 0x80 ? (asciiClasses[unit] as number) : OTHER;
    // A mark that follows may compose with a plain letter, so a comparison has to look ahead.
    const combines = forComparison && at + 1 < span.end && isCombining(text.charCodeAt(at + 1));
    if (kind === WHITE_SPACE || (kind === OTHER && isWhiteSpace(unit))) {
      const end = whiteSpaceEnd(text, at, span.end);
      if (unit === 0x20 && end === at + 1) {
        at++;
      } else {
        replace(end, SPACE);
      }
    } else if (kind !== OTHER && !combines) {
      if (kind === PLAIN || (kind === UPPER_CASE && !forComparison)) {
        at++;
      } else {
        replace(at + 1, kind === QUOTATION ? QUOTE : String.fromCharCode(unit | 0x20));
      }
    } else if (isQuote(unit)) {
      replace(at + 1, QUOTE);
    } else if (isDash(unit)) {
      replace(at + 1, DASH);
    } else if (!forComparison) {
      at++;
    } else if (isInvisible(unit)) {
      replace(at + 1, "");
    } else if (isUnchangedByComparison(unit) && !combines) {
      at++;
    } else {
      const end = clusterEnd(text, at, span.end);
      replace(end, foldCluster(text.slice(at, end)));
    }
  }
  if (runStart === span.start && offsets === undefined) {
    return text.slice(span.start, span.end);
  }
  replace(at, "");
  return folded;
}

function whiteSpaceEnd(text: string, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && isWhiteSpace(text.charCodeAt(end))) {
    end++;
  }
  return end;
}

/** Ideographs and kana are most of a Chinese or Japanese text, and neither NFKC nor case touches them. */
function isUnchangedByComparison(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30fe)
  );
}

/** A character with the marks behind it (Hangul vowels and finals count as such): the least that NFKC must see whole. */
function clusterEnd(text: string, start: number, limit: number): number {
  let end = start + 1;
  if (isHighSurrogate(text.charCodeAt(start)) && end < limit && isLowSurrogate(text.charCodeAt(end))) {
    end++;
  }
  while (end < limit && isCombining(text.charCodeAt(end))) {
    end++;
  }
  return end;
}

/** Marks that compose with the letter before them under NFKC, by block; a few more than needed do no harm. */
function isCombining(unit: number): boolean {
  if (unit < 0x300) {
    return false;
  }
  return (
    unit <= 0x36f ||
    (unit >= 0x0591 && unit <= 0x05c7) ||
    (unit >= 0x064b && unit <= 0x065f) ||
    (unit >= 0x0900 && unit <= 0x0dff && composesInIndicScript(unit)) ||
    (unit >= 0x1160 && unit <= 0x11ff) ||
    (unit >= 0x1ab0 && unit <= 0x1aff) ||
    (unit >= 0x1dc0 && unit <= 0x1dff) ||
    (unit >= 0x20d0 && unit <= 0x20ff) ||
    unit === 0x3099 ||
    unit === 0x309a ||
    unit === 0xff9e ||
    unit === 0xff9f ||
    (unit >= 0xfe20 && unit <= 0xfe2f)
  );
}

/** Nuktas, and the vowel signs that have a two-part form (Bengali to Sinhala); listed by offset in their blocks of 128. */
function composesInIndicScript(unit: number): boolean {
  const offset = unit & 0x7f;
  return (
    offset === 0x3c ||
    offset === 0x3e ||
    (offset >= 0x46 && offset <= 0x57) ||
    offset === 0x42 ||
    offset === 0x5f
  );
}

function foldCluster(cluster: string): string {
  const normalised = cluster.normalize("NFKC").toLowerCase();
  let folded = "";
  for (let at = 0; at < normalised.length; at++) {
    const unit = normalised.charCodeAt(at);
    if (isWhiteSpace(unit)) {
      folded += SPACE;
    } else if (isQuote(unit)) {
      folded += QUOTE;
    } else if (isDash(unit)) {
      folded += DASH;
    } else {
      // The final sigma is the same letter; which one lower-casing gives depends on what follows.
      folded += unit === 0x3c2 ? "σ" : normalised.charAt(at);
    }
  }
  return folded;
}
