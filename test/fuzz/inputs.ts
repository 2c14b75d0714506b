import { seededRandom } from "../support/random.ts";
import type { Corpus } from "./corpus.ts";
import type { Target } from "./property.ts";

/** One thing to try. The same seed and number give the same on every machine that has the same corpus. */
export interface Input {
  readonly target: Target;
  readonly text: string;
  /** Seeds what the target decides while it checks: places, edits, encodings. */
  readonly salt: number;
}

export function drawInput(corpus: Corpus, targets: readonly Target[], seed: number, number: number): Input {
  const random = seededRandom(seed * 1_000_003 + number);
  const shares = targets.flatMap((target) => Array.from({ length: target.share }, () => target));
  const target = random.pick(shares);
  return { target, text: target.make(corpus, random), salt: random.below(0x7fffffff) };
}

/** @returns what did not hold, or what was thrown; undefined when all is well. */
export function tryInput({ target, text, salt }: Input): { readonly error: unknown } | undefined {
  try {
    target.check(text, seededRandom(salt));
    return undefined;
  } catch (error) {
    return { error };
  }
}
