import type { ReportedFinding } from "../../server/core/checks/check.ts";

/** All that findings say, as text that is easily compared; the article by its place. */
export function plainFindings(findings: readonly ReportedFinding[]): string {
  return JSON.stringify(
    findings.map(({ article, ...finding }) => ({ ...finding, article: article?.span })),
    undefined,
    1,
  );
}
