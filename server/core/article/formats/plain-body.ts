import { type LineIndex, lineCount, lineSpan } from "../../text/lines.ts";
import { isSentenceTerminator, isWordCharacter, startsLowerCase } from "../../text/script.ts";
import { endsSentence } from "../../text/sentences.ts";
import { type Span, sliceSpan } from "../../text/span.ts";
import { isWhiteSpace, trimSpan } from "../../text/white-space.ts";
import { createBlankBlock, createBlock, createParagraph } from "../blocks.ts";
import { continuesParagraph } from "../continuation.ts";
import { readDate } from "../dates.ts";
import { holdsSentenceEnd, isImageAddress, isRunningText, isWebAddress, visualWidth } from "../line-kinds.ts";
import type { Block } from "../model.ts";

/** The lines of an article's text, and the title that may stand on top of it once more. */
export interface PlainBody {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly title: Span | undefined;
}

/**
 * Reads an article's text that has no mark-up: a paragraph per line or run of wrapped lines, headings told by the
 * signs that editors of such portals put before them (■ ● ◆ 【…】) or by their being short, without punctuation and
 * on top of a paragraph. Adds a block for every line to `blocks`.
 */
export function parsePlainBody(lines: LineIndex, body: PlainBody, blocks: Block[]): void {
  const { text } = lines;
  let hasText = false;
  for (let line = body.first; line < body.end; line++) {
    const span = lineSpan(lines, line);
    const content = trimSpan(text, span);
    if (content.end === content.start) {
      // The text behind the last line break is a line to an editor, but holds no character to make a block of.
      if (span.end > span.start) {
        blocks.push(createBlankBlock(text, span));
      }
      continue;
    }
    const standing = standingLine(text, body, span, content, hasText);
    if (standing !== undefined) {
      blocks.push(standing);
      continue;
    }
    if (isHeading(lines, body, line, content, hasText)) {
      blocks.push(createBlock(text, "heading", "body", span));
      hasText = true;
      continue;
    }
    const parts = [content];
    let last = line;
    while (last + 1 < body.end) {
      const next = trimSpan(text, lineSpan(lines, last + 1));
      if (next.end === next.start || !continuesLine(text, parts.at(-1) as Span, next)) {
        break;
      }
      parts.push(next);
      last++;
    }
    const paragraph = createParagraph(
      text,
      "body",
      { start: span.start, end: lineSpan(lines, last).end },
      parts,
    );
    blocks.push(paragraph);
    line = last;
    hasText ||= isRunningText(text, paragraph.content);
  }
}

/** A line that is not text: the title again, an address, a picture's credit, a date on top of the text. */
function standingLine(
  text: string,
  body: PlainBody,
  span: Span,
  content: Span,
  hasText: boolean,
): Block | undefined {
  if (isImageAddress(text, content)) {
    return createBlock(text, "image", "body", span);
  }
  if (isWebAddress(text, content)) {
    return createBlock(text, "relatedLink", "related", span);
  }
  if (text.charCodeAt(content.start) === COPYRIGHT_SIGN) {
    return createBlock(text, "caption", "body", span);
  }
  if (!hasText && readDate(text, content) !== undefined) {
    return createBlock(text, "dateline", "body", span);
  }
  if (
    body.title !== undefined &&
    sameLength(content, body.title) &&
    sliceSpan(text, content) === sliceSpan(text, body.title)
  ) {
    return createBlock(text, "headline", "body", span);
  }
  return undefined;
}

function sameLength(first: Span, second: Span): boolean {
  return first.end - first.start === second.end - second.start;
}

function continuesLine(text: string, before: Span, after: Span): boolean {
  // An indented line, and one behind a bullet, starts something of its own.
  const unit = text.charCodeAt(after.start - 1);
  const isIndented = isWhiteSpace(unit) && !isLineBreak(unit);
  return !isIndented && !isItemSign(text.charCodeAt(after.start)) && continuesParagraph(text, before, after);
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

function isHeading(
  lines: LineIndex,
  body: PlainBody,
  line: number,
  content: Span,
  hasText: boolean,
): boolean {
  const { text } = lines;
  if (visualWidth(text, content, WIDEST_HEADING + 1) > WIDEST_HEADING || holdsSentenceEnd(text, content)) {
    return false;
  }
  const first = text.charCodeAt(content.start);
  if (isHeadingSign(first)) {
    // Neighbours behind the same sign are a list.
    return firstUnit(lines, body, line - 1) !== first && firstUnit(lines, body, line + 1) !== first;
  }
  if (first === LEFT_LENTICULAR_BRACKET) {
    return sliceSpan(text, content).indexOf("】") === content.end - content.start - 1;
  }
  if (!hasText || isItemSign(first)) {
    return false;
  }
  return standsOnTop(lines, body, line) && looksLikeTitle(text, content);
}

/** Behind a blank line, and with a paragraph right below or behind one blank line. */
function standsOnTop(lines: LineIndex, body: PlainBody, line: number): boolean {
  const { text } = lines;
  if (firstUnit(lines, body, line - 1) !== undefined) {
    return false;
  }
  const below = firstUnit(lines, body, line + 1) === undefined ? line + 2 : line + 1;
  if (below >= body.end || below >= lineCount(lines)) {
    return false;
  }
  const next = trimSpan(text, lineSpan(lines, below));
  return endsSentence(text, next) || visualWidth(text, next, WIDEST_HEADING + 1) > WIDEST_HEADING;
}

/** Starts with a letter that is not lower case or a digit, and has no comma or colon at its end nor a colon inside. */
function looksLikeTitle(text: string, content: Span): boolean {
  const last = text.charCodeAt(content.end - 1);
  const endsOpen = last === 0x2c || last === 0x3b || last === 0x3001 || isSentenceTerminator(last);
  if (endsOpen || startsLowerCase(text, content.start)) {
    return false;
  }
  let hasLetter = false;
  for (let at = content.start; at < content.end; at++) {
    const unit = text.charCodeAt(at);
    const isColon = unit === 0xff1a || unit === 0x3a;
    // `Price: 5 crowns` is an entry of a list; a colon at the end introduces what stands below.
    if (isColon && at < content.end - 1) {
      return false;
    }
    // Signs of addresses, prices and telephone numbers.
    if (unit === 0x40 || unit === 0x5c || unit === 0x2f || unit === 0x7c) {
      return false;
    }
    hasLetter ||= isWordCharacter(unit) && !(unit >= 0x30 && unit <= 0x39);
  }
  return hasLetter;
}

/** In Latin letters; ideographs count twice. */
const WIDEST_HEADING = 80;

const COPYRIGHT_SIGN = 0xa9;
const LEFT_LENTICULAR_BRACKET = 0x3010;

/** ■ □ ▲ △ ▼ ▽ ◆ ◇ ○ ◎ ● ★ ☆ */
function isHeadingSign(unit: number): boolean {
  return (
    unit === 0x25a0 ||
    unit === 0x25a1 ||
    unit === 0x25b2 ||
    unit === 0x25b3 ||
    unit === 0x25bc ||
    unit === 0x25bd ||
    unit === 0x25c6 ||
    unit === 0x25c7 ||
    unit === 0x25cb ||
    unit === 0x25ce ||
    unit === 0x25cf ||
    unit === 0x2605 ||
    unit === 0x2606
  );
}

/** What an entry of a list starts with: a bullet, a heading's sign, ※, ・, 【. */
function isItemSign(unit: number): boolean {
  return (
    isHeadingSign(unit) ||
    unit === LEFT_LENTICULAR_BRACKET ||
    unit === 0x203b ||
    unit === 0x30fb ||
    unit === 0x2022 ||
    unit === 0x2d ||
    unit === 0x2a ||
    unit === 0x2013 ||
    unit === 0x2014
  );
}

/** The first code unit of a line's content; undefined for a blank line and outside the text. */
function firstUnit(lines: LineIndex, body: PlainBody, line: number): number | undefined {
  if (line < body.first || line >= body.end) {
    return undefined;
  }
  const content = trimSpan(lines.text, lineSpan(lines, line));
  return content.end > content.start ? lines.text.charCodeAt(content.start) : undefined;
}
