import { filledCount, type LineIndex, lineSpan } from "../../../text/lines.ts";
import type { Steps } from "../../../text/steps.ts";
import { isBlankSpan } from "../../../text/white-space.ts";
import type { SplitBefore } from "../../format.ts";
import { type NewsLine, readNewsLine } from "./news-lines.ts";
import { createLineFacts, createRows, hasValue, rowValue } from "./rows.ts";
import { LOOK_AHEAD, newArticle, noteEvidence, openHead, startsArticle, withPreamble } from "./split.ts";

/** Where the articles of a file start. */
export interface ArticleStarts {
  /** The numbers of the lines at which they start; the first is 0. */
  readonly starts: Int32Array;
  readonly state: StartsState;
  /** The lines that were read to find them, in order. */
  readonly read: readonly NewsLine[];
}

/** What is remembered of a file's articles, to find them again after an edit. */
export interface StartsState {
  /** For each article the number of the line that opened its head; 0 for the first. */
  readonly opened: Int32Array;
  /** What stands above the first article's head, which is how a file of such pages starts each of them. */
  readonly opening: string | undefined;
  /** The line that settled it. */
  readonly settled: number;
}

/**
 * Parts a file into its articles, which tile it. A page's address with a head behind it starts one: two identical headlines, a headline
 * and a time, or the headline that the address names above a date line. So do two identical titles above a time, where an
 * article with times of its own came before. What stands above the first such place is its preamble, unless it is an
 * article itself.
 *
 * After an edit it starts at the last article whose start the edit cannot reach, and ends where it finds a start of before.
 */
export function* splitArticles(index: LineIndex, before?: SplitBefore): Steps<ArticleStarts> {
  const known = before === undefined ? undefined : knownStarts(index, before);
  const reader = readRows(index, known?.line ?? 0);
  const { rows } = reader;
  const starts: number[] = [];
  const opened: number[] = [];
  let opening = known?.opening;
  let settled = known?.settled ?? Number.POSITIVE_INFINITY;
  let current = newArticle(0);
  let row = 0;
  const note = (): void => {
    noteEvidence(rows, row, current);
    // What stands above the first article's head is how a file of such pages starts each of them.
    if (opening === undefined && (current.address >= 0 || current.pair !== "")) {
      opening = hasValue(rows, 0, current.pair) || current.address === 0 ? "" : rowValue(rows, 0);
      settled = (rows.lines[row] as NewsLine).number;
    }
  };
  if (known !== undefined) {
    row = reader.rowOf(known.opened);
    openHead(rows, row, current);
    note();
    row++;
  }
  for (; reader.reach(row + LOOK_AHEAD) > row; row++) {
    if (startsArticle(rows, row, current)) {
      if (current.isArticle) {
        const start = withPreamble(rows, row, { previousStart: current.start, opening });
        const line = (rows.lines[start] as NewsLine).number;
        const openedLine = (rows.lines[row] as NewsLine).number;
        const old = before === undefined ? -1 : findOldStart(before, line, openedLine, opening);
        if (before !== undefined && old >= 0) {
          return joinStarts(
            before,
            known?.count ?? 0,
            { starts, opened, opening, settled },
            old,
            reader.read,
          );
        }
        starts.push(line);
        opened.push(openedLine);
        current = newArticle(start);
      }
      openHead(rows, row, current);
    }
    note();
    if (row % ROWS_PER_STEP === 0) {
      yield;
    }
  }
  return joinStarts(before, known?.count ?? 0, { starts, opened, opening, settled }, -1, reader.read);
}

/** Some tens of microseconds' work. */
const ROWS_PER_STEP = 64;

/** The rows of a text from a line on, read as far as they are asked for. */
function readRows(index: LineIndex, firstLine: number) {
  const read: NewsLine[] = [];
  const rows = createRows(index.text, [], createLineFacts());
  const filled = rows.lines as NewsLine[];
  const end = filledCount(index);
  const readLine = (): void => {
    const line = readNewsLine(index, firstLine + read.length);
    read.push(line);
    if (line.kind !== "blank") {
      filled.push(line);
    }
  };
  return {
    rows,
    read,
    /** Reads so many rows, if there are as many; how many there are by now. */
    reach(count: number): number {
      while (filled.length <= count && firstLine + read.length < end) {
        readLine();
      }
      return filled.length;
    },
    /** The row of a line that is not blank. */
    rowOf(number: number): number {
      while (firstLine + read.length <= number) {
        readLine();
      }
      return filled.findIndex((line) => line.number === number);
    },
  };
}

interface KnownStarts {
  /** So many articles start as before. */
  readonly count: number;
  /** Of the last of them the lines at which it starts and at which its head opens. */
  readonly line: number;
  readonly opened: number;
  readonly opening: string;
  readonly settled: number;
}

/** The articles whose starts lie so far above the edit that nothing in it was looked at to find them; undefined for only the first. */
function knownStarts(index: LineIndex, { starts, state, change }: SplitBefore): KnownStarts | undefined {
  const { opened, opening, settled } = state as StartsState;
  let line = change.first;
  for (let rows = 0; rows < LOOK_AHEAD && line > 0; ) {
    line--;
    rows += isBlankSpan(index.text, lineSpan(index, line)) ? 0 : 1;
  }
  let count = starts.length;
  while (count > 1 && (opened[count - 1] as number) >= line) {
    count--;
  }
  return count < 2 || opening === undefined || settled >= line
    ? undefined
    : {
        count,
        line: starts[count - 1] as number,
        opened: opened[count - 1] as number,
        opening,
        settled,
      };
}

/** The article of before that starts and opens at the same lines, behind the edit: from there on all is as it was. -1 for none. */
function findOldStart(
  { starts, state, change }: SplitBefore,
  line: number,
  openedLine: number,
  opening: string | undefined,
): number {
  const shift = change.newEnd - change.oldEnd;
  const { opened, opening: oldOpening, settled } = state as StartsState;
  if (line < change.newEnd || opening === undefined || opening !== oldOpening || settled >= line - shift) {
    return -1;
  }
  const old = starts.indexOf(line - shift);
  return old > 0 && opened[old] === openedLine - shift ? old : -1;
}

interface NewStarts {
  readonly starts: readonly number[];
  readonly opened: readonly number[];
  readonly opening: string | undefined;
  readonly settled: number;
}

/** The first `count` starts of before, the new ones, and those of before from `old` on. */
function joinStarts(
  before: SplitBefore | undefined,
  count: number,
  found: NewStarts,
  old: number,
  read: readonly NewsLine[],
): ArticleStarts {
  const { opening, settled } = found;
  if (before === undefined) {
    const starts = Int32Array.from([0, ...found.starts]);
    return { starts, state: { opened: Int32Array.from([0, ...found.opened]), opening, settled }, read };
  }
  const shift = before.change.newEnd - before.change.oldEnd;
  const join = (all: Int32Array, added: readonly number[]): Int32Array => {
    const kept = all.subarray(0, Math.max(count, 1));
    const moved = old < 0 ? new Int32Array(0) : all.slice(old).map((line) => line + shift);
    const joined = new Int32Array(kept.length + added.length + moved.length);
    joined.set(kept);
    joined.set(added, kept.length);
    joined.set(moved, kept.length + added.length);
    return joined;
  };
  const { opened } = before.state as StartsState;
  return {
    starts: join(before.starts, found.starts),
    state: { opened: join(opened, found.opened), opening, settled },
    read,
  };
}
