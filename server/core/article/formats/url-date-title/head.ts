import { type LineIndex, lineContentSpan, lineCount } from "../../../text/lines.ts";
import type { Span } from "../../../text/span.ts";
import { trimSpan } from "../../../text/white-space.ts";
import {
  isIsoDate,
  isIsoDateTime,
  isWebAddress,
  startsLikeAddress,
  startsWithWebAddress,
  visualWidth,
} from "../../line-kinds.ts";

/** The three lines that a record of this format starts with: their numbers and their trimmed contents. */
export interface RecordHead {
  readonly urlLine: number;
  readonly dateLine: number;
  readonly titleLine: number;
  readonly url: Span;
  readonly date: Span;
  readonly title: Span;
}

/** Wider titles than this, in Latin letters, are paragraphs. The longest of the format's known titles is 170 wide. */
const WIDEST_TITLE = 300;

/** The record that starts at a line: a web address, then a date with its time, then a title; blank lines may part them. */
export function recordHeadAt(lines: LineIndex, line: number): RecordHead | undefined {
  const { text } = lines;
  const url = trimmedLine(lines, line);
  if (!isWebAddress(text, url) && !isBrokenAddress(text, url)) {
    return undefined;
  }
  const dateLine = nextFilledLine(lines, endOfAddress(lines, line));
  const date = trimmedLine(lines, dateLine);
  if (dateLine === lineCount(lines) || !isIsoDateTime(text, date)) {
    return undefined;
  }
  const titleLine = nextFilledLine(lines, dateLine + 1);
  const title = trimmedLine(lines, titleLine);
  if (titleLine === lineCount(lines) || !canBeTitle(text, title)) {
    return undefined;
  }
  return { urlLine: line, dateLine, titleLine, url, date, title };
}

/** The line behind an address, and behind the pieces of one that is broken over lines, above a date. */
function endOfAddress(lines: LineIndex, line: number): number {
  for (let end = line + 1; end <= line + MOST_PIECES; end++) {
    const piece = trimmedLine(lines, end);
    if (isIsoDateTime(lines.text, piece)) {
      return end;
    }
    if (piece.end === piece.start || !isPiece(lines.text, piece)) {
      break;
    }
  }
  return line + 1;
}

/** The first line and two more. */
const MOST_PIECES = 3;

/** One word with a sign that addresses have. */
function isPiece(text: string, span: Span): boolean {
  if (span.end - span.start > LONGEST_BROKEN) {
    return false;
  }
  const piece = text.slice(span.start, span.end);
  return /^[\w./:%?&=~+,-]+$/u.test(piece) && /[./_=-]/u.test(piece);
}

/**
 * What is left of an address where the date and the title still stand below it: the checks of links say what is wrong with it.
 * A few words may be stuck to it.
 */
function isBrokenAddress(text: string, span: Span): boolean {
  return (
    span.end - span.start <= LONGEST_BROKEN &&
    startsLikeAddress(text, span) &&
    text.slice(span.start, span.end).split(/\s+/u).length <= MOST_WORDS
  );
}

/** Code units, and words, of an address that something is stuck to. */
const LONGEST_BROKEN = 600;
const MOST_WORDS = 6;

/** The line's content without white space around it; beyond the last line the empty span at the text's end. */
export function trimmedLine(lines: LineIndex, line: number): Span {
  if (line >= lineCount(lines)) {
    return { start: lines.text.length, end: lines.text.length };
  }
  return trimSpan(lines.text, lineContentSpan(lines, line));
}

/** The first line from the given one on that is not blank; the number of lines where there is none. */
export function nextFilledLine(lines: LineIndex, line: number): number {
  let at = line;
  while (at < lineCount(lines)) {
    const { start, end } = trimmedLine(lines, at);
    if (end > start) {
      return at;
    }
    at++;
  }
  return at;
}

function canBeTitle(text: string, span: Span): boolean {
  return (
    !startsWithWebAddress(text, span.start) &&
    !isIsoDate(text, span) &&
    visualWidth(text, span, WIDEST_TITLE + 1) <= WIDEST_TITLE
  );
}
