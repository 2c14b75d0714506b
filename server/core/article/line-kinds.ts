import { isAsciiDigit, isHighSurrogate, isLowSurrogate } from "../text/characters.ts";
import { isSentenceTerminator, isUnspacedScript, isWordCharacter } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { isWhiteSpace } from "../text/white-space.ts";

/** Whether a span is one http(s) address and nothing else: no white space, and a host behind the scheme. */
export function isWebAddress(text: string, span: Span): boolean {
  const rest = webAddressHost(text, span.start);
  if (rest < 0 || span.end - rest < 3) {
    return false;
  }
  for (let at = rest; at < span.end; at++) {
    if (isWhiteSpace(text.charCodeAt(at))) {
      return false;
    }
  }
  return true;
}

/** Whether a web address starts at the offset. */
export function startsWithWebAddress(text: string, offset: number): boolean {
  return webAddressHost(text, offset) >= 0;
}

/**
 * Whether a line starts with a web address, or with what is left of one: its first word has `//`, two backslashes or a dot
 * in brackets in it, or is a host with a path (`htps://…`, `https;//…`, `www.example.com`, `example[.]com/a`). Such a line neither
 * goes on with a sentence nor is one.
 */
export function startsLikeAddress(text: string, line: Span): boolean {
  return (
    startsWithWebAddress(text, line.start) ||
    BROKEN_ADDRESS.test(text.slice(line.start, Math.min(line.end, line.start + LONGEST_HOST)))
  );
}

/** RFC 1035, section 2.3.4. */
const LONGEST_HOST = 255;

/** Anchored; each alternative reads runs of characters that what follows them cannot start with. */
const BROKEN_ADDRESS =
  /^["'<([{“„«「『]?(?:[a-z*]{2,8} ?[:;.,]? ?(?:\/\/|\\\\)|\/\/[\w-]+\.|www\.|h[tx]+ps?\[|https?:|(?:[\w-]+(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\)))+[a-z]{2,}\/|[\w-]+(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)))/iu;

/** Whether a web address, its query aside, names a picture. */
export function isImageAddress(text: string, span: Span): boolean {
  if (!isWebAddress(text, span)) {
    return false;
  }
  let end = span.start;
  while (end < span.end && text.charCodeAt(end) !== 0x3f && text.charCodeAt(end) !== 0x23) {
    end++;
  }
  const tail = text.slice(Math.max(span.start, end - 5), end).toLowerCase();
  return imageExtensions.some((extension) => tail.endsWith(extension));
}

/**
 * The end of an ISO 8601 date and time that starts at an offset, or -1: `2022-01-05T15:28+0000`, with or without
 * seconds and their fraction, `T` or a space, `Z`, `+09:00`, `+0900` or no zone. A date alone is none.
 */
export function isoDateTimeEnd(text: string, offset: number): number {
  const hasShape =
    isDatePart(text, offset) &&
    (text.charCodeAt(offset + 10) === 0x54 || text.charCodeAt(offset + 10) === 0x20) &&
    hasDigits(text, offset + 11, 2) &&
    text.charCodeAt(offset + 13) === 0x3a &&
    hasDigits(text, offset + 14, 2);
  if (!hasShape || numberAt(text, offset + 11) > 24 || numberAt(text, offset + 14) > 59) {
    return -1;
  }
  let end = offset + 16;
  if (text.charCodeAt(end) === 0x3a && hasDigits(text, end + 1, 2)) {
    end += 3;
    if (text.charCodeAt(end) === 0x2e && hasDigits(text, end + 1, 1)) {
      end += 2;
      while (isAsciiDigit(text.charCodeAt(end))) {
        end++;
      }
    }
  }
  return zoneEnd(text, end);
}

/** Whether a span is one ISO 8601 date and time and nothing else. */
export function isIsoDateTime(text: string, span: Span): boolean {
  return isoDateTimeEnd(text, span.start) === span.end;
}

/** Whether a span is an ISO 8601 date (`2024-12-19`), with or without a time, and nothing else. */
export function isIsoDate(text: string, span: Span): boolean {
  return (span.end - span.start === 10 && isDatePart(text, span.start)) || isIsoDateTime(text, span);
}

/** Whether a span holds, or ends with, a sentence's terminator: what a label, a tag, or a name does not. */
export function holdsSentenceEnd(text: string, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) {
    const unit = text.charCodeAt(at);
    if (!isSentenceTerminator(unit)) {
      continue;
    }
    if (unit >= 0x80 || at + 1 >= span.end || isWhiteSpace(text.charCodeAt(at + 1))) {
      return true;
    }
  }
  return false;
}

/**
 * Whether a line is a sentence or as long as one, not a label, a name or a section's title. Looks at its first few
 * hundred code units only. It says nothing about what the line is made of.
 *
 * @param span trimmed.
 */
export function isRunningText(text: string, span: Span): boolean {
  const head = { start: span.start, end: Math.min(span.end, span.start + 4 * SENTENCE_WIDTH) };
  const width = visualWidth(text, head, SENTENCE_WIDTH);
  return width >= SENTENCE_WIDTH || (width >= SENTENCE_WIDTH / 3 && holdsSentenceEnd(text, head));
}

/** In Latin letters: sections' titles are seldom as wide, sentences mostly wider. */
const SENTENCE_WIDTH = 60;

/**
 * The share of letters, digits, marks and spaces in the first few hundred code units of a span, 0..1. Prose in any
 * script, figures and quotations included, has 0.93 and more, code and tables 0.9 and less; of an empty span it is 0.
 */
export function shareOfWords(text: string, span: Span): number {
  const end = Math.min(span.end, span.start + 400);
  let words = 0;
  for (let at = span.start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20 || isWordCharacter(unit) || isHighSurrogate(unit) || isLowSurrogate(unit)) {
      words++;
    }
  }
  return end > span.start ? words / (end - span.start) : 0;
}

/**
 * About how wide a span is to the eye, in Latin letters: an ideograph, a kana or a full-width character says as much
 * as two. Looks at no more than `limit` code units.
 */
export function visualWidth(text: string, span: Span, limit: number): number {
  const end = Math.min(span.end, span.start + limit);
  let width = 0;
  for (let at = span.start; at < end; at++) {
    const unit = text.charCodeAt(at);
    width +=
      unit >= 0x2e80 && (isUnspacedScript(unit) || (unit >= 0x3000 && unit <= 0x303f) || unit >= 0xff00)
        ? 2
        : 1;
  }
  return width;
}

const imageExtensions = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif"];

/** Behind `http://` or `https://`, or -1. */
function webAddressHost(text: string, offset: number): number {
  const unit = text.charCodeAt(offset) | 0x20;
  if (unit !== 0x68) {
    return -1;
  }
  const scheme = text.slice(offset, offset + 8).toLowerCase();
  if (scheme === "https://") {
    return offset + 8;
  }
  return scheme.startsWith("http://") ? offset + 7 : -1;
}

function isDatePart(text: string, offset: number): boolean {
  return (
    hasDigits(text, offset, 4) &&
    text.charCodeAt(offset + 4) === 0x2d &&
    hasDigits(text, offset + 5, 2) &&
    text.charCodeAt(offset + 7) === 0x2d &&
    hasDigits(text, offset + 8, 2) &&
    numberAt(text, offset + 5) <= 12 &&
    numberAt(text, offset + 8) <= 31
  );
}

function zoneEnd(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit === 0x5a) {
    return offset + 1;
  }
  if ((unit !== 0x2b && unit !== 0x2d) || !hasDigits(text, offset + 1, 2)) {
    return offset;
  }
  const minutes = text.charCodeAt(offset + 3) === 0x3a ? offset + 4 : offset + 3;
  return hasDigits(text, minutes, 2) ? minutes + 2 : offset + 3;
}

function hasDigits(text: string, offset: number, count: number): boolean {
  for (let at = offset; at < offset + count; at++) {
    if (!isAsciiDigit(text.charCodeAt(at))) {
      return false;
    }
  }
  return true;
}

/** The number that two digits make. */
function numberAt(text: string, offset: number): number {
  return (text.charCodeAt(offset) - 0x30) * 10 + (text.charCodeAt(offset + 1) - 0x30);
}
