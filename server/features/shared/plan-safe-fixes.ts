import type { Article } from "../../core/article/model.ts";
import { type CleanUpPlan, planCleanUp } from "../../core/cleanup/plan.ts";
import type { Analysis } from "../feature-context.ts";

/** Which safe fixes are wanted; what is missing does not restrict them. */
export interface SafeFixScope {
  readonly article?: Article;
  /** Ids of checks. */
  readonly checks?: readonly string[];
}

/** The proved plan of the safe fixes in a scope. */
export function planSafeFixes(analysis: Analysis, scope: SafeFixScope = {}): CleanUpPlan {
  return planCleanUp(analysis.dump, analysis.findings, { ...scope, lines: analysis.lines });
}
