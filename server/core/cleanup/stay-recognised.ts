import { recognise } from "../article/recognise.ts";
import type { Attempt } from "./fixes-to-hold.ts";
import type { PlannedFix } from "./planned-fix.ts";

/** Of one check so many fixes are tried one by one; of more, all are held. */
const MOST_TRIES = 16;

/**
 * The fixes without which a text is still recognised as a dump after the others are applied: two headlines one behind the
 * other, say, can be what tells that it is one, and a dump that is none any more after its clean-up is of no use to anybody.
 *
 * @param attempt Composes and proves a set of fixes.
 * @param isProved Whether an attempt may stand.
 * @returns none when the text is recognised anyway, or was not before either.
 */
export function fixesThatHideTheDump(
  text: string,
  best: Attempt,
  attempt: (fixes: readonly PlannedFix[]) => Attempt,
  isProved: (attempt: Attempt) => boolean,
): readonly PlannedFix[] {
  if (best.composition.edits.length === 0 || isRecognised(best.composition.text) || !isRecognised(text)) {
    return [];
  }
  const isEnough = (held: readonly PlannedFix[]): boolean => {
    const without = attempt(best.fixes.filter((fix) => !held.includes(fix)));
    return isRecognised(without.composition.text) && isProved(without);
  };
  const checks = [...new Set(best.fixes.map(({ finding }) => finding.check))];
  const fewestFirst = checks
    .map((check) => best.fixes.filter(({ finding }) => finding.check === check))
    .sort((first, second) => first.length - second.length);
  for (const fixes of fewestFirst) {
    if (isEnough(fixes)) {
      const single = fixes.length <= MOST_TRIES ? fixes.find((fix) => isEnough([fix])) : undefined;
      return single === undefined ? fixes : [single];
    }
  }
  return best.fixes;
}

function isRecognised(text: string): boolean {
  return recognise(text).format !== null;
}
