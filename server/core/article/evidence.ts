import type { Evidence } from "./model.ts";

/**
 * Noisy-or: the chance that at least one of the observations tells the truth when each alone does with its weight.
 * Observations that say the same thing twice must be given as one.
 */
export function combineEvidence(evidence: readonly Evidence[]): number {
  let doubt = 1;
  for (const { weight } of evidence) {
    doubt *= 1 - weight;
  }
  return 1 - doubt;
}
