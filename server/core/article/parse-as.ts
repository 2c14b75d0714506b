import { indexLines, type LineIndex, lineAt, lineSpan } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { isBlankSpan } from "../text/white-space.ts";
import { createBlock } from "./blocks.ts";
import type { DumpFormat } from "./format.ts";
import type { Article, Block, Dump } from "./model.ts";

/**
 * Reads a text as a dump of the given format, or, where there is none, as text that is nobody's article. What the
 * format leaves between its articles becomes `unknown` and `blank` blocks of zone `none`, one per line.
 */
export function parseAs(text: string, format: DumpFormat | undefined): Dump {
  const lines = indexLines(text);
  const articles = format === undefined ? [] : format.parse(lines);
  return { text, articles, blocks: tileText(lines, articles) };
}

function tileText(lines: LineIndex, articles: readonly Article[]): readonly Block[] {
  const [only] = articles;
  if (only !== undefined && only.span.start === 0 && only.span.end === lines.text.length) {
    return only.blocks;
  }
  const blocks: Block[] = [];
  let at = 0;
  for (const article of articles) {
    addOutsideBlocks(blocks, lines, { start: at, end: article.span.start });
    // Not `push(...)`: an article can have more blocks than a call can have arguments.
    for (const block of article.blocks) {
      blocks.push(block);
    }
    at = article.span.end;
  }
  addOutsideBlocks(blocks, lines, { start: at, end: lines.text.length });
  return blocks;
}

function addOutsideBlocks(blocks: Block[], lines: LineIndex, span: Span): void {
  let line = lineAt(lines, span.start);
  for (let at = span.start; at < span.end; line++) {
    const end = Math.min(lineSpan(lines, line).end, span.end);
    if (end > at) {
      blocks.push(outsideBlock(lines.text, { start: at, end }));
      at = end;
    }
  }
}

function outsideBlock(text: string, span: Span): Block {
  return createBlock(text, isBlankSpan(text, span) ? "blank" : "unknown", "none", span);
}
