import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { inProject } from "../../build/paths.ts";
import { readCorpus } from "./corpus.ts";
import { drawInput } from "./inputs.ts";
import { shown } from "./property.ts";
import { writeRegression } from "./regressions.ts";
import { TARGETS } from "./targets/all.ts";
import type { FuzzReport, FuzzWork } from "./worker.ts";

const HELP = `Tries damaged dumps on everything that reads them.

  npm run fuzz -- [--minutes N | --inputs N] [--seed N] [--target NAME]… [--first N]

  --minutes N    how long (default 1)
  --inputs N     so many instead, which are the same every time
  --seed N       other inputs; without it the day's number
  --target NAME  only this one; may be repeated: ${TARGETS.map(({ name }) => name).join(", ")}
  --first N      begin with this input, to see one again

What fails is made smaller and written to .fuzz/, in the form of test/fuzz/regressions: move it there under a name that
says what it found, and it is a unit test. Exit code 1 when anything failed.
`;

/** No input takes longer than this, unless something hangs. In milliseconds of the processor. */
const LONGEST_INPUT = 30_000;

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    inputs: { type: "string" },
    seed: { type: "string" },
    target: { type: "string", multiple: true, default: [] },
    first: { type: "string", default: "0" },
    help: { type: "boolean", default: false },
  },
});
const unknown = values.target.filter((name) => !TARGETS.some((target) => target.name === name));
if (values.help || unknown.length > 0) {
  console.log(unknown.length > 0 ? `There is no target ${unknown.join(", ")}.\n\n${HELP}` : HELP);
  process.exitCode = values.help ? 0 : 2;
} else {
  process.exitCode = await run();
}

async function run(): Promise<number> {
  const seed = Number(values.seed ?? Math.floor(Date.now() / 86_400_000));
  const targets = values.target.length > 0 ? values.target : TARGETS.map(({ name }) => name);
  const minutes = Number(values.minutes ?? (values.inputs === undefined ? 1 : Number.POSITIVE_INFINITY));
  const until = Date.now() + 60_000 * minutes;
  const tried: Record<string, number> = {};
  const failures: string[] = [];
  let first = Number(values.first);
  const behind = first + Number(values.inputs ?? Number.POSITIVE_INFINITY);
  while (Date.now() < until && first < behind) {
    const progress = newProgress(first);
    first = await watch({ seed, first, behind, targets, until, progress, known: failures }, tried, failures);
  }
  const total = Object.values(tried).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(tried).map(([name, count]) => `${name} ${count}`);
  console.log(
    `Seed ${seed}: ${total} inputs tried (${parts.join(", ")}), ${failures.length} kinds of failure.`,
  );
  return failures.length > 0 ? 1 : 0;
}

function newProgress(first: number): Int32Array {
  const progress = new Int32Array(new SharedArrayBuffer(8));
  progress[0] = first;
  return progress;
}

/** Lets a worker try inputs until its time is over or one hangs. Resolves to the number of the input to go on with. */
function watch(work: FuzzWork, tried: Record<string, number>, failures: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("worker.ts", import.meta.url), { workerData: work });
    let last = "";
    let spentBefore = 0;
    const timer = setInterval(() => {
      const now = work.progress.join();
      // This thread only waits, so the time of the process is the worker's; on a busy machine the clock says nothing.
      const { user, system } = process.cpuUsage();
      const spent = (user + system) / 1000;
      if (now !== last) {
        last = now;
        spentBefore = spent;
      } else if (spent - spentBefore > LONGEST_INPUT) {
        const number = work.progress[0] as number;
        reportHang(work, number, failures);
        finish(number + 1);
      }
    }, 500);
    const finish = (next: number): void => {
      clearInterval(timer);
      void worker.terminate().then(() => resolve(next));
    };
    worker.on("error", reject);
    worker.on("message", (report: FuzzReport) => {
      if (report.kind === "failure") {
        reportFailure(report, failures);
      } else if (report.kind === "tried") {
        tried[report.target] = (tried[report.target] ?? 0) + 1;
      } else {
        finish(report.next);
      }
    });
  });
}

function reportFailure(report: FuzzReport & { readonly kind: "failure" }, failures: string[]): void {
  const { target, number, salt, text, found, message } = report;
  failures.push(`${target}: ${found}`);
  const path = save(`${target}-${number}`, { target, salt, found, text });
  console.log(
    `${target} (input ${number}): ${message.split("\n    at ")[0]}\n  text: ${shown(text, 1500)}\n  saved as ${path}\n`,
  );
}

function reportHang({ seed, targets }: FuzzWork, number: number, failures: string[]): void {
  const chosen = TARGETS.filter(({ name }) => targets.includes(name));
  const { target, text, salt } = drawInput(readCorpus(), chosen, seed, number);
  failures.push(`${target.name}: hangs`);
  const path = save(`${target.name}-${number}-hangs`, { target: target.name, salt, found: "hangs", text });
  console.log(
    `${target.name} (input ${number}) did not end within ${LONGEST_INPUT / 1000} s; saved as ${path}\n`,
  );
}

function save(name: string, regression: Parameters<typeof writeRegression>[1]): string {
  const folder = inProject(".fuzz");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.json`);
  writeRegression(path, regression);
  return path;
}
