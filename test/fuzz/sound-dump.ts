import type { Block, Dump } from "../../server/core/article/model.ts";
import type { Span } from "../../server/core/text/span.ts";
import { hold } from "./property.ts";

/** What the model promises of any dump (server/core/article/model.ts): its blocks tile it, and lie where they say. */
export function holdSound(text: string, dump: Dump): void {
  hold(dump.text === text, "a dump keeps its text", () => "the text is another one");
  holdTiling("blocks tile the text", dump.blocks, { start: 0, end: text.length });
  const lossless = dump.blocks.map(({ span }) => text.slice(span.start, span.end)).join("");
  hold(lossless === text, "blocks give the text back", () => "they do not");
  const all = new Set(dump.blocks);
  let end = 0;
  for (const article of dump.articles) {
    hold(article.span.start >= end, "articles follow each other", () => spanOf(article.span));
    end = article.span.end;
    holdTiling("an article's blocks tile it", article.blocks, article.span);
    for (const block of article.blocks) {
      hold(all.has(block), "an article's blocks are the dump's", () => spanOf(block.span));
      holdBlock(text, block, article.blocks);
    }
  }
  hold(end <= text.length, "articles lie in the text", () => `${end} of ${text.length}`);
}

function holdTiling(property: string, blocks: readonly Block[], { start, end }: Span): void {
  let at = start;
  for (const { span } of blocks) {
    hold(span.start === at && span.end > at, property, () => `${spanOf(span)} behind ${at}`);
    at = span.end;
  }
  hold(at === end, property, () => `they end at ${at} of ${end}`);
}

function holdBlock(text: string, block: Block, siblings: readonly Block[]): void {
  const { span, content, wraps, repeats, relatesTo, role, zone } = block;
  const where = () => `${role} ${spanOf(span)} ${spanOf(content)}`;
  hold(
    content.start >= span.start && content.end <= span.end && content.end >= content.start,
    "a block's content lies in it",
    where,
  );
  hold((role === "blank") === (zone === "none"), "only blank blocks of an article have no zone", where);
  let at = content.start;
  for (const wrap of wraps) {
    const between = text.slice(wrap.span.start, wrap.span.end);
    hold(wrap.span.start > at && wrap.span.end < content.end, "wraps lie inside the content", where);
    hold(/^[\s\u0085]*[\r\n][\s\u0085]*$/u.test(between), "a wrap is a line break", where);
    at = wrap.span.end;
  }
  if (repeats !== undefined) {
    hold(repeats.role === role && repeats.repeats === undefined, "a repeat repeats a first one", where);
    hold(siblings.includes(repeats) && repeats.span.start < span.start, "a repeat comes later", where);
  }
  hold(relatesTo === undefined || siblings.includes(relatesTo), "a related block is of the article", where);
}

function spanOf({ start, end }: Span): string {
  return `${start}-${end}`;
}
