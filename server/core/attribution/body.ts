import { continuesParagraph } from "../article/continuation.ts";
import type { Article, Block, Dump } from "../article/model.ts";
import type { Span } from "../text/span.ts";
import { isBlankSpan, trimSpan } from "../text/white-space.ts";

/** The text of one article, or of a file that is none. */
export interface Body {
  readonly paragraphs: readonly Span[];
  /** Who published it, as the metadata say. */
  readonly publisher: string | undefined;
}

/**
 * Where statements are looked for: the headline, announce text, captions, headings and paragraphs as the page showed
 * them; the run-together line only where the dump holds nothing else. A text that is no dump is all body: its lines are
 * the paragraphs, joined where one plainly goes on in the next.
 */
export function bodiesOf(dump: Dump): Body[] {
  if (dump.articles.length === 0) {
    return [{ paragraphs: linesAsParagraphs(dump.text, dump.blocks), publisher: undefined }];
  }
  return dump.articles.map((article) => bodyOf(dump.text, article));
}

export function bodyOf(text: string, article: Article): Body {
  return { paragraphs: paragraphsOf(article), publisher: publisherOf(text, article) };
}

function paragraphsOf(article: Article): Span[] {
  const shown = article.blocks.filter(
    ({ zone, role }) => zone === "body" && role !== "dateline" && role !== "blank",
  );
  const hasParagraphs = shown.some(({ role }) => role === "paragraph" || role === "standfirst");
  const blocks = hasParagraphs ? shown : article.blocks.filter(({ role }) => role === "articleBody");
  return blocks.map(({ content }) => content).filter(({ start, end }) => end > start);
}

function publisherOf(text: string, article: Article): string | undefined {
  const block = article.blocks.find(({ role }) => role === "publisher");
  if (block !== undefined) {
    return block.value ?? text.slice(block.content.start, block.content.end);
  }
  const url = article.blocks.find(({ role }) => role === "url");
  return url === undefined ? undefined : hostOf(url.value ?? text.slice(url.content.start, url.content.end));
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : undefined;
}

function linesAsParagraphs(text: string, blocks: readonly Block[]): Span[] {
  const paragraphs: { start: number; end: number }[] = [];
  let isAfterBlank = true;
  for (const { span } of blocks) {
    for (const line of linesOf(text, span)) {
      if (isBlankSpan(text, line)) {
        isAfterBlank = true;
        continue;
      }
      const trimmed = trimSpan(text, line);
      const last = paragraphs.at(-1);
      if (last !== undefined && !isAfterBlank && continuesParagraph(text, last, trimmed)) {
        last.end = trimmed.end;
      } else {
        paragraphs.push({ ...trimmed });
      }
      isAfterBlank = false;
    }
  }
  return paragraphs;
}

function* linesOf(text: string, span: Span): Generator<Span> {
  let start = span.start;
  for (let at = span.start; at < span.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) {
      yield { start, end: at };
      start = at + 1;
    }
  }
  if (start < span.end) {
    yield { start, end: span.end };
  }
}
