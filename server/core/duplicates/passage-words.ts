import type { Block } from "../article/model.ts";
import { finishHash } from "../text/hash.ts";
import type { CopyOptions } from "./copy-options.ts";
import { type PassageRank, rankPassage } from "./passage.ts";
import { CHARACTERS_PER_SHINGLE, WORDS_PER_SHINGLE } from "./shingles.ts";
import { type CapitalUse, capitalUse } from "./value-words.ts";
import { lengthInWords, readWords, WORDS_PER_CHARACTER } from "./word-stream.ts";

/** Lines of a block at whose breaks it is cut, to see whether the parser joined a copy with what is no part of it. */
export const MOST_CUTS = 6;

/** What is kept of a passage as long as its text stays: nothing in it depends on where the passage stands. */
export class PassageWords {
  /** One per word, as in `WordStream`. */
  readonly hashes: Uint32Array;
  /** 1 where the word is a character of a script without spaces; undefined where none is. */
  readonly unspaced: Uint8Array | undefined;
  /** In words, a character of a script without spaces counted as half a one. */
  readonly length: number;
  readonly rank: PassageRank;
  /** The words before each line break of which nobody knows whether it is one of the paragraph. */
  readonly cuts: readonly number[];
  #sorted: Uint32Array | undefined;
  #capitals: CapitalUse | undefined;

  constructor(
    hashes: Uint32Array,
    unspaced: Uint8Array | undefined,
    rest: { readonly rank: PassageRank; readonly cuts: readonly number[] },
  ) {
    this.hashes = hashes;
    this.unspaced = unspaced;
    this.length = lengthOf(hashes.length, unspaced);
    this.rank = rest.rank;
    this.cuts = rest.cuts;
  }

  /** The hashes, ascending. */
  sorted(): Uint32Array {
    this.#sorted ??= this.hashes.slice().sort();
    return this.#sorted;
  }

  /** How the passage uses capitals; asked of the first passages of a dump only. */
  capitals(text: string, block: Block): CapitalUse {
    this.#capitals ??= capitalUse(text.slice(block.content.start, block.content.end));
    return this.#capitals;
  }

  /** The words from one number to another as a passage of their own. */
  part(from: number, to: number): PassageWords {
    const unspaced = this.unspaced?.subarray(from, to);
    return new PassageWords(this.hashes.subarray(from, to), unspaced, { rank: this.rank, cuts: [] });
  }

  /** The hash of the shingle that starts with a word; undefined where it would reach beyond the end. */
  shingle(at: number): number | undefined {
    const { hashes, unspaced } = this;
    if (at + WORDS_PER_SHINGLE > hashes.length) {
      return undefined;
    }
    const pair = pairHash(hashes[at] as number, hashes[at + 1] as number);
    if (unspaced?.[at] !== 1) {
      return pair;
    }
    return at + CHARACTERS_PER_SHINGLE > hashes.length ? undefined : pairHash(pair, hashes[at + 2] as number);
  }

  /**
   * A few hashes of which passages that share most words share one at least: the least of the hashes of three words each
   * (A. Z. Broder, On the resemblance and containment of documents, 1997), and that of all words.
   */
  sketch(): readonly number[] {
    const { hashes } = this;
    const least = [NONE, NONE, NONE, NONE];
    let all = hashes.length;
    for (let at = 0; at < hashes.length; at++) {
      all = pairHash(all, hashes[at] as number);
      if (at < 2 || this.rank === "formula") {
        continue;
      }
      const hash = pairHash(
        pairHash(hashes[at - 2] as number, hashes[at - 1] as number),
        hashes[at] as number,
      );
      if (hash < (least[3] as number)) {
        keepLeast(least, hash);
      }
    }
    while (least.at(-1) === NONE) {
      least.pop();
    }
    // Labels are compared with whole paragraphs only.
    if (this.rank !== "label") {
      least.push(all);
    }
    return least;
  }
}

/** Hashes that a sketch has at most. */
export const MOST_IN_SKETCH = 5;

const NONE = 0xffff_ffff;

function keepLeast(least: number[], hash: number): void {
  if (least.includes(hash)) {
    return;
  }
  let at = least.length - 1;
  while (at > 0 && (least[at - 1] as number) > hash) {
    least[at] = least[at - 1] as number;
    at--;
  }
  least[at] = hash;
}

function pairHash(first: number, second: number): number {
  return finishHash(Math.imul(first, 0x9e3779b1) ^ second);
}

function lengthOf(count: number, unspaced: Uint8Array | undefined): number {
  let characters = 0;
  for (let word = 0; unspaced !== undefined && word < count; word++) {
    characters += unspaced[word] as number;
  }
  return count - characters * (1 - WORDS_PER_CHARACTER);
}

/** Reads the words of blocks of one text, which are in text order. */
export function readPassages(text: string, blocks: readonly Block[], options: CopyOptions): PassageWords[] {
  const { stream, runs } = readWords(
    text,
    blocks.map(({ content }) => content),
  );
  return blocks.map((block, index) => {
    const run = runs[index] as (typeof runs)[number];
    const rank = rankPassage(stream, { blocks: [block], span: block.content, run }, options);
    const isSpaced = lengthInWords(stream, run) === run.to - run.from;
    const cuts: number[] = [];
    const open = block.wraps.length <= MOST_CUTS ? block.wraps.filter(({ proved }) => !proved) : [];
    let word = run.from;
    for (const { span } of open) {
      while (word < run.to && (stream.starts[word] as number) < span.end) {
        word++;
      }
      cuts.push(word - run.from);
    }
    return new PassageWords(
      // Views: an array of its own would cost a passage more than its words take.
      stream.hashes.subarray(run.from, run.to),
      isSpaced ? undefined : stream.unspaced.subarray(run.from, run.to),
      { rank, cuts },
    );
  });
}

/** Whether two passages have the same words in the same order. */
export function areSameWords(first: PassageWords, second: PassageWords): boolean {
  if (first.hashes.length !== second.hashes.length) {
    return false;
  }
  for (let word = 0; word < first.hashes.length; word++) {
    if (first.hashes[word] !== second.hashes[word]) {
      return false;
    }
  }
  return true;
}
