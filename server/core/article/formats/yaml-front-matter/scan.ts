import { isAsciiDigit, isAsciiLetter } from "../../../text/characters.ts";
import { type LineIndex, lineContentSpan, lineCount } from "../../../text/lines.ts";
import type { Span } from "../../../text/span.ts";
import { trimSpan } from "../../../text/white-space.ts";
import { isWebAddress } from "../../line-kinds.ts";
import type { Role } from "../../model.ts";
import { roleOfKey } from "./roles.ts";

/** A head between two lines of three dashes, as it is found without knowing YAML. */
export interface FrontMatterHead {
  readonly openLine: number;
  readonly closeLine: number;
  /** The lines that start with a key at the margin, in order. */
  readonly entries: readonly FrontMatterEntry[];
}

export interface FrontMatterEntry {
  readonly line: number;
  readonly role: Role;
  /** As it is written, lower case, with `_` for spaces and hyphens. */
  readonly key: string;
  /** What stands on the line behind the colon, less one pair of quotes; for a value that starts below, that line. */
  readonly value: Span;
}

/** The front matter whose opening line is the given one; linear in the lines up to the next line of dashes. */
export function frontMatterAt(lines: LineIndex, openLine: number): FrontMatterHead | undefined {
  if (!isFence(lines, openLine)) {
    return undefined;
  }
  const entries: FrontMatterEntry[] = [];
  for (let line = openLine + 1; line < lineCount(lines); line++) {
    if (isFence(lines, line)) {
      return { openLine, closeLine: line, entries };
    }
    const entry = entryAt(lines, line);
    if (entry !== undefined) {
      entries.push(entry);
    }
  }
  return undefined;
}

/** The entry that says where the article is from: an address under a key for it, or, failing that, as the source. */
export function addressEntry(text: string, head: FrontMatterHead): FrontMatterEntry | undefined {
  return (
    head.entries.find(({ role, value }) => role === "url" && isWebAddress(text, value)) ??
    head.entries.find(({ key, value }) => key === "source" && isWebAddress(text, value))
  );
}

export function titleEntry(head: FrontMatterHead): FrontMatterEntry | undefined {
  return head.entries.find(({ role, value }) => role === "headline" && value.end > value.start);
}

/** Whether a line is three dashes at the margin; a byte order mark before and white space behind do not count. */
export function isFence(lines: LineIndex, line: number): boolean {
  const { text } = lines;
  const { start, end } = lineContentSpan(lines, line);
  const dashes = start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
  if (end - dashes < 3 || !text.startsWith("---", dashes)) {
    return false;
  }
  return trimSpan(text, { start: dashes, end }).end === dashes + 3;
}

function entryAt(lines: LineIndex, line: number): FrontMatterEntry | undefined {
  const { text } = lines;
  const content = lineContentSpan(lines, line);
  const keyEnd = keyEndAt(text, content);
  if (keyEnd < 0) {
    return undefined;
  }
  const key = text
    .slice(content.start, keyEnd)
    .replaceAll(/["']/g, "")
    .replaceAll(/[ -]/g, "_")
    .toLowerCase();
  const colon = text.indexOf(":", keyEnd);
  let value = withoutComment(text, trimSpan(text, { start: colon + 1, end: content.end }));
  if (isBlockIndicator(text, value) && line + 1 < lineCount(lines)) {
    const below = lineContentSpan(lines, line + 1);
    value = isIndented(text, below) ? trimSpan(text, below) : { start: value.start, end: value.start };
  }
  return { line, role: roleOfKey(key), key, value: withoutQuotes(text, value) };
}

/** The end of a key at the margin before a colon and white space; -1 where the line has none. Keys are at most 40 long. */
function keyEndAt(text: string, content: Span): number {
  let at = content.start;
  const limit = Math.min(content.end, content.start + LONGEST_KEY);
  while (at < limit && isKeyUnit(text.charCodeAt(at))) {
    at++;
  }
  const end = at;
  if (
    end === content.start ||
    text.charCodeAt(content.start) === SPACE ||
    text.charCodeAt(content.start) === HYPHEN
  ) {
    return -1;
  }
  const next = text.charCodeAt(at + 1);
  const isKey = at < content.end && text.charCodeAt(at) === COLON;
  return isKey && (at + 1 === content.end || next === SPACE || next === TAB) ? end : -1;
}

function isKeyUnit(unit: number): boolean {
  return (
    isAsciiLetter(unit) ||
    isAsciiDigit(unit) ||
    unit === 0x5f ||
    unit === HYPHEN ||
    unit === SPACE ||
    unit === DOUBLE_QUOTE ||
    unit === SINGLE_QUOTE
  );
}

/** Nothing behind the colon, or `|` or `>` with its modifiers: the value starts on the next line. */
function isBlockIndicator(text: string, value: Span): boolean {
  const first = text.charCodeAt(value.start);
  return value.end === value.start || ((first === 0x7c || first === 0x3e) && value.end - value.start <= 3);
}

/** Whether a line belongs to the value of the key above it; a list may stand at the margin. */
export function isIndented(text: string, content: Span): boolean {
  const first = text.charCodeAt(content.start);
  return content.end > content.start && (first === SPACE || first === TAB || first === HYPHEN);
}

/** YAML's comments start with `#` behind white space; inside a quoted value it is a letter like others. */
function withoutComment(text: string, value: Span): Span {
  const first = text.charCodeAt(value.start);
  const isQuoted = first === DOUBLE_QUOTE || first === SINGLE_QUOTE;
  for (let at = value.start + 1; at < value.end; at++) {
    const before = text.charCodeAt(at - 1);
    if (text.charCodeAt(at) !== NUMBER_SIGN || (before !== SPACE && before !== TAB)) {
      continue;
    }
    const shorter = trimSpan(text, { start: value.start, end: at });
    if (!isQuoted || (shorter.end - shorter.start > 1 && text.charCodeAt(shorter.end - 1) === first)) {
      return shorter;
    }
  }
  return value;
}

function withoutQuotes(text: string, value: Span): Span {
  const first = text.charCodeAt(value.start);
  const isQuoted =
    value.end - value.start >= 2 &&
    (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) &&
    text.charCodeAt(value.end - 1) === first;
  return isQuoted ? trimSpan(text, { start: value.start + 1, end: value.end - 1 }) : value;
}

const BYTE_ORDER_MARK = 0xfeff;
const SPACE = 0x20;
const TAB = 0x09;
const DOUBLE_QUOTE = 0x22;
const NUMBER_SIGN = 0x23;
const SINGLE_QUOTE = 0x27;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const LONGEST_KEY = 40;
