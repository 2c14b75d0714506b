import type { Span } from "../text/span.ts";
import { KEY_LENGTH, keyOf, MOST_CANDIDATES, runLength, type SentenceTokens } from "./coverage.ts";
import { scanTokens } from "./tokens.ts";

/** The tokens of a passage, and where in it some tokens stand one behind the other. */
export interface PassageIndex {
  readonly hashes: Uint32Array;
  /** By the hash of `KEY_LENGTH` tokens the first place where they stand, and for each place the next one, -1 where there is none. */
  readonly firsts: ReadonlyMap<number, number>;
  readonly nexts: Int32Array;
}

/** Depends on what stands in the span alone. */
export function indexPassage(text: string, content: Span): PassageIndex {
  const { hashes } = scanTokens(text, content);
  const firsts = new Map<number, number>();
  const nexts = new Int32Array(hashes.length);
  for (let from = hashes.length - KEY_LENGTH; from >= 0; from--) {
    const key = keyOf(hashes, from, KEY_LENGTH);
    nexts[from] = firsts.get(key) ?? -1;
    firsts.set(key, from);
  }
  return { hashes, firsts, nexts };
}

/**
 * Whether a block that says something else now leaves what `measureCoverage` says of the passage as it is: every sentence of it that a run of the
 * passage could start with starts as long a run as before. Looks at the sentences that the change can reach; may say no for no reason.
 */
export function keepsCoverage(passage: PassageIndex, old: SentenceTokens, now: SentenceTokens): boolean {
  const { starts, keys } = old;
  if (starts.length !== now.starts.length) {
    return false;
  }
  const behind = commonEnd(old, now);
  for (let number = 0; number < starts.length; number++) {
    const left = old.hashes.length - (starts[number] as number);
    const leftNow = now.hashes.length - (now.starts[number] as number);
    if (left === leftNow && left <= behind) {
      // From here on both say the same.
      continue;
    }
    if (left < KEY_LENGTH || leftNow < KEY_LENGTH) {
      return false;
    }
    const key = keys[number] as number;
    const isSame =
      key === now.keys[number]
        ? startsSameRuns(
            passage,
            { tokens: old, at: starts[number] as number },
            { tokens: now, at: now.starts[number] as number },
            key,
          )
        : !passage.firsts.has(key) && !passage.firsts.has(now.keys[number] as number);
    if (!isSame) {
      return false;
    }
  }
  return true;
}

interface Start {
  readonly tokens: SentenceTokens;
  readonly at: number;
}

function startsSameRuns(
  { hashes, firsts, nexts }: PassageIndex,
  old: Start,
  now: Start,
  key: number,
): boolean {
  let from = firsts.get(key) ?? -1;
  for (let tried = 0; from >= 0; tried++) {
    const isSame =
      tried < MOST_CANDIDATES &&
      runLength(old.tokens, old.at, hashes, from) === runLength(now.tokens, now.at, hashes, from);
    if (!isSame) {
      return false;
    }
    from = nexts[from] as number;
  }
  return true;
}

/** How many tokens at their ends both have in common, with the ends of sentences among them. */
function commonEnd(old: SentenceTokens, now: SentenceTokens): number {
  const shorter = Math.min(old.hashes.length, now.hashes.length);
  let count = 0;
  while (
    count < shorter &&
    old.hashes[old.hashes.length - 1 - count] === now.hashes[now.hashes.length - 1 - count] &&
    old.endsSentence[old.hashes.length - 1 - count] === now.endsSentence[now.hashes.length - 1 - count]
  ) {
    count++;
  }
  return count;
}
