import type { Tokens } from "../../duplicates/tokens.ts";
import { finishHash, HASH_SEED, hashUnit } from "../../text/hash.ts";
import type { Pattern } from "./pattern.ts";

/** Tokens in a gram: three in a row are rare enough to lead somewhere, and most survive when every tenth word is changed. */
export const GRAM_LENGTH = 3;

/** Grams looked up per pattern, spread over it; fewer where there are very many patterns, for the memory they take. */
const MOST_GRAMS = 12;
const MOST_GRAMS_IN_ALL = 2_000_000;
const FEWEST_GRAMS = 3;

/** A gram that stands in more places than this leads nowhere in particular. */
const MOST_PLACES = 48;

/** A gram of a pattern found in the text: the pattern's token `offset` may be the text's token `place`. */
export interface GramHit {
  readonly offset: number;
  readonly place: number;
}

/** Where the grams of many patterns stand in one text, from one scan of it. */
export interface GramIndex {
  /** Hits of the pattern with this number; grams that stand in very many places are left out. */
  hitsOf(pattern: number): readonly GramHit[];
  /** Hits of the one gram that stands in the fewest places: an unchanged copy of the pattern stands at one of them. */
  rarestHitsOf(pattern: number): readonly GramHit[];
  /** Whether some of the pattern's grams stand in so many places that they were left out. */
  hasCommonGrams(pattern: number): boolean;
}

/** Linear in the text and in the patterns. Equal hashes are taken for equal tokens; whoever uses a hit compares the words. */
export function indexGrams(text: Tokens, patterns: readonly Pattern[]): GramIndex {
  const lookedUp = gramsToLookUp(patterns);
  const places = scanText(text, lookedUp);
  const { firsts, offsets, grams } = lookedUp;

  function hitsAt(entry: number): GramHit[] {
    const offset = offsets[entry] as number;
    return placesAt(places, grams[entry] as number).map((place) => ({ offset, place }));
  }

  function entriesOf(pattern: number): readonly number[] {
    const first = firsts[pattern] as number;
    return Array.from({ length: (firsts[pattern + 1] as number) - first }, (_, index) => first + index);
  }

  return {
    hitsOf: (pattern) => entriesOf(pattern).flatMap(hitsAt),
    rarestHitsOf: (pattern) => {
      let rarest = -1;
      let fewest = Number.POSITIVE_INFINITY;
      for (let entry = firsts[pattern] as number; entry < (firsts[pattern + 1] as number); entry++) {
        const count = places.counts[grams[entry] as number] as number;
        if (count < fewest) {
          fewest = count;
          rarest = entry;
        }
      }
      return rarest < 0 ? [] : hitsAt(rarest);
    },
    hasCommonGrams: (pattern) =>
      entriesOf(pattern).some((entry) => (places.counts[grams[entry] as number] as number) > MOST_PLACES),
  };
}

/** The grams of all patterns one after the other; equal grams have one number. */
interface LookedUp {
  /** For each pattern its first entry, and one more for the end. */
  readonly firsts: Int32Array;
  /** For each entry the token of its pattern that the gram starts at, and the gram's number. */
  readonly offsets: Int32Array;
  readonly grams: Int32Array;
  readonly numbers: HashNumbers;
}

function gramsToLookUp(patterns: readonly Pattern[]): LookedUp {
  const share = Math.floor(MOST_GRAMS_IN_ALL / Math.max(1, patterns.length));
  const most = Math.min(MOST_GRAMS, Math.max(FEWEST_GRAMS, share));
  const firsts = new Int32Array(patterns.length + 1);
  for (const [index, { hashes }] of patterns.entries()) {
    const count = Math.max(0, Math.min(most, hashes.length - GRAM_LENGTH + 1));
    firsts[index + 1] = (firsts[index] as number) + count;
  }
  const total = firsts[patterns.length] as number;
  const offsets = new Int32Array(total);
  const grams = new Int32Array(total);
  const numbers = newHashNumbers(total);
  for (const [index, { hashes }] of patterns.entries()) {
    const first = firsts[index] as number;
    const count = (firsts[index + 1] as number) - first;
    for (let entry = 0; entry < count; entry++) {
      const offset = Math.floor((entry * (hashes.length - GRAM_LENGTH + 1)) / count);
      offsets[first + entry] = offset;
      grams[first + entry] = numberFor(numbers, gramHash(hashes, offset));
    }
  }
  return { firsts, offsets, grams, numbers };
}

/** For each gram the tokens that it starts at, as linked lists, up to one more than are of use. */
interface Places {
  readonly counts: Int32Array;
  readonly lasts: Int32Array;
  readonly tokens: readonly number[];
  readonly previous: readonly number[];
}

function scanText({ hashes }: Tokens, { numbers }: LookedUp): Places {
  const counts = new Int32Array(numbers.count);
  const lasts = new Int32Array(numbers.count).fill(-1);
  const tokens: number[] = [];
  const previous: number[] = [];
  for (let at = 0; at + GRAM_LENGTH <= hashes.length; at++) {
    const gram = numberOf(numbers, gramHash(hashes, at));
    if (gram < 0 || (counts[gram] as number) > MOST_PLACES) continue;
    counts[gram] = (counts[gram] as number) + 1;
    previous.push(lasts[gram] as number);
    lasts[gram] = tokens.length;
    tokens.push(at);
  }
  return { counts, lasts, tokens, previous };
}

/** In text order; none of a gram that stands in too many places. */
function placesAt({ counts, lasts, tokens, previous }: Places, gram: number): readonly number[] {
  const places: number[] = [];
  if ((counts[gram] as number) > MOST_PLACES) {
    return places;
  }
  for (let link = lasts[gram] as number; link >= 0; link = previous[link] as number) {
    places.push(tokens[link] as number);
  }
  return places.reverse();
}

function gramHash(hashes: Uint32Array, at: number): number {
  let hash = HASH_SEED;
  for (let index = at; index < at + GRAM_LENGTH; index++) {
    hash = hashUnit(hash, hashes[index] as number);
  }
  return finishHash(hash);
}

/** Numbers hashes from 0 on: an open hash table in two arrays, as a Map of a million entries takes far more. */
interface HashNumbers {
  readonly hashes: Uint32Array;
  /** One more than the number; 0 where the slot is free. */
  readonly slots: Int32Array;
  count: number;
}

function newHashNumbers(most: number): HashNumbers {
  let size = 16;
  while (size < most * 2) size *= 2;
  return { hashes: new Uint32Array(size), slots: new Int32Array(size), count: 0 };
}

function slotFor({ hashes, slots }: HashNumbers, hash: number): number {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

function numberFor(numbers: HashNumbers, hash: number): number {
  const slot = slotFor(numbers, hash);
  if (numbers.slots[slot] === 0) {
    numbers.hashes[slot] = hash;
    numbers.count++;
    numbers.slots[slot] = numbers.count;
  }
  return (numbers.slots[slot] as number) - 1;
}

/** -1 where the hash has none. */
function numberOf(numbers: HashNumbers, hash: number): number {
  return (numbers.slots[slotFor(numbers, hash)] as number) - 1;
}
