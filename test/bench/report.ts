import type { Reached } from "./bounds.ts";
import type { OpeningFigures } from "./measure-opening.ts";
import type { EditFigures, RequestFigures, StartFigures } from "./measure-server.ts";

/** One line of the command line's table. */
export interface ProgramFigures {
  readonly input: string;
  readonly program: string;
  readonly time: number;
  readonly ratio: number;
  readonly memory: number;
}

export interface CliffFigures {
  readonly name: string;
  /** Nanoseconds per code unit at each length. */
  readonly costs: readonly number[];
}

export interface Figures {
  readonly machine: string;
  readonly mode: "quick" | "full";
  readonly edits: readonly EditFigures[];
  readonly starts: readonly StartFigures[];
  readonly requests: readonly RequestFigures[];
  readonly opening: OpeningFigures;
  readonly programs: readonly ProgramFigures[];
  readonly cliffLengths: readonly string[];
  readonly cliffs: readonly CliffFigures[];
  readonly reached: readonly Reached[];
}

/** The figures as Markdown tables: ratios first, absolute times beside them. */
export function renderFigures(figures: Figures): string {
  return [
    `Measured with \`npm run bench${figures.mode === "quick" ? " -- --quick" : ""}\` on ${figures.machine}. Ratios are medians of pairs taken in turn in one run; absolute times are of this machine, whatever else it did.`,
    "## Bounds",
    table(
      ["", "figure", "bound", ""],
      figures.reached.map(({ bound, value, state }) => [
        bound.what,
        inUnit(value, bound.unit),
        `≤ ${inUnit(bound.most, bound.unit)}`,
        state === "pending" ? "not yet" : state,
      ]),
    ),
    ...pendingTable(figures.reached),
    "## One character typed → diagnostics",
    table(
      [
        "size",
        "server",
        "to the floor",
        "p50 ms",
        "p95 ms",
        "findings",
        "bytes",
        "",
        "edits",
        "RSS MB",
        "to the floor",
      ],
      figures.edits.map((row) => [
        row.size,
        row.server,
        ratio(row.ratio),
        fixed(row.p50),
        fixed(row.p95),
        String(row.findings),
        String(row.bytes),
        row.delivery,
        `${row.edits} behind ${row.warmUp}`,
        fixed(row.memory, 0),
        ratio(row.memoryRatio),
      ]),
    ),
    "## Start → first diagnostics",
    table(
      ["size", "server", "to the floor", "ms"],
      figures.starts.map((row) => [row.size, row.server, ratio(row.ratio), fixed(row.p50, 0)]),
    ),
    "## Requests at 1 MB",
    table(
      ["request", "ms"],
      figures.requests.map(({ request, time }) => [request, fixed(time)]),
    ),
    `## ${figures.opening.size} just opened`,
    table(
      ["from the document's arrival", "ms"],
      [
        ["tokens of the first screenful", fixed(figures.opening.view, 0)],
        ["diagnostics of the whole", fixed(figures.opening.diagnostics, 0)],
        ["95 % of the messages in the meantime wait less than", fixed(figures.opening.wait95)],
        ["the longest wait", fixed(figures.opening.longestWait)],
      ],
    ),
    "## The command line, whole processes",
    "The ratio is to the first program of each input.",
    table(
      ["input", "program", "ratio", "ms", "most memory, MB"],
      figures.programs.map((row) => [
        row.input,
        row.program,
        ratio(row.ratio),
        fixed(row.time, 0),
        fixed(row.memory, 0),
      ]),
    ),
    "## No cliff: nanoseconds per character, parsed and checked",
    table(
      ["case", ...figures.cliffLengths, "last to first"],
      figures.cliffs.map(({ name, costs }) => [
        name,
        ...costs.map((cost) => fixed(cost, 0)),
        ratio((costs.at(-1) ?? Number.NaN) / (costs[0] ?? Number.NaN)),
      ]),
    ),
  ].join("\n\n");
}

/** What does not hold yet, in one place, with the reason. */
function pendingTable(reached: readonly Reached[]): string[] {
  const pending = reached.filter(({ state }) => state === "pending");
  return pending.length === 0
    ? []
    : [
        "Known not to hold yet:",
        table(
          ["", "why"],
          pending.map(({ bound }) => [bound.what, bound.pending ?? ""]),
        ),
      ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function inUnit(value: number, unit: Reached["bound"]["unit"]): string {
  return unit === "ratio" ? ratio(value) : `${fixed(value)} ${unit}`;
}

function ratio(value: number): string {
  return Number.isNaN(value) ? "-" : `${value.toFixed(2)} ×`;
}

function fixed(value: number, digits = 1): string {
  return Number.isNaN(value) ? "-" : value.toFixed(digits);
}
