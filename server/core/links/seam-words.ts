import type { Scene } from "./draft.ts";

/** Whether the letters on both sides of the gap make a word that the dump has, and one of them alone does not. */
export function hasWordOverSeam({ evidence }: Scene, first: string, word: string): boolean {
  const [left, right] = seamWords(first, word);
  if (left === "" || right === "" || (right.length < 2 && left.length < 2)) {
    return false;
  }
  return evidence.hasWord(left + right) && !(evidence.hasWord(left) && evidence.hasWord(right));
}

/** The letters on both sides of the gap, in lower case. */
function seamWords(first: string, word: string): readonly [string, string] {
  let start = first.length;
  while (start > 0 && LETTER.test(first.charAt(start - 1))) {
    start--;
  }
  let end = 0;
  while (end < word.length && LETTER.test(word.charAt(end))) {
    end++;
  }
  return [first.slice(start).toLowerCase(), word.slice(0, end).toLowerCase()];
}

/** Of one code unit. */
const LETTER = /^\p{L}$/u;
