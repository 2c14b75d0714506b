import { isHighSurrogate, isLowSurrogate } from "../../text/characters.ts";
import type { Span } from "../../text/span.ts";

/** A text whose lines all end with LF, and the way to it. Other programs turn CR LF into one character, some of them unasked. */
export interface PlainLines {
  readonly text: string;
  /** UTF-16 units of the plain text, for an offset of the original. */
  unitAt(offset: number): number;
  /** Code points of the plain text, for an offset of the original: what Python counts. */
  pointAt(offset: number): number;
}

/** CR LF and CR become LF; nothing else changes. */
export function plainLines(text: string): PlainLines {
  const units = new Uint32Array(text.length + 1);
  const points = new Uint32Array(text.length + 1);
  let unit = 0;
  let point = 0;
  for (let at = 0; at < text.length; at++) {
    units[at] = unit;
    points[at] = point;
    const code = text.charCodeAt(at);
    const isDropped = code === 0x0d && text.charCodeAt(at + 1) === 0x0a;
    const isFirstHalf = isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(at + 1));
    unit += isDropped ? 0 : 1;
    point += isDropped || isFirstHalf ? 0 : 1;
  }
  units[text.length] = unit;
  points[text.length] = point;
  return {
    text: text.replaceAll(/\r\n?/gu, "\n"),
    unitAt: (offset) => units[offset] as number,
    pointAt: (offset) => points[offset] as number,
  };
}

/** The parts of a span on each of its lines, without the line breaks and the white space beside them; not empty. */
export function partsByLine(text: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  for (const found of text.slice(start, end).matchAll(/[^\r\n]+/gu)) {
    const line = found[0];
    const before = line.length - line.trimStart().length;
    const content = line.trim();
    if (content !== "") {
      const from = start + found.index + before;
      parts.push({ start: from, end: from + content.length });
    }
  }
  return parts;
}
