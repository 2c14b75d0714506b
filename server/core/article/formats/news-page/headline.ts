import { startsLowerCase } from "../../../text/script.ts";
import { visualWidth } from "../../line-kinds.ts";
import { slugResemblance, slugWords } from "./addresses.ts";
import { isProse, isTitleLike, type NewsLine } from "./news-lines.ts";
import { hasValue, isFreeText, listParts, type Rows, rowValue, saySame, sentenceJoints } from "./rows.ts";

/** Where an article says its name. */
export interface HeadlineFinding {
  /** Folded, for comparing; empty where the dump has an address and no headline. */
  readonly value: string;
  /** The first row that holds it. */
  readonly first: number;
  /** The last row of the run of copies that stand one right behind the other, or `first`. */
  readonly pairEnd: number;
  /** The row of the article's own address; -1 when it has none. */
  readonly address: number;
}

/** From this share of its words on, an address names the line. */
export const NAMING_RESEMBLANCE = 0.6;

/** A head is never longer; beyond it nothing is looked for. */
const LONGEST_HEAD = 400;

/**
 * Finds the headline by structure, the surest way first: the line that the article's address names, two identical lines
 * one right behind the other, the line behind the address, the line that stands again above the body, the line above
 * the date line, the first line that can be a title.
 */
export function findHeadline(rows: Rows): HeadlineFinding | undefined {
  const named = findNamedByAddress(rows);
  if (named !== undefined) {
    return finding(rows, named.row, named.address);
  }
  const pair = findPair(rows);
  if (pair >= 0) {
    return finding(rows, pair, addressNear(rows, pair));
  }
  const address = leadingAddress(rows);
  const below = address < 0 ? -1 : findNamedBelow(rows, address);
  if (below >= 0) {
    // The head lost its copy; what stands between the address and the body is the head all the same.
    return { value: rowValue(rows, below), first: address, pairEnd: address, address };
  }
  if (address >= 0 && isTitle(rows, address + 1)) {
    return finding(rows, address + 1, address);
  }
  if (address > 0 && isTitle(rows, address - 1)) {
    return finding(rows, address - 1, address);
  }
  const returning = findReturning(rows);
  if (returning >= 0) {
    return finding(rows, returning, address);
  }
  const dateline = rows.lines.findIndex(({ kind }) => kind === "dateline");
  if (dateline > 0 && isTitle(rows, dateline - 1)) {
    return finding(rows, dateline - 1, address);
  }
  const title = findAboveAnchor(rows) ?? findFirstTitle(rows, dateline < 0 ? rows.lines.length : dateline);
  if (title !== undefined) {
    return finding(rows, title, address);
  }
  return address < 0 ? undefined : { value: "", first: address, pairEnd: address, address };
}

/** A title below the head that the article's address names, right above the body. */
function findNamedBelow(rows: Rows, address: number): number {
  const line = rows.lines[address] as NewsLine;
  const words = slugWords(rows.text, { start: line.content.start, end: line.partEnd });
  const end = Math.min(rows.lines.length - 1, LONGEST_HEAD);
  for (let row = address + 1; row < end; row++) {
    const title = rows.lines[row] as NewsLine;
    const below = rows.lines[row + 1] as NewsLine;
    const isAboveBody = below.kind === "dateline" || isProse(rows.text, below);
    if (
      isAboveBody &&
      isTitle(rows, row) &&
      !isProse(rows.text, title) &&
      slugResemblance(words, rows.text, title.content) >= NAMING_RESEMBLANCE
    ) {
      return row;
    }
  }
  return -1;
}

/** The title above the first time or the article on one line, with at most a description and a label between. */
function findAboveAnchor(rows: Rows): number | undefined {
  const end = Math.min(rows.lines.length, LONGEST_HEAD);
  for (let anchor = 0; anchor < end; anchor++) {
    const line = rows.lines[anchor] as NewsLine;
    const isLong = line.kind === "text" && line.content.end - line.content.start >= 160;
    if (line.kind !== "time" && !(isLong && sentenceJoints(rows, anchor) >= 2)) {
      continue;
    }
    for (let row = anchor - 1; row >= Math.max(0, anchor - 4); row--) {
      const other = rows.lines[row] as NewsLine;
      const isLongEnough = visualWidth(rows.text, other.content, 31) > 30;
      if (isLongEnough && isTitle(rows, row) && !isProse(rows.text, other)) {
        return row;
      }
    }
    return undefined;
  }
  return undefined;
}

/** The first title of a text that has nothing better; what stands below the date line is the article already. */
function findFirstTitle(rows: Rows, end: number): number | undefined {
  for (let row = 0; row < Math.min(end, LONGEST_HEAD); row++) {
    if (isTitle(rows, row)) {
      return row;
    }
  }
  return undefined;
}

function finding(rows: Rows, row: number, address: number): HeadlineFinding {
  const value = rowValue(rows, row);
  let first = row;
  for (let other = 0; other < row; other++) {
    if (hasValue(rows, other, value)) {
      first = other;
      break;
    }
  }
  let pairEnd = row;
  while (hasValue(rows, pairEnd + 1, value)) {
    pairEnd++;
  }
  return { value, first, pairEnd, address: address < 0 ? addressOf(rows, row) : address };
}

/** A page's own address may stand anywhere, but it names the headline. */
function addressOf(rows: Rows, headline: number): number {
  const title = rows.lines[headline] as NewsLine;
  let looked = 0;
  for (let row = 0; row < rows.lines.length && looked < MOST_ADDRESSES; row++) {
    const line = rows.lines[row] as NewsLine;
    if (line.kind !== "page") {
      continue;
    }
    looked++;
    const words = slugWords(rows.text, { start: line.content.start, end: line.partEnd });
    if (slugResemblance(words, rows.text, title.content) >= NAMING_RESEMBLANCE) {
      return row;
    }
  }
  return -1;
}

/** Pages link to a few stories, not to hundreds; beyond this the own address is not looked for. */
const MOST_ADDRESSES = 40;

/** The first page address with a title next to it that says its words again. */
function findNamedByAddress(rows: Rows): { readonly row: number; readonly address: number } | undefined {
  const end = Math.min(rows.lines.length, LONGEST_HEAD);
  for (let address = 0; address < end; address++) {
    const line = rows.lines[address];
    if (line?.kind !== "page") {
      continue;
    }
    const words = slugWords(rows.text, { start: line.content.start, end: line.partEnd });
    if (words.length < 3) {
      continue;
    }
    // A line or two may stand between an address and its headline: a publisher, a time.
    for (const distance of [1, 2, 3, -1]) {
      const row = address + distance;
      const other = rows.lines[row];
      const isNamed =
        other !== undefined &&
        isTitle(rows, row) &&
        slugResemblance(words, rows.text, other.content) >= NAMING_RESEMBLANCE &&
        !isProse(rows.text, other);
      if (isNamed) {
        return { row, address };
      }
    }
  }
  return undefined;
}

/** Above a headline stand a preamble's text, a description and the article on one line at most; below more it is the body. */
const MOST_PROSE_ABOVE_PAIR = 4;

function findPair(rows: Rows): number {
  const end = Math.min(rows.lines.length - 1, LONGEST_HEAD);
  let proseRows = 0;
  for (let row = 0; row < end && proseRows <= MOST_PROSE_ABOVE_PAIR; row++) {
    const line = rows.lines[row] as NewsLine;
    if (line.kind === "dateline" && opensBody(rows, row)) {
      return -1;
    }
    // A paragraph that stands twice is a repeat in the body, and names nothing.
    if (isProse(rows.text, line)) {
      proseRows++;
    } else if (isTitle(rows, row) && saySame(rows, row, row + 1)) {
      return row;
    }
  }
  return -1;
}

/** Whether text stands behind or right below a date line: in the head of other extractions a title does. */
function opensBody(rows: Rows, dateline: number): boolean {
  const line = rows.lines[dateline] as NewsLine;
  const below = rows.lines[dateline + 1];
  return line.partEnd < line.content.end || (below !== undefined && isProse(rows.text, below));
}

/**
 * The first page address of the file's start, as long as nothing of a head's inside stands before it. A picture's caption
 * can be a preamble's or the body's: the address below one opens a head only with a headline and a time of its own.
 */
function leadingAddress(rows: Rows): number {
  const end = Math.min(rows.lines.length, 12);
  let isBelowCaption = false;
  for (let row = 0; row < end; row++) {
    const kind = rows.lines[row]?.kind;
    if (kind === "page") {
      return isBelowCaption && !(isTitle(rows, row + 1) && hasTimeBelow(rows, row)) ? -1 : row;
    }
    if (kind === "time" || kind === "dateline" || kind === "image" || kind === "email") {
      return -1;
    }
    isBelowCaption ||= kind === "captionTail";
  }
  return -1;
}

/** Between an address and the first time stand a headline, a publisher, a description, rarely more. */
const LONGEST_WAY_TO_TIME = 6;

function hasTimeBelow(rows: Rows, address: number): boolean {
  for (let row = address + 1; row <= address + LONGEST_WAY_TO_TIME; row++) {
    if (rows.lines[row]?.kind === "time") {
      return true;
    }
  }
  return false;
}

/** The address that stands right before a headline or right behind it, with at most a preamble's line between. */
function addressNear(rows: Rows, headline: number): number {
  for (const row of [headline - 1, headline - 2, headline + 2, headline + 3]) {
    if (rows.lines[row]?.kind === "page") {
      return row;
    }
  }
  return -1;
}

/** The first title that stands once more, with a date line or running text below it. */
function findReturning(rows: Rows): number {
  const firsts = new Map<string, number>();
  for (let row = 0; row < rows.lines.length; row++) {
    if (!isTitle(rows, row)) {
      continue;
    }
    const value = rowValue(rows, row);
    const first = firsts.get(value);
    if (first === undefined) {
      if (row < LONGEST_HEAD) {
        firsts.set(value, row);
      }
      continue;
    }
    const below = rows.lines[row + 1];
    if (below !== undefined && (below.kind === "dateline" || isProse(rows.text, below))) {
      return first;
    }
  }
  return -1;
}

/** A line that can be a headline: not a list of keywords, which starts with a small letter or has nothing but short parts. */
function isTitle(rows: Rows, row: number): boolean {
  const line = rows.lines[row];
  if (line === undefined || !isFreeText(rows, row) || !isTitleLike(rows.text, line)) {
    return false;
  }
  const parts = listParts(rows, row);
  if (parts === undefined || parts.length < 3) {
    return true;
  }
  return !startsLowerCase(rows.text, line.content.start) && parts.some((part) => part.split(" ").length > 4);
}
