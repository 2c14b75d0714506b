import type { Span } from "./span.ts";

/**
 * Whether a code unit is white space: what ECMAScript's `\s` knows (tab, line breaks, NBSP, the typographic spaces,
 * U+2028, U+3000, the byte order mark) and NEL, which old mainframe exports leave behind. All are in the BMP.
 */
export function isWhiteSpace(unit: number): boolean {
  if (unit < 0x80) {
    return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  }
  return (
    unit === 0xa0 ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0xfeff ||
    unit === 0x85 ||
    unit === 0x1680
  );
}

/** The span without the white space at both ends; where there is nothing else, the empty span at its start. */
export function trimSpan(text: string, span: Span): Span {
  let start = span.start;
  let end = span.end;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) {
    start++;
  }
  if (start === end) {
    return { start: span.start, end: span.start };
  }
  while (isWhiteSpace(text.charCodeAt(end - 1))) {
    end--;
  }
  return { start, end };
}

/** Whether a span holds nothing but white space. */
export function isBlankSpan(text: string, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) {
    if (!isWhiteSpace(text.charCodeAt(at))) {
      return false;
    }
  }
  return true;
}
