import { visualWidth } from "../../line-kinds.ts";
import { slugResemblance, slugWords } from "./addresses.ts";
import { NAMING_RESEMBLANCE } from "./headline.ts";
import { isLabel, isProse, isTitleLike, type NewsLine } from "./news-lines.ts";
import { hasValue, listParts, type Rows, rowValue, saySame } from "./rows.ts";

/** A head is known within this many rows behind its address. */
const HEAD_DEPTH = 6;

/** More rows than any decision looks at from the row that it is about. */
export const LOOK_AHEAD = 12;

/** A preamble is at most this many rows. */
const LONGEST_PREAMBLE = 8;

/** What was seen so far of the article that a row belongs to. */
export interface CurrentArticle {
  readonly start: number;
  /** The row of its address; -1 when it has none so far. */
  address: number;
  /** The row that opened its head. */
  opened: number;
  /** The headline that stands twice; empty when none did so far. */
  pair: string;
  proseRows: number;
  /** Whether what was seen of it can stand as an article by itself. */
  isArticle: boolean;
  hasTime: boolean;
  /** Whether text followed the row that opened it. */
  hasText: boolean;
}

export function newArticle(start: number): CurrentArticle {
  return {
    start,
    address: -1,
    opened: start,
    pair: "",
    proseRows: 0,
    isArticle: false,
    hasTime: false,
    hasText: false,
  };
}

/** Notes that a row opens the head of the article. */
export function openHead(rows: Rows, row: number, current: CurrentArticle): void {
  current.address = rows.lines[row]?.kind === "page" ? row : -1;
  current.isArticle = true;
  current.opened = row;
}

/** Notes what a row tells about its article. */
export function noteEvidence(rows: Rows, row: number, current: CurrentArticle): void {
  const line = rows.lines[row] as NewsLine;
  if (line.kind === "time") {
    current.hasTime = true;
    current.isArticle = true;
  } else if (line.kind === "dateline" || line.kind === "language" || line.kind === "email") {
    current.isArticle = true;
  } else if (line.kind === "text" && row > current.opened) {
    current.hasText = true;
    current.proseRows += isProse(rows.text, line) ? 1 : 0;
    if (row > current.start && isTitleLike(rows.text, line) && saySame(rows, row, row - 1)) {
      current.isArticle = true;
      current.pair ||= rowValue(rows, row);
    }
  }
}

/** Whether a row opens the head of another article. Looks at most `LOOK_AHEAD` rows ahead. */
export function startsArticle(rows: Rows, row: number, current: CurrentArticle): boolean {
  const line = rows.lines[row] as NewsLine;
  if (line.kind === "page") {
    const isAgain = current.address >= 0 && saySame(rows, row, current.address);
    // The same address, or another one right behind the first, is still the same head.
    const distance = current.isArticle ? row - current.opened : HEAD_DEPTH;
    if (current.address >= 0 && (distance < 3 || !current.hasText || (isAgain && distance < 8))) {
      return false;
    }
    return opensHead(rows, row) || (isNamedAbove(rows, row) && hasTimeBelow(rows, row));
  }
  // A date line alone may stand in the head, above the pair.
  const hasHead = current.address >= 0 || current.hasTime || current.pair !== "" || current.proseRows >= 2;
  if (line.kind !== "text" || !current.isArticle || !hasHead || row - current.opened < 4) {
    return false;
  }
  const isPair =
    isTitleLike(rows.text, line) &&
    !isProse(rows.text, line) &&
    saySame(rows, row, row + 1) &&
    !hasValue(rows, row, current.pair) &&
    listParts(rows, row) === undefined;
  return (
    isPair &&
    !saySame(rows, row, row - 1) &&
    rows.lines[row - 1]?.kind !== "page" &&
    visualWidth(rows.text, line.content, 30) >= 30 &&
    opensHeadWithoutAddress(rows, row + 2)
  );
}

/** Whether the headline that an address names stands right above it. */
function isNamedAbove(rows: Rows, row: number): boolean {
  const [title, address] = [rows.lines[row - 1], rows.lines[row] as NewsLine];
  if (title === undefined || !isTitleLike(rows.text, title) || isProse(rows.text, title)) {
    return false;
  }
  const words = slugWords(rows.text, { start: address.content.start, end: address.partEnd });
  return slugResemblance(words, rows.text, title.content) >= NAMING_RESEMBLANCE;
}

function hasTimeBelow(rows: Rows, row: number): boolean {
  return [row + 1, row + 2, row + 3].some((below) => {
    const kind = rows.lines[below]?.kind;
    return kind === "time" || kind === "dateline";
  });
}

/** Whether a time or a description stands below two identical titles. */
function opensHeadWithoutAddress(rows: Rows, start: number): boolean {
  const first = rows.lines[start];
  if (first?.kind === "text" && !isLabel(rows.text, first)) {
    return true;
  }
  for (let row = start; row < start + HEAD_DEPTH; row++) {
    const kind = rows.lines[row]?.kind;
    if (kind === "time") {
      return true;
    }
    if (kind !== "text" && kind !== "page") {
      return false;
    }
  }
  return false;
}

/** Whether the rows behind a page's address are a head. */
function opensHead(rows: Rows, row: number): boolean {
  const address = rows.lines[row] as NewsLine;
  const words = slugWords(rows.text, { start: address.content.start, end: address.partEnd });
  let isNamed = false;
  let hasTitle = false;
  for (let next = row + 1; next <= row + HEAD_DEPTH; next++) {
    const line = rows.lines[next];
    if (line === undefined) {
      return false;
    }
    if (line.kind === "text") {
      if (!isTitleLike(rows.text, line)) {
        continue;
      }
      if (!hasTitle && next <= row + 2 && saySame(rows, next, next + 1) && !isProse(rows.text, line)) {
        return true;
      }
      hasTitle ||= next <= row + 3;
      isNamed ||= next <= row + 3 && slugResemblance(words, rows.text, line.content) >= NAMING_RESEMBLANCE;
    } else if (line.kind === "time") {
      const below = rows.lines[next + 1];
      return hasTitle || (below !== undefined && isTitleLike(rows.text, below) && !isLabel(rows.text, below));
    } else if (line.kind === "dateline") {
      return isNamed;
    } else if (line.kind === "image") {
      return isNamed && !line.isMarked;
    } else if (line.kind === "page" || line.kind === "email" || line.kind === "date") {
      return false;
    }
  }
  return false;
}

/** The row where the article of an address begins: its preamble's first row, where something tells that there is one. */
export function withPreamble(
  rows: Rows,
  address: number,
  { previousStart, opening }: { readonly previousStart: number; readonly opening: string | undefined },
): number {
  let first = address;
  while (
    first - 1 > previousStart &&
    address - first < LONGEST_PREAMBLE &&
    isFurniture(rows.lines[first - 1])
  ) {
    first--;
  }
  if (rows.lines[address]?.kind === "page" && !opensHead(rows, address)) {
    let title = address - 1;
    while (title - 1 > previousStart && saySame(rows, title, title - 1)) {
      title--;
    }
    return title;
  }
  const blank = onlyBlankLine(rows, previousStart, address);
  if (blank >= first) {
    return blank;
  }
  // Without an address the first copy of the headline may stand above a date line.
  for (let row = first; rows.lines[address]?.kind === "text" && row < address; row++) {
    if (saySame(rows, row, address)) {
      return row;
    }
  }
  for (let row = first; opening !== undefined && row < address; row++) {
    if (hasValue(rows, row, opening)) {
      return row;
    }
  }
  for (let row = address - 1; row > first + 1; row--) {
    const line = rows.lines[row] as NewsLine;
    if (line.kind === "captionTail" && line.partEnd === line.content.start) {
      return row - 2;
    }
  }
  return address;
}

function isFurniture(line: NewsLine | undefined): boolean {
  const kind = line?.kind;
  return (
    kind === "text" || kind === "captionTail" || kind === "credit" || kind === "date" || kind === "dateline"
  );
}

/** The row behind the article's only blank lines when they stand close above the address; -1 when there are more. */
function onlyBlankLine(rows: Rows, start: number, address: number): number {
  let found = -1;
  for (let row = address; row > start; row--) {
    if ((rows.lines[row] as NewsLine).number - (rows.lines[row - 1] as NewsLine).number > 1) {
      if (found >= 0) {
        return -1;
      }
      found = row;
    }
  }
  return found;
}
