import { type Block, blockValue, type Role } from "../article/model.ts";
import { foldForComparison, foldForProof } from "../text/fold.ts";
import { lineJoiner } from "../text/script.ts";
import { endsSentence } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { isWhiteSpace } from "../text/white-space.ts";
import type { CopyOptions } from "./copy-options.ts";
import { lengthInWords, type WordRun, type WordStream } from "./word-stream.ts";

/** A piece of running text that is compared: a block, several that stand one behind the other, or some lines of one. */
export interface Passage {
  /** At least one, in text order. */
  readonly blocks: readonly Block[];
  /** Without white space at its ends; inside the blocks. */
  readonly span: Span;
  readonly run: WordRun;
}

/**
 * `short`: of too few words to tell anything by itself. `label`: a heading, a caption or another short line that ends no
 * sentence, which pages repeat by custom; it is compared with whole paragraphs only. `formula`: a caption, which stands beside
 * its own text without a credit, or a line of web addresses; only exact copies of it count.
 */
export type PassageRank = "whole" | "formula" | "label" | "short";

/** Below so many words a line that ends no sentence is a label, whatever its role. */
const LONGEST_LINE_LABEL = 9;

export function rankPassage(stream: WordStream, passage: Passage, options: CopyOptions): PassageRank {
  const words = lengthInWords(stream, passage.run);
  if (words < options.minimumWords) {
    return "short";
  }
  const { role } = passage.blocks[0] as Block;
  if (isMostlyAddresses(stream, passage)) {
    return "formula";
  }
  if (words >= options.minimumWordsOfLabels) {
    return role === "caption" ? "formula" : "whole";
  }
  const isLabel = labels.has(role) || words < LONGEST_LINE_LABEL;
  return isLabel && !endsSentence(stream.text, passage.span) ? "label" : "whole";
}

const labels: ReadonlySet<Role> = new Set<Role>(["heading", "caption", "unknown", "boilerplate"]);

/**
 * Whether at least half of the words hang together without white space, as in web addresses, whole or broken, and names of
 * files. In prose hyphens and decimals tie a word in twenty.
 */
function isMostlyAddresses({ text, starts, ends, unspaced }: WordStream, { run }: Passage): boolean {
  let spaced = 0;
  let tied = 0;
  for (let word = run.from; word < run.to; word++) {
    if (unspaced[word] === 0) {
      spaced++;
      const end = ends[word] as number;
      const isTied =
        word + 1 < run.to && (starts[word + 1] as number) === end + 1 && !isWhiteSpace(text.charCodeAt(end));
      tied += isTied ? 1 : 0;
    }
  }
  return spaced > 4 && 2 * tied >= spaced && 2 * spaced > run.to - run.from;
}

/** How two passages that may be the same are the same: `literal` loses nothing that counts, not even the case. */
export type Sameness = "literal" | "folded" | "different";

export function compareTexts(text: string, first: Passage, second: Passage): Sameness {
  const firstValue = passageValue(text, first);
  const secondValue = passageValue(text, second);
  if (firstValue === secondValue || foldForProof(firstValue) === foldForProof(secondValue)) {
    return "literal";
  }
  return foldForComparison(firstValue) === foldForComparison(secondValue) ? "folded" : "different";
}

/** What a reader reads: lines joined, by nothing in scripts without spaces. */
export function passageValue(text: string, { blocks, span }: Passage): string {
  const [block] = blocks;
  if (block !== undefined && blocks.length === 1 && span === block.content) {
    return blockValue(text, block);
  }
  let value = "";
  let from = span.start;
  for (let at = span.start; at < span.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x0a && unit !== 0x0d) {
      continue;
    }
    let end = at;
    let next = at + 1;
    while (end > from && isWhiteSpace(text.charCodeAt(end - 1))) {
      end--;
    }
    while (next < span.end && isWhiteSpace(text.charCodeAt(next))) {
      next++;
    }
    value += text.slice(from, end) + lineJoiner(text, end - 1, next);
    from = next;
    at = next - 1;
  }
  return value + text.slice(from, span.end);
}
