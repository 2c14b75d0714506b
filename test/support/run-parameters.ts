/**
 * How often a property of edit scripts is tried. `PRESSMARK_RUNS` and `PRESSMARK_SEED` of the environment ask for more scripts, or
 * for those of a run that failed.
 */
export function runParameters(runs: number): { readonly numRuns: number; readonly seed?: number } {
  const { PRESSMARK_RUNS: more, PRESSMARK_SEED: seed } = process.env;
  return {
    numRuns: more === undefined ? runs : Number(more),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
}

/** Milliseconds; the default is for a quiet machine, and more scripts take as long as they take. */
export const LONGEST_RUN = 600_000;
