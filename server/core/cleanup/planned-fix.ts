import type { Fix, ReportedFinding } from "../checks/check.ts";

/** A finding and the one of its fixes that a plan takes. */
export interface PlannedFix {
  readonly finding: ReportedFinding;
  readonly fix: Fix;
}
