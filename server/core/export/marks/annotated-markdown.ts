import { extentOf } from "../../annotations/annotation.ts";
import type { Article, Block, Dump } from "../../article/model.ts";
import { indexLines, lineContentSpan, lineCount } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { isBlankSpan } from "../../text/white-space.ts";
import { recordOf } from "../article-record.ts";
import { escapeMarkdown } from "../escape-markdown.ts";
import { frontMatter } from "../markdown-article.ts";
import type { AnnotatedDump } from "./annotated-dump.ts";
import { type AnnotationRow, annotationRows } from "./annotation-row.ts";

/**
 * The articles of a dump as Markdown with front matter, each annotation a footnote at the end of its words. Annotations that
 * stand in no part that is shown (in metadata, outside the articles, orphans) are listed at the end, with a footnote each.
 * Nothing in the dump's words works as markup; notes are Markdown as their authors wrote it, on one line.
 */
export function annotatedMarkdown(annotated: AnnotatedDump): string {
  const { dump, collection } = annotated;
  const rows = annotationRows(annotated);
  const ends = collection.annotations
    .flatMap((annotation, index): MarkEnd[] => {
      const end = extentOf(annotation)?.end;
      return end === undefined ? [] : [{ end, index }];
    })
    .sort((first, second) => first.end - second.end || first.index - second.index);
  const shown = new Set<number>();
  const bodies =
    dump.articles.length > 0 ? dump.articles.map((article) => bodyOf(dump, article)) : [plainBody(dump)];
  const sections = bodies.map(({ head, blocks }) => [
    ...head,
    ...blocks.map((part) => markedPart(dump.text, part, ends, shown)),
  ]);
  const others = rows.flatMap((row, index) =>
    shown.has(index) ? [] : [`- ${quoted(row.quote)}[^${index + 1}]`],
  );
  const parts = [
    ...sections.flat(),
    ...(others.length === 0 ? [] : ["## Other annotations", others.join("\n")]),
    ...rows.map((row, index) => `[^${index + 1}]: ${footnote(row)}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Where an annotation ends, and its place in the collection. */
interface MarkEnd {
  readonly end: number;
  readonly index: number;
}

interface Body {
  readonly head: readonly string[];
  readonly blocks: readonly BodyBlock[];
}

/** A piece of the dump's text that becomes a paragraph or a heading. */
interface BodyBlock {
  readonly span: Span;
  readonly wraps: Block["wraps"];
  readonly isHeading: boolean;
}

function bodyOf(dump: Dump, article: Article): Body {
  const record = recordOf(dump.text, article);
  const rendered = article.blocks.filter(
    ({ zone, role }) =>
      zone === "body" && (role === "standfirst" || role === "heading" || role === "paragraph"),
  );
  const runTogether = article.blocks.filter(({ role }) => role === "articleBody").slice(0, 1);
  return {
    head: [
      frontMatter(record),
      ...(record.headline === undefined ? [] : [`# ${escapeMarkdown(onOneLine(record.headline))}`]),
    ],
    blocks: (rendered.length > 0 ? rendered : runTogether).map(({ content, wraps, role }) => ({
      span: content,
      wraps,
      isHeading: role === "heading",
    })),
  };
}

/** A text that is no dump: each line with words a paragraph. */
function plainBody({ text }: Dump): Body {
  const lines = indexLines(text);
  const blocks: BodyBlock[] = [];
  for (let line = 0; line < lineCount(lines); line++) {
    const span = lineContentSpan(lines, line);
    if (!isBlankSpan(text, span)) {
      blocks.push({ span, wraps: [], isHeading: false });
    }
  }
  return { head: [], blocks };
}

/** The words with a reference behind each annotation that ends in them. */
function markedPart(
  text: string,
  { span, wraps, isHeading }: BodyBlock,
  marks: readonly MarkEnd[],
  shown: Set<number>,
): string {
  const ends = marks.slice(firstBehind(marks, span.start), firstBehind(marks, span.end));
  const sign = unusedCharacter(text.slice(span.start, span.end));
  const pieces: string[] = [];
  let at = span.start;
  const take = (end: number) => {
    for (const wrap of wraps) {
      if (wrap.span.start >= at && wrap.span.end <= end) {
        pieces.push(text.slice(at, wrap.span.start), wrap.joiner);
        at = wrap.span.end;
      }
    }
    pieces.push(text.slice(at, end));
    at = Math.max(at, end);
  };
  for (const { end, index } of ends) {
    take(end);
    pieces.push(`${sign}${index + 1}${sign}`);
    shown.add(index);
  }
  take(span.end);
  const whole = pieces.join("");
  const escaped = escapeMarkdown(isHeading ? onOneLine(whole) : whole);
  // Signs stand in pairs around the number of a reference.
  const marked = escaped
    .split(sign)
    .map((part, index) => (index % 2 === 1 ? `[^${part}]` : part))
    .join("");
  return isHeading ? `## ${marked}` : marked;
}

/** The first of the sorted ends that lies behind an offset. */
function firstBehind(marks: readonly MarkEnd[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marks[middle] as MarkEnd).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const PRIVATE_USE_START = 0xe000;

/** A character that stands for nothing in the text: references are put in before it is escaped, and turned into markup behind. */
function unusedCharacter(text: string): string {
  let code = PRIVATE_USE_START;
  while (text.includes(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}

function footnote(row: AnnotationRow): string {
  const { labels, quote, source, name, kind, cue, chain, notes, verdict, comparison, orphan, rawLines } = row;
  const who = [name ?? source, kind === undefined ? undefined : `(${kind})`].filter(
    (part) => part !== undefined,
  );
  const lines =
    rawLines === undefined
      ? undefined
      : rawLines[0] === rawLines[1]
        ? `line ${rawLines[0]}`
        : `lines ${rawLines.join("-")}`;
  const said: readonly (string | undefined)[] = [
    labels.length === 0 ? undefined : `**${labels.map(escaped).join(", ")}**`,
    quoted(quote),
    who.length === 0 ? undefined : `source: ${escaped(who.join(" "))}`,
    cue === undefined ? undefined : `cue: ${quoted(cue)}`,
    chain.length === 0 ? undefined : `chain: ${chain.map(escaped).join(" ← ")}`,
    verdict === undefined ? undefined : `verdict: ${escaped(verdict)}`,
    comparison === undefined ? undefined : `compare: ${escaped(comparison)}`,
    ...notes.map(onOneLine),
    orphan === undefined ? undefined : `not found: ${escaped(orphan)}`,
    row.annotator === undefined
      ? undefined
      : escaped([row.annotator, row.created].filter(Boolean).join(", ")),
    lines,
  ];
  return said.filter((part) => part !== undefined && part !== "").join(" · ");
}

function quoted(words: string): string {
  return `“${escaped(words)}”`;
}

function escaped(text: string): string {
  return escapeMarkdown(onOneLine(text));
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
