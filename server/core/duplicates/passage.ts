import type { Block } from "../article/model.ts";
import { finishHash, HASH_SEED, hashUnit } from "../text/hash.ts";
import { isUnspacedScript } from "../text/script.ts";
import { hashWords, scanWords, type Words } from "../text/words.ts";

/** A block as a sequence of words, which is what is compared. Wraps, white space and punctuation are not in it. */
export interface Passage {
  readonly block: Block;
  readonly words: Words;
  /** One hash per word; case, width and the kind of apostrophe make no difference. */
  readonly hashes: Uint32Array;
  /** Of all words in order: equal for passages of the same words. */
  readonly fingerprint: number;
  /** Whether it is mostly written in a script without spaces, where each character counts as a word. */
  readonly isUnspaced: boolean;
}

/** Reads a block as a passage. Linear. */
export function makePassage(text: string, block: Block): Passage {
  const words = scanWords(text, block.content);
  const hashes = hashWords(text, words);
  return {
    block,
    words,
    hashes,
    fingerprint: fingerprintOf(hashes),
    isUnspaced: isMostlyUnspaced(text, words),
  };
}

/** The hash of a run of word hashes. */
export function fingerprintOf(hashes: Uint32Array, from = 0, to = hashes.length): number {
  let hash = HASH_SEED;
  for (let index = from; index < to; index++) {
    const word = hashes[index] as number;
    hash = hashUnit(hashUnit(hash, word & 0xffff), word >>> 16);
  }
  return finishHash(hash);
}

function isMostlyUnspaced(text: string, { starts }: Words): boolean {
  let unspaced = 0;
  for (const start of starts) {
    if (isUnspacedScript(text.codePointAt(start) ?? 0)) {
      unspaced++;
    }
  }
  return 2 * unspaced > starts.length;
}
