import { type Composition, composeOperations } from "../../core/cleanup/compose.ts";
import type { Analysis } from "../feature-context.ts";

/** What all safe fixes of some checks, or of all, make of the document. */
export function planSafeFixes(analysis: Analysis, checks?: readonly string[]): Composition {
  const operations = analysis.findings.flatMap((finding) => {
    const fix = finding.fixes?.find(({ safety }) => safety === "safe");
    return fix === undefined || (checks !== undefined && !checks.includes(finding.check))
      ? []
      : fix.operations;
  });
  return composeOperations(analysis.lines, operations);
}
