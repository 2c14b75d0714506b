import { letterCase } from "../../../text/script.ts";
import { visualWidth } from "../../line-kinds.ts";
import type { HeadlineFinding } from "./headline.ts";
import { isLabel } from "./news-lines.ts";
import { hasValue, isFreeLabel, listParts, type Rows, rowValue, wordCount } from "./rows.ts";

/** Labels below the run of times, down to the picture's address or whatever else is no label, are tags. */
export function assignTagRun(rows: Rows): void {
  const time = rows.lines.findIndex(({ kind }) => kind === "time");
  if (time >= 0) {
    let start = time + 1;
    while (rows.lines[start]?.kind === "time") {
      start++;
    }
    const run = labelRun(rows, start);
    if (run.labels.length > 1 || isArticleImage(rows, run.end)) {
      markKeywords(rows, run.labels);
    } else if (run.labels.length === 1) {
      const [only] = run.labels as [number];
      rows.roles[only] = isPersonName(rowValue(rows, only)) ? "author" : "keyword";
    }
    return;
  }
  const image = rows.lines.findIndex((_, row) => isArticleImage(rows, row));
  if (image < 1) {
    return;
  }
  let start = image;
  while (isFreeLabel(rows, start - 1) || rows.lines[start - 1]?.kind === "residue") {
    start--;
  }
  const run = labelRun(rows, start);
  // Without times above them the first label may be the publisher; two labels are no run yet.
  if (run.labels.length >= 3) {
    markKeywords(rows, run.labels);
  }
}

function isArticleImage(rows: Rows, row: number): boolean {
  const line = rows.lines[row];
  return line?.kind === "image" && rows.roles[row] === "image";
}

/** The labels from a row on, residue between them left out. A tag is at most a few words. */
function labelRun(rows: Rows, start: number): { readonly labels: readonly number[]; readonly end: number } {
  const labels: number[] = [];
  let row = start;
  for (; row < rows.lines.length; row++) {
    if (rows.lines[row]?.kind === "residue") {
      continue;
    }
    if (!isFreeLabel(rows, row) || wordCount(rowValue(rows, row)) > 7 || isListInRun(rows, row)) {
      break;
    }
    labels.push(row);
  }
  // The last label above an e-mail address or a portrait is whose it is.
  const below = rows.lines[row];
  const isOwned = below?.kind === "email" || (below?.kind === "image" && below.isMarked);
  if (isOwned && labels.length > 0) {
    labels.pop();
    row = labels.at(-1) === undefined ? start : (labels.at(-1) as number) + 1;
  }
  return { labels, end: row };
}

function isListInRun(rows: Rows, row: number): boolean {
  const parts = listParts(rows, row);
  return parts !== undefined && parts.length >= 3;
}

function markKeywords(rows: Rows, labels: readonly number[]): void {
  for (const row of labels) {
    rows.roles[row] = "keyword";
  }
}

/** Lists of keywords: known tags, or the same list twice, or one at the end of the head. */
export function assignLists(rows: Rows, headline: HeadlineFinding | undefined): void {
  const known = keywordValues(rows);
  const first = headline === undefined ? 0 : headline.pairEnd + 1;
  for (let row = first; row < rows.lines.length; row++) {
    if (rows.roles[row] !== undefined) {
      continue;
    }
    const parts = listParts(rows, row);
    if (parts !== undefined && isKeywordList(rows, row, { parts, known, headline })) {
      rows.roles[row] = "keywords";
    }
  }
}

function isKeywordList(
  rows: Rows,
  row: number,
  list: {
    readonly parts: readonly string[];
    readonly known: ReadonlySet<string>;
    readonly headline: HeadlineFinding | undefined;
  },
): boolean {
  const isHeadline = list.headline !== undefined && hasValue(rows, row, list.headline.value);
  if (isHeadline) {
    return false;
  }
  const same = list.parts.filter((part) => list.known.has(part.toLowerCase())).length;
  if (same * 2 >= list.parts.length && same > 0) {
    return true;
  }
  if (list.parts.length < 3) {
    return false;
  }
  const folded = rowValue(rows, row).toLowerCase();
  if (rowValue(rows, row - 1).toLowerCase() === folded || rowValue(rows, row + 1).toLowerCase() === folded) {
    return true;
  }
  return !isTextAbove(rows, row) && endsHead(rows, row + 1, list.headline);
}

/** Running text above, not a label: then the line is a piece of it. */
function isTextAbove(rows: Rows, row: number): boolean {
  const line = rows.lines[row - 1];
  const isText = line?.kind === "text" && rows.roles[row - 1] === undefined;
  return isText && !isLabel(rows.text, line) && visualWidth(rows.text, line.content, 121) > 120;
}

function endsHead(rows: Rows, row: number, headline: HeadlineFinding | undefined): boolean {
  const line = rows.lines[row];
  if (line === undefined || line.kind === "dateline" || rows.roles[row] !== undefined) {
    return true;
  }
  return headline !== undefined && hasValue(rows, row, headline.value);
}

/** What the tags say, in small letters. */
export function keywordValues(rows: Rows): ReadonlySet<string> {
  const values = new Set<string>();
  for (let row = 0; row < rows.lines.length; row++) {
    if (rows.roles[row] === "keyword") {
      values.add(rowValue(rows, row).toLowerCase());
    }
  }
  return values;
}

/** Two to four words, each with a capital, as names of people are written; particles (`van`, `de`) may be small. */
export function isPersonName(value: string): boolean {
  const words = value.split(" ");
  if (words.length < 2 || words.length > 4 || value.length > 50) {
    return false;
  }
  const isCapital = (word: string): boolean => letterCase(word, 0) === "upper";
  return isCapital(words[0] as string) && isCapital(words.at(-1) as string) && words.every(isNameWord);
}

function isNameWord(word: string): boolean {
  return !/[\d,;:()"@/]/u.test(word) && (letterCase(word, 0) === "upper" || word.length <= 3);
}
