import { measureCleanUps } from "./clean-ups.ts";
import { ANCHORING_FLOORS, type AnchoringFigures, holdsFloor, shareRight, shareWrong } from "./floors.ts";
import { type AnchoringCounts, type AnchoringExtent, measureEditScripts } from "./measure.ts";
import { measureTraps } from "./traps.ts";

export const ANCHORING_FULL: AnchoringExtent = {
  seed: 20_220_105,
  dumps: { 10: 40, 60: 8, 400: 2 },
  traps: 60,
};

/** For every push: other dumps than those of the full extent, in a time that nobody minds. */
export const ANCHORING_QUICK: AnchoringExtent = { seed: 1604, dumps: { 10: 4, 60: 3, 400: 0 }, traps: 6 };

export function measureAnchoring(extent: AnchoringExtent): AnchoringFigures {
  return {
    cleanUps: measureCleanUps(extent),
    edits: measureEditScripts(extent),
    traps: measureTraps(extent.seed, extent.traps),
  };
}

/** A section of docs/accuracy.md, and the figures whose floors do not hold. */
export function reportAnchoring(extent: AnchoringExtent): { markdown: string; broken: readonly string[] } {
  const figures = measureAnchoring(extent);
  const floors = ANCHORING_FLOORS.map((floor) => ({ floor, measured: floor.measure(figures) }));
  const markdown = `## Marks that survive

Marks of one word to sixty on the generated dumps, written to a sidecar and found again after a script of edits that nobody watched, or taken along by the
clean-up. *Right*: at the words that were marked, where the script put them, both edges (an edge whose own word was edited may lie on either side of the new one). *Wrong*:
anywhere else, or anywhere at all when none of the words is left. Shares of right and orphaned are of marks of which at least half of the letters are left; those of which less is
left should become orphans. Seed ${extent.seed}.

${table(
  ["figure", "floor", "measured", ""],
  floors.map(({ floor, measured }) => [
    floor.figure,
    `${floor.direction} ${floor.limit === 0 ? "0" : share(floor.limit)}`,
    floor.limit === 0 ? String(measured) : share(measured),
    `${holdsFloor(floor, measured) ? "holds" : "**does not hold**"}, enforced`,
  ]),
)}

${table(
  ["script", "marks", "right", "wrong", "orphaned", "rightly orphaned"],
  [
    ...figures.cleanUps,
    ...figures.edits,
    ...figures.traps.map((trap) => ({ ...trap, name: `trap: ${trap.name}` })),
  ].map(row),
)}

Two of the traps have one of two passages that stand twice, word for word, taken away or moved while a few words are edited elsewhere: nothing but the marks around tells which one it was.
Where they do not, the mark is listed as an orphan.
`;
  const broken = floors.filter(({ floor, measured }) => !holdsFloor(floor, measured));
  return { markdown, broken: broken.map(({ floor }) => floor.figure) };
}

function row(counts: AnchoringCounts): readonly string[] {
  const { name, marks, wrong, orphaned, findable, rightlyOrphaned } = counts;
  return [
    name,
    String(marks),
    share(shareRight([counts])),
    `${wrong} (${share(shareWrong([counts]))})`,
    share(orphaned / Math.max(1, findable)),
    String(rightlyOrphaned),
  ];
}

/** Rounded down, so that what is not quite whole never reads as 100 %. */
function share(value: number): string {
  return `${(Math.floor(value * 10_000) / 100).toFixed(2)} %`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)].join(
    "\n",
  );
}
