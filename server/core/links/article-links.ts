import { type Article, blockAt } from "../article/model.ts";
import type { Span } from "../text/span.ts";
import type { LinkEvidence } from "./evidence.ts";
import type { Link, LinkTrouble } from "./link.ts";
import { scanLinks } from "./scan.ts";

/** The links of one article, which may be one with offsets of its own text or of the whole. */
export function readArticleLinks(text: string, article: Article, evidence: LinkEvidence): readonly Link[] {
  const markup = article.format === "yaml-front-matter" ? "markdown" : "none";
  return regionsOf(text, article).flatMap((region) =>
    scanLinks(text, region, { evidence, markup }).map((link) => withReading(link, article, text)),
  );
}

/**
 * The runs of blocks that are scanned in one piece, so that a link may go on in the next line. The values of front matter are
 * looked at one by one: what stands around them is its syntax.
 */
function regionsOf(text: string, article: Article): Span[] {
  const hasParagraphs = article.blocks.some(({ role, zone }) => role === "paragraph" && zone === "body");
  const fieldsEnd = article.format === "yaml-front-matter" ? endOfFrontMatter(text, article) : 0;
  const regions: { start: number; end: number }[] = [];
  let goesOn = false;
  for (const block of article.blocks) {
    const last = regions.at(-1);
    const isField = block.span.start < fieldsEnd;
    const isCopy = block.role === "articleBody" && hasParagraphs && isProse(text, block.content);
    if (isField && block.content.end > block.content.start) {
      regions.push({ ...block.content });
    } else if (!isField && !isCopy && goesOn && last !== undefined) {
      last.end = block.span.end;
    } else if (!isField && !isCopy) {
      regions.push({ ...block.span });
    }
    goesOn = !isField && !isCopy;
  }
  return regions;
}

/** Whether a line is more than a word: a cut address was read as the article's cut start. */
function isProse(text: string, { start, end }: Span): boolean {
  return end - start > 200 || /\s/.test(text.slice(start, end));
}

/** Behind the line of three hyphens that closes the front matter. */
function endOfFrontMatter(text: string, { span }: Article): number {
  const close = /\n---[ \t]*(?:\r?\n|$)/.exec(
    text.slice(span.start, Math.min(span.end, span.start + LONGEST_FRONT_MATTER)),
  );
  return close === null ? span.start : span.start + close.index + close[0].length;
}

/** Code units. */
const LONGEST_FRONT_MATTER = 65_536;

/**
 * Where the article was read as a link with something else behind it on the line, that reading is evidence too, for the
 * recogniser knows what stands where in such pages.
 */
function withReading(link: Link, article: Article, text: string): Link {
  if (link.troubles.length > 0) {
    return link;
  }
  const own = blockAt(article.blocks, link.span.start);
  const next = blockAt(article.blocks, link.span.end - 1);
  if (own === undefined || next === undefined || next === own || own.content.start !== link.span.start) {
    return link;
  }
  const at = next.content.start;
  if (at <= link.span.start || at >= link.span.end || !isSeam(text, at)) {
    return link;
  }
  const span = { start: link.span.start, end: at };
  const target = text.slice(span.start, span.end);
  const trouble: LinkTrouble = {
    kind: "text-behind",
    span: { start: span.start, end: next.content.end },
    certainty: "guess",
    joint: { at, stuck: next.content, evidence: "reading" },
  };
  return { ...link, span, target: URL.canParse(target) ? target : null, troubles: [trouble] };
}

/** Whether no line break stands right before an offset. */
function isSeam(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before !== 10 && before !== 13;
}
