import type { Passage } from "./passage.ts";
import { shinglesOf } from "./shingles.ts";

/** Passages by their shingles, for finding the few that are worth comparing word by word. */
export interface PassageIndex {
  readonly passages: readonly Passage[];
  readonly shingles: readonly Uint32Array[];
  /** The numbers of the passages that hold a shingle, ascending. */
  readonly holders: ReadonlyMap<number, readonly number[]>;
}

/** Two passages that share shingles, with Broder's measures. */
export interface Candidate {
  /** The number of the other passage in the index. */
  readonly other: number;
  readonly resemblance: number;
  /** How much of the passage that was asked for stands in the other one. */
  readonly containedInOther: number;
  /** How much of the other one stands in the passage that was asked for. */
  readonly containsOther: number;
}

/**
 * A shingle that so many passages hold says nothing about any of them, and comparing all of them with each other is what
 * makes such searches quadratic.
 */
const MOST_HOLDERS = 48;

/** Linear in the number of words. */
export function indexPassages(passages: readonly Passage[]): PassageIndex {
  const shingles = passages.map(shinglesOf);
  const holders = new Map<number, number[]>();
  for (const [number, set] of shingles.entries()) {
    for (const shingle of set) {
      const known = holders.get(shingle);
      if (known === undefined) {
        holders.set(shingle, [number]);
      } else if (known.length <= MOST_HOLDERS) {
        known.push(number);
      }
    }
  }
  return { passages, shingles, holders };
}

/**
 * The passages of the index that come before the given one and of which at least `minimumContainment` stands in it or
 * the other way round, the most alike first. Candidates only: whoever calls two passages copies compares their words.
 */
export function findCandidates(
  { shingles, holders }: PassageIndex,
  number: number,
  minimumContainment: number,
): readonly Candidate[] {
  const own = shingles[number] ?? new Uint32Array(0);
  const counts = new Map<number, number>();
  for (const shingle of own) {
    const others = holders.get(shingle) ?? [];
    if (others.length > MOST_HOLDERS) {
      continue;
    }
    for (const other of others) {
      if (other >= number) {
        break;
      }
      counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  const candidates: Candidate[] = [];
  for (const [other, shared] of counts) {
    const size = (shingles[other] as Uint32Array).length;
    const candidate: Candidate = {
      other,
      resemblance: shared / (own.length + size - shared),
      containedInOther: shared / own.length,
      containsOther: shared / size,
    };
    if (Math.max(candidate.containedInOther, candidate.containsOther) >= minimumContainment) {
      candidates.push(candidate);
    }
  }
  return candidates.sort(
    (first, second) => second.resemblance - first.resemblance || first.other - second.other,
  );
}
