import { isAsciiDigit, isDash } from "../../../text/characters.ts";
import type { Span } from "../../../text/span.ts";
import { isWhiteSpace } from "../../../text/white-space.ts";
import { monthOfName } from "../../month-names.ts";

/** The name of the source in a picture's tail is at most this long. */
const LONGEST_NAME = 80;

/**
 * Where a picture's text ends before the tail that its page puts behind it, ` - Some Agency, 1920, 17.12.2021`: a dash,
 * a name, the picture's width in pixels, and mostly its date. The text is empty when the tail stands alone.
 *
 * @returns the offset behind the text, or -1 when the line has no such tail.
 */
export function findCaptionTail(text: string, content: Span): number {
  const last = text.charCodeAt(content.end - 1);
  if (!isAsciiDigit(last)) {
    return -1;
  }
  const beforeDate = beforeNumericDate(text, content);
  const beforeWidth = beforeWidthNumber(text, content.start, beforeDate);
  if (beforeWidth < 0) {
    return -1;
  }
  const limit = Math.max(content.start, beforeWidth - LONGEST_NAME);
  for (let at = beforeWidth - 1; at >= limit; at--) {
    if (!isDash(text.charCodeAt(at)) || !isWhiteSpace(text.charCodeAt(at + 1))) {
      continue;
    }
    const name = text.slice(at + 1, beforeWidth);
    // `Version 2.1 - 12 March, 2023`: a month before the number makes it a year, not a width.
    const hasName = name.length > 2 && !(beforeDate === content.end && namesMonth(name));
    if (at === content.start) {
      return hasName ? at : -1;
    }
    if (isWhiteSpace(text.charCodeAt(at - 1))) {
      return hasName ? endOfText(text, content.start, at) : -1;
    }
  }
  return -1;
}

function namesMonth(name: string): boolean {
  return name.split(" ").some((word) => monthOfName(word.toLowerCase()) !== undefined);
}

/** Behind what stands before `, DD.MM.YYYY` at the line's end; the line's end when there is no such date. */
function beforeNumericDate(text: string, content: Span): number {
  const start = content.end - "DD.MM.YYYY".length;
  if (start <= content.start) {
    return content.end;
  }
  for (let index = 0; index < 10; index++) {
    const unit = text.charCodeAt(start + index);
    const isRight = index === 2 || index === 5 ? unit === 0x2e : isAsciiDigit(unit);
    if (!isRight) {
      return content.end;
    }
  }
  return beforeComma(text, content.start, start) ?? content.end;
}

/** Behind what stands before `, 1920`; -1 when no number of three or four digits stands there. */
function beforeWidthNumber(text: string, limit: number, end: number): number {
  let start = end;
  while (start > limit && end - start < 5 && isAsciiDigit(text.charCodeAt(start - 1))) {
    start--;
  }
  if (end - start < 3 || end - start > 4) {
    return -1;
  }
  return beforeComma(text, limit, start) ?? -1;
}

function beforeComma(text: string, limit: number, start: number): number | undefined {
  let at = start;
  while (at > limit && isWhiteSpace(text.charCodeAt(at - 1))) {
    at--;
  }
  return at > limit && text.charCodeAt(at - 1) === 0x2c ? at - 1 : undefined;
}

function endOfText(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhiteSpace(text.charCodeAt(at - 1))) {
    at--;
  }
  return at;
}
