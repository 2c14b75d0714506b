import { indexLines, indexWithin, type LineIndex, lineAt, lineSpan } from "../text/lines.ts";
import { ownText, type Span } from "../text/span.ts";
import { isBlankSpan } from "../text/white-space.ts";
import { createBlock } from "./blocks.ts";
import type { ArticlePart, DumpFormat } from "./format.ts";
import type { Article, Block, Dump, PlacedUnit, Unit } from "./model.ts";
import { createDump } from "./place-units.ts";

/**
 * Reads a text as a dump of the given format, or, where there is none, as text that is nobody's article. What the
 * format leaves between its articles becomes `unknown` and `blank` blocks of zone `none`, one per line.
 *
 * @param lines The line index of `text` when the caller has one already.
 */
export function parseAs(
  text: string,
  format: DumpFormat | undefined,
  lines: LineIndex = indexLines(text),
): Dump {
  const units: PlacedUnit[] = [];
  let at = 0;
  for (const part of format?.split(lines) ?? []) {
    addOutside(units, lines, { start: at, end: part.span.start });
    units.push(placeUnit(lines, part.span, readPart(lines, part)));
    at = part.span.end;
  }
  addOutside(units, lines, { start: at, end: text.length });
  return createDump(text, units);
}

function addOutside(units: PlacedUnit[], lines: LineIndex, span: Span): void {
  if (span.end > span.start) {
    units.push(placeUnit(lines, span, outsideUnit(unitLines(lines, span))));
  }
}

function placeUnit(lines: LineIndex, { start }: Span, unit: Unit): PlacedUnit {
  return { unit, start, line: lineAt(lines, start) };
}

/** An article's unit, or, where its lines turn out to be none, that of text outside. */
export function readPart(lines: LineIndex, part: ArticlePart): Unit {
  const own = unitLines(lines, part.span);
  const article = part.read(own);
  return article === undefined ? outsideUnit(own) : articleUnit(own, article);
}

function unitLines(lines: LineIndex, span: Span): LineIndex {
  return indexWithin(lines, span, ownText(lines.text, span));
}

function articleUnit(lines: LineIndex, article: Article): Unit {
  return { text: lines.text, lines, article, blocks: article.blocks, keys: article.blocks };
}

/** Its blocks are made when they are asked for: a text of another kind may be long, and nobody looks at its lines. */
function outsideUnit(lines: LineIndex): Unit {
  let blocks: readonly Block[] | undefined;
  const made = (): readonly Block[] => {
    blocks ??= outsideBlocks(lines);
    return blocks;
  };
  return {
    text: lines.text,
    lines,
    article: undefined,
    get blocks() {
      return made();
    },
    get keys() {
      return made();
    },
  };
}

function outsideBlocks(lines: LineIndex): readonly Block[] {
  const blocks: Block[] = [];
  for (let line = 0; line < lines.starts.length; line++) {
    const span = lineSpan(lines, line);
    if (span.end > span.start) {
      blocks.push(createBlock(lines.text, isBlankSpan(lines.text, span) ? "blank" : "unknown", "none", span));
    }
  }
  return blocks;
}
