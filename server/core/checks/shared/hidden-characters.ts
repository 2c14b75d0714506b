import { isHighSurrogate, isLowSurrogate } from "../../text/characters.ts";
import { isMark, isUnspacedScript, letterCase } from "../../text/script.ts";
import type { Span } from "../../text/span.ts";
import { isWhiteSpace } from "../../text/white-space.ts";
import type { PhrasePart } from "../check.ts";
import { words } from "./line-words.ts";

/**
 * What a hidden character does. `override` turns letters around, so that a reader sees other words than are there;
 * `tag` and `selector` are invisible letters and variants that can carry a hidden text; `direction` marks where writing turns;
 * `joiner` forbids or asks for a ligature; `zero-width` parts or ties words; `control` is a code of old terminals;
 * `no-break-space` and `soft-hyphen` are what typesetters use.
 */
export type HiddenKind =
  | "override"
  | "tag"
  | "selector"
  | "direction"
  | "joiner"
  | "zero-width"
  | "control"
  | "no-break-space"
  | "soft-hyphen";

/** A run of hidden characters of one kind that serve no purpose where they stand. */
export interface HiddenCharacters {
  readonly kind: HiddenKind;
  readonly span: Span;
  readonly codePoints: readonly number[];
}

/**
 * The hidden characters of a span that are not there for a reason, in text order, those of one kind side by side as one. Reasons
 * are: a joiner in Arabic, Indic and other joining scripts and in emoji, a variation selector behind the one character
 * that it is for, a zero-width space in scripts without spaces, a direction mark on a line with right-to-left text, the tags of a flag, a byte
 * order mark at the start of the file, a no-break space where typographers want one. Linear.
 */
export function findHiddenCharacters(text: string, span: Span): HiddenCharacters[] {
  const found: { kind: HiddenKind; span: { start: number; end: number }; codePoints: number[] }[] = [];
  if (!MAY_HIDE.test(text.slice(span.start, span.end))) {
    return found;
  }
  const line = lineCursor(text, span);
  for (let at = span.start; at < span.end; ) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x20 && unit < 0x7f) {
      at++;
      continue;
    }
    const codePoint = codePointAt(text, at, span.end);
    const width = codePoint > 0xffff ? 2 : 1;
    const kind = hiddenKindOf(codePoint);
    if (kind !== undefined && !hasReason(text, span, at, codePoint, kind, line)) {
      const last = found.at(-1);
      if (last !== undefined && last.kind === kind && last.span.end === at) {
        last.span.end = at + width;
        last.codePoints.push(codePoint);
      } else {
        found.push({ kind, span: { start: at, end: at + width }, codePoints: [codePoint] });
      }
    }
    at += width;
  }
  return found;
}

/**
 * Whatever `hiddenKindOf` knows, and more: all but the letters and marks that most texts are made of. Few ranges, for the engine tries one after
 * the other. A test holds that nothing hides among those left out.
 */
export const MAY_HIDE =
  /[^\t-\r -~\xae-\u034e\u0370-\u061b\u0620-\u115e\u2010-\u2027\u2030-\u205f\u3000-\u3163\u3165-\ud7ff]/;

/** `U+202E (right-to-left override)` for those that have a common name, `U+0007` for the others. */
export function nameOfHidden(codePoint: number): PhrasePart {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  const name = NAMES.get(codePoint);
  return name === undefined ? code : words`${code} (${{ english: name, values: [] }})`;
}

/** The ASCII text that tag characters spell, and the one that selectors stand for where they carry bytes; empty where there is none. */
export function hiddenText({ kind, codePoints }: HiddenCharacters): string {
  const codes = codePoints.map((codePoint) => {
    if (kind === "tag") {
      return codePoint - 0xe0000;
    }
    return codePoint >= 0xe0100 ? codePoint - 0xe0100 + 16 : codePoint - 0xfe00;
  });
  const isText =
    (kind === "tag" || kind === "selector") && codes.every((code) => code >= 0x20 && code < 0x7f);
  return isText ? String.fromCharCode(...codes.slice(0, LONGEST_HIDDEN_TEXT)) : "";
}

const LONGEST_HIDDEN_TEXT = 200;

/** The names of the Unicode Standard, in small letters. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0xa0, "no-break space"],
  [0xad, "soft hyphen"],
  [0x34f, "combining grapheme joiner"],
  [0x61c, "Arabic letter mark"],
  [0x115f, "Hangul choseong filler"],
  [0x1160, "Hangul jungseong filler"],
  [0x180e, "Mongolian vowel separator"],
  [0x2007, "figure space"],
  [0x200b, "zero width space"],
  [0x200c, "zero width non-joiner"],
  [0x200d, "zero width joiner"],
  [0x200e, "left-to-right mark"],
  [0x200f, "right-to-left mark"],
  [0x2028, "line separator"],
  [0x2029, "paragraph separator"],
  [0x202a, "left-to-right embedding"],
  [0x202b, "right-to-left embedding"],
  [0x202c, "pop directional formatting"],
  [0x202d, "left-to-right override"],
  [0x202e, "right-to-left override"],
  [0x202f, "narrow no-break space"],
  [0x2060, "word joiner"],
  [0x2066, "left-to-right isolate"],
  [0x2067, "right-to-left isolate"],
  [0x2068, "first strong isolate"],
  [0x2069, "pop directional isolate"],
  [0x3164, "Hangul filler"],
  [0xfeff, "byte order mark"],
  [0xffa0, "halfwidth Hangul filler"],
]);

function codePointAt(text: string, at: number, limit: number): number {
  const unit = text.charCodeAt(at);
  const low = at + 1 < limit ? text.charCodeAt(at + 1) : 0;
  return isHighSurrogate(unit) && isLowSurrogate(low)
    ? (unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000
    : unit;
}

/** Line breaks, tabs and form feeds are seen; U+FFFD is lost text, not hidden text. */
export function hiddenKindOf(codePoint: number): HiddenKind | undefined {
  if (codePoint < 0xad) {
    if (codePoint === 0xa0) {
      return "no-break-space";
    }
    const isSeen =
      (codePoint >= 0x09 && codePoint <= 0x0d) || (codePoint >= 0x20 && codePoint < 0x7f) || codePoint > 0xa0;
    return isSeen || codePoint === 0x85 ? undefined : "control";
  }
  if (codePoint < 0x2000) {
    if (codePoint === 0xad) {
      return "soft-hyphen";
    }
    if (codePoint === 0x61c) {
      return "direction";
    }
    return ZERO_WIDTH.has(codePoint) ? "zero-width" : undefined;
  }
  if (codePoint <= 0x206f) {
    return kindOfPunctuation(codePoint);
  }
  if (codePoint >= 0xfe00 && codePoint <= 0xfe0f) {
    return "selector";
  }
  if (codePoint >= 0xe0000 && codePoint <= 0xe0fff) {
    return codePoint >= 0xe0100 && codePoint <= 0xe01ef ? "selector" : "tag";
  }
  return ZERO_WIDTH.has(codePoint) ? "zero-width" : undefined;
}

/** U+2000 to U+206F, the block General Punctuation. */
function kindOfPunctuation(codePoint: number): HiddenKind | undefined {
  switch (codePoint) {
    case 0x2007:
    case 0x202f:
      return "no-break-space";
    case 0x200c:
    case 0x200d:
      return "joiner";
    case 0x202d:
    case 0x202e:
      return "override";
    case 0x200b:
    case 0x2028:
    case 0x2029:
      return "zero-width";
  }
  if (codePoint === 0x200e || codePoint === 0x200f || (codePoint >= 0x202a && codePoint <= 0x202c)) {
    return "direction";
  }
  if (codePoint >= 0x2066 && codePoint <= 0x2069) {
    return "direction";
  }
  return codePoint >= 0x2060 ? "zero-width" : undefined;
}

/** Fillers, joiners and marks that take no room, outside General Punctuation. */
const ZERO_WIDTH: ReadonlySet<number> = new Set([
  0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180e, 0x3164, 0xfeff, 0xffa0, 0xfff9, 0xfffa, 0xfffb,
]);

interface LineCursor {
  /** Whether the line that holds the offset has right-to-left letters. Ask in text order. */
  hasRightToLeft(at: number): boolean;
}

function lineCursor(text: string, span: Span): LineCursor {
  let end = span.start;
  let answer = false;
  return {
    hasRightToLeft(at) {
      if (at < end) {
        return answer;
      }
      let start = at;
      while (start > end && !isBreak(text.charCodeAt(start - 1))) {
        start--;
      }
      answer = false;
      for (end = start; end < span.end && !isBreak(text.charCodeAt(end)); end++) {
        answer ||= isRightToLeft(text.charCodeAt(end));
      }
      end = Math.max(end, at + 1);
      return answer;
    },
  };
}

function isBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

/** Hebrew, Arabic, Syriac, Thaana, N’Ko and their presentation forms. */
function isRightToLeft(unit: number): boolean {
  return (
    (unit >= 0x5be && unit <= 0x8ff && unit !== 0x61c) ||
    (unit >= 0xfb1d && unit <= 0xfdff) ||
    (unit >= 0xfe70 && unit <= 0xfefc)
  );
}

function hasReason(
  text: string,
  span: Span,
  at: number,
  codePoint: number,
  kind: HiddenKind,
  line: LineCursor,
): boolean {
  const before = previousCodePoint(text, at, span.start);
  const next = at + (codePoint > 0xffff ? 2 : 1);
  const behind = next < span.end ? codePointAt(text, next, span.end) : 0;
  switch (kind) {
    case "override":
    case "control":
      return false;
    case "direction":
      return line.hasRightToLeft(at);
    case "tag":
      return isInFlag(text, at, span.start);
    case "selector":
      return isSelectorWanted(before, codePoint);
    case "joiner":
      return isJoiningScript(before) || isJoiningScript(behind) || isInEmoji(before, behind, codePoint);
    case "zero-width":
      return isZeroWidthWanted(before, behind, codePoint, at);
    case "soft-hyphen":
      return false;
    case "no-break-space":
      return isNoBreakWanted(text, span, at, next);
  }
}

function previousCodePoint(text: string, at: number, floor: number): number {
  if (at <= floor) {
    return 0;
  }
  const unit = text.charCodeAt(at - 1);
  return isLowSurrogate(unit) && at - 2 >= floor ? codePointAt(text, at - 2, at) : unit;
}

/** 🏴 with the tags of a region and the cancel tag (UTS 51, ED-14a). */
function isInFlag(text: string, at: number, floor: number): boolean {
  let start = at;
  while (start - 2 >= floor && at - start < 16) {
    const codePoint = previousCodePoint(text, start, floor);
    if (codePoint === 0x1f3f4) {
      return true;
    }
    if (codePoint < 0xe0020 || codePoint > 0xe007f) {
      return false;
    }
    start -= 2;
  }
  return false;
}

/** One selector behind a character that has variants: an emoji or symbol, a digit of a keycap, a Han character, Mongolian, Burmese or mathematics. */
function isSelectorWanted(before: number, codePoint: number): boolean {
  if (codePoint >= 0xe0100) {
    return before >= 0x2e80 && isUnspacedScript(before);
  }
  return (
    before > 0x20 &&
    !isWhiteSpace(before) &&
    hiddenKindOf(before) === undefined &&
    (before >= 0xa9 || before === 0x23 || before === 0x2a || (before >= 0x30 && before <= 0x39))
  );
}

/** Scripts whose letters join or stack: Arabic, Syriac, N’Ko, Mandaic, the Indic ones, Tibetan, Burmese, Khmer, Mongolian. */
function isJoiningScript(codePoint: number): boolean {
  return (
    (codePoint >= 0x600 && codePoint <= 0x8ff) ||
    (codePoint >= 0x900 && codePoint <= 0xdff) ||
    (codePoint >= 0xf00 && codePoint <= 0x109f) ||
    (codePoint >= 0x1780 && codePoint <= 0x18af) ||
    (codePoint >= 0x1b00 && codePoint <= 0x1c4f) ||
    (codePoint >= 0xa840 && codePoint <= 0xabff) ||
    (codePoint >= 0xfb50 && codePoint <= 0xfdff) ||
    (codePoint >= 0xfe70 && codePoint <= 0xfefc) ||
    (codePoint >= 0x11000 && codePoint <= 0x11fff)
  );
}

const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;

/** 👩‍💻: between two pictures, the first perhaps with a selector or a colour of skin. */
function isInEmoji(before: number, behind: number, codePoint: number): boolean {
  const isPicture = (one: number) => one > 0xa8 && PICTOGRAPH.test(String.fromCodePoint(one));
  const mayJoin = before === 0xfe0f || (before >= 0x1f3fb && before <= 0x1f3ff) || isPicture(before);
  return codePoint === 0x200d && mayJoin && isPicture(behind);
}

function isZeroWidthWanted(before: number, behind: number, codePoint: number, at: number): boolean {
  switch (codePoint) {
    case 0xfeff:
      return at === 0;
    case 0x200b:
    case 0x2060:
      return isSoutheastAsian(before) || isSoutheastAsian(behind);
    case 0x34f:
      return isMark(before) || isMark(behind);
    case 0x180e:
      return before >= 0x1800 && before <= 0x18af;
    case 0x115f:
    case 0x1160:
    case 0x3164:
    case 0xffa0:
      return isHangulLetter(before) || isHangulLetter(behind);
    case 0x17b4:
    case 0x17b5:
      return before >= 0x1780 && before <= 0x17ff;
    default:
      return false;
  }
}

/** Thai, Lao, Burmese and Khmer, whose words a zero-width space parts, and Tibetan. */
function isSoutheastAsian(codePoint: number): boolean {
  return (
    (codePoint >= 0xe00 && codePoint <= 0x109f) ||
    (codePoint >= 0x1780 && codePoint <= 0x17ff) ||
    (codePoint >= 0x1950 && codePoint <= 0x1aaf)
  );
}

function isHangulLetter(codePoint: number): boolean {
  return (
    (codePoint >= 0x1100 && codePoint <= 0x11ff) ||
    (codePoint >= 0x3131 && codePoint <= 0x318e && codePoint !== 0x3164) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7fb)
  );
}

/**
 * Where typographers put a space that does not break: before the high marks of French and inside its guillemets, in and
 * around numbers, around a dash, behind an initial, and behind the one-letter words of Russian, Polish and Czech. At the
 * edge of a line it is no more than white space.
 */
function isNoBreakWanted(text: string, span: Span, at: number, next: number): boolean {
  const before = at > span.start ? text.charAt(at - 1) : "\n";
  const behind = next < span.end ? text.charAt(next) : "\n";
  if (isBreak(before.charCodeAt(0)) || isBreak(behind.charCodeAt(0))) {
    return true;
  }
  if (":;?!»›%‰°€$£¥₽–—-+×=".includes(behind) || "«‹„–—-№§¶©+×=&".includes(before)) {
    return true;
  }
  if (/\d/u.test(before) || /\d/u.test(behind)) {
    return true;
  }
  if (before === ".") {
    const letter = at - 2 >= span.start ? letterCase(text, at - 2) : "none";
    const isInitial = letter === "upper" && (at - 3 < span.start || !/\p{L}/u.test(text.charAt(at - 3)));
    return isInitial;
  }
  const isOneLetter =
    /\p{L}/u.test(before) && (at - 2 < span.start || !/[\p{L}’']/u.test(text.charAt(at - 2)));
  return isOneLetter && !"aAI".includes(before);
}
