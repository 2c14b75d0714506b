import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { inProject } from "../../build/paths.ts";
import { runQuietly } from "../../build/run.ts";
import { SIZES, type SizeName, writeDumpFolder, writeDumps } from "./bench-data.ts";
import { judge, type Reached } from "./bounds.ts";
import { type Contestants, prepareContestants } from "./contestants.ts";
import { meanCases } from "./mean-cases.ts";
import { measureOpening } from "./measure-opening.ts";
import { runInTurn } from "./measure-programs.ts";
import {
  type EditFigures,
  measureEdits,
  measureRequests,
  measureStarts,
  type StartFigures,
} from "./measure-server.ts";
import { type CliffFigures, type Figures, type ProgramFigures, renderFigures } from "./report.ts";
import { median, medianRatio } from "./statistics.ts";

/**
 * `npm run bench [-- --quick]`: measures Pressmark beside the floor server, the naive program and the peers, prints the
 * tables and writes docs/performance.md (the quick run only prints). The quick run takes less than two minutes, leaves out
 * the peers, 10 MB in the servers and the folder, and is what CI runs. Exit code 1 when a ratio is twice over its bound.
 */
const isQuick = process.argv.includes("--quick");
const page = inProject("docs/performance.md");

/** What is written by hand in the page starts here and is kept. */
const HAND_WRITTEN = "## What was found and done";

const folder = await mkdtemp(join(tmpdir(), "pressmark-bench-"));
try {
  const figures = await measure(folder);
  const text = renderFigures(figures);
  process.stdout.write(`${text}\n`);
  if (!isQuick) {
    await writePage(text);
  }
  const failed = figures.reached.filter(({ state }) => state === "far over");
  for (const { bound } of failed) {
    process.stderr.write(`More than twice over its bound: ${bound.what}\n`);
  }
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(into: string): Promise<Figures> {
  say("building");
  const everybody = await prepareEverybody(into);
  const contestants = isQuick ? { ...everybody, peers: [] } : everybody;
  const paths = await writeDumps(into);
  const plan: readonly (readonly [SizeName, number])[] = isQuick
    ? [
        ["10 KB", 40],
        ["100 KB", 20],
        ["1 MB", 8],
      ]
    : [
        ["10 KB", 200],
        ["100 KB", 100],
        ["1 MB", 40],
        ["10 MB", 6],
      ];
  const edits: EditFigures[] = [];
  for (const [size, count] of plan) {
    say(`edits, ${size}`);
    edits.push(...(await measureEdits(contestants, size, count)));
  }
  const starts: StartFigures[] = [];
  for (const size of ["10 KB", "1 MB"] as const) {
    say(`starts, ${size}`);
    starts.push(...(await measureStarts(contestants, size, isQuick ? 5 : 15)));
  }
  say("requests");
  const requests = await measureRequests(contestants.pressmark[0], "1 MB", isQuick ? 8 : 30);
  say("opening");
  const opening = await measureOpening(contestants.pressmark[0], isQuick ? "1 MB" : "10 MB", isQuick ? 3 : 7);
  const programs = await measurePrograms(contestants, paths, into);
  const cliffLengths: readonly SizeName[] = isQuick ? ["100 KB", "1 MB"] : ["100 KB", "1 MB", "10 MB"];
  const cliffs = measureCliffs(cliffLengths);
  const unjudged = {
    machine: machine(),
    mode: isQuick ? "quick" : "full",
    edits,
    starts,
    requests,
    opening,
    programs,
    cliffLengths,
    cliffs,
  } as const;
  return { ...unjudged, reached: judgeAll(unjudged) };
}

/** The peers are installed by the full run alone: they are no dependency of the project, and CI has no use for them. */
async function prepareEverybody(into: string): Promise<Contestants> {
  if (!isQuick) {
    const installed = await runQuietly(
      "npm",
      [
        "install",
        "--no-audit",
        "--no-fund",
        "--no-package-lock",
        "--ignore-scripts",
        "--prefix",
        inProject("test/bench"),
      ],
      { timeoutSeconds: 300 },
    );
    if (installed.code !== 0) {
      process.stderr.write("The peers could not be installed; the run goes on without them.\n");
    }
  }
  return prepareContestants(into);
}

async function measurePrograms(
  { program, naive: naiveProgram }: Contestants,
  paths: ReadonlyMap<string, string>,
  into: string,
): Promise<readonly ProgramFigures[]> {
  const node = process.execPath;
  const naive = [node, naiveProgram];
  const check = [node, program, "check", "--format", "json"];
  const found: ProgramFigures[] = [];
  const add = async (
    input: string,
    programs: Readonly<Record<string, readonly string[]>>,
    rounds: number,
  ) => {
    say(`programs, ${input}`);
    const runs = await runInTurn(programs, rounds);
    const first = [...runs.values()][0] ?? [];
    for (const [name, own] of runs) {
      const times = own.map(({ time }) => time);
      found.push({
        input,
        program: name,
        time: median(times),
        ratio: medianRatio(
          times,
          first.map(({ time }) => time),
        ),
        memory: median(own.map(({ memory }) => memory)),
      });
    }
  };
  const small = paths.get("10 KB") as string;
  await add(
    "10 KB",
    { "node -e 0": [node, "-e", "0"], "pressmark check": [...check, small], naive: [...naive, small] },
    isQuick ? 11 : 40,
  );
  for (const input of ["10 MB", "10 MB, one article"]) {
    const path = paths.get(input) as string;
    await add(
      input,
      { naive: [...naive, path], "pressmark check": [...check, path], ...similarText(path) },
      isQuick ? 1 : 7,
    );
  }
  if (!isQuick) {
    const dumps = await writeDumpFolder(into);
    await add("99 MB folder", { naive: [...naive, dumps], "pressmark check": [...check, dumps] }, 3);
  }
  return found;
}

/** `sim_text` of Debian's similarity-tester, where it is installed. */
function similarText(path: string): Record<string, readonly string[]> {
  const isThere = spawnSync("sim_text", ["-v"], { stdio: "ignore" }).error === undefined;
  return isThere ? { "sim_text -r 12": ["sim_text", "-r", "12", path] } : {};
}

function measureCliffs(lengths: readonly SizeName[]): readonly CliffFigures[] {
  return meanCases.map(({ name }) => {
    say(`mean case, ${name}`);
    const script = inProject("test/bench/cost-per-byte.ts");
    const result = spawnSync(
      process.execPath,
      [script, name, ...lengths.map((size) => String(SIZES[size]))],
      {
        encoding: "utf8",
        timeout: 600_000,
      },
    );
    return { name, costs: result.status === 0 ? (JSON.parse(result.stdout) as number[]) : [] };
  });
}

function judgeAll(figures: Omit<Figures, "reached">): readonly Reached[] {
  const own = (server: string) => figures.edits.filter((row) => row.server === server);
  const pulled = own("pressmark");
  const programRow = (input: string) =>
    figures.programs.find((row) => row.input === input && row.program === "pressmark check");
  const values: (readonly [string, number | undefined])[] = [
    ...pulled.map((row) => [`edit ${row.size}`, row.ratio] as const),
    ["p95", Math.max(...pulled.map((row) => row.p95 / (2.5 * row.p50 + 2)))],
    ...figures.starts
      .filter(({ server }) => server === "pressmark")
      .map((row) => [`start ${row.size}`, row.ratio] as const),
    ...figures.requests.map(({ request, time }) => [request, time] as const),
    ["wait", figures.opening.wait95],
    ...["10 KB", "10 MB"].map((input) => [`check ${input}`, programRow(input)?.ratio] as const),
    ["check folder", programRow("99 MB folder")?.ratio],
    ["memory check 10 MB", programRow("10 MB")?.memory],
    ["memory check folder", programRow("99 MB folder")?.memory],
    ...pulled
      .filter(({ size }) => size === "1 MB" || size === "10 MB")
      .map((row) => [`memory ${row.size}`, row.memoryRatio] as const),
    [
      "cliff",
      Math.max(
        ...figures.cliffs.map(({ costs }) => (costs.at(-1) ?? Number.POSITIVE_INFINITY) / (costs[0] ?? 1)),
      ),
    ],
  ];
  return values.flatMap(([id, value]) =>
    value === undefined || Number.isNaN(value) ? [] : [judge(id, value)],
  );
}

async function writePage(text: string): Promise<void> {
  const before = await readFile(page, "utf8").catch(() => "");
  const kept = before.indexOf(HAND_WRITTEN);
  const own = kept < 0 ? "" : `\n\n${before.slice(kept).trimEnd()}`;
  await writeFile(page, `# Performance\n\n${text}${own}\n`);
}

function machine(): string {
  const list = cpus();
  return `${list.length} cores (${list[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`;
}

function say(what: string): void {
  process.stderr.write(`… ${what}\n`);
}
