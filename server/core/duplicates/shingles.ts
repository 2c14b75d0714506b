import { finishHash, HASH_SEED, hashUnit } from "../text/hash.ts";
import type { WordRun, WordStream } from "./word-stream.ts";

/**
 * Words per shingle. Broder takes ten for whole documents (On the resemblance and containment of documents, 1997); here a
 * paragraph of twelve words with four of them misspelt must still be found. With w words per shingle each wrong word costs up
 * to w shingles: of eleven shingles of two words three are left, of nine of four none. That two words often stand side by side
 * in other paragraphs too does no harm, since an alignment of the words decides.
 */
export const WORDS_PER_SHINGLE = 2;

/** Three characters of a script without spaces say about as much as one and a half words. */
export const CHARACTERS_PER_SHINGLE = 3;

/** How many shingles a run starts: one per word but where the end of the run is nearer than a shingle is long. */
export function countShingles(stream: WordStream, run: WordRun): number {
  let count = 0;
  for (let at = run.from; at < run.to; at++) {
    count += at + shingleWidth(stream, at) <= run.to ? 1 : 0;
  }
  return count;
}

/** The words of the shingle that starts with a word, by the script of that word. */
export function shingleWidth({ unspaced }: WordStream, at: number): number {
  return unspaced[at] === 1 ? CHARACTERS_PER_SHINGLE : WORDS_PER_SHINGLE;
}

/** The hash of the shingle that starts with a word; never 0, which an index may use for nothing. */
export function shingleAt({ hashes }: WordStream, at: number, width: number): number {
  let hash = HASH_SEED;
  for (let index = at; index < at + width; index++) {
    const word = hashes[index] as number;
    hash = hashUnit(hashUnit(hash, word & 0xffff), word >>> 16);
  }
  return finishHash(hash) || 1;
}

/** The hash of all words of a run in order: equal for passages of the same words. */
export function fingerprintOf(stream: WordStream, { from, to }: WordRun): number {
  return shingleAt(stream, from, to - from);
}
