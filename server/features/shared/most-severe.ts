import type { ReportedFinding, Severity } from "../../core/checks/check.ts";

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** At most so many findings, the most severe first chosen, those of one severity from the top; in text order again. */
export function mostSevere(findings: readonly ReportedFinding[], limit: number): readonly ReportedFinding[] {
  if (findings.length <= limit) {
    return findings;
  }
  const chosen = new Set(
    [...findings].sort((first, second) => ranks[first.severity] - ranks[second.severity]).slice(0, limit),
  );
  return findings.filter((finding) => chosen.has(finding));
}
