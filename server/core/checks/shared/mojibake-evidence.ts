import { letterCase } from "../../text/script.ts";
import type { Span } from "../../text/span.ts";
import type { DisguisedCharacter, SingleByteEncoding } from "./single-byte-encodings.ts";

/**
 * How much a disguised character says by itself. `certain`: nobody writes these characters side by side. `script`: it
 * counts where the next one is of the same script. `weak`: it counts beside a certain one in the same block.
 */
export type MojibakeEvidence = "certain" | "script" | "weak" | "none";

/**
 * What speaks for a disguised character at this place being one. Legitimate text has such pairs: `“MANHÃ”` ends in the bytes of
 * `Ô`, `été »` in those of 頻, `Рёв` starts with those of и. So letters' case, what stands around them and which character would come out count.
 */
export function judgeMojibake(
  text: string,
  bounds: Span,
  found: DisguisedCharacter,
  encoding: SingleByteEncoding,
): MojibakeEvidence {
  const { codePoint } = found;
  if (codePoint === 0xfeff || codePoint === 0xfffd) {
    return "certain";
  }
  if (codePoint >= 0x1f000 && codePoint <= 0x1faff) {
    return "certain";
  }
  if (isTypographic(codePoint)) {
    if (encoding === "ibm866" && isCyrillicLetter(text.charCodeAt(found.start - 1))) {
      // `тАЭ` has nothing but letters: behind others it can be two words that were run together.
      return "weak";
    }
    return isSymbolPage(codePoint) && hasOnlyQuotes(text, found) ? "weak" : "certain";
  }
  if (codePoint < 0x180) {
    switch (encoding) {
      case "windows-1252":
      case "windows-1250":
        return codePoint < 0xc0 ? judgeSign(text, bounds, found) : judgeLetter(text, bounds, found);
      case "macintosh":
        return judgeMacintosh(text, bounds, found);
      case "windows-1251":
      case "koi8-r":
      case "ibm866":
        return judgeBetweenLatin(text, bounds, found);
    }
  }
  if (codePoint === 0x192 || (codePoint >= 0x2c6 && codePoint <= 0x2dd)) {
    // ƒ, ˆ, ˜ and the other signs that windows-1252 and -1250 have: they come out where a text was read wrongly twice.
    return "weak";
  }
  if (scriptOf(codePoint) === undefined) {
    return "none";
  }
  return encoding === "ibm866" && isSmallCyrillic(text, found) ? "weak" : "script";
}

/** Small letters of that code page are bytes of long characters, so every other word of Russian has some: `рмеров` in `фермеров`. */
function isSmallCyrillic(text: string, { start, end }: DisguisedCharacter): boolean {
  for (let at = start; at < end; at++) {
    if (!isCyrillicLetter(text.charCodeAt(at)) || letterCase(text, at) !== "lower") {
      return false;
    }
  }
  return true;
}

/** The scripts that are told by a run of their characters; the number tells them apart. */
export function scriptOf(codePoint: number): number | undefined {
  if (codePoint >= 0x3000) {
    // CJK, kana, Hangul and full-width forms stand mixed.
    const isEastAsian =
      codePoint <= 0x9fff || (codePoint >= 0xac00 && codePoint <= 0xd7a3) || codePoint >= 0xf900;
    return isEastAsian && codePoint < 0x30000 ? 0x3000 : undefined;
  }
  return SCRIPTS.find(({ first, last }) => codePoint >= first && codePoint <= last)?.first;
}

/** Greek, Cyrillic, Armenian, Hebrew, Arabic, the Indic scripts to Sinhala, Thai, Lao, Georgian. */
const SCRIPTS: readonly { readonly first: number; readonly last: number }[] = [
  { first: 0x0370, last: 0x03ff },
  { first: 0x0400, last: 0x04ff },
  { first: 0x0530, last: 0x058f },
  { first: 0x0590, last: 0x05ff },
  { first: 0x0600, last: 0x06ff },
  { first: 0x0900, last: 0x0dff },
  { first: 0x0e00, last: 0x0e7f },
  { first: 0x0e80, last: 0x0eff },
  { first: 0x10a0, last: 0x10ff },
];

/** Dashes, quotation marks, the ellipsis, the euro, №, ™, arrows, ✓ and their like, in the order of their blocks. */
function isTypographic(codePoint: number): boolean {
  return (
    (codePoint >= 0x2000 && codePoint <= 0x206f) ||
    codePoint === 0x20ac ||
    codePoint === 0x20bd ||
    (codePoint >= 0x2100 && codePoint <= 0x214f) ||
    isSymbolPage(codePoint)
  );
}

function isSymbolPage(codePoint: number): boolean {
  return codePoint >= 0x2150 && codePoint <= 0x27bf;
}

/** `â…”` closes a quotation that breaks off in many languages, and would come out as ⅔. */
function hasOnlyQuotes(text: string, { start, end }: DisguisedCharacter): boolean {
  for (let at = start + 1; at < end; at++) {
    if (!MAY_FOLLOW_A_CAPITAL.has(text.charAt(at))) {
      return false;
    }
  }
  return true;
}

/** What may stand right behind a capital letter in clean text; a footnote's number may, too. */
const MAY_FOLLOW_A_CAPITAL: ReadonlySet<string> = new Set("‘’‚“”„…–—‹›«»\u00a0\u00ad©®™•ªº°´·¹²³");

/** `Â£`, `Â°`, `Â«`, and `Â` with a no-break space: a circumflexed capital ends a word only in capitals. */
function judgeSign(text: string, { start }: Span, found: DisguisedCharacter): MojibakeEvidence {
  if (found.codePoint < 0xa0) {
    return "weak";
  }
  return found.start > start && letterCase(text, found.start - 1) === "upper" ? "weak" : "certain";
}

/** `Ã©`, `Å¡`: a capital inside a word of small letters, or in front of a sign that never follows one. */
function judgeLetter(text: string, { start, end }: Span, found: DisguisedCharacter): MojibakeEvidence {
  const before = found.start > start ? letterCase(text, found.start - 1) : "none";
  if (before === "lower" || !MAY_FOLLOW_A_CAPITAL.has(text.charAt(found.start + 1))) {
    return "certain";
  }
  const behind = found.end < end ? letterCase(text, found.end) : "none";
  const second = text.charAt(found.start + 1);
  const isFirst = before === "none";
  if (found.codePoint === MULTIPLICATION_SIGN) {
    return isFirst ? "certain" : "weak";
  }
  if (behind === "lower") {
    const isCapitals = found.start - 1 > start && letterCase(text, found.start - 2) === "upper";
    return isCapitals && before === "upper" ? "weak" : "certain";
  }
  // Nobody starts a word with Ã; and a closing quotation mark has no capital behind it, nor has a dash inside a word.
  if (isFirst && text.charAt(found.start) === "Ã") {
    return behind === "upper" || "\u00a0\u00adªº".includes(second) ? "certain" : "weak";
  }
  return behind === "upper" && "‘’‚“”„".includes(second) ? "certain" : "weak";
}

const MULTIPLICATION_SIGN = 0xd7;

/** `cafГ©`, `Гјber`, `caf├й`: a Cyrillic letter or a piece of a frame with a sign, in a word of Latin letters. */
function judgeBetweenLatin(text: string, { start, end }: Span, found: DisguisedCharacter): MojibakeEvidence {
  const isBehindLatin = found.start > start && isLatinLetter(text.charCodeAt(found.start - 1));
  const isBeforeLatin = found.end < end && isLatinLetter(text.charCodeAt(found.end));
  return found.codePoint >= 0xc0 && (isBehindLatin || isBeforeLatin) ? "certain" : "weak";
}

/** `caf√©`; but `√π` is mathematics. */
function judgeMacintosh(text: string, { start, end }: Span, found: DisguisedCharacter): MojibakeEvidence {
  const isBehindLatin = found.start > start && isLatinLetter(text.charCodeAt(found.start - 1));
  const isBeforeLatin = found.end < end && isLatinLetter(text.charCodeAt(found.end));
  if (found.codePoint < 0xc0 || "πΣ∂∏∫Ωµ∞".includes(text.charAt(found.start + 1))) {
    return isBehindLatin && isBeforeLatin && found.codePoint >= 0xc0 ? "certain" : "weak";
  }
  return isBehindLatin || isBeforeLatin ? "certain" : "weak";
}

function isCyrillicLetter(unit: number): boolean {
  return unit >= 0x400 && unit <= 0x52f;
}

function isLatinLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return (
    (lower >= 0x61 && lower <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7)
  );
}
