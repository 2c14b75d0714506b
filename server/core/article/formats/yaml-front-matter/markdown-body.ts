import { isAsciiDigit } from "../../../text/characters.ts";
import { foldForProof } from "../../../text/fold.ts";
import { type LineIndex, lineContentSpan, lineSpan } from "../../../text/lines.ts";
import { endsSentence } from "../../../text/sentences.ts";
import { type Span, sliceSpan } from "../../../text/span.ts";
import { trimSpan } from "../../../text/white-space.ts";
import { createBlankBlock, createBlock, createParagraph } from "../../blocks.ts";
import { continuesParagraph } from "../../continuation.ts";
import { readDate } from "../../dates.ts";
import { isImageAddress, isRunningText, isWebAddress, visualWidth } from "../../line-kinds.ts";
import { type Block, blockValue } from "../../model.ts";
import { isTemplateLine } from "./template-line.ts";

/** The lines of a record's text, and the headline of its front matter, which may head the text once more. */
export interface MarkdownBody {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly headline: Block | undefined;
}

/**
 * Reads an article's text in Markdown as far as the outline of an article needs it (CommonMark 0.31, sections 4 and 5):
 * headings, rules, fenced code, lists, quotations, lines that are a picture. Adds a block for every line to `blocks`.
 * Marks inside a line stay what they are: the text is evidence.
 */
export function parseMarkdownBody(lines: LineIndex, body: MarkdownBody, blocks: Block[]): void {
  const { text } = lines;
  const title = body.headline === undefined ? undefined : foldForProof(blockValue(text, body.headline));
  let hasText = false;
  let codeFence = "";
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
    const fence = codeFenceAt(text, content);
    if (codeFence !== "" || fence !== "") {
      const closes = codeFence !== "" && fence.startsWith(codeFence);
      const isFenceLine = codeFence === "" || closes;
      blocks.push(createBlock(text, isFenceLine ? "unknown" : "paragraph", "body", span));
      codeFence = codeFence === "" ? fence : closes ? "" : codeFence;
      continue;
    }
    const last = underlineOf(lines, body, line, content) ?? line;
    const heading = last > line ? content : headingContent(text, content);
    if (heading !== undefined) {
      const whole = { start: span.start, end: lineSpan(lines, last).end };
      const role = foldForProof(sliceSpan(text, heading)) === title ? "headline" : "heading";
      blocks.push({ role, zone: "body", span: whole, content: heading, wraps: [] });
      line = last;
      continue;
    }
    const standing =
      standingLine(text, span, content) ?? (hasText ? undefined : topDate(text, span, content));
    if (standing !== undefined) {
      blocks.push(standing);
      continue;
    }
    const paragraph = paragraphAt(lines, body, line, content);
    blocks.push(paragraph.block);
    line = paragraph.lastLine;
    hasText ||= isRunningText(text, paragraph.block.content);
  }
}

/** A line that is not running text: template residue, a rule, a picture, an address. */
function standingLine(text: string, span: Span, content: Span): Block | undefined {
  if (isTemplateLine(text, content)) {
    return createBlock(text, "unknown", "metadata", span);
  }
  if (isRule(text, content)) {
    return createBlock(text, "unknown", "body", span);
  }
  const picture = pictureAddress(text, content);
  if (picture !== undefined) {
    return { role: "image", zone: "body", span, content: picture, wraps: [] };
  }
  if (isImageAddress(text, content)) {
    return createBlock(text, "image", "body", span);
  }
  if (isWebAddress(text, content)) {
    return createBlock(text, "relatedLink", "related", span);
  }
  return undefined;
}

/** A date alone on a line, above the text; below its start it is the text's own. */
function topDate(text: string, span: Span, content: Span): Block | undefined {
  return readDate(text, content) !== undefined ? createBlock(text, "dateline", "body", span) : undefined;
}

interface ParagraphAt {
  readonly block: Block;
  readonly lastLine: number;
}

/**
 * CommonMark joins any two lines of text, but many dumps have a paragraph per line and no blank lines between. So lines
 * are joined where the first ends no sentence: where it plainly goes on, or is as wide as wrapped text is.
 */
function paragraphAt(lines: LineIndex, body: MarkdownBody, line: number, content: Span): ParagraphAt {
  const { text } = lines;
  const start = lineSpan(lines, line).start;
  if (text.charCodeAt(content.start) === GREATER_THAN) {
    const quoted = trimSpan(text, { start: content.start + 1, end: content.end });
    const block = createBlock(text, "paragraph", "body", lineSpan(lines, line));
    return { block: quoted.end > quoted.start ? { ...block, content: quoted } : block, lastLine: line };
  }
  const parts = [content];
  let last = line;
  while (last + 1 < body.end && text.charCodeAt(content.start) !== VERTICAL_BAR) {
    const before = parts.at(-1) as Span;
    const next = trimSpan(text, lineSpan(lines, last + 1));
    if (
      next.end === next.start ||
      startsBlock(text, next) ||
      endsHard(text, before, lineContentSpan(lines, last)) ||
      underlineOf(lines, body, last + 1, next) !== undefined ||
      !goesOn(text, before, next)
    ) {
      break;
    }
    parts.push(next);
    last++;
  }
  return {
    block: createParagraph(text, "body", { start, end: lineSpan(lines, last).end }, parts),
    lastLine: last,
  };
}

function goesOn(text: string, before: Span, next: Span): boolean {
  if (continuesParagraph(text, before, next)) {
    return true;
  }
  return !endsSentence(text, before) && visualWidth(text, before, WRAPPED_WIDTH) >= WRAPPED_WIDTH;
}

/** Two spaces or a backslash at a line's end: a break that is meant (CommonMark 6.7). */
function endsHard(text: string, before: Span, line: Span): boolean {
  return text.startsWith("  ", before.end) && before.end + 2 <= line.end
    ? true
    : text.charCodeAt(before.end - 1) === BACKSLASH;
}

/** Whether a line cannot belong to the paragraph above it. */
function startsBlock(text: string, content: Span): boolean {
  const first = text.charCodeAt(content.start);
  return (
    first === GREATER_THAN ||
    first === VERTICAL_BAR ||
    isListItem(text, content) ||
    headingContent(text, content) !== undefined ||
    codeFenceAt(text, content) !== "" ||
    standingLine(text, content, content) !== undefined
  );
}

/** The text of `## Heading ##`, without emphasis round the whole of it; undefined where the line is no heading. */
function headingContent(text: string, content: Span): Span | undefined {
  let at = content.start;
  while (at < content.end && text.charCodeAt(at) === NUMBER_SIGN) {
    at++;
  }
  const level = at - content.start;
  if (level === 0 || level > 6 || text.charCodeAt(at) !== SPACE) {
    return undefined;
  }
  let heading = trimSpan(text, { start: at, end: content.end });
  let end = heading.end;
  while (end > heading.start && text.charCodeAt(end - 1) === NUMBER_SIGN) {
    end--;
  }
  if (end < heading.end && text.charCodeAt(end - 1) === SPACE) {
    heading = trimSpan(text, { start: heading.start, end });
  }
  const isStrong =
    heading.end - heading.start > 4 &&
    text.startsWith("**", heading.start) &&
    text.startsWith("**", heading.end - 2);
  return isStrong ? { start: heading.start + 2, end: heading.end - 2 } : heading;
}

/** The line of `===` or `---` that makes the line above it a heading, or undefined. */
function underlineOf(lines: LineIndex, body: MarkdownBody, line: number, content: Span): number | undefined {
  const { text } = lines;
  if (line + 1 >= body.end || visualWidth(text, content, WIDEST_HEADING + 1) > WIDEST_HEADING) {
    return undefined;
  }
  const below = lineContentSpan(lines, line + 1);
  const unit = text.charCodeAt(below.start);
  if (below.end - below.start < 3 || (unit !== EQUALS_SIGN && unit !== HYPHEN)) {
    return undefined;
  }
  return isRunOf(text, trimSpan(text, below), unit) && !startsBlock(text, content) ? line + 1 : undefined;
}

/** `---`, `***`, `___`, also with spaces between. */
function isRule(text: string, content: Span): boolean {
  const sign = text.charCodeAt(content.start);
  if (sign !== HYPHEN && sign !== ASTERISK && sign !== UNDERSCORE) {
    return false;
  }
  let signs = 0;
  for (let at = content.start; at < content.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === sign) {
      signs++;
    } else if (unit !== SPACE) {
      return false;
    }
  }
  return signs >= 3;
}

function isRunOf(text: string, span: Span, unit: number): boolean {
  for (let at = span.start; at < span.end; at++) {
    if (text.charCodeAt(at) !== unit) {
      return false;
    }
  }
  return span.end > span.start;
}

/** The address in a line that is `![…](address)` and nothing else. */
function pictureAddress(text: string, content: Span): Span | undefined {
  if (!text.startsWith("![", content.start) || text.charCodeAt(content.end - 1) !== RIGHT_PARENTHESIS) {
    return undefined;
  }
  // Searched for in the line alone: on a hostile text a search of all the rest would be quadratic.
  const middle = sliceSpan(text, content).indexOf("](");
  if (middle < 0) {
    return undefined;
  }
  const address = trimSpan(text, { start: content.start + middle + 2, end: content.end - 1 });
  for (let at = address.start; at < address.end; at++) {
    if (text.charCodeAt(at) === RIGHT_PARENTHESIS) {
      // Something stands behind the picture.
      return undefined;
    }
  }
  return address;
}

/** The run of at least three backticks or tildes that a line starts with; empty where there is none. */
function codeFenceAt(text: string, content: Span): string {
  const sign = text.charCodeAt(content.start);
  if (sign !== BACKTICK && sign !== TILDE) {
    return "";
  }
  let end = content.start;
  while (end < content.end && text.charCodeAt(end) === sign) {
    end++;
  }
  return end - content.start >= 3 ? text.slice(content.start, end) : "";
}

/** `- `, `* `, `+ `, `1. `, `1) `. */
function isListItem(text: string, content: Span): boolean {
  let at = content.start;
  while (at < content.end && at - content.start < 4 && isAsciiDigit(text.charCodeAt(at))) {
    at++;
  }
  const unit = text.charCodeAt(at);
  const isBullet = at === content.start && (unit === HYPHEN || unit === ASTERISK || unit === PLUS_SIGN);
  const isNumber = at > content.start && (unit === FULL_STOP || unit === RIGHT_PARENTHESIS);
  return (isBullet || isNumber) && text.charCodeAt(at + 1) === SPACE;
}

/** In Latin letters: wider lines are paragraphs, even when a rule stands below them. */
const WIDEST_HEADING = 120;

/** The least width, in Latin letters, at which programs wrap text. */
const WRAPPED_WIDTH = 50;

const SPACE = 0x20;
const NUMBER_SIGN = 0x23;
const RIGHT_PARENTHESIS = 0x29;
const ASTERISK = 0x2a;
const PLUS_SIGN = 0x2b;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
const EQUALS_SIGN = 0x3d;
const GREATER_THAN = 0x3e;
const BACKSLASH = 0x5c;
const UNDERSCORE = 0x5f;
const BACKTICK = 0x60;
const VERTICAL_BAR = 0x7c;
const TILDE = 0x7e;
