import { isAsciiLetter } from "../../../text/characters.ts";
import { letterCase } from "../../../text/script.ts";
import type { Span } from "../../../text/span.ts";
import { instantOf, type StatedDate, sameDay } from "../../dates.ts";
import type { Role } from "../../model.ts";
import type { HeadlineFinding } from "./headline.ts";
import type { NewsLine } from "./news-lines.ts";
import { countContained } from "./paragraphs.ts";
import { hasValue, isFreeLabel, listParts, type Rows, rowValue, saySame, sentenceJoints } from "./rows.ts";
import { assignLists, assignTagRun, keywordValues } from "./tag-roles.ts";

/**
 * Gives a role to every row whose form, or whose neighbour's form, tells it: addresses, times, the contact block, the
 * portrait's owner, the section before the language, tags between the times and the picture, lists of them, and the
 * article on one line. What is left needs to know where the body is.
 */
export function assignAnchoredRoles(rows: Rows, headline: HeadlineFinding | undefined): void {
  assignHeadlines(rows, headline);
  assignForms(rows, headline);
  assignTimes(rows);
  assignTagRun(rows);
  assignContacts(rows);
  assignPortraits(rows);
  assignArticleBodies(rows, headline);
  assignLanguages(rows);
  assignLists(rows, headline);
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
  const tags = keywordValues(rows);
  for (let row = 0; row < rows.lines.length; row++) {
    const kind = rows.lines[row]?.kind;
    if (kind === "email" && isFreeLabel(rows, row - 1) && !isTagAbove(rows, row - 1)) {
      rows.roles[row - 1] = tags.has(rowValue(rows, row - 1).toLowerCase()) ? "keyword" : "publisher";
    } else if (kind === "telephone" && isFreeLabel(rows, row + 1)) {
      const below = rows.lines[row + 2];
      if (below?.kind === "language") {
        rows.roles[row + 1] = "articleSection";
      } else if (below?.kind !== "image" || !below.isMarked) {
        rows.roles[row + 1] = "legalName";
      }
    }
  }
  // Where a contact block stands twice, one copy may have lost the line that anchors it.
  const anchored = contactValues(rows);
  for (let row = 0; row < rows.lines.length; row++) {
    if (isFreeLabel(rows, row)) {
      const role = anchored.get(rowValue(rows, row));
      if (role !== undefined) {
        rows.roles[row] = role;
      }
    }
  }
}

function contactValues(rows: Rows): ReadonlyMap<string, Role> {
  const values = new Map<string, Role>();
  for (let row = 0; row < rows.lines.length; row++) {
    const role = rows.roles[row];
    if (role === "publisher" || role === "legalName") {
      values.set(rowValue(rows, row), role);
    }
  }
  return values;
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
export const SHORTEST_ARTICLE_BODY = 160;

/** More such lines than this are paragraphs of a page that leaves spaces out everywhere. */
const MOST_ARTICLE_BODIES = 2;

/**
 * The article on one line: running text in which sentences follow each other without a space, twice or more, or once
 * behind the picture's address, where pages put their data. Below the date line it has to hold its neighbours, too:
 * a paragraph that lost two spaces is no second article.
 */
function assignArticleBodies(rows: Rows, headline: HeadlineFinding | undefined): void {
  const candidates: number[] = [];
  const first = headline === undefined ? 0 : headline.first;
  const dateline = rows.lines.findIndex(({ kind }) => kind === "dateline");
  for (let row = first; row < rows.lines.length; row++) {
    const line = rows.lines[row] as NewsLine;
    const length = line.content.end - line.content.start;
    if (line.kind !== "text" || rows.roles[row] !== undefined || length < SHORTEST_ARTICLE_BODY) {
      continue;
    }
    const isBehindPicture = rows.roles[row - 1] === "image";
    const isBelowDateline = dateline >= 0 && dateline < row;
    if (sentenceJoints(rows, row) < (isBehindPicture ? 1 : 2)) {
      continue;
    }
    if (isBehindPicture || !isBelowDateline || holdsNeighbours(rows, row)) {
      candidates.push(row);
    }
  }
  const behindPicture = candidates.filter((row) => rows.roles[row - 1] === "image");
  const chosen = candidates.length > MOST_ARTICLE_BODIES ? behindPicture.slice(0, 1) : candidates;
  for (const row of chosen) {
    rows.roles[row] = "articleBody";
  }
}

/** Whether one of the texts next to a line, or more, stands in it. */
function holdsNeighbours(rows: Rows, row: number): boolean {
  const neighbours: Span[] = [];
  for (let other = Math.max(0, row - MOST_NEIGHBOURS); other <= row + MOST_NEIGHBOURS; other++) {
    const line = rows.lines[other];
    if (other !== row && line?.kind === "text") {
      neighbours.push(line.content);
    }
  }
  return countContained(rows.text, neighbours, (rows.lines[row] as NewsLine).content).found > 0;
}

const MOST_NEIGHBOURS = 6;

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
