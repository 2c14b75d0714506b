import { seededRandom as seededNumbers } from "../../server/cli/seeded-random.ts";

/** A small seeded random source, so that every run of a benchmark or an evaluation sees the same texts. */
export interface Random {
  /** 0 <= x < 1. */
  next(): number;
  /** A whole number, 0 <= x < limit. */
  below(limit: number): number;
  /** A whole number, low <= x <= high. */
  between(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True with the given probability. */
  chance(probability: number): boolean;
}

export function seededRandom(seed: number): Random {
  const next = seededNumbers(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) {
        throw new RangeError("There is nothing to pick from.");
      }
      return item;
    },
    chance: (probability) => next() < probability,
  };
}
