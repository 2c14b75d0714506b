import type { Span } from "./span.ts";

/** Zero-based line and column; the column counts code units of the encoding it was asked in. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export type ColumnEncoding = "utf-16" | "utf-8";

/**
 * Where the lines of a text start. Lines end at CR LF, LF or CR, the three that LSP knows; U+2028 and the like
 * are characters of a line, because an editor that speaks LSP does not break there either.
 */
export interface LineIndex {
  readonly text: string;
  /** Offsets of the line starts, ascending; the first is 0. There is always at least one line. Nobody writes into it. */
  readonly starts: Int32Array;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export function indexLines(text: string): LineIndex {
  let starts = new Int32Array(64);
  let count = 1;
  const hasCarriageReturn = text.indexOf("\r") >= 0;
  const add = (start: number): void => {
    if (count === starts.length) {
      const wider = new Int32Array(2 * count);
      wider.set(starts);
      starts = wider;
    }
    starts[count++] = start;
  };
  if (!hasCarriageReturn) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) add(at + 1);
    return { text, starts: starts.slice(0, count) };
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_FEED || (unit === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED))
      add(at + 1);
  }
  return { text, starts: starts.slice(0, count) };
}

/**
 * The index of a part of a text, made from the whole one's.
 *
 * @param span Starts at the start of a line, and ends at one or at the text's end.
 * @param text What the span holds.
 */
export function indexWithin(lines: LineIndex, span: Span, text: string): LineIndex {
  if (span.start === 0 && span.end === lines.text.length) {
    return lines;
  }
  const first = lineAt(lines, span.start);
  const starts = lines.starts.slice(first, lineAt(lines, span.end) + 1);
  for (let line = 0; line < starts.length; line++) {
    starts[line] = (starts[line] as number) - span.start;
  }
  return { text, starts };
}

export function lineCount(lines: LineIndex): number {
  return lines.starts.length;
}

/** The lines that hold a character: what stands behind the last line break is a line to an editor, but holds none. */
export function filledCount(lines: LineIndex): number {
  const count = lines.starts.length;
  return lines.starts[count - 1] === lines.text.length ? count - 1 : count;
}

/** The line that holds an offset; an offset beyond the text belongs to the last line. Binary search. */
export function lineAt(lines: LineIndex, offset: number): number {
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((lines.starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line with its line break. A line number outside the text gives the nearest line. */
export function lineSpan(lines: LineIndex, line: number): Span {
  const nearest = Math.min(Math.max(line, 0), lines.starts.length - 1);
  return { start: lines.starts[nearest] as number, end: lines.starts[nearest + 1] ?? lines.text.length };
}

/** The line without its line break. */
export function lineContentSpan(lines: LineIndex, line: number): Span {
  return withoutFinalLineBreak(lines.text, lineSpan(lines, line));
}

/** The span less one CR LF, LF or CR at its end. */
export function withoutFinalLineBreak(text: string, span: Span): Span {
  let end = span.end;
  if (end > span.start && text.charCodeAt(end - 1) === LINE_FEED) end--;
  else if (end > span.start && text.charCodeAt(end - 1) === CARRIAGE_RETURN)
    return { start: span.start, end: end - 1 };
  else return span;
  if (end > span.start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
  return { start: span.start, end };
}

export function positionAt(lines: LineIndex, offset: number, encoding: ColumnEncoding): LinePosition {
  const clamped = Math.min(Math.max(offset, 0), lines.text.length);
  const line = lineAt(lines, clamped);
  const start = lines.starts[line] as number;
  const character = encoding === "utf-16" ? clamped - start : utf8Length(lines.text, { start, end: clamped });
  return { line, character };
}

/** The offset of a position; a column past the line's end is clamped to before its line break, as LSP asks. */
export function offsetAt(lines: LineIndex, position: LinePosition, encoding: ColumnEncoding): number {
  if (position.line < 0) return 0;
  if (position.line >= lines.starts.length) return lines.text.length;
  const content = lineContentSpan(lines, position.line);
  if (encoding === "utf-16") return Math.min(content.start + Math.max(position.character, 0), content.end);
  return advanceUtf8(lines.text, content, position.character);
}

/** The number of bytes a span takes in UTF-8; a lone surrogate counts as the three bytes of U+FFFD. */
export function utf8Length(text: string, span: Span): number {
  let bytes = 0;
  for (let at = span.start; at < span.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isHighSurrogate(unit) && at + 1 < span.end && isLowSurrogate(text.charCodeAt(at + 1))) {
      bytes += 4;
      at++;
    } else bytes += 3;
  }
  return bytes;
}

/** The offset that `bytes` UTF-8 bytes into the span leads to; inside a character it is that character's start. */
function advanceUtf8(text: string, span: Span, bytes: number): number {
  let left = bytes;
  let at = span.start;
  while (at < span.end && left > 0) {
    const unit = text.charCodeAt(at);
    const isPair = isHighSurrogate(unit) && at + 1 < span.end && isLowSurrogate(text.charCodeAt(at + 1));
    const width = unit < 0x80 ? 1 : unit < 0x800 ? 2 : isPair ? 4 : 3;
    if (left < width) break;
    left -= width;
    at += isPair ? 2 : 1;
  }
  return at;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
