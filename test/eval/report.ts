import { SIZES } from "./dump.ts";
import { FLOORS, type Floor, holds, isEnforced } from "./floors.ts";
import { SCRIPTS } from "./language/language.ts";
import type { Group } from "./marked-text.ts";
import type { Extent, LossCounts } from "./measure.ts";
import type { SampleFinding } from "./shared-samples.ts";
import { figuresOfAnswer, figuresOfCells, MISSED, NOTHING, ratio, type Tally } from "./tally.ts";

export interface Measured {
  readonly extent: Extent;
  readonly tally: Tally;
  readonly loss: LossCounts;
  readonly samples: { readonly files: number; readonly findings: readonly SampleFinding[] };
}

/** The report as Markdown: no dates, no times, no text of a sample, so that the same code gives the same report. */
export function writeReport(measured: Measured): string {
  const { extent, tally } = measured;
  const sizes = SIZES.map((size) => `${extent.dumps[size]} of ${size} paragraphs`).join(", ");
  return `# Accuracy

Written by \`npm run eval\`; do not edit. The figures are of development data: dumps made up by test/eval from word lists, with
troubles planted by the words of the issue and with decoys, things that look like a trouble and are none. Seed ${extent.seed}; per script ${sizes};
${tally.dumps} dumps in ${SCRIPTS.length} scripts, and ${measured.loss.dumps} dumps for the clean-up.

A trouble counts as found when the right check reports it at its place, as the right kind and in the right scope. A finding
that answers to nothing planted is a false alarm.

## Floors

${table(
  ["figure", "floor", "measured", ""],
  FLOORS.map((floor) => floorRow(floor, measured)),
)}

*enforced*: CI fails when it does not hold. *stated*: wanted, and not enforced yet.

${(["duplicates", "links", "noise"] as const).map((group) => groupReport(group, tally)).join("\n")}
${lossReport(measured.loss)}
${samplesReport(measured)}`;
}

function floorRow(floor: Floor, { tally, loss }: Measured): readonly string[] {
  const measured = floor.measure(tally, loss);
  const isCount = Number.isInteger(floor.limit);
  const shown = isCount ? String(measured) : share(measured);
  const verdict = holds(floor, measured) ? "holds" : "**does not hold**";
  return [
    floor.figure,
    `${floor.direction} ${isCount ? floor.limit : share(floor.limit)}`,
    shown,
    `${verdict}, ${isEnforced(floor) ? "enforced" : "stated"}`,
  ];
}

const TITLES: Readonly<Record<Group, string>> = { duplicates: "Duplicates", links: "Links", noise: "Noise" };

function groupReport(group: Group, tally: Tally): string {
  const kinds = [...tally.kinds.values()].filter((count) => count.group === group);
  const decoys = [...tally.decoys.values()].filter((count) => count.group === group);
  const answers = [...answersOf(group, tally)].filter((answer) => answer !== MISSED).sort();
  const cells = [...tally.cells.values()].filter((cell) => cell.group === group);
  return `## ${TITLES[group]}

### What is said, and whether it is right

${table(
  ["reported as", "planted", "reported", "precision", "recall"],
  answers.map((answer) => {
    const { planted, found, precision, recall } = figuresOfAnswer(tally, group, answer);
    return [answer, String(planted), String(found), share(precision), share(recall)];
  }),
)}

### Every kind that is planted

${table(
  ["kind", "planted", "found", "recall", "mended"],
  byName(kinds).map(({ kind, planted, right, mendable, mended }) => [
    kind,
    String(planted),
    String(right),
    share(ratio(right, planted)),
    mendable === 0 ? "" : `${mended} of ${mendable}`,
  ]),
)}

### Confusion: planted (rows), reported (columns)

${confusion(group, tally)}

### By script and size: precision / recall

${table(
  ["script", ...SIZES.map((size) => `${size} paragraphs`), "all"],
  [...SCRIPTS, undefined].map((script) => [
    script ?? "all",
    ...[...SIZES, undefined].map((size) => {
      const chosen = cells.filter(
        (cell) =>
          (script === undefined || cell.script === script) && (size === undefined || cell.size === size),
      );
      const { precision, recall } = figuresOfCells(chosen);
      return `${share(precision)} / ${share(recall)}`;
    }),
  ]),
)}

### Decoys

${table(
  ["decoy", "planted", "marked"],
  byName(decoys).map(({ kind, planted, marked }) => [kind, String(planted), String(marked)]),
)}
`;
}

function answersOf(group: Group, tally: Tally): Set<string> {
  const rows = tally.confusion[group];
  return new Set([
    ...[...rows.keys()].filter((row) => row !== NOTHING),
    ...[...rows.values()].flatMap((row) => [...row.keys()]),
  ]);
}

function confusion(group: Group, tally: Tally): string {
  const rows = tally.confusion[group];
  const columns = [...answersOf(group, tally)].filter((name) => name !== MISSED).sort();
  const names = [...[...rows.keys()].filter((row) => row !== NOTHING).sort(), NOTHING];
  return table(
    ["", ...columns, MISSED],
    names.map((name) => [
      name,
      ...[...columns, MISSED].map((column) => String(rows.get(name)?.get(column) ?? "")),
    ]),
  );
}

function lossReport(loss: LossCounts): string {
  return `## Nothing is lost

All safe fixes were applied to ${loss.dumps} dumps: those of this generator, those of the clean-up's tests and the samples beside the
project. An oracle that knows nothing of the clean-up's own proof looked for every line and sentence of the old text in the new one.

${table(
  ["", ""],
  [
    ["dumps", String(loss.dumps)],
    ["changed by the clean-up", String(loss.changed)],
    ["lines and sentences lost", String(loss.lost)],
    ["metadata values read under another field afterwards", String(loss.otherFields)],
    ["changed again by a second clean-up", String(loss.notIdempotent)],
    ["not recognised as the same articles afterwards", String(loss.notSameArticle)],
  ],
)}
`;
}

function samplesReport({ samples }: Measured): string {
  if (samples.files === 0) {
    return "## Samples\n\nThe samples beside the project were not there.\n";
  }
  const counts = new Map<string, number>();
  for (const { check, severity } of samples.findings) {
    const key = `${check} (${severity})`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return `## Samples

Findings on the ${samples.files} files of real layouts beside the project (\`npm run eval -- --samples\` lists them).

${table(
  ["check", "findings"],
  [...counts].sort().map(([check, count]) => [check, String(count)]),
)}
`;
}

function byName<Item extends { readonly kind: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((first, second) => (first.kind < second.kind ? -1 : 1));
}

function share(value: number): string {
  return `${(Math.floor(value * 10_000) / 100).toFixed(2)} %`;
}

/** Cells are text: a bar or an ampersand in them is written so that Markdown shows it. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("&", "&amp;").replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heads), line(heads.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)].join(
    "\n",
  );
}
