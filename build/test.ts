import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject } from "./paths.ts";
import { runQuietly } from "./run.ts";
import {
  addOutcomes,
  type Outcome,
  outcomeOfCheck,
  outcomeOfGrammar,
  outcomeOfMocha,
  outcomeOfVitest,
  readReport,
} from "./test-outcome.ts";

/**
 * `npm test`: everything that CI runs, one runner after the other, the failing ones with their output. A runner that
 * fails does not stop the others, so that one run shows all. The last line is `N passed, N failed`, summed from the
 * runners' machine-readable reports; a check without tests of its own (lint, types, …) counts as one.
 */

interface Runner {
  readonly name: string;
  readonly summary: string;
  /** What must have run before it. */
  readonly needs: readonly string[];
  run(): Promise<Report>;
}

interface Report {
  readonly outcome: Outcome;
  /** Shown when something failed. */
  readonly output: string;
}

const runners: readonly Runner[] = [
  {
    name: "generated",
    summary: "generated files are up to date",
    needs: [],
    run: () => check("node", [inProject("build/generate.ts"), "--check"]),
  },
  {
    name: "lint",
    summary: "format, lint and import rules",
    needs: [],
    run: () => check("biome", ["check", "--error-on-warnings", "--max-diagnostics=200"]),
  },
  {
    name: "types",
    summary: "type check",
    needs: [],
    run: () => check("node", [inProject("build/tasks.ts"), "check"]),
  },
  {
    name: "build",
    summary: "bundles, as users get them",
    needs: [],
    run: () => check("node", [inProject("build/tasks.ts"), "build", "--production"]),
  },
  {
    name: "unit",
    summary: "unit, protocol, command line and packaging tests (vitest)",
    needs: ["build"],
    run: () => vitest("test/vitest.config.ts"),
  },
  { name: "grammar", summary: "grammar snapshots (vscode-tmgrammar-test)", needs: [], run: grammarTests },
  {
    name: "fuzz",
    summary: "damaged dumps, the same every time, on everything that reads them",
    needs: [],
    run: () => check("node", [inProject("test/fuzz/run.ts"), "--seed", "1", "--inputs", "800"]),
  },
  {
    name: "host",
    summary: "tests in a real VS Code (mocha)",
    needs: ["build"],
    run: () => hostTests(["suite", "suite-restricted", "read-only", "installed"]),
  },
  {
    name: "web",
    summary: "the same tests in VS Code for the Web, extensions in a browser's worker (mocha)",
    needs: ["build"],
    run: () => hostTests(["web", "read-only-web"]),
  },
  {
    name: "installed",
    summary: "the npm package, installed, and its server in Neovim, Emacs and Vim (vitest)",
    needs: [],
    run: () => vitest("test/installed/vitest.config.ts"),
  },
  {
    name: "bench",
    summary: "the quick benchmark: no ratio is more than twice over its bound",
    needs: [],
    run: () => check("node", [inProject("test/bench/run.ts"), "--quick"]),
  },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !runners.some((runner) => runner.name === name));
if (unknown.length > 0) {
  const help = unknown.includes("--help");
  console.log(`Usage: npm test [-- RUNNER ...]

Runs everything that CI runs, or only the named runners and what they need:
${runners.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join("\n")}`);
  if (!help) {
    console.error(`\nThere is no runner ${unknown.join(", ")}.`);
  }
  process.exitCode = help ? 0 : 2;
} else {
  process.exitCode = await runAll(runners.filter(({ name }) => isWanted(name)));
}

function isWanted(name: string): boolean {
  const needed = runners.filter((runner) => wanted.includes(runner.name)).flatMap(({ needs }) => needs);
  return wanted.length === 0 || wanted.includes(name) || needed.includes(name);
}

/** Resolves to the exit code. */
async function runAll(chosen: readonly Runner[]): Promise<number> {
  const outcomes: Outcome[] = [];
  const failed: string[] = [];
  for (const runner of chosen) {
    const started = performance.now();
    console.log(`> ${runner.name}: ${runner.summary}`);
    const { outcome, output } = await runner.run().catch(crashed);
    if (outcome.failed > 0) {
      failed.push(runner.name);
      console.log(output.trimEnd());
    } else if (outcome.skipped > 0) {
      console.log(skippedTests(output).join("\n"));
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : "";
    console.log(
      `  ${runner.name}: passed ${outcome.passed}, failed ${outcome.failed}${skipped} (${seconds} s)`,
    );
    outcomes.push(outcome);
  }
  const total = addOutcomes(outcomes);
  if (failed.length > 0) {
    console.log(`Failed: ${failed.join(", ")}. To run one alone: npm test -- ${failed[0]}`);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

/** The lines in which the runners name a test that was skipped, and why. */
function skippedTests(output: string): string[] {
  return output.split("\n").filter((line) => /^ *(?:↓ |skipped: |- .*\(skipped\)$)/u.test(line));
}

function crashed(error: unknown): Report {
  const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { outcome: { passed: 0, failed: 1, skipped: 0 }, output };
}

async function check(program: string, programArguments: readonly string[]): Promise<Report> {
  const { code, output } = await runQuietly(program, programArguments, { timeoutSeconds: 900 });
  return { outcome: outcomeOfCheck(code), output };
}

async function vitest(configuration: string): Promise<Report> {
  return withReports(async (folder) => {
    const file = join(folder, "vitest.json");
    const { code, output } = await runQuietly(
      "vitest",
      [
        "run",
        `--config=${inProject(configuration)}`,
        "--reporter=verbose",
        "--reporter=json",
        `--outputFile.json=${file}`,
      ],
      { timeoutSeconds: 900 },
    );
    // Only this reporter says why a test was skipped; of the others it is to say what failed.
    const withoutPassed = output.split("\n").filter((line) => !/^ *✓ /u.test(line));
    return { outcome: outcomeOfVitest(await readReport(file), code), output: withoutPassed.join("\n") };
  });
}

/** A snapshot that is missing would be written and pass, so every case must have one. */
async function grammarTests(): Promise<Report> {
  const folder = inProject("test/grammar/snapshots");
  const names = existsSync(folder) ? await readdir(folder, { recursive: true }) : [];
  const cases = names.filter((name) => /\.(txt|md)$/.test(name)).map((name) => join(folder, name));
  const withoutSnapshot = cases.filter((file) => !existsSync(`${file}.snap`));
  if (cases.length === 0 || withoutSnapshot.length > 0) {
    const output =
      cases.length === 0
        ? "There are no grammar cases in test/grammar/snapshots."
        : `Without snapshot: ${withoutSnapshot.join(", ")}. To write it: npx vscode-tmgrammar-snap -u -s text.scraped-article FILE`;
    return { outcome: { passed: 0, failed: 1, skipped: 0 }, output };
  }
  const { code, output } = await runQuietly(
    "vscode-tmgrammar-snap",
    ["--scope", "text.scraped-article", ...cases],
    { timeoutSeconds: 300 },
  );
  return { outcome: outcomeOfGrammar(output, cases.length, code), output };
}

/**
 * test/host/run.ts puts one report in mocha's form per run of VS Code into the folder it is given, and pictures of what failed
 * beside it, so this folder stays.
 */
async function hostTests(suites: readonly string[]): Promise<Report> {
  const folder = inProject(".vscode-test/results");
  await mkdir(folder, { recursive: true });
  const reportOf = (suite: string): string => join(folder, `${suite}.json`);
  // A suite that leaves none must not be counted by that of an earlier run.
  await Promise.all(suites.map((suite) => rm(reportOf(suite), { force: true })));
  const options = suites.flatMap((suite) => ["--suite", suite]);
  const { code, output } = await runQuietly("node", [inProject("test/host/run.ts"), ...options], {
    environment: { PRESSMARK_TEST_REPORTS: folder },
    timeoutSeconds: 1200,
  });
  const reports = await Promise.all(suites.map((suite) => readReport(reportOf(suite))));
  return { outcome: outcomeOfMocha(reports, code), output };
}

async function withReports(use: (folder: string) => Promise<Report>): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "pressmark-reports-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
