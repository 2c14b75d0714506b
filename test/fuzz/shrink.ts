import { linesOf } from "./mutate.ts";

/** How long one failing input is made smaller. */
const LONGEST_SHRINKING = 20_000;

/**
 * Makes a failing text as short as it gets while it still fails in the same way: lines are taken out in halves, quarters
 * and so on, then parts of lines (delta debugging, Zeller and Hildebrandt 2002).
 *
 * @param now A clock in milliseconds.
 */
export function shrink(text: string, failsAlike: (text: string) => boolean, now: () => number): string {
  const giveUpAt = now() + LONGEST_SHRINKING;
  const isLate = () => now() > giveUpAt;
  let best = text;
  for (;;) {
    const byLines = withoutParts(linesOf(best), failsAlike, isLate).join("");
    const byCharacters = withoutParts([...byLines], failsAlike, isLate).join("");
    if (byCharacters.length >= best.length || isLate()) {
      return byCharacters;
    }
    best = byCharacters;
  }
}

function withoutParts(
  parts: readonly string[],
  failsAlike: (text: string) => boolean,
  isLate: () => boolean,
): readonly string[] {
  let kept = parts;
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < kept.length && !isLate(); ) {
      const fewer = kept.toSpliced(at, size);
      if (failsAlike(fewer.join(""))) {
        kept = fewer;
      } else {
        at += size;
      }
    }
  }
  return kept;
}
