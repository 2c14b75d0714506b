import { isAsciiDigit, isAsciiLetter } from "../../../text/characters.ts";
import { filledCount, type LineIndex, lineSpan } from "../../../text/lines.ts";
import { endsSentence } from "../../../text/sentences.ts";
import { type Span, shiftSpan } from "../../../text/span.ts";
import { isWhiteSpace, trimSpan } from "../../../text/white-space.ts";
import { readDate, readDateline, readIsoTime, type StatedDate } from "../../dates.ts";
import { visualWidth } from "../../line-kinds.ts";
import { readAddressLine } from "./addresses.ts";
import { findCaptionTail } from "./captions.ts";

/** What a line is by its form alone, whatever stands around it. */
export type NewsLineKind =
  | "blank"
  | "page"
  | "image"
  | "time"
  | "email"
  | "telephone"
  | "year"
  | "language"
  | "residue"
  | "dateline"
  | "date"
  | "captionTail"
  | "credit"
  | "text";

export interface NewsLine {
  readonly number: number;
  /** With its line break. */
  readonly span: Span;
  /** Without white space at either end. */
  readonly content: Span;
  readonly kind: NewsLineKind;
  /** Where an address or a date line ends, where a caption's text ends; for other kinds the content's end. */
  readonly partEnd: number;
  /** Of a time, a date, a date line. */
  readonly date: StatedDate | undefined;
  /** Whether a picture is a small square, as portraits of authors are; whether a date line states a change. */
  readonly isMarked: boolean;
}

/** A line's form is read in constant time but for the search of its ends: long lines are told by their start and end. */
export function readNewsLine(lines: LineIndex, number: number): NewsLine {
  const { text } = lines;
  const span = lineSpan(lines, number);
  const content = trimSpan(text, span);
  const form = readForm(text, content);
  return {
    number,
    span,
    content,
    kind: form.kind,
    partEnd: form.partEnd ?? content.end,
    date: form.date,
    isMarked: form.isMarked === true,
  };
}

/** All lines that hold a character. */
export function readNewsLines(lines: LineIndex): readonly NewsLine[] {
  return Array.from({ length: filledCount(lines) }, (_, number) => readNewsLine(lines, number));
}

/** Lines of a longer text as those of a text that starts with the first of them. */
export function moveLines(lines: readonly NewsLine[]): readonly NewsLine[] {
  const first = lines[0]?.number ?? 0;
  const start = lines[0]?.span.start ?? 0;
  if (start === 0) {
    return lines;
  }
  return lines.map((line) => ({
    number: line.number - first,
    span: shiftSpan(line.span, -start),
    content: shiftSpan(line.content, -start),
    kind: line.kind,
    partEnd: line.partEnd - start,
    date: line.date === undefined ? undefined : { ...line.date, span: shiftSpan(line.date.span, -start) },
    isMarked: line.isMarked,
  }));
}

/** Wider lines are running text, whatever they end with. In Latin letters; ideographs count twice. */
export const WIDEST_TITLE = 170;

/** Wider lines are no tag, name or label. */
export const WIDEST_LABEL = 80;

/** A line of text that reads as sentences: wide, or wide enough and ended by a full stop. */
export function isProse(text: string, line: NewsLine): boolean {
  if (line.kind !== "text") {
    return false;
  }
  // Nothing is narrower to the eye than its code units are many.
  if (line.content.end - line.content.start > WIDEST_TITLE) {
    return true;
  }
  const width = visualWidth(text, line.content, WIDEST_TITLE + 1);
  return width > WIDEST_TITLE || (width >= 24 && endsSentence(text, line.content));
}

/** A line of text that can be a tag, a name or a label. */
export function isLabel(text: string, line: NewsLine): boolean {
  if (line.kind !== "text" || line.content.end - line.content.start > WIDEST_LABEL) {
    return false;
  }
  const width = visualWidth(text, line.content, WIDEST_LABEL + 1);
  return width <= 24 || (width <= WIDEST_LABEL && !endsSentence(text, line.content));
}

/** A line of text that can be a headline: some words, neither a label of one word nor running text. */
export function isTitleLike(text: string, line: NewsLine): boolean {
  if (line.kind !== "text" || line.content.end - line.content.start > 300) {
    return false;
  }
  const width = visualWidth(text, line.content, 301);
  if (width < 12 || width > 300) {
    return false;
  }
  return hasSpace(text, line.content) || width >= 16;
}

function hasSpace(text: string, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) {
    if (isWhiteSpace(text.charCodeAt(at))) {
      return true;
    }
  }
  return false;
}

interface Form {
  readonly kind: NewsLineKind;
  readonly partEnd?: number;
  readonly date?: StatedDate;
  readonly isMarked?: boolean;
}

const TEXT: Form = { kind: "text" };
const BLANK: Form = { kind: "blank" };

function readForm(text: string, content: Span): Form {
  const length = content.end - content.start;
  if (length === 0) {
    return BLANK;
  }
  const first = text.charCodeAt(content.start);
  if ((first | 0x20) === 0x68) {
    const address = readAddressLine(text, content);
    if (address !== undefined) {
      return { kind: address.kind, partEnd: address.end, isMarked: address.isSmallSquare };
    }
  }
  if (first === COPYRIGHT_SIGN) {
    return length > 2 && length <= 300 ? { kind: "credit" } : TEXT;
  }
  if ((first === SLASH || first === BRACE || first === AMPERSAND) && isResidue(text, content)) {
    return { kind: "residue" };
  }
  if (isAsciiDigit(first) || first === PLUS || first === LEFT_PARENTHESIS) {
    return readNumberForm(text, content) ?? readTextForm(text, content);
  }
  return readTextForm(text, content);
}

function readNumberForm(text: string, content: Span): Form | undefined {
  const length = content.end - content.start;
  if (length === 4) {
    const year = Number(text.slice(content.start, content.end));
    return year >= 1900 && year <= 2199 ? { kind: "year" } : undefined;
  }
  const date = readIsoTime(text, content);
  if (date !== undefined) {
    return { kind: "time", date };
  }
  const isTimeFirst =
    text.charCodeAt(content.start + 1) === COLON || text.charCodeAt(content.start + 2) === COLON;
  if (isTimeFirst) {
    return readDatelineForm(text, content);
  }
  return isTelephone(text, content) ? { kind: "telephone" } : undefined;
}

/** A time first: `15:28 GMT 05.01.2022`, whatever follows. A date first only when nothing else stands on the line. */
function readDatelineForm(text: string, content: Span): Form | undefined {
  const dateline = readDateline(text, content);
  return dateline === undefined
    ? undefined
    : {
        kind: "dateline",
        partEnd: dateline.span.end,
        date: dateline.published,
        isMarked: dateline.updated !== undefined,
      };
}

function readTextForm(text: string, content: Span): Form {
  const length = content.end - content.start;
  if (length <= 160 && holdsDigit(text, content)) {
    const date = readDate(text, content);
    if (date !== undefined) {
      return { kind: "date", date };
    }
    const dateline =
      text.charCodeAt(content.end - 1) === RIGHT_PARENTHESIS ? readDatelineForm(text, content) : undefined;
    if (dateline?.isMarked === true && dateline.partEnd === content.end) {
      return dateline;
    }
  }
  if (length <= 100 && isEmail(text, content)) {
    return { kind: "email" };
  }
  if (length <= 10 && isLanguageTag(text, content)) {
    return { kind: "language" };
  }
  const captionEnd = findCaptionTail(text, content);
  return captionEnd < 0 ? TEXT : { kind: "captionTail", partEnd: captionEnd };
}

function holdsDigit(text: string, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) {
    if (isAsciiDigit(text.charCodeAt(at))) {
      return true;
    }
  }
  return false;
}

/** `name@host.tld` in ASCII and nothing else: counters such as `Рейтинг@Счётчик` only look alike. */
function isEmail(text: string, content: Span): boolean {
  let at = -1;
  let lastDot = -1;
  for (let offset = content.start; offset < content.end; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit <= 0x20 || unit > 0x7e || unit === 0x2c || unit === 0x3b || unit === 0x2f || unit === 0x3a) {
      return false;
    }
    if (unit === 0x40) {
      if (at >= 0) {
        return false;
      }
      at = offset;
    } else if (unit === 0x2e) {
      lastDot = offset;
    }
  }
  return (
    at > content.start &&
    lastDot > at + 1 &&
    content.end - lastDot > 2 &&
    isAsciiLetter(text.charCodeAt(content.end - 1))
  );
}

/** `+74956456601`, `+7 (495) 645-66-01`, `(495) 645-66-01`: 7 to 15 digits (E.164) and the signs between them. */
function isTelephone(text: string, content: Span): boolean {
  const first = text.charCodeAt(content.start);
  if (content.end - content.start > 24) {
    return false;
  }
  let digits = 0;
  let groups = 0;
  for (let at = content.start + (first === PLUS ? 1 : 0); at < content.end; at++) {
    const unit = text.charCodeAt(at);
    if (isAsciiDigit(unit)) {
      digits++;
    } else if (
      unit === 0x20 ||
      unit === 0x2d ||
      unit === LEFT_PARENTHESIS ||
      unit === RIGHT_PARENTHESIS ||
      unit === 0xa0
    ) {
      groups++;
    } else {
      return false;
    }
  }
  // Without the plus sign only the grouping tells a telephone number from another number.
  return digits >= 7 && digits <= 15 && (first === PLUS || groups >= 2);
}

/** `en_EN`, `ru-RU`, `zh-Hans` (BCP 47 with either separator). A code of two letters alone is a tag as well as a language. */
function isLanguageTag(text: string, content: Span): boolean {
  return LANGUAGE_TAG.test(text.slice(content.start, content.end));
}

const LANGUAGE_TAG = /^[a-z]{2,3}[_-](?:[A-Z]{2}|[A-Z][a-z]{3})$/u;

/** An XPath that found nothing (`/html/head/meta[@name='og:title']/@content`), a template's mark in any escaping. */
function isResidue(text: string, content: Span): boolean {
  const start = text.slice(content.start, Math.min(content.end, content.start + 200));
  if (start.charCodeAt(0) === SLASH) {
    return (
      !start.includes(" /") && (start.includes("/@") || start.includes("[@") || start.endsWith("text()"))
    );
  }
  return (
    start.startsWith("{%") ||
    start.startsWith("{{") ||
    start.startsWith("&#123;") ||
    start.startsWith("&lbrace;")
  );
}

const COPYRIGHT_SIGN = 0xa9;
const SLASH = 0x2f;
const BRACE = 0x7b;
const AMPERSAND = 0x26;
const PLUS = 0x2b;
const LEFT_PARENTHESIS = 0x28;
const RIGHT_PARENTHESIS = 0x29;
const COLON = 0x3a;
