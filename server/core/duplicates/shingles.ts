import { fingerprintOf, type Passage } from "./passage.ts";

/**
 * Words per shingle. Broder takes ten for whole documents; a paragraph has 20 to 60 words, and with w words per shingle each
 * changed word costs up to w shingles: four leave a paragraph with every seventh word changed a third of its shingles, while
 * two unrelated paragraphs hardly ever share four words in a row. A character of a script without spaces says about half as
 * much as a word.
 */
export const WORDS_PER_SHINGLE = 4;
export const CHARACTERS_PER_SHINGLE = 8;

/**
 * The set of a passage's shingles (runs of w words that stand behind one another), as ascending distinct hashes. A passage
 * shorter than a shingle is one by itself; one without words has none.
 */
export function shinglesOf(passage: Passage): Uint32Array {
  const { hashes } = passage;
  if (hashes.length === 0) {
    return new Uint32Array(0);
  }
  const width = Math.min(hashes.length, passage.isUnspaced ? CHARACTERS_PER_SHINGLE : WORDS_PER_SHINGLE);
  const shingles = new Uint32Array(hashes.length - width + 1);
  for (let index = 0; index < shingles.length; index++) {
    shingles[index] = fingerprintOf(hashes, index, index + width);
  }
  return distinct(shingles.sort());
}

/** How alike two sets are: what they share, of all they have (A. Z. Broder, 1997). 0..1; 0 for two empty sets. */
export function resemblance(first: Uint32Array, second: Uint32Array): number {
  const shared = countShared(first, second);
  const all = first.length + second.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** How much of the first set the second holds (A. Z. Broder, 1997). 0..1; 0 for an empty first set. */
export function containment(first: Uint32Array, second: Uint32Array): number {
  return first.length === 0 ? 0 : countShared(first, second) / first.length;
}

/** The number of values that two ascending sets share. */
export function countShared(first: Uint32Array, second: Uint32Array): number {
  let shared = 0;
  let left = 0;
  let right = 0;
  while (left < first.length && right < second.length) {
    const difference = (first[left] as number) - (second[right] as number);
    if (difference === 0) {
      shared++;
    }
    left += difference <= 0 ? 1 : 0;
    right += difference >= 0 ? 1 : 0;
  }
  return shared;
}

function distinct(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let index = 0; index < sorted.length; index++) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) {
      sorted[count] = sorted[index] as number;
      count++;
    }
  }
  return sorted.slice(0, count);
}
