import type { CheckTextResult } from "../protocol.ts";
import type { Analysis } from "./feature-context.ts";

/** The findings of a text in plain words, for lists over many files. All of them: a folder's list has its own limits. */
export function provideTextCheck(analysis: Analysis): CheckTextResult {
  return {
    recognised: analysis.dump.articles.length > 0,
    findings: analysis.findings.map(({ check, severity, message, span }) => ({
      code: check,
      severity,
      message,
      range: analysis.convert.range(span),
    })),
  };
}
