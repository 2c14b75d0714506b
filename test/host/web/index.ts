import { runMocha, type TestFile } from "../mocha.ts";
import { REPORT_PIECE, REPORT_PIECE_LENGTH } from "./report-line.ts";

/** What VS Code calls in the web worker host; `bundle-tests.ts` puts the test files beside it. */
export function runSuite(files: readonly TestFile[], grep: string | undefined): Promise<void> {
  return runMocha({ files, grep, say: (line) => console.log(line), save: sayReport });
}

function sayReport(report: string): void {
  for (let start = 0; start < report.length; start += REPORT_PIECE_LENGTH) {
    console.log(REPORT_PIECE, report.slice(start, start + REPORT_PIECE_LENGTH));
  }
}
