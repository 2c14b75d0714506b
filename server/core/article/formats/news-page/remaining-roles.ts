import { letterCase } from "../../../text/script.ts";
import { sliceSpan } from "../../../text/span.ts";
import type { CalendarDay } from "../../calendar-days.ts";
import { sameDay } from "../../dates.ts";
import { visualWidth } from "../../line-kinds.ts";
import type { Role } from "../../model.ts";
import type { HeadlineFinding } from "./headline.ts";
import type { BodyRegion } from "./layout.ts";
import { isLabel, isProse, type NewsLine, WIDEST_LABEL } from "./news-lines.ts";
import { hasValue, isFreeLabel, isFreeText, type Rows, rowValue, sentenceJoints, wordCount } from "./rows.ts";
import { isPersonName } from "./tag-roles.ts";

/** What the passes over the rest of the head need to know of the article. */
export interface HeadContext {
  readonly headline: HeadlineFinding | undefined;
  readonly body: BodyRegion;
  /** Whether a related link carries the day in its address. */
  isRelatedDay(day: CalendarDay): boolean;
}

/** Gives a role to every row outside the body. What nothing tells is `unknown`. */
export function assignRemainingRoles(rows: Rows, context: HeadContext): void {
  const head = headRows(rows, context.body);
  assignCopies(rows, head, context.headline);
  assignPreamble(rows, context);
  assignDates(rows, head, context);
  assignOpening(rows, context);
  assignSecondTexts(rows, head, context);
  assignByValue(rows, head);
  for (const row of head) {
    rows.roles[row] ??= roleOfLeftover(rows, row);
  }
}

function headRows(rows: Rows, body: BodyRegion): readonly number[] {
  const head: number[] = [];
  for (let row = 0; row < rows.lines.length; row++) {
    if (row < body.start || row >= body.end) {
      head.push(row);
    }
  }
  return head;
}

function assignCopies(rows: Rows, head: readonly number[], headline: HeadlineFinding | undefined): void {
  if (headline === undefined) {
    return;
  }
  for (const row of head) {
    if (rows.roles[row] === undefined && hasValue(rows, row, headline.value)) {
      rows.roles[row] = "headline";
    }
  }
}

/** Text above both the address and the headline is the page's furniture: a live ticker, a teaser, a counter. */
function assignPreamble(rows: Rows, { headline, body }: HeadContext): void {
  if (headline === undefined) {
    return;
  }
  const { address, first } = headline;
  const end = Math.min(address < 0 ? first : Math.min(address, first), body.start);
  const publisher = publisherNames(rows);
  for (let row = 0; row < end; row++) {
    const line = rows.lines[row] as NewsLine;
    const isFurniture = line.kind === "text" || line.kind === "captionTail" || line.kind === "credit";
    if (rows.roles[row] === undefined && isFurniture) {
      rows.roles[row] = publisher.has(rowValue(rows, row)) ? "publisher" : "boilerplate";
    }
  }
}

/** Publishers found so far: in contact blocks, and in the tails that pages put behind the texts of pictures. */
function publisherNames(rows: Rows): ReadonlySet<string> {
  const names = new Set<string>();
  for (let row = 0; row < rows.lines.length; row++) {
    const line = rows.lines[row] as NewsLine;
    if (rows.roles[row] === "publisher") {
      names.add(rowValue(rows, row));
    } else if (line.kind === "captionTail") {
      const tail = sliceSpan(rows.text, { start: line.partEnd, end: line.content.end });
      const name = tail.split(",")[0] ?? "";
      names.add(name.replace(/^[\s\-–—]+/u, "").trim());
    }
  }
  return names;
}

/**
 * Dates outside the body. One right behind a related link, or of its day, is that story's date; else the first is the
 * publication where no time states it, and one of the same day says it again.
 */
function assignDates(rows: Rows, head: readonly number[], context: HeadContext): void {
  let published = rows.lines.find((_, row) => rows.roles[row] === "datePublished")?.date?.day;
  for (const row of head) {
    const line = rows.lines[row] as NewsLine;
    if (line.kind === "dateline") {
      rows.roles[row] = "dateline";
    } else if (line.kind === "date" && line.date !== undefined) {
      const { day } = line.date;
      const above = rows.roles[row - 1];
      const isRelated = above === "relatedLink" || above === "relatedDate" || context.isRelatedDay(day);
      if (isRelated) {
        rows.roles[row] = "relatedDate";
      } else if (published === undefined || sameDay(published, day)) {
        published = day;
        rows.roles[row] = "datePublished";
      } else {
        rows.roles[row] = "unknown";
      }
    }
  }
}

/** Between the headline and the first metadata of another kind: the publisher in one short line, and the description. */
function assignOpening(rows: Rows, { headline, body }: HeadContext): void {
  const start = headline === undefined ? 0 : headline.pairEnd + 1;
  const opening: number[] = [];
  let row = start;
  while (row < Math.min(rows.lines.length, body.start) && (isFreeText(rows, row) || isAside(rows, row))) {
    if (isFreeText(rows, row)) {
      opening.push(row);
    }
    row++;
  }
  const description = opening.findLast((candidate) => isDescription(rows, candidate, opening));
  if (description !== undefined) {
    rows.roles[description] = "description";
  }
  const labels = opening.filter((label) => label !== description && isFreeLabel(rows, label));
  const [only] = labels;
  const isAnchored = description !== undefined || rows.roles[row] === "datePublished";
  if (
    only !== undefined &&
    labels.length === 1 &&
    isAnchored &&
    (description === undefined || only < description)
  ) {
    rows.roles[only] = "publisher";
  }
}

/** What may stand between the headline and the description without ending the head's opening. */
function isAside(rows: Rows, row: number): boolean {
  const role = rows.roles[row];
  const isKnown = role === "url" || role === "publisher" || role === "headline" || role === "dateline";
  return isKnown || rows.lines[row]?.kind === "residue";
}

function isDescription(rows: Rows, row: number, opening: readonly number[]): boolean {
  const line = rows.lines[row] as NewsLine;
  if (isProse(rows.text, line) || visualWidth(rows.text, line.content, WIDEST_LABEL + 1) > WIDEST_LABEL) {
    return true;
  }
  return opening.length === 2 && row === opening[1] && wordCount(rowValue(rows, row)) >= 5;
}

/** Running text left in the head: behind the picture, or run together, it is the article on one line, else the description. */
function assignSecondTexts(rows: Rows, head: readonly number[], { headline }: HeadContext): void {
  const first = headline === undefined ? 0 : headline.first;
  const picture = rows.roles.indexOf("image");
  let hasDescription = rows.roles.includes("description");
  let hasArticleBody = rows.roles.includes("articleBody");
  for (const row of head) {
    const line = rows.lines[row] as NewsLine;
    if (row < first || !isFreeText(rows, row) || !isProse(rows.text, line)) {
      continue;
    }
    const isBehindPicture = picture >= 0 && picture < row;
    if (!hasArticleBody && (isBehindPicture || sentenceJoints(rows, row) > 0)) {
      rows.roles[row] = "articleBody";
      hasArticleBody = true;
    } else if (!hasDescription) {
      rows.roles[row] = "description";
      hasDescription = true;
    }
  }
}

const ROLES_BY_VALUE: ReadonlySet<Role> = new Set<Role>([
  "keyword",
  "publisher",
  "author",
  "legalName",
  "articleSection",
  "description",
  "keywords",
]);

/** A line that says what another one said has its role. */
function assignByValue(rows: Rows, head: readonly number[]): void {
  const roles = new Map<string, Role>();
  for (const row of head) {
    const role = rows.roles[row];
    const value = role !== undefined && ROLES_BY_VALUE.has(role) ? rowValue(rows, row) : "";
    if (role !== undefined && value !== "" && !roles.has(value)) {
      roles.set(value, role);
    }
  }
  for (const name of publisherNames(rows)) {
    if (name !== "" && !roles.has(name)) {
      roles.set(name, "publisher");
    }
  }
  for (const row of head) {
    if (isFreeText(rows, row)) {
      const role = roles.get(rowValue(rows, row));
      if (role !== undefined) {
        rows.roles[row] = role;
      }
    }
  }
}

function roleOfLeftover(rows: Rows, row: number): Role {
  const line = rows.lines[row] as NewsLine;
  if (line.kind === "captionTail" || line.kind === "credit") {
    return "caption";
  }
  if (line.kind !== "text" || !isLabel(rows.text, line)) {
    return "unknown";
  }
  const value = rowValue(rows, row);
  const above = rows.roles[row - 1];
  const below = rows.roles[row + 1];
  // Behind the year stands who wrote it, or the one word of the section.
  if (above === "copyrightYear") {
    if (isPersonName(value)) {
      return "author";
    }
    return wordCount(value) === 1 && letterCase(rows.text, line.content.start) === "upper"
      ? "articleSection"
      : "unknown";
  }
  const isBehindArticle =
    above === "articleBody" || above === "relatedLink" || above === "keyword" || above === "relatedDate";
  const isBeforeList = below === "keywords" || isFreeLabel(rows, row + 1);
  if (isBehindArticle || isBeforeList) {
    if (letterCase(rows.text, line.content.start) !== "upper" && wordCount(value) <= 5) {
      return "keyword";
    }
    if (below === "keywords" && isPersonName(value)) {
      return "author";
    }
  }
  return "unknown";
}
