import { readFile } from "node:fs/promises";

/** How many tests of one or more runners passed, failed and were skipped. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function addOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    skipped: outcomes.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}

/** A check without tests of its own is one test. */
export function outcomeOfCheck(code: number): Outcome {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param report what vitest's JSON reporter wrote, undefined when it wrote nothing. */
export function outcomeOfVitest(report: unknown, code: number): Outcome {
  return honest(
    {
      passed: numberAt(report, "numPassedTests"),
      failed: numberAt(report, "numFailedTests"),
      skipped: numberAt(report, "numPendingTests") + numberAt(report, "numTodoTests"),
    },
    code,
  );
}

/** @param reports one for each run of VS Code, with mocha's `stats`; undefined for a run that left none. */
export function outcomeOfMocha(reports: readonly unknown[], code: number): Outcome {
  const outcomes = reports.map((report) => {
    const stats = valueAt(report, "stats");
    return {
      passed: numberAt(stats, "passes"),
      failed: numberAt(stats, "failures"),
      skipped: numberAt(stats, "pending"),
    };
  });
  // A run that brought no test hides behind the others' numbers otherwise.
  const empty = outcomes.filter(({ passed, failed }) => passed + failed === 0).length;
  return honest(addOutcomes([...outcomes, { passed: 0, failed: empty, skipped: 0 }]), code);
}

/** vscode-tmgrammar-snap has no report of its own; it prints one line for each case that agrees with its snapshot. */
export function outcomeOfGrammar(output: string, cases: number, code: number): Outcome {
  const passed = output.split("\n").filter((line) => line.endsWith("run successfully.")).length;
  return honest({ passed, failed: Math.max(0, cases - passed), skipped: 0 }, code);
}

/** The parsed file, or undefined where there is none or it is not JSON, as after a crash. */
export async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * A runner that failed without a failed test (a crash, a file that could not be loaded, an unhandled error) and one
 * that ran no test have failed.
 */
function honest(outcome: Outcome, code: number): Outcome {
  const silent = outcome.failed === 0 && (code !== 0 || outcome.passed === 0);
  return silent ? { ...outcome, failed: 1 } : outcome;
}

function numberAt(value: unknown, key: string): number {
  const found = valueAt(value, key);
  return typeof found === "number" ? found : 0;
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
