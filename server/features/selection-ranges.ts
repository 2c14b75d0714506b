import type { Position, SelectionRange } from "vscode-languageserver-types";
import { articleAt, type Block, blockAt } from "../core/article/model.ts";
import { sentenceSpans } from "../core/text/sentences.ts";
import { containsSpan, type Span, spanLength, touchesOffset } from "../core/text/span.ts";
import { scanWords } from "../core/text/words.ts";
import type { Reading } from "./feature-context.ts";
import { sectionAt, sectionsOf } from "./shared/sections.ts";

/** For each position what "expand selection" goes through: word, sentence, paragraph, section, article, document. */
export function provideSelectionRanges(reading: Reading, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionRangeAt(reading, reading.convert.offset(position)));
}

function selectionRangeAt(reading: Reading, offset: number): SelectionRange {
  const document = { start: 0, end: reading.text.length };
  let range: SelectionRange = { range: reading.convert.range(document) };
  let outer: Span = document;
  for (const span of spansAround(reading, offset)) {
    // The protocol wants each to lie inside the next, and the same one twice is a key press for nothing.
    if (touchesOffset(span, offset) && containsSpan(outer, span) && spanLength(span) < spanLength(outer)) {
      range = { range: reading.convert.range(span), parent: range };
      outer = span;
    }
  }
  return range;
}

/** From the outermost inwards. */
function* spansAround(reading: Reading, offset: number): Iterable<Span> {
  const article = articleAt(reading.dump, offset);
  if (article !== undefined) {
    yield article.span;
    const sections = sectionsOf(article);
    if (sections.body !== undefined) {
      yield sections.body.span;
    }
    const section = sectionAt(sections, offset);
    if (section !== undefined) {
      yield section.span;
    }
  }
  const block = blockAt(article?.blocks ?? reading.dump.blocks, offset);
  if (block !== undefined) {
    yield block.content;
    yield* partsOf(reading.text, block, offset);
  }
}

function* partsOf(text: string, block: Block, offset: number): Iterable<Span> {
  const isProse = block.role !== "url" && block.role !== "relatedLink" && !block.role.startsWith("image");
  const sentence = isProse
    ? sentenceSpans(text, block.content).find((span) => touchesOffset(span, offset))
    : undefined;
  if (sentence !== undefined) {
    yield sentence;
  }
  const { starts, ends } = scanWords(text, sentence ?? block.content);
  for (let index = 0; index < starts.length; index++) {
    const word = { start: starts[index] as number, end: ends[index] as number };
    if (touchesOffset(word, offset)) {
      yield word;
      return;
    }
    if (word.start > offset) {
      return;
    }
  }
}
