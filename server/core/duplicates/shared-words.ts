import type { WordRun, WordStream } from "./word-stream.ts";

/** The words of passages in the order of their hashes, sorted when they are first asked for. */
export class SortedWords {
  readonly #stream: WordStream;
  readonly #sorted = new Map<number, Uint32Array>();

  constructor(stream: WordStream) {
    this.#stream = stream;
  }

  /**
   * Whether the words of a short run, each as often as it has it, stand somewhere in a long one but for so many: what an
   * alignment cannot do without, and much cheaper to see.
   */
  areShared(short: WordRun, long: WordRun, mostMissing: number): boolean {
    return holdsMost(this.#sortedOf(long), this.#sortedOf(short), mostMissing);
  }

  /** By the first word; runs that start alike and end elsewhere are told by their length. */
  #sortedOf({ from, to }: WordRun): Uint32Array {
    const known = this.#sorted.get(from);
    if (known !== undefined && known.length === to - from) {
      return known;
    }
    const sorted = this.#stream.hashes.slice(from, to).sort();
    this.#sorted.set(from, sorted);
    return sorted;
  }
}

/** Whether a sorted list holds all of another sorted one, each as often as it is there, but for so many. */
export function holdsMost(second: Uint32Array, first: Uint32Array, mostMissing: number): boolean {
  let missing = 0;
  let at = 0;
  for (let index = 0; index < first.length; index++) {
    const word = first[index] as number;
    at = second.length > FEWER * first.length ? lowerBound(second, word, at) : advance(second, word, at);
    if (second[at] === word) {
      at++;
    } else if (++missing > mostMissing) {
      return false;
    }
  }
  return true;
}

/** From here on the words of the long run are looked up instead of walked over. */
const FEWER = 8;

function advance(sorted: Uint32Array, word: number, start: number): number {
  let at = start;
  while (at < sorted.length && (sorted[at] as number) < word) {
    at++;
  }
  return at;
}

function lowerBound(sorted: Uint32Array, word: number, start: number): number {
  let low = start;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
