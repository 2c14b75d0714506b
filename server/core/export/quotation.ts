import { type Article, articleAt, type Block, type Dump } from "../article/model.ts";
import { type LineIndex, lineAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { isBlankSpan, trimSpan } from "../text/white-space.ts";
import { type ArticleRecord, recordOf } from "./article-record.ts";

/** What whoever pastes the quotation fills in: who says it is for a person to tell. */
export const SPEAKER_PLACEHOLDER = "[speaker]";

/**
 * The selected words with where they come from, as plain text:
 *
 * ```
 * “Nobody asked us about the ferry.”
 * [speaker]
 * Petra Lindqvist: “Council Opens Second Ferry Line”, Meridian Wire
 * Published 2023-03-14T09:05+0000, updated 2023-11-02T12:40+0000
 * https://meridianwire.example/…
 * harbour-talks.txt, lines 53-54
 * ```
 *
 * Wrapped lines are joined, paragraphs stand below each other, the words are otherwise as they are; lines of which the dump
 * holds nothing are missing. Times are as stated. The last line counts the lines of the raw file, from 1.
 *
 * @param selection In UTF-16 code units of the dump's text.
 * @param fileName As it is to stand in the quotation, without a path.
 * @returns undefined when the selection holds no words or does not begin in an article.
 */
export function quotation(
  dump: Dump,
  lines: LineIndex,
  selection: Span,
  fileName: string,
): string | undefined {
  const span = trimSpan(dump.text, selection);
  const article = articleAt(dump, span.start);
  if (span.end <= span.start || article === undefined) {
    return undefined;
  }
  const words = wordsOf(dump, article, span);
  const record = recordOf(dump.text, article);
  const parts = [
    inQuotationMarks(words),
    SPEAKER_PLACEHOLDER,
    titleLine(record),
    datesLine(record),
    record.url,
    `${fileName}, ${lineNumbers(lines, span)}`,
  ];
  return `${parts.filter((part) => part !== undefined).join("\n")}\n`;
}

/** The words of the blocks in the selection, one line for each block; the date of another story between them is left out. */
function wordsOf(dump: Dump, article: Article, span: Span): string {
  const pieces: string[] = [];
  for (const block of article.blocks) {
    const part = {
      start: Math.max(span.start, block.content.start),
      end: Math.min(span.end, block.content.end),
    };
    if (part.end <= part.start || isBlankSpan(dump.text, part)) {
      continue;
    }
    const isBetween = block.content.start > span.start && block.content.end < span.end;
    if (block.role === "relatedDate" && isBetween) {
      continue;
    }
    pieces.push(joinedPart(dump.text, block, part));
  }
  // Beyond the article there are no blocks of it: then the words stand as they do in the file.
  return pieces.length === 0 ? dump.text.slice(span.start, span.end) : pieces.join("\n");
}

function joinedPart(text: string, block: Block, part: Span): string {
  const pieces: string[] = [];
  let at = part.start;
  for (const { span, joiner } of block.wraps) {
    if (span.start >= part.start && span.end <= part.end) {
      pieces.push(text.slice(at, span.start), joiner);
      at = span.end;
    }
  }
  pieces.push(text.slice(at, part.end));
  return pieces.join("");
}

/** Words that have quotation marks around them already get no second pair. */
function inQuotationMarks(words: string): string {
  const isQuoted = words.startsWith("“") && words.endsWith("”") && !words.slice(1, -1).includes("“");
  return isQuoted ? words : `“${words}”`;
}

function titleLine({ authors, headline, publisher }: ArticleRecord): string | undefined {
  const title = headline === undefined ? undefined : `“${headline}”`;
  const work = [title, publisher].filter((part) => part !== undefined).join(", ");
  const parts = [authors.join(", "), work].filter((part) => part !== "");
  return parts.length === 0 ? undefined : parts.join(": ");
}

/** What the metadata states; without any, the date line of the page. */
function datesLine({ datePublished, dateModified, dateline }: ArticleRecord): string | undefined {
  if (datePublished !== undefined && dateModified !== undefined) {
    return `Published ${datePublished}, updated ${dateModified}`;
  }
  if (datePublished !== undefined) {
    return `Published ${datePublished}`;
  }
  return dateModified === undefined ? dateline : `Updated ${dateModified}`;
}

function lineNumbers(lines: LineIndex, span: Span): string {
  const first = lineAt(lines, span.start) + 1;
  const last = lineAt(lines, span.end - 1) + 1;
  return first === last ? `line ${first}` : `lines ${first}-${last}`;
}
