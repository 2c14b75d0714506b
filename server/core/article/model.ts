import type { LineIndex } from "../text/lines.ts";
import { type Span, sliceSpan } from "../text/span.ts";

/**
 * What a block is. The first group are schema.org NewsArticle terms, the second the parts of a page that
 * schema.org has no word for (docs/formats.md explains each).
 */
export type Role =
  | "url"
  | "headline"
  | "publisher"
  | "description"
  | "datePublished"
  | "dateModified"
  | "keywords"
  | "image"
  | "articleBody"
  | "relatedLink"
  | "author"
  | "articleSection"
  | "inLanguage"
  | "copyrightYear"
  | "dateline"
  | "email"
  | "telephone"
  | "legalName"
  | "keyword"
  | "authorImage"
  | "standfirst"
  | "caption"
  | "paragraph"
  | "heading"
  | "relatedDate"
  | "boilerplate"
  | "blank"
  | "unknown";

export type Zone = "source" | "metadata" | "body" | "related" | "none";

/** The dump formats, by the file of `article/formats/` that reads them. */
export type FormatId = "news-page" | "url-date-title" | "yaml-front-matter";

/** One observation that speaks for a format. */
export interface Evidence {
  /** What was seen, as a user may read it: "Two identical headlines one after the other". Holds no text of the dump. */
  readonly summary: string;
  /** How much it says by itself, 0..1. Independent observations are combined by noisy-or. */
  readonly weight: number;
  readonly span: Span;
}

/**
 * A run of characters with one role. The blocks of a dump tile it: each character belongs to exactly one block.
 * A line that glues two things together gives two blocks; a wrapped paragraph is one block over several lines.
 */
export interface Block {
  readonly role: Role;
  readonly zone: Zone;
  /** All its characters, with the final line break. */
  readonly span: Span;
  /** What a reader sees of it: without the white space around it and without markup such as a front-matter key. */
  readonly content: Span;
  /** The value where it differs from the text of `content`: an unescaped front-matter value. */
  readonly value?: string;
  /** The first block of the article that holds the same value under the same role, when this is a repeat of it. */
  readonly repeats?: Block;
  /** The related link that a related date belongs to. */
  readonly relatesTo?: Block;
  /** The line breaks inside a wrapped paragraph, with the white space around them, in order; empty elsewhere. */
  readonly wraps: readonly Wrap[];
}

export interface Wrap {
  readonly span: Span;
  /** What joins the two lines: a space, or nothing in scripts that write without spaces. */
  readonly joiner: " " | "";
  /** Whether the run-together line of the same article proves how the two lines join. */
  readonly proved: boolean;
}

export interface Article {
  readonly format: FormatId;
  /** How sure the recogniser is of the format, 0..1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly span: Span;
  /** In text order, tiling `span`, blank blocks among them. */
  readonly blocks: readonly Block[];
}

/**
 * A stretch of a dump that is read and checked by itself: one article, or the lines between two. It is immutable, and shared by all
 * versions of a document in which nothing about it changed but where it stands: the same object says that its text, its blocks and their
 * order are the same to the letter. So whatever is worked out about a unit alone may be kept by the object.
 *
 * All offsets count from the start of the unit's own text. A unit starts at the start of a line.
 */
export interface Unit {
  /** Its own text, no slice of the document's: what is kept of it does not keep an old version of the document in memory. */
  readonly text: string;
  /** Of `text`: line 0 is the unit's first. */
  readonly lines: LineIndex;
  /** The article, its span being all of `text`; undefined for what lies between articles. */
  readonly article: Article | undefined;
  /** In text order, tiling `text`: those of the article, or those between articles. */
  readonly blocks: readonly Block[];
  /**
   * For each of `blocks` an object that stands for the block's own text, role, zone, content, wraps and value, wherever it stands: units
   * of two versions that share the object hold the same block, be it at another offset.
   */
  readonly keys: readonly object[];
  /** What the article's format keeps to know what an edit changes. */
  readonly hints?: object | undefined;
}

/** Where a unit stands in one version of a document. */
export interface PlacedUnit {
  readonly unit: Unit;
  /** The offset of its first character. */
  readonly start: number;
  /** The zero-based number of its first line. */
  readonly line: number;
}

/** A file, read. */
export interface Dump {
  readonly text: string;
  /** What it was read as, piece by piece: tiles the text. Everything below is made from them when it is asked for. */
  readonly units: readonly PlacedUnit[];
  /** In text order. Empty when no format is recognised: then all blocks are `unknown` in zone `none`. */
  readonly articles: readonly Article[];
  /** All blocks, those of the articles and those between them: `blocks.map(b => sliceSpan(text, b.span)).join("") === text`. */
  readonly blocks: readonly Block[];
}

/** The article that holds an offset; right behind the last character of the text it is the last article. */
export function articleAt(dump: Dump, offset: number): Article | undefined {
  return dump.articles.find(
    ({ span }) =>
      span.start <= offset && (offset < span.end || (offset === span.end && offset === dump.text.length)),
  );
}

/** The block that holds an offset, by binary search; right behind the last character it is the last block. */
export function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((blocks[middle] as Block).span.start <= offset) low = middle;
    else high = middle - 1;
  }
  const found = blocks[low];
  return found !== undefined && found.span.start <= offset && offset <= found.span.end ? found : undefined;
}

/** A block's value as one line of text: wraps joined, front-matter escapes undone. */
export function blockValue(text: string, block: Pick<Block, "content" | "wraps" | "value">): string {
  if (block.value !== undefined) return block.value;
  if (block.wraps.length === 0) return sliceSpan(text, block.content);
  const parts: string[] = [];
  let at = block.content.start;
  for (const wrap of block.wraps) {
    parts.push(text.slice(at, wrap.span.start), wrap.joiner);
    at = wrap.span.end;
  }
  parts.push(text.slice(at, block.content.end));
  return parts.join("");
}

/** Every block of a role that is not itself a repeat, in text order. */
export function blocksOfRole(article: Article, role: Role): readonly Block[] {
  return article.blocks.filter((block) => block.role === role && block.repeats === undefined);
}
