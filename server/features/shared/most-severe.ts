import type { Severity } from "../../core/checks/check.ts";
import type { UnitFinding } from "../../core/checks/checked-dump.ts";

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };
const RANKS = 4;

/** What of a unit's findings is shown: all below a rank, and so many of that rank, those nearest to an offset. */
export interface Share {
  readonly rank: number;
  readonly ofRank: number;
  /** Of the unit's text; 0 where it makes no difference. */
  readonly near: number;
}

/** Where the reader is: a unit by its index, and an offset in it. */
export interface ReadersPlace {
  readonly unit: number;
  readonly offset: number;
}

/** How many findings of each severity a unit has. */
export type CountsByRank = readonly number[];

export function countByRank(findings: readonly UnitFinding[]): CountsByRank {
  const counts = new Array<number>(RANKS).fill(0);
  for (const { severity } of findings) {
    counts[ranks[severity]] = (counts[ranks[severity]] as number) + 1;
  }
  return counts;
}

/**
 * Which findings are shown when there are too many: the most severe, and of the last severity that has room those nearest to where the reader
 * is, unit by unit.
 *
 * @param counts Of each unit.
 */
export function chooseShares(
  counts: readonly CountsByRank[],
  limit: number,
  near: ReadersPlace,
): readonly Share[] {
  const sums = new Array<number>(RANKS).fill(0);
  for (const own of counts) {
    for (let rank = 0; rank < RANKS; rank++) {
      sums[rank] = (sums[rank] as number) + (own[rank] as number);
    }
  }
  let rank = 0;
  let left = limit;
  while (rank < RANKS && (sums[rank] as number) <= left) {
    left -= sums[rank] as number;
    rank++;
  }
  const shares = counts.map((): Share => ({ rank, ofRank: 0, near: 0 }));
  for (const index of outwards(counts.length, near.unit)) {
    if (rank === RANKS || left === 0) {
      break;
    }
    const all = (counts[index] as CountsByRank)[rank] as number;
    const ofRank = Math.min(left, all);
    // Of a unit above the reader's the last are the nearest.
    const offset = index < near.unit ? Number.POSITIVE_INFINITY : index === near.unit ? near.offset : 0;
    shares[index] = { rank, ofRank, near: ofRank < all ? offset : 0 };
    left -= ofRank;
  }
  return shares;
}

/** The indexes below a count, those next to the given one first. */
function* outwards(count: number, from: number): Iterable<number> {
  for (let distance = 0; distance < count; distance++) {
    if (from + distance < count) {
      yield from + distance;
    }
    if (distance > 0 && from - distance >= 0) {
      yield from - distance;
    }
  }
}

/** The numbers of the findings that a share allows, in the order they have, which is that of the text. */
export function shareOf(findings: readonly UnitFinding[], { rank, ofRank, near }: Share): readonly number[] {
  const ofOwnRank: number[] = [];
  for (const [index, { severity }] of findings.entries()) {
    if (ranks[severity] === rank) {
      ofOwnRank.push(index);
    }
  }
  const nearest = new Set(
    ofRank === ofOwnRank.length ? ofOwnRank : nearestOf(ofOwnRank, findings, { count: ofRank, near }),
  );
  const chosen: number[] = [];
  for (const [index, { severity }] of findings.entries()) {
    if (ranks[severity] < rank || nearest.has(index)) {
      chosen.push(index);
    }
  }
  return chosen;
}

/** They stand side by side: those around the offset. */
function nearestOf(
  numbers: readonly number[],
  findings: readonly UnitFinding[],
  { count, near }: { readonly count: number; readonly near: number },
): readonly number[] {
  const startOf = (at: number): number => (findings[numbers[at] as number] as UnitFinding).span.start;
  let first = 0;
  while (first < numbers.length && startOf(first) < near) {
    first++;
  }
  let end = first;
  while (end - first < count) {
    const isAboveNearer =
      first > 0 && (end === numbers.length || near - startOf(first - 1) < startOf(end) - near);
    if (isAboveNearer) {
      first--;
    } else {
      end++;
    }
  }
  return numbers.slice(first, end);
}
