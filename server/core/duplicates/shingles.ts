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

/**
 * For each word of a stream the hash of the shingle that starts with it, 0 for the last words, which start none. Whoever
 * looks at a run leaves out those that reach beyond its end (`shingleWidth`).
 */
export function hashShingles(stream: WordStream): Uint32Array {
  const count = stream.hashes.length;
  const shingles = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const width = shingleWidth(stream, at);
    shingles[at] = at + width <= count ? hashRun(stream, at, width) : 0;
  }
  return shingles;
}

/** The words of the shingle that starts with a word, by the script of that word. */
export function shingleWidth({ unspaced }: WordStream, at: number): number {
  return unspaced[at] === 1 ? CHARACTERS_PER_SHINGLE : WORDS_PER_SHINGLE;
}

/** The hash of all words of a run in order: equal for passages of the same words. */
export function fingerprintOf(stream: WordStream, { from, to }: WordRun): number {
  return hashRun(stream, from, to - from);
}

function hashRun({ hashes }: WordStream, at: number, width: number): number {
  let hash = HASH_SEED;
  for (let index = at; index < at + width; index++) {
    const word = hashes[index] as number;
    hash = hashUnit(hashUnit(hash, word & 0xffff), word >>> 16);
  }
  return finishHash(hash);
}
