import { continuesParagraph } from "../../continuation.ts";
import type { HeadlineFinding } from "./headline.ts";
import { isProse, type NewsLine } from "./news-lines.ts";
import { hasValue, isFreeText, type Rows, rowValue } from "./rows.ts";

/** The rows of the rendered article; `start === end` when the dump has none. */
export interface BodyRegion {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/**
 * Finds the rendered article. Metadata stand before it, sometimes behind it, so the rows that can only be metadata part
 * the dump into gaps, and the gap that holds most of an article is the one: it opens with the headline that stands
 * again, else with the date line, else with the first running text that no metadata follow.
 */
export function findBody(rows: Rows, headline: HeadlineFinding | undefined): BodyRegion {
  const gap = findGap(rows, headline);
  if (gap === undefined) {
    return { start: rows.lines.length, end: rows.lines.length };
  }
  const start = findStart(rows, gap, headline);
  return start < gap.end ? { start, end: gap.end } : { start: rows.lines.length, end: rows.lines.length };
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

interface WeighedGap extends Gap {
  readonly weight: number;
  readonly proseRows: number;
}

function findGap(rows: Rows, headline: HeadlineFinding | undefined): Gap | undefined {
  const gaps = weighGaps(rows, headline);
  let best: WeighedGap | undefined;
  const lastCopy = headline === undefined ? -1 : lastHeadline(rows, headline);
  let most = 0;
  for (const gap of gaps) {
    const isLast = gap.end === rows.lines.length;
    // The page's own headline is the last one; copies above it come from the page's data.
    const isBelowLastCopy = gap.start <= lastCopy && lastCopy < gap.end - 1;
    const weight = gap.weight + (isBelowLastCopy ? 2 : 0);
    if (gap.weight >= (isLast ? 1 : 2) && weight >= most) {
      best = gap;
      most = weight;
    }
  }
  if (best === undefined) {
    return undefined;
  }
  // A lone address or number in the middle of an article parts it, but does not end it.
  let { end } = best;
  for (const gap of gaps) {
    if (gap.start > end && gap.proseRows >= 2) {
      end = gap.end;
    }
  }
  return { start: best.start, end };
}

function lastHeadline(rows: Rows, headline: HeadlineFinding): number {
  for (let row = rows.lines.length - 1; row > headline.pairEnd; row--) {
    if (hasValue(rows, row, headline.value)) {
      return row;
    }
  }
  return -1;
}

function weighGaps(rows: Rows, headline: HeadlineFinding | undefined): readonly WeighedGap[] {
  const gaps: WeighedGap[] = [];
  let start = headline === undefined ? 0 : headline.first + 1;
  let weight = 0;
  let proseRows = 0;
  for (let row = start; row <= rows.lines.length; row++) {
    const line = rows.lines[row];
    if (line === undefined || isMetadataOnly(rows, row, headline)) {
      gaps.push({ start, end: row, weight, proseRows });
      start = row + 1;
      weight = 0;
      proseRows = 0;
      continue;
    }
    if (isFreeText(rows, row) && isProse(rows.text, line)) {
      proseRows++;
      weight++;
    } else if (line.kind === "dateline" || (headline !== undefined && hasValue(rows, row, headline.value))) {
      weight += 3;
    } else if (line.kind === "captionTail" || line.kind === "credit") {
      weight++;
    }
  }
  return gaps;
}

/** Rows that no article holds: what stands in the page's data only, and the copies of the headline at its top. */
function isMetadataOnly(rows: Rows, row: number, headline: HeadlineFinding | undefined): boolean {
  const role = rows.roles[row];
  if (role !== undefined && role !== "image" && role !== "relatedLink" && role !== "url") {
    return true;
  }
  const line = rows.lines[row] as NewsLine;
  if (
    line.kind === "time" ||
    line.kind === "email" ||
    line.kind === "telephone" ||
    line.kind === "language"
  ) {
    return true;
  }
  if (line.kind === "year") {
    return true;
  }
  return headline !== undefined && row <= headline.pairEnd && hasValue(rows, row, headline.value);
}

function findStart(rows: Rows, gap: Gap, headline: HeadlineFinding | undefined): number {
  let dateline = -1;
  for (let row = gap.start; row < gap.end; row++) {
    if (headline !== undefined && row > headline.pairEnd && hasValue(rows, row, headline.value)) {
      return row;
    }
    if (dateline < 0 && rows.lines[row]?.kind === "dateline") {
      dateline = row;
    }
  }
  return dateline >= 0 ? dateline : firstRunningText(rows, gap, headline);
}

function firstRunningText(rows: Rows, gap: Gap, headline: HeadlineFinding | undefined): number {
  for (let row = gap.start; row < gap.end; row++) {
    const line = rows.lines[row] as NewsLine;
    if (line.kind === "credit" || line.kind === "captionTail") {
      const isItsText = row > gap.start && isFreeText(rows, row - 1) && isTextOfTail(rows, row - 1, line);
      return isItsText ? row - 1 : row;
    }
    if (!isFreeText(rows, row) || !isProse(rows.text, line)) {
      continue;
    }
    const isFirst = headline === undefined || row <= headline.pairEnd + 2;
    if (!(isFirst && isFollowedByPicture(rows, row, gap.end))) {
      return firstPiece(rows, gap.start, row);
    }
  }
  return gap.end;
}

/** The first line of the paragraph that a line goes on with, where a link broke the paragraph apart. */
function firstPiece(rows: Rows, gapStart: number, row: number): number {
  let first = row;
  while (first > gapStart && isFreeText(rows, first - 1)) {
    const before = rows.lines[first - 1] as NewsLine;
    const line = rows.lines[first] as NewsLine;
    if (line.number - before.number > 1 || !continuesParagraph(rows.text, before.content, line.content)) {
      break;
    }
    first--;
  }
  return first;
}

/** No page has more tags. */
const MOST_TAGS = 60;

/** A description stands before tags and the picture's address; a first paragraph before text. */
function isFollowedByPicture(rows: Rows, row: number, end: number): boolean {
  const limit = Math.min(end, row + MOST_TAGS);
  for (let next = row + 1; next < limit; next++) {
    const line = rows.lines[next] as NewsLine;
    if (line.kind === "image") {
      return true;
    }
    if (line.kind !== "text" || isProse(rows.text, line)) {
      return false;
    }
  }
  return false;
}

/** Whether a row is the text of the picture whose tail stands below. */
export function isTextOfTail(rows: Rows, row: number, tail: NewsLine): boolean {
  if (tail.kind !== "captionTail") {
    return false;
  }
  const value = rowValue(rows, row);
  const length = tail.partEnd - tail.content.start;
  return value !== "" && value.length === length && rowValue(rows, row + 1).startsWith(value);
}
