import { writeFileSync } from "node:fs";
import { runMocha, type TestFile } from "../mocha.ts";

/**
 * What VS Code calls in the extension host. run.ts bundles it together with the test files, because VS Code loads tests by `require`, and hands over
 * by the environment.
 */
export function runSuite(files: readonly TestFile[]): Promise<void> {
  const report = process.env["PRESSMARK_HOST_REPORT"];
  if (report === undefined) {
    throw new Error("PRESSMARK_HOST_REPORT is not set: start these tests by test/host/run.ts.");
  }
  const grep = process.env["PRESSMARK_HOST_GREP"] || undefined;
  return runMocha({
    files,
    grep,
    say: (line) => console.log(line),
    save: (text) => writeFileSync(report, text),
  });
}
