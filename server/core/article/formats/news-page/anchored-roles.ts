import { isAsciiLetter } from "../../../text/characters.ts";
import { letterCase } from "../../../text/script.ts";
import { instantOf, type StatedDate, sameDay } from "../../dates.ts";
import { visualWidth } from "../../line-kinds.ts";
import type { Role } from "../../model.ts";
import type { HeadlineFinding } from "./headline.ts";
import { isLabel, type NewsLine } from "./news-lines.ts";
import {
  hasValue,
  isFreeLabel,
  listParts,
  type Rows,
  rowValue,
  saySame,
  sentenceJoints,
  wordCount,
} from "./rows.ts";

/**
 * Gives a role to every row whose form, or whose neighbour's form, tells it: addresses, times, the contact block, the
 * portrait's owner, the section before the language, tags between the times and the picture, lists of them, and the
 * article on one line. What is left needs to know where the body is.
 */
export function assignAnchoredRoles(rows: Rows, headline: HeadlineFinding | undefined): void {
  assignHeadlines(rows, headline);
  assignForms(rows, headline);
  assignTimes(rows);
  assignPortraits(rows);
  assignContacts(rows);
  assignArticleBodies(rows, headline);
  assignTagRun(rows);
  assignLanguages(rows);
  assignLists(rows, headline);
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

/** The headline's copies at the top; the one that opens the body is found with the body. */
function assignHeadlines(rows: Rows, headline: HeadlineFinding | undefined): void {
  if (headline === undefined) {
    return;
  }
  for (let row = headline.first; row <= headline.pairEnd; row++) {
    if (hasValue(rows, row, headline.value)) {
      rows.roles[row] = "headline";
    }
  }
}

function assignForms(rows: Rows, headline: HeadlineFinding | undefined): void {
  const address =
    headline === undefined || headline.address < 0 ? undefined : rowValue(rows, headline.address);
  for (let row = 0; row < rows.lines.length; row++) {
    const role = roleOfForm(rows, row, address);
    if (role !== undefined) {
      rows.roles[row] = role;
    }
  }
}

function roleOfForm(rows: Rows, row: number, address: string | undefined): Role | undefined {
  const line = rows.lines[row] as NewsLine;
  switch (line.kind) {
    case "page":
      return address !== undefined && hasValue(rows, row, address) ? "url" : "relatedLink";
    case "image":
      return line.isMarked ? "authorImage" : "image";
    case "email":
      return "email";
    case "telephone":
      return "telephone";
    case "year":
      return "copyrightYear";
    case "language":
      return "inLanguage";
    case "residue":
      return "unknown";
    case "blank":
    case "time":
    case "dateline":
    case "date":
    case "captionTail":
    case "credit":
    case "text":
      return undefined;
  }
}

/** The first time is the publication, equal ones repeat it, another one is the change. */
function assignTimes(rows: Rows): void {
  let published: StatedDate | undefined;
  for (let row = 0; row < rows.lines.length; row++) {
    const { kind, date } = rows.lines[row] as NewsLine;
    if (kind !== "time" || date === undefined) {
      continue;
    }
    published ??= date;
    rows.roles[row] = isSameTime(published, date) ? "datePublished" : "dateModified";
  }
}

function isSameTime(first: StatedDate, second: StatedDate): boolean {
  const [firstInstant, secondInstant] = [instantOf(first), instantOf(second)];
  if (firstInstant !== undefined && secondInstant !== undefined) {
    return firstInstant === secondInstant;
  }
  return (
    sameDay(first.day, second.day) &&
    first.time?.hour === second.time?.hour &&
    first.time?.minute === second.time?.minute
  );
}

/** The label above a small square picture is the author; so is one that stands above the same picture each time. */
function assignPortraits(rows: Rows): void {
  const firsts = new Map<string, number>();
  for (let row = 1; row < rows.lines.length; row++) {
    const line = rows.lines[row] as NewsLine;
    if (line.kind !== "image" || line.partEnd < line.content.end) {
      continue;
    }
    if (line.isMarked) {
      markAuthor(rows, row);
      continue;
    }
    const value = rowValue(rows, row);
    const first = firsts.get(value);
    if (first === undefined) {
      firsts.set(value, row);
    } else if (isAuthorLabel(rows, row - 1) && saySame(rows, first - 1, row - 1)) {
      rows.roles[first] = "authorImage";
      rows.roles[row] = "authorImage";
      markAuthor(rows, first);
      markAuthor(rows, row);
    }
  }
}

function isAuthorLabel(rows: Rows, row: number): boolean {
  return isFreeLabel(rows, row) && listParts(rows, row) === undefined;
}

function markAuthor(rows: Rows, portrait: number): void {
  if (isAuthorLabel(rows, portrait - 1)) {
    rows.roles[portrait - 1] = "author";
  }
}

/** The label above an e-mail address is the publisher, the one below a telephone number its legal name. */
function assignContacts(rows: Rows): void {
  for (let row = 0; row < rows.lines.length; row++) {
    const kind = rows.lines[row]?.kind;
    if (kind === "email" && isFreeLabel(rows, row - 1) && !isTagAbove(rows, row - 1)) {
      rows.roles[row - 1] = "publisher";
    } else if (kind === "telephone" && isFreeLabel(rows, row + 1)) {
      const below = rows.lines[row + 2]?.kind;
      rows.roles[row + 1] = below === "language" ? "articleSection" : "legalName";
    }
  }
}

/** A label in small letters between other labels is a tag, even above an address. */
function isTagAbove(rows: Rows, row: number): boolean {
  const line = rows.lines[row] as NewsLine;
  return (
    letterCase(rows.text, line.content.start) === "lower" &&
    isFreeLabel(rows, row - 1) &&
    isFreeLabel(rows, row - 2)
  );
}

/** Shorter lines are no article. In code units. */
const SHORTEST_ARTICLE_BODY = 160;

/** More such lines than this are paragraphs of a page that leaves spaces out everywhere. */
const MOST_ARTICLE_BODIES = 2;

/**
 * The article on one line: running text in which sentences follow each other without a space, twice or more, or once
 * behind the picture's address, where pages put their data.
 */
function assignArticleBodies(rows: Rows, headline: HeadlineFinding | undefined): void {
  const candidates: number[] = [];
  const first = headline === undefined ? 0 : headline.first;
  for (let row = first; row < rows.lines.length; row++) {
    const line = rows.lines[row] as NewsLine;
    const length = line.content.end - line.content.start;
    if (line.kind !== "text" || rows.roles[row] !== undefined || length < SHORTEST_ARTICLE_BODY) {
      continue;
    }
    const isBehindPicture = rows.roles[row - 1] === "image";
    const joints = sentenceJoints(rows, row);
    if (joints >= (isBehindPicture || length < 2 * SHORTEST_ARTICLE_BODY ? 1 : 2)) {
      candidates.push(row);
    }
  }
  const behindPicture = candidates.filter((row) => rows.roles[row - 1] === "image");
  const chosen = candidates.length > MOST_ARTICLE_BODIES ? behindPicture.slice(0, 1) : candidates;
  for (const row of chosen) {
    rows.roles[row] = "articleBody";
  }
}

/** Labels below the run of times, down to the picture's address or whatever else is no label, are tags. */
function assignTagRun(rows: Rows): void {
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

/** Codes of ISO 639-1 that stand alone on a line; `us`, `uk` and `eu` are tags of news pages and left out. */
const LANGUAGE_CODES: ReadonlySet<string> = new Set(
  "en de fr es it pt ru be pl cs sk sl sr hr bs ro tr az nl sv da no nb fi et lv lt hu el bg mk sq ar fa he hi id ms ja ko zh vi th ka hy kk ky uz tg".split(
    " ",
  ),
);

/** The label above a language is the section. A bare code counts as a language where no tags stand. */
function assignLanguages(rows: Rows): void {
  for (let row = 0; row < rows.lines.length; row++) {
    const line = rows.lines[row] as NewsLine;
    const isBareCode = rows.roles[row] === undefined && line.kind === "text" && isLanguageCode(rows, line);
    if (isBareCode && (rows.roles[row - 1] !== undefined || isFreeLabel(rows, row - 1))) {
      rows.roles[row] = "inLanguage";
    }
    if (
      rows.roles[row] === "inLanguage" &&
      isFreeLabel(rows, row - 1) &&
      listParts(rows, row - 1) === undefined
    ) {
      rows.roles[row - 1] = "articleSection";
    }
  }
}

function isLanguageCode(rows: Rows, line: NewsLine): boolean {
  const { start, end } = line.content;
  const isTwoLetters = end - start === 2 && isAsciiLetter(rows.text.charCodeAt(start));
  return isTwoLetters && LANGUAGE_CODES.has(rows.text.slice(start, end));
}

/** Lists of keywords: known tags, or the same list twice, or one at the end of the head. */
function assignLists(rows: Rows, headline: HeadlineFinding | undefined): void {
  const known = new Set<string>();
  for (let row = 0; row < rows.lines.length; row++) {
    if (rows.roles[row] === "keyword") {
      known.add(rowValue(rows, row).toLowerCase());
    }
  }
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
