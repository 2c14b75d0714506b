import type { AnchoringCounts } from "./measure.ts";

export interface AnchoringFloor {
  readonly figure: string;
  readonly limit: number;
  readonly direction: "at least" | "at most";
  measure(figures: AnchoringFigures): number;
}

/** Everything that is measured of anchoring. */
export interface AnchoringFigures {
  readonly cleanUps: readonly AnchoringCounts[];
  readonly edits: readonly AnchoringCounts[];
  readonly traps: readonly AnchoringCounts[];
}

/** The figures that the issue states. */
export const ANCHORING_FLOORS: readonly AnchoringFloor[] = [
  {
    figure: "marks right after a clean-up",
    limit: 1,
    direction: "at least",
    measure: ({ cleanUps }) => shareRight(cleanUps.slice(0, 1)),
  },
  {
    figure: "marks right, 5 % of the words edited",
    limit: 0.99,
    direction: "at least",
    measure: ({ edits }) => shareRight(ofName(edits, "5 %")),
  },
  {
    figure: "marks wrong, 5 % of the words edited",
    limit: 0.001,
    direction: "at most",
    measure: ({ edits }) => shareWrong(ofName(edits, "5 %")),
  },
  {
    figure: "marks wrong, traps",
    limit: 0,
    direction: "at most",
    measure: ({ traps }) => traps.reduce((sum, { wrong }) => sum + wrong, 0),
  },
];

/** Of the marks that are to be found. */
export function shareRight(counts: readonly AnchoringCounts[]): number {
  return ratio(
    counts,
    ({ right }) => right,
    ({ findable }) => findable,
  );
}

/** Of all marks. */
export function shareWrong(counts: readonly AnchoringCounts[]): number {
  return ratio(
    counts,
    ({ wrong }) => wrong,
    ({ marks }) => marks,
  );
}

export function holdsFloor({ direction, limit }: AnchoringFloor, measured: number): boolean {
  return direction === "at least" ? measured >= limit : measured <= limit;
}

function ofName(counts: readonly AnchoringCounts[], start: string): readonly AnchoringCounts[] {
  return counts.filter(({ name }) => name.startsWith(start));
}

function ratio(
  counts: readonly AnchoringCounts[],
  part: (each: AnchoringCounts) => number,
  whole: (each: AnchoringCounts) => number,
): number {
  const sum = (of: (each: AnchoringCounts) => number) => counts.reduce((total, each) => total + of(each), 0);
  return sum(part) / Math.max(1, sum(whole));
}
