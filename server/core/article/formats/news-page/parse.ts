import { filledCount, type LineIndex } from "../../../text/lines.ts";
import type { Span } from "../../../text/span.ts";
import { inOneStep, type Steps } from "../../../text/steps.ts";
import { trimSpan } from "../../../text/white-space.ts";
import { linkRepeats } from "../../blocks.ts";
import type { CalendarDay } from "../../calendar-days.ts";
import { dayOfUrl, readDate, readDateline } from "../../dates.ts";
import { RECOGNITION_HEAD_LENGTH, type ReadArticle, type Split, type SplitBefore } from "../../format.ts";
import { isImageAddress, startsWithWebAddress } from "../../line-kinds.ts";
import type { Block, Role } from "../../model.ts";
import { assignAnchoredRoles, SHORTEST_ARTICLE_BODY } from "./anchored-roles.ts";
import { splitArticles } from "./article-starts.ts";
import { type BodyContext, readBody } from "./body.ts";
import { blockOf, type Draft, draftOf, zoneOfRole } from "./drafts.ts";
import type { NewsPageHints } from "./edit-memory.ts";
import { findHeadline, type HeadlineFinding } from "./headline.ts";
import { type BodyRegion, findBody } from "./layout.ts";
import { moveLines, type NewsLine, readNewsLines } from "./news-lines.ts";
import { countContained } from "./paragraphs.ts";
import { recogniseNewsLines } from "./recognise.ts";
import { assignRemainingRoles } from "./remaining-roles.ts";
import { createLineFacts, createRows, hasValue, type Rows, rowValue } from "./rows.ts";

/** Parts a text into its articles, which tile it. Total on any string, linear in its length; after an edit in what it touches. */
export function* splitNewsPages(index: LineIndex, before?: SplitBefore): Steps<Split> {
  if (index.text.length === 0) {
    return { starts: new Int32Array(0), read: () => inOneStep(() => undefined) };
  }
  // What was empty has no state.
  const { starts, state, read } = yield* splitArticles(
    index,
    before?.state === undefined ? undefined : before,
  );
  const firstRead = read[0]?.number ?? 0;
  return {
    starts,
    state,
    read: (article, own) => {
      const first = (starts[article] as number) - firstRead;
      const count = filledCount(own);
      const isRead = first >= 0 && first + count <= read.length;
      const lines = isRead ? moveLines(read.slice(first, first + count)) : readNewsLines(own);
      return parseArticle(own.text, lines);
    },
  };
}

/** Lines that nothing at all speaks for are no article. */
function* parseArticle(text: string, lines: readonly NewsLine[]): Steps<ReadArticle | undefined> {
  const span = { start: 0, end: text.length };
  const facts = createLineFacts();
  const { confidence, evidence } = recogniseNewsLines(text, headOf(lines, span), facts);
  if (confidence === 0) {
    return undefined;
  }
  const rows = createRows(text, lines, facts);
  const headline = findHeadline(rows);
  yield;
  assignAnchoredRoles(rows, headline);
  yield;
  const body = findBodyBehindArticleBody(rows, headline);
  yield;
  const days = relatedDays(rows);
  assignRemainingRoles(rows, {
    headline,
    body,
    isRelatedDay: (day) => days.has(dayKey(day)),
  });
  yield;
  const drafts = yield* draftArticle(rows, lines, { headline, body });
  yield;
  const blocks = linkDrafts(text, drafts);
  const hints: NewsPageHints = { sideBySide: facts.sideBySide };
  return { article: { format: "news-page", confidence, evidence, span, blocks }, hints };
}

/** As the recogniser, an article's evidence is looked for in a bounded head only. */
function headOf(lines: readonly NewsLine[], span: Span): readonly NewsLine[] {
  const limit = span.start + RECOGNITION_HEAD_LENGTH;
  return span.end <= limit ? lines : lines.filter((line) => line.span.start < limit);
}

/** An article of which this much stands in one line is told by that line. */
const MOST_ASKED = 12;

/**
 * The body, once a line at its top or bottom that holds most of the other lines is known for the article on one line:
 * one whose sentences keep their spaces cannot be told by its form.
 */
function findBodyBehindArticleBody(rows: Rows, headline: HeadlineFinding | undefined): BodyRegion {
  const body = findBody(rows, headline);
  for (const row of [body.start, body.end - 1]) {
    if (isWholeOfOthers(rows, { headline, body }, row)) {
      rows.roles[row] = "articleBody";
      return findBody(rows, headline);
    }
  }
  return body;
}

function isWholeOfOthers(
  rows: Rows,
  { headline, body }: { readonly headline: HeadlineFinding | undefined; readonly body: BodyRegion },
  row: number,
): boolean {
  const whole = rows.lines[row];
  if (whole?.kind !== "text" || rows.roles[row] !== undefined) {
    return false;
  }
  const step = row === body.start ? 1 : -1;
  const others: Span[] = [];
  for (
    let other = row + step;
    other >= body.start && other < body.end && others.length < MOST_ASKED;
    other += step
  ) {
    const line = rows.lines[other] as NewsLine;
    const isHeadline = headline !== undefined && hasValue(rows, other, headline.value);
    if (line.kind === "text" && rows.roles[other] === undefined && !isHeadline) {
      others.push(line.content);
    }
  }
  const length = whole.content.end - whole.content.start;
  if (length < SHORTEST_ARTICLE_BODY || others.some((other) => other.end - other.start > length)) {
    return false;
  }
  const { found, asked } = countContained(rows.text, others, whole.content);
  return found > 0 && found * 2 >= asked;
}

/** The days that related links carry in their addresses, by their numbers. */
function relatedDays(rows: Rows): ReadonlySet<number> {
  const days = new Set<number>();
  for (let row = 0; row < rows.lines.length; row++) {
    if (rows.roles[row] === "relatedLink") {
      const line = rows.lines[row] as NewsLine;
      days.add(dayKey(dayOfUrl(rows.text, { start: line.content.start, end: line.partEnd })));
    }
  }
  return days;
}

/** Drafts for every line of the article, blank ones among them, in text order. */
function* draftArticle(
  rows: Rows,
  lines: readonly NewsLine[],
  parts: { readonly headline: HeadlineFinding | undefined; readonly body: BodyRegion },
): Steps<readonly Draft[]> {
  const bodyDrafts = yield* readBody(rows, parts.body, bodyContext(rows, parts));
  const values = rolesByValue(rows);
  const hasParagraph = bodyDrafts.some(({ role }) => role === "paragraph");
  const drafts: Draft[] = [];
  let row = 0;
  let next = 0;
  let at = -1;
  for (const line of lines) {
    if (line.span.start < at) {
      // A line of a paragraph that is drafted already.
      row += line.kind === "blank" ? 0 : 1;
      continue;
    }
    if (line.kind === "blank") {
      drafts.push(draftOf(rows.text, "blank", "none", { span: line.span, row: -1 }));
      continue;
    }
    const hasBodyDraft = row >= parts.body.start && row < parts.body.end && bodyDrafts[next] !== undefined;
    if (hasBodyDraft && rows.roles[row] === undefined) {
      for (let draft = bodyDrafts[next]; draft?.row === row; draft = bodyDrafts[++next]) {
        drafts.push(draft);
        at = draft.span.end;
      }
    } else {
      if (bodyDrafts[next]?.row === row) {
        next++;
      }
      addHeadDrafts(drafts, rows, row, { values, hasParagraph });
    }
    row++;
  }
  return drafts;
}

function bodyContext(
  rows: Rows,
  parts: { readonly headline: HeadlineFinding | undefined; readonly body: BodyRegion },
): BodyContext {
  const articleBodies: Span[] = [];
  let description: Span | undefined;
  let hasDatelineAbove = false;
  let times = 0;
  for (let row = 0; row < rows.lines.length; row++) {
    const role = rows.roles[row];
    const { content } = rows.lines[row] as NewsLine;
    if (role === "articleBody") {
      articleBodies.push(content);
    } else if (role === "description") {
      description ??= content;
    } else if (role === "dateline" && row < parts.body.start) {
      hasDatelineAbove = true;
    } else if (role === "datePublished") {
      times++;
    }
  }
  const { headline } = parts;
  const isTidy =
    headline !== undefined && headline.first === headline.pairEnd && times === 1 && description !== undefined;
  return { headline, articleBodies, description, hasDatelineAbove, isTidy };
}

/** What a value is under elsewhere in the head: what is stuck to an address is told by it. */
function rolesByValue(rows: Rows): ReadonlyMap<string, Role> {
  const values = new Map<string, Role>();
  for (let row = 0; row < rows.lines.length; row++) {
    const role = rows.roles[row];
    const isValue =
      role !== undefined && role !== "unknown" && role !== "boilerplate" && role !== "articleBody";
    if (isValue && rows.lines[row]?.kind === "text" && !values.has(rowValue(rows, row))) {
      values.set(rowValue(rows, row), role);
    }
  }
  return values;
}

/** One draft for a row outside the body, or two where something is stuck to an address or stands behind a date line. */
function addHeadDrafts(
  drafts: Draft[],
  rows: Rows,
  row: number,
  context: { readonly values: ReadonlyMap<string, Role>; readonly hasParagraph: boolean },
): void {
  const { text } = rows;
  const line = rows.lines[row] as NewsLine;
  const role = rows.roles[row] ?? "unknown";
  const tail = trimSpan(text, { start: line.partEnd, end: line.content.end });
  const isSplit =
    tail.end > tail.start && (line.kind === "page" || line.kind === "image" || line.kind === "dateline");
  if (!isSplit) {
    const zone = role === "articleBody" && !context.hasParagraph ? "body" : zoneOfRole(role);
    drafts.push(draftOf(text, role, zone, { span: line.span, row }));
    return;
  }
  // What is stuck to a picture's address above an e-mail address lost its own line in a contact block.
  const isAboveEmail = rows.lines[row + 1]?.kind === "email";
  const known = line.kind === "dateline" ? "standfirst" : roleOfTail(text, tail, context.values);
  const behind = known === "unknown" && isAboveEmail ? "publisher" : known;
  drafts.push({
    role,
    zone: zoneOfRole(role),
    span: { start: line.span.start, end: tail.start },
    content: { start: line.content.start, end: line.partEnd },
    wraps: [],
    row,
  });
  const zone = behind === "standfirst" ? "metadata" : zoneOfRole(behind);
  drafts.push({
    role: behind,
    zone,
    span: { start: tail.start, end: line.span.end },
    content: tail,
    wraps: [],
    row,
  });
}

function roleOfTail(text: string, tail: Span, values: ReadonlyMap<string, Role>): Role {
  if (startsWithWebAddress(text, tail.start)) {
    return isImageAddress(text, tail) ? "image" : "relatedLink";
  }
  return values.get(text.slice(tail.start, tail.end)) ?? "unknown";
}

/** Ties repeats to their first copies, and each related date to the one related link that carries its day. */
function linkDrafts(text: string, drafts: readonly Draft[]): readonly Block[] {
  const blocks = linkRepeats(text, drafts.map(blockOf));
  const links = blocks.filter(({ role, repeats }) => role === "relatedLink" && repeats === undefined);
  if (links.length === 0 || !blocks.some(({ role }) => role === "relatedDate")) {
    return blocks;
  }
  const byDay = new Map<number, Block[]>();
  for (const link of links) {
    const day = dayKey(dayOfUrl(text, link.content));
    const group = byDay.get(day);
    if (group === undefined) {
      byDay.set(day, [link]);
    } else {
      group.push(link);
    }
  }
  return blocks.map((block, index) => {
    if (block.role !== "relatedDate") {
      return block;
    }
    const day = dayKey(dayOfDate(text, block));
    const candidates = byDay.get(day) ?? [];
    const relatesTo = candidates.length === 1 ? candidates[0] : linkAbove(text, blocks[index - 1], day);
    return relatesTo === undefined || day === 0 ? block : { ...block, relatesTo };
  });
}

/** Where several links carry a day, the one right above the date is meant, as a clean-up leaves them. */
function linkAbove(text: string, above: Block | undefined, day: number): Block | undefined {
  const isLink = above?.role === "relatedLink" && above.repeats === undefined;
  return isLink && dayKey(dayOfUrl(text, above.content)) === day ? above : undefined;
}

function dayOfDate(text: string, block: Block): CalendarDay | undefined {
  return (readDate(text, block.content) ?? readDateline(text, block.content)?.published)?.day;
}

/** A number per day; 0 for no day. */
function dayKey(day: CalendarDay | undefined): number {
  return day === undefined ? 0 : (day.year * 13 + day.month) * 32 + day.day;
}
