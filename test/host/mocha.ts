// Only the type: inside VS Code mocha is loaded when the tests start, from node_modules or, in a browser, from the bundle.
import type { default as MochaRunner, Runner } from "mocha";

/** A file of tests: its name, for messages, and what runs its `describe` calls. */
export interface TestFile {
  readonly name: string;
  load(): unknown;
}

export interface MochaOptions {
  readonly files: readonly TestFile[];
  /** Keeps the report, which is JSON: `stats` as mocha counts them, and an entry per test. */
  save(report: string): void;
  /** Only tests whose full title holds this text. */
  readonly grep: string | undefined;
  /** Prints one line. */
  say(line: string): void;
}

/** A test may wait for several conditions one after the other; each names itself when it fails. */
const TEST_LIMIT_MILLISECONDS = 120_000;

/** Runs test files with mocha's `describe` and `it`. Rejects when a test failed, or when there was none. */
export async function runMocha(options: MochaOptions): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({
    ui: "bdd",
    color: false,
    timeout: TEST_LIMIT_MILLISECONDS,
    // A file watcher on a busy machine loses an event now and then. What failed first is printed, so that nothing is hidden.
    retries: 1,
    forbidOnly: true,
    reporter: reporterFor(Mocha, options),
    ...(options.grep === undefined ? {} : { grep: options.grep }),
  });
  for (const file of options.files) {
    mocha.suite.emit("pre-require", globalThis, file.name, mocha);
    await file.load();
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) {
    throw withoutStack(failures === 1 ? "A test failed." : `${failures} tests failed.`);
  }
  // With --grep all the tests that are wanted may be in another suite.
  if (mocha.suite.total() === 0) {
    throw withoutStack("There was no test to run.");
  }
}

/** Where these are thrown tells nobody anything, and VS Code prints it several times. */
function withoutStack(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}

/** Prints a line per test in plain text, which reads the same in a terminal and through VS Code's console, and makes the report. */
function reporterFor(Mocha: typeof MochaRunner, options: MochaOptions): Mocha.ReporterConstructor {
  return class LineReporter extends Mocha.reporters.Base {
    constructor(runner: Runner, settings: Mocha.MochaOptions) {
      super(runner, settings);
      const tests: object[] = [];
      runner.on("pass", (test) => {
        options.say(`  ✔ ${test.fullTitle()} (${test.duration} ms)`);
        tests.push({ title: test.fullTitle(), state: "passed", duration: test.duration });
      });
      runner.on("pending", (test) => {
        options.say(`  - ${test.fullTitle()} (skipped)`);
        tests.push({ title: test.fullTitle(), state: "skipped" });
      });
      runner.on("retry", (test, error: unknown) => {
        options.say(`  ↻ ${test.fullTitle()}, once more after:\n${indent(describeError(error))}`);
      });
      runner.on("fail", (test, error: unknown) => {
        options.say(`  ✖ ${test.fullTitle()}\n${indent(describeError(error))}`);
        tests.push({ title: test.fullTitle(), state: "failed", error: describeError(error) });
      });
      runner.on("end", () => {
        const { passes, failures, pending } = this.stats;
        options.say(`  ${passes} passed, ${failures} failed, ${pending} skipped`);
        options.save(JSON.stringify({ stats: this.stats, tests }, undefined, 2));
      });
    }
  };
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const cause = error.cause === undefined ? "" : `\ncaused by: ${describeError(error.cause)}`;
  const compared =
    "expected" in error && "actual" in error
      ? `\nexpected: ${show(error.expected)}\nactual:   ${show(error.actual)}`
      : "";
  // The stack begins with the message as it was when the error was made; a note that was added since is only in the message.
  const stack = error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ""}`;
  return `${stack}${compared}${cause}`;
}

function show(value: unknown): string {
  try {
    return (typeof value === "string" ? value : (JSON.stringify(value) ?? String(value))).slice(0, 4_000);
  } catch {
    return String(value);
  }
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "      ");
}
