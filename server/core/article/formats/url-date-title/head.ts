import { type LineIndex, lineContentSpan, lineCount } from "../../../text/lines.ts";
import type { Span } from "../../../text/span.ts";
import { trimSpan } from "../../../text/white-space.ts";
import {
  isIsoDate,
  isIsoDateTime,
  isWebAddress,
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
  if (!isWebAddress(text, url)) {
    return undefined;
  }
  const dateLine = nextFilledLine(lines, line + 1);
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
