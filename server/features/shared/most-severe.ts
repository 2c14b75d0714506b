import type { Severity } from "../../core/checks/check.ts";
import type { UnitFinding } from "../../core/checks/checked-dump.ts";

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };
const RANKS = 4;

/** What of a unit's findings is shown: all below a rank, and so many of that rank, the first. */
export interface Share {
  readonly rank: number;
  readonly ofRank: number;
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
 * is, in whole units.
 *
 * @param counts Of each unit.
 * @param near The index of the unit that the reader sees.
 */
export function chooseShares(counts: readonly CountsByRank[], limit: number, near: number): readonly Share[] {
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
  const shares = counts.map((): Share => ({ rank, ofRank: 0 }));
  for (const index of outwards(counts.length, near)) {
    if (rank === RANKS || left === 0) {
      break;
    }
    const ofRank = Math.min(left, (counts[index] as CountsByRank)[rank] as number);
    shares[index] = { rank, ofRank };
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

/** The findings that a share allows, in the order they have. */
export function shareOf(findings: readonly UnitFinding[], { rank, ofRank }: Share): readonly number[] {
  let left = ofRank;
  const chosen: number[] = [];
  for (const [index, { severity }] of findings.entries()) {
    const own = ranks[severity];
    if (own < rank || (own === rank && left-- > 0)) {
      chosen.push(index);
    }
  }
  return chosen;
}
