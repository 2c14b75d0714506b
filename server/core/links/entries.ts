import type { Span } from "../text/span.ts";
import type { Draft, Scene } from "./draft.ts";
import { addMended } from "./draft.ts";
import { draftAt, isBoundary, startsHost, writtenHost } from "./entry-parts.ts";
import { defangedHostEntry, hostEntry, relativeEntry, wwwEntry } from "./host-entries.ts";
import { hasPublicSuffix } from "./hosts.ts";
import { LONGEST_SCHEME_WORD, readScheme, type SchemeReading } from "./schemes.ts";
import { readSeparator, type SeparatorReading } from "./separators.ts";
import { hiddenLength, isDigit, isLetter, isWordUnit } from "./units.ts";

/**
 * Looks whether a link starts at a sign that links have: a colon, slash, backslash, opening bracket, or the `w` of `www`.
 * What is known then is where it starts, its scheme, and what is wrong up to the host.
 *
 * @param floor Where the link before ended: nothing before it is looked at.
 */
export function findEntry(scene: Scene, at: number, floor: number): Draft | undefined {
  const { text } = scene;
  switch (text.charCodeAt(at)) {
    case COLON:
    case FULL_WIDTH_COLON:
    case RATIO:
      return schemeEntry(scene, at, floor) ?? relativeEntry(scene, at, floor);
    case QUESTION_MARK:
      return hostEntry(scene, at, floor);
    case SLASH:
      return (
        schemeEntry(scene, signBefore(text, at, floor), floor) ??
        relativeEntry(scene, at, floor) ??
        hostEntry(scene, at, floor)
      );
    case BACKSLASH:
      return schemeEntry(scene, signBefore(text, at, floor), floor);
    case PERCENT:
      return escapedEntry(scene, at, floor);
    case ROUND_OPEN:
    case SQUARE_OPEN:
    case CURLY_OPEN:
      return schemeEntry(scene, at, floor) ?? defangedHostEntry(scene, at, floor);
    default:
      return wwwEntry(scene, at, floor);
  }
}

/** `https;//`: a sign that stands for the colon right before the slashes. */
function signBefore(text: string, at: number, floor: number): number {
  if (at - 1 <= floor) {
    return at;
  }
  const reference =
    text.charAt(at - 1) === ";" ? COLON_REFERENCE.exec(text.slice(Math.max(floor, at - 8), at)) : null;
  if (reference !== null) {
    return at - reference[0].length;
  }
  const isSign = ";.,".includes(text.charAt(at - 1)) && isLetter(text, at - 2);
  return isSign ? at - 1 : at;
}

const COLON_REFERENCE = /&(?:#0*58|#x0*3a|colon);$/i;

/** A scheme's word, or what became of it, before a separator, or what became of that. */
function schemeEntry(scene: Scene, separatorStart: number, floor: number): Draft | undefined {
  const { text, line } = scene;
  const word = wordBefore(text, separatorStart, floor);
  if (word === undefined) {
    return undefined;
  }
  // Most colons are followed by no slash: that is told faster than what the word before them may be a slip of.
  const separator = readSeparator(text, word.separatorStart, scene.limit);
  if (separator === undefined) {
    return undefined;
  }
  const written = word.hiddenScheme ?? text.slice(word.gapStart ?? word.start, word.end);
  const reading = readScheme(
    word.gapStart === undefined ? written : written.replace(" ", ""),
    separator.strength,
  );
  if (reading === undefined || !belongTogether(text, reading, separator, scene.limit)) {
    return undefined;
  }
  // `net/http/cache.cc` is a file.
  const isSlashAlone = separator.strength === "slash" && separator.end - word.separatorStart === 1;
  if (isSlashAlone && !(isBoundary(text, word.start, floor) && hasPath(text, separator.end, line.end))) {
    return undefined;
  }
  const start = word.gapStart ?? (word.hiddenScheme === undefined ? word.end - reading.length : word.start);
  const draft = draftAt(start, separator.end, reading.scheme);
  const place = { start, end: word.end };
  if (word.gapStart !== undefined) {
    addMended(draft, "space-in-scheme", place, reading.scheme);
  } else if (word.hiddenScheme !== undefined) {
    addMended(draft, "hidden-character", place, reading.scheme);
  } else if (reading.trouble !== undefined) {
    addMended(draft, reading.trouble, place, reading.scheme);
  }
  const trouble = word.separatorStart > word.end ? "space-in-scheme" : separator.trouble;
  if (trouble !== undefined) {
    addMended(draft, trouble, { start: word.end, end: separator.end }, "://");
  }
  return withoutDoubledScheme(scene, draft);
}

interface Word extends Span {
  /** Behind the spaces between the word and its colon, if there are any. */
  readonly separatorStart: number;
  /** The scheme, where characters that nobody sees stand inside it. */
  readonly hiddenScheme?: string;
  /** Set where spaces part the word: its very start. `end` is then the end of its last part. */
  readonly gapStart?: number;
}

/** The letters before a separator, over a space before the colon (`https ://`) or inside the scheme (`http s://`). */
function wordBefore(text: string, end: number, floor: number): Word | undefined {
  const gap = text.charCodeAt(end - 1) === 0x20 && /^: ?\/ ?\//.test(text.slice(end, end + 5)) ? 1 : 0;
  const wordEnd = end - gap;
  let start = wordEnd;
  const least = Math.max(floor, wordEnd - LONGEST_SCHEME_WORD);
  let hidden = 0;
  while (start > least && (isSchemeUnit(text.charCodeAt(start - 1)) || isHiddenBefore(text, start, least))) {
    start--;
    hidden += isSchemeUnit(text.charCodeAt(start)) ? 0 : 1;
  }
  if (hidden > 0) {
    return wordWithHidden(text, start, wordEnd, end);
  }
  if (start === wordEnd) {
    return undefined;
  }
  const part = text.slice(start, wordEnd).toLowerCase();
  if (gap > 0) {
    return part.endsWith("http") || part.endsWith("https") || part.endsWith("ftp")
      ? { start, end: wordEnd, separatorStart: end }
      : undefined;
  }
  if (text.charCodeAt(start - 1) === 0x20 && text.charAt(end) === ":") {
    const head = "https".slice(0, 5 - part.length);
    const whole = part === "p" || part === "tp" || part === "ttp" ? "http".slice(0, 4 - part.length) : head;
    const headStart = start - 1 - whole.length;
    const isSplit =
      whole !== "" &&
      headStart >= floor &&
      (whole + part === "http" || whole + part === "https") &&
      text.slice(headStart, start - 1).toLowerCase() === whole &&
      !(headStart > floor && isWordUnit(text, headStart - 1));
    if (isSplit) {
      return { start, end: wordEnd, separatorStart: end, gapStart: headStart };
    }
  }
  return { start, end: wordEnd, separatorStart: end };
}

/** Whether a character that nobody sees stands between letters. */
function isHiddenBefore(text: string, at: number, least: number): boolean {
  return at - 1 > least && hiddenLength(text, at - 1) === 1 && isSchemeUnit(text.charCodeAt(at - 2));
}

/** `ht` and `tps` with a zero-width space between them; letters behind one that are a scheme by themselves are just that. */
function wordWithHidden(text: string, start: number, end: number, separatorStart: number): Word | undefined {
  const letters = [...text.slice(start, end)].filter((letter) => isSchemeUnit(letter.charCodeAt(0)));
  const whole = /(?:https?|ftp)$/i.exec(letters.join(""))?.[0];
  if (whole === undefined) {
    return undefined;
  }
  let from = end;
  for (let count = 0; count < whole.length; from--) {
    count += isSchemeUnit(text.charCodeAt(from - 1)) ? 1 : 0;
  }
  return end - from === whole.length
    ? { start: from, end, separatorStart }
    : { start: from, end, separatorStart, hiddenScheme: whole.toLowerCase() };
}

function isSchemeUnit(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || isDigit(unit) || unit === 0x2a || unit === 0x5f;
}

/**
 * The less is left of the separator, the more the word and what follows must say: `http:` is also a word, and so is `http//`
 * less so.
 */
function belongTogether(
  text: string,
  reading: SchemeReading,
  separator: SeparatorReading,
  limit: number,
): boolean {
  if (separator.strength === "full" && separator.trouble === undefined) {
    return true;
  }
  if (separator.strength === "full") {
    return startsHost(text, separator.end, limit);
  }
  const isKnown = reading.trouble === undefined || reading.trouble === "defanged-scheme";
  return isKnown && startsHost(text, separator.end, limit);
}

function hasPath(text: string, hostStart: number, limit: number): boolean {
  return text.charAt(hostStart + writtenHost(text, hostStart, limit).length) === "/";
}

/** `http://https://example.com`: the inner one is the link. */
function withoutDoubledScheme(scene: Scene, draft: Draft): Draft {
  const { text } = scene;
  const inner = /^(https?|ftp)(?=:\/\/|:[A-Za-z]|\/\/)(:?\/{0,2})/i.exec(
    text.slice(draft.hostStart, draft.hostStart + 9),
  );
  if (inner === null) {
    return draft;
  }
  const end = draft.hostStart + inner[0].length;
  const doubled = draftAt(draft.start, end, (inner[1] as string).toLowerCase());
  addMended(doubled, "doubled-scheme", { start: draft.start, end }, `${inner[1]}://`);
  return doubled;
}

/** `https%3A%2F%2Fexample.com`: a whole link as the value of a parameter is written. */
function escapedEntry({ text, line }: Scene, at: number, floor: number): Draft | undefined {
  const match = /^%3a(?:%2f%2f|\/\/)/i.exec(text.slice(at, at + 9));
  if (match === null) {
    return undefined;
  }
  const scheme = /(?:https?|ftp)$/i.exec(text.slice(Math.max(floor, at - 5), at))?.[0];
  if (scheme === undefined) {
    return undefined;
  }
  const start = at - scheme.length;
  const hostStart = at + match[0].length;
  if (!isBoundary(text, start, floor) || !hasPublicSuffix(writtenHost(text, hostStart, line.end))) {
    return undefined;
  }
  const draft = draftAt(start, hostStart, scheme.toLowerCase());
  addMended(draft, "escaped-whole", { start: at, end: hostStart }, "://");
  return draft;
}

const COLON = 0x3a;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const QUESTION_MARK = 0x3f;
const ROUND_OPEN = 0x28;
const SQUARE_OPEN = 0x5b;
const CURLY_OPEN = 0x7b;
const FULL_WIDTH_COLON = 0xff1a;
const RATIO = 0x2236;
