import type { Tokens } from "../../duplicates/tokens.ts";
import { finishHash, HASH_SEED, hashUnit } from "../../text/hash.ts";
import type { Pattern } from "./pattern.ts";

/** Tokens in a gram: three in a row are rare enough to lead somewhere, and most survive when every tenth word is changed. */
const GRAM_LENGTH = 3;

/** Grams looked up per pattern, spread over it; fewer where there are very many patterns, for the memory they take. */
const MOST_GRAMS = 16;
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
  const perPattern = Math.min(
    MOST_GRAMS,
    Math.max(FEWEST_GRAMS, Math.floor(MOST_GRAMS_IN_ALL / Math.max(1, patterns.length))),
  );
  const numbers = new Map<number, number>();
  const gramsOf = patterns.map(({ hashes }) =>
    offsetsSpread(hashes.length - GRAM_LENGTH + 1, perPattern).map((offset) => {
      const hash = gramHash(hashes, offset);
      let gram = numbers.get(hash);
      if (gram === undefined) {
        gram = numbers.size;
        numbers.set(hash, gram);
      }
      return { offset, gram };
    }),
  );
  const places = scanText(text, numbers);
  const hitsAt = ({ offset, gram }: { offset: number; gram: number }): GramHit[] => {
    const found = places[gram];
    return found === undefined || found.length > MOST_PLACES ? [] : found.map((place) => ({ offset, place }));
  };
  return {
    hitsOf: (pattern) => (gramsOf[pattern] ?? []).flatMap(hitsAt),
    rarestHitsOf: (pattern) => {
      const countOf = (gram: number) => places[gram]?.length ?? 0;
      const own = gramsOf[pattern] ?? [];
      const fewest = Math.min(...own.map(({ gram }) => countOf(gram)));
      const rarest = own.find(({ gram }) => countOf(gram) === fewest);
      return rarest === undefined ? [] : hitsAt(rarest);
    },
    hasCommonGrams: (pattern) =>
      (gramsOf[pattern] ?? []).some(({ gram }) => (places[gram]?.length ?? 0) > MOST_PLACES),
  };
}

/** For each gram the tokens that it starts at, up to one more than are of use. */
function scanText(
  { hashes }: Tokens,
  numbers: ReadonlyMap<number, number>,
): readonly (number[] | undefined)[] {
  const places: (number[] | undefined)[] = new Array<number[] | undefined>(numbers.size).fill(undefined);
  for (let at = 0; at + GRAM_LENGTH <= hashes.length; at++) {
    const gram = numbers.get(gramHash(hashes, at));
    if (gram === undefined) continue;
    const found = places[gram];
    if (found === undefined) places[gram] = [at];
    else if (found.length <= MOST_PLACES) found.push(at);
  }
  return places;
}

function gramHash(hashes: readonly number[], at: number): number {
  let hash = HASH_SEED;
  for (let index = at; index < at + GRAM_LENGTH; index++) {
    hash = hashUnit(hash, hashes[index] as number);
  }
  return finishHash(hash);
}

/** So many whole numbers from 0 on, below the limit, evenly spread. */
function offsetsSpread(limit: number, most: number): readonly number[] {
  if (limit <= 0) {
    return [];
  }
  const count = Math.min(limit, most);
  return Array.from({ length: count }, (_, index) => Math.floor((index * limit) / count));
}
