import { foldForProof } from "../../../text/fold.ts";
import { type LineIndex, lineAt } from "../../../text/lines.ts";
import { letterCase } from "../../../text/script.ts";
import { endsSentence } from "../../../text/sentences.ts";
import { type Span, sliceSpan } from "../../../text/span.ts";
import { trimSpan } from "../../../text/white-space.ts";
import { continuesParagraph } from "../../continuation.ts";
import type { BlockEdit } from "../../format.ts";
import { isRunningText, shareOfWords, startsLikeAddress, visualWidth } from "../../line-kinds.ts";
import type { Block, Unit, Wrap } from "../../model.ts";
import { moveSpan } from "../../move-span.ts";
import { createEditMemory, type EditMemory, isOfBody, type NewsPageHints } from "./edit-memory.ts";
import { isProse, isTitleLike, readNewsLine } from "./news-lines.ts";
import { joinOf, lookAtMeeting, type Meeting } from "./paragraphs.ts";
import { canBeList, differsAtOnce, LONGEST_VALUE } from "./rows.ts";
import { countSentenceJoints, JUNCTION_LENGTH, START_LENGTH } from "./run-together.ts";

/**
 * Whether an edit in a paragraph of one line leaves an article's structure as it is. It does where all that the parser asks of that line has
 * the answers of before: its kind, whether it is running text, how wide it is at the parser's limits, how it starts and ends, whether it says
 * what another line says, and how it meets its neighbours. Only paragraphs well inside the body are looked at, because around headlines, dates
 * and pictures more is asked. A property test holds this to the parser.
 */
export function keepsStructure(edit: BlockEdit): NewsPageHints | undefined {
  const { unit, block, key, lines, change, firstLine } = edit;
  const place = placeInBody(edit);
  if (place === undefined) {
    return undefined;
  }
  const hints = unit.hints as NewsPageHints;
  const memory = hints.memory ?? createEditMemory(unit);
  const { line } = place;
  const now = { start: line.start, end: line.end + change.newEnd - change.oldEnd };
  const known = memory.lines.get(unit.keys[block] as object);
  const start = line.start - (unit.blocks[block] as Block).span.start;
  const isKnown =
    known?.start === start && known.length === line.end - line.start && known.firstLine === firstLine;
  const old = isKnown ? known.telling : tellingOfPlain(edit, unit.lines, line);
  const telling = old === undefined ? undefined : tellingOfPlain(edit, lines, now);
  const isAlike = telling !== undefined && old === telling && [line, place.above, place.below].some(isWide);
  if (!isAlike || isAskedAsWhole(edit, Math.max(line.end - line.start, now.end - now.start))) {
    return undefined;
  }
  memory.lines.set(key, { start, length: now.end - now.start, telling, firstLine });
  const touchesStart = change.start - line.start < MOST_OF_EDGE;
  const touchesEnd = line.end - change.oldEnd < MOST_OF_EDGE;
  if (touchesStart && !isStartUnasked(edit, line, memory)) {
    return undefined;
  }
  const sideBySide =
    touchesStart || touchesEnd
      ? sideBySideAfter(edit, { place, now, sideBySide: hints.sideBySide, memory })
      : hints.sideBySide;
  return sideBySide === undefined ? undefined : { sideBySide, memory };
}

/** No passage at a line's edge that is looked for is longer. In code units. */
const MOST_OF_EDGE = JUNCTION_LENGTH;

/** So many blocks below an address are asked whether it names them. */
const BELOW_ADDRESS = 3;

interface PlaceInBody {
  /** The edited line of the paragraph, without white space around it. */
  readonly line: Span;
  /** The line of text right above, of the paragraph or of another block, and the wrap between, where it is the paragraph's. */
  readonly above: Span | undefined;
  readonly wrapAbove: Wrap | undefined;
  /** The same of the line right below; undefined where there is none, or one that is no text. */
  readonly below: Span | undefined;
  readonly wrapBelow: Wrap | undefined;
}

function placeInBody({ unit, block: index, change }: BlockEdit): PlaceInBody | undefined {
  const block = unit.blocks[index] as Block;
  if (block.role !== "paragraph" || block.zone !== "body" || !isApartFromHead(unit, index)) {
    return undefined;
  }
  const { content, wraps } = block;
  const next = wraps.findIndex(({ span }) => span.start >= change.oldEnd);
  const wrapBelow = wraps[next];
  const wrapAbove = next < 0 ? wraps.at(-1) : wraps[next - 1];
  const line = {
    start: wrapAbove?.span.end ?? content.start,
    end: wrapBelow?.span.start ?? content.end,
  };
  const isInside = change.start > line.start + 1 && change.oldEnd < line.end - 1;
  const [before] = filledBlocks(unit, index, -1, 1);
  const [after] = filledBlocks(unit, index, 1, 1);
  if (!isInside || before === undefined || (after !== undefined && !isPlainNeighbour(after))) {
    return undefined;
  }
  return {
    line,
    wrapAbove,
    above: wrapAbove === undefined ? textOf(before, lastLineOf) : lineBefore(block, wrapAbove),
    wrapBelow,
    below: wrapBelow === undefined ? after && textOf(after, firstLineOf) : lineBehind(block, wrapBelow),
  };
}

/**
 * Whether what stands above leaves a line to itself: no address whose words it might say, no picture whose text it might be, and no date line that
 * makes the first text below it, or the one behind that, an announcement.
 */
function isApartFromHead(unit: Unit, index: number): boolean {
  const above = filledBlocks(unit, index, -1, NEAR_ROWS);
  const [next] = above;
  if (next?.zone !== "body" && next?.role !== "relatedDate") {
    return false;
  }
  const isKnown = isText(next) || next.role === "headline" || next.role === "relatedDate";
  const hasAddress = above
    .slice(0, BELOW_ADDRESS)
    .some(({ role }) => role === "url" || role === "relatedLink");
  return isKnown && !hasAddress && !followsFirstText(unit, above);
}

/** Whether the text above is the first below a date line that stands alone, or there is none to be seen. */
function followsFirstText(unit: Unit, above: readonly Block[]): boolean {
  const first = above.findIndex((block) => isText(block) || block.role === "headline");
  const text = above[first];
  const opening = above[first + 1];
  if (text === undefined || opening === undefined) {
    return true;
  }
  const isBelowDateline = text.role !== "headline" && opening.role === "dateline";
  return isBelowDateline && lineAt(unit.lines, text.span.start) > lineAt(unit.lines, opening.span.start);
}

/** What stands below may be anything but what is told by the line above it, or read as text and then as no text. */
function isPlainNeighbour({ role }: Block): boolean {
  return role !== "caption" && role !== "unknown" && role !== "boilerplate" && role !== "standfirst";
}

function isText({ role, zone }: Block): boolean {
  return zone === "body" && (role === "paragraph" || role === "heading" || role === "standfirst");
}

function textOf(block: Block, line: (of: Block) => Span): Span | undefined {
  return isText(block) ? line(block) : undefined;
}

function lastLineOf({ content, wraps }: Block): Span {
  return { start: wraps.at(-1)?.span.end ?? content.start, end: content.end };
}

function firstLineOf({ content, wraps }: Block): Span {
  return { start: content.start, end: wraps[0]?.span.start ?? content.end };
}

function lineBefore({ content, wraps }: Block, wrap: Wrap): Span {
  return { start: wraps[wraps.indexOf(wrap) - 1]?.span.end ?? content.start, end: wrap.span.start };
}

function lineBehind({ content, wraps }: Block, wrap: Wrap): Span {
  return { start: wrap.span.end, end: wraps[wraps.indexOf(wrap) + 1]?.span.start ?? content.end };
}

/** The nearest blocks that hold something, above or below one. */
function filledBlocks(unit: Unit, index: number, step: 1 | -1, count: number): readonly Block[] {
  return filledIndexes(unit, index, step, count).map((at) => unit.blocks[at] as Block);
}

function filledIndexes(unit: Unit, index: number, step: 1 | -1, count: number): readonly number[] {
  const found: number[] = [];
  for (let at = index + step; found.length < count; at += step) {
    const block = unit.blocks[at];
    if (block === undefined) {
      break;
    }
    if (block.role !== "blank") {
      found.push(at);
    }
  }
  return found;
}

interface TextSpan {
  readonly text: string;
  readonly span: Span;
}

function isPlainLine(lines: LineIndex, content: Span): boolean {
  const line = readNewsLine(lines, lineAt(lines, content.start));
  return (
    line.kind === "text" &&
    line.content.start === content.start &&
    line.content.end === content.end &&
    isProse(lines.text, line) &&
    !canBeList(lines.text, content) &&
    countSentenceJoints(lines.text, content, 1) === 0
  );
}

/** The widths at which the parser takes a line for something else. */
const WIDTHS = [60, 100, 120, 130] as const;

/** What a line of prose tells that is no other line's; undefined for any other. */
function tellingOfPlain(edit: BlockEdit, lines: LineIndex, content: Span): string | undefined {
  const line = { text: lines.text, span: content };
  return isPlainLine(lines, content) && !saysWhatOthersSay(edit, line) ? tellingOf(line) : undefined;
}

/** What the parser asks of a line of running text. */
function tellingOf({ text, span }: TextSpan): string {
  const width = visualWidth(text, span, 131);
  const line = { kind: "text", content: span } as Parameters<typeof isTitleLike>[1];
  return [
    ...WIDTHS.map((limit) => width > limit),
    width >= 60,
    width >= 100,
    isTitleLike(text, line),
    isRunningText(text, span) && shareOfWords(text, span) >= 0.8,
    letterCase(text, span.start),
    startsLikeAddress(text, span),
    endsSentence(text, span),
    // With a letter that can start a paragraph, so that only this line's end tells.
    continuesParagraph(
      `${sliceSpan(text, span)}A`,
      { start: 0, end: span.end - span.start },
      {
        start: span.end - span.start,
        end: span.end - span.start + 1,
      },
    ),
  ].join();
}

/** Whether a line says what another one of the article says, or what the file starts with. */
function saysWhatOthersSay({ unit, firstLine }: BlockEdit, { text, span }: TextSpan): boolean {
  if (span.end - span.start > LONGEST_VALUE) {
    return false;
  }
  const { lines } = unit;
  const own = lineAt(lines, span.start);
  let value: string | undefined;
  const isSame = (other: string, at: Span): boolean => {
    if (differsAtOnce(text, span.start, other, at.start)) {
      return false;
    }
    value ??= foldForProof(sliceSpan(text, span));
    return foldForProof(sliceSpan(other, at)) === value;
  };
  for (let line = 0; line < lines.starts.length; line++) {
    const start = lines.starts[line] as number;
    const end = lines.starts[line + 1] ?? lines.text.length;
    // Folding can make a text shorter by what counts as nothing, never by most of it.
    if (line !== own && 2 * (end - start) > span.end - span.start && end - start < LONGEST_LINE) {
      const other = trimSpan(lines.text, { start, end });
      if (isSame(lines.text, other)) {
        return true;
      }
    }
  }
  return isSame(firstLine, { start: 0, end: firstLine.length });
}

/** A longer line has no value to compare; in code units, with white space around. */
const LONGEST_LINE = 2 * LONGEST_VALUE;

/** The parser asks long lines about so many rows next to them, and no more. */
const NEAR_ROWS = 12;

/** As `SHORTEST_ARTICLE_BODY`. */
const SHORTEST_WHOLE = 160;

/**
 * Whether nobody asks whether the line's start stands in a longer line. Lines whose sentences run together are asked whether they hold their
 * neighbours, and so are the body's first and last line, unless a neighbour is longer.
 */
function isStartUnasked({ unit, block: index, change }: BlockEdit, line: Span, memory: EditMemory): boolean {
  if (change.start - line.start >= START_LENGTH) {
    return true;
  }
  const block = unit.blocks[index] as Block;
  const [first, last] = memory.edges;
  const isNoList = (other: number): boolean =>
    lengthOf(unit.blocks[other] as Block) < SHORTEST_WHOLE || memory.joints(unit, other) === 0;
  return (
    filledIndexes(unit, index, 1, NEAR_ROWS).every(isNoList) &&
    filledIndexes(unit, index, -1, NEAR_ROWS).every(isNoList) &&
    memory.bodies.every((body) => memory.joints(unit, body) > 1) &&
    isNoWhole(unit, first, 1, block) &&
    isNoWhole(unit, last, -1, block)
  );
}

/** Whether the edited paragraph is the body's last and so long that it is asked whether it holds the others. */
function isAskedAsWhole({ unit, block }: BlockEdit, length: number): boolean {
  return (
    length >= SHORTEST_WHOLE &&
    !filledBlocks(unit, block, 1, 1).some(isOfBody) &&
    !isShorterThanOneOf(filledBlocks(unit, block, -1, NEAR_ROWS), length)
  );
}

/** Whether one of the blocks that stand within the rows that are asked about is a longer line. */
function isShorterThanOneOf(others: readonly Block[], length: number): boolean {
  let rows = 0;
  for (const other of others) {
    rows += 1 + other.wraps.length;
    if (rows < NEAR_ROWS && other.wraps.length === 0 && isText(other) && lengthOf(other) > length) {
      return true;
    }
  }
  return false;
}

/** Whether a line at the body's edge is not asked whether it holds a block, for it is far away, or too short, or shorter than a neighbour. */
function isNoWhole(unit: Unit, edge: number, inwards: 1 | -1, edited: Block): boolean {
  const others = filledBlocks(unit, edge, inwards, NEAR_ROWS);
  const length = lengthOf(unit.blocks[edge] as Block);
  return (
    !others.includes(edited) ||
    length < SHORTEST_WHOLE ||
    isShorterThanOneOf(
      others.filter((other) => other !== edited),
      length,
    )
  );
}

function lengthOf({ content }: Block): number {
  return content.end - content.start;
}

interface MeetingsOfLine {
  readonly place: PlaceInBody;
  /** The line after the edit. */
  readonly now: Span;
  readonly sideBySide: number;
  readonly memory: EditMemory;
}

/**
 * How many neighbours stand side by side after the edit, where the line meets the one above and the one below as before: joined with them as it
 * was, or parted from them as it was.
 */
function sideBySideAfter(
  { unit, lines, change }: BlockEdit,
  { place, now, sideBySide: count, memory }: MeetingsOfLine,
): number | undefined {
  const { line, above, below } = place;
  const moved = (span: Span): Span => (span === line ? now : moveSpan(span, change));
  const stands = (passage: string): boolean => memory.stands(unit, passage);
  const pairs = [
    { before: above, after: line, wrap: place.wrapAbove },
    { before: line, after: below, wrap: place.wrapBelow },
  ];
  let sideBySide = count;
  const meetings: {
    readonly both: Lines;
    readonly meeting: Meeting | undefined;
    readonly wrap: Wrap | undefined;
  }[] = [];
  for (const { before, after, wrap } of pairs) {
    const areNeighbours =
      before !== undefined &&
      after !== undefined &&
      lineAt(unit.lines, after.start) - lineAt(unit.lines, before.start) <= 1;
    if (areNeighbours) {
      const old = lookAtMeeting(unit.text, { before, after }, stands);
      const both = { before: moved(before), after: moved(after) };
      const meeting = lookAtMeeting(lines.text, both, stands);
      sideBySide += Number(meeting?.isSideBySide === true) - Number(old?.isSideBySide === true);
      meetings.push({ both, meeting, wrap });
    }
  }
  const isRunTogether = sideBySide > 0;
  const isSame =
    isRunTogether === count > 0 &&
    meetings.every(({ both, meeting, wrap }) => {
      const join = joinOf(lines.text, both, meeting, isRunTogether);
      return join?.joiner === wrap?.joiner && join?.proved === wrap?.proved;
    });
  return isSame ? sideBySide : undefined;
}

interface Lines {
  readonly before: Span;
  readonly after: Span;
}

/** Wider than any column that texts are wrapped at: with such a line no text counts as wrapped. */
function isWide(line: Span | undefined): boolean {
  return line !== undefined && line.end - line.start > 131;
}
