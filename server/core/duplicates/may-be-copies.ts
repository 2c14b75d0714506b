import { mostEditsBetween } from "./compare-passages.ts";
import type { CopyOptions } from "./copy-options.ts";
import { areSameWords, type PassageWords } from "./passage-words.ts";
import { holdsMost } from "./shared-words.ts";

/** Whether an alignment of two passages, or of a part of one that is looked at by itself, can have an outcome. */
export function mayBeCopies(first: PassageWords, second: PassageWords, options: CopyOptions): boolean {
  if (first.rank === "label" && second.rank === "label") {
    return false;
  }
  if (areSameWords(first, second)) {
    return true;
  }
  if (first.rank === "formula" || second.rank === "formula") {
    return false;
  }
  return (
    shareMostWords(first, second, options) ||
    partsOf(first, options).some((part) => shareMostWords(part, second, options)) ||
    partsOf(second, options).some((part) => shareMostWords(part, first, options))
  );
}

function partsOf(passage: PassageWords, { minimumWords }: CopyOptions): readonly PassageWords[] {
  const { cuts, hashes } = passage;
  return cuts
    .flatMap((cut) => [passage.part(0, cut), passage.part(cut, hashes.length)])
    .filter(({ length }) => length >= minimumWords);
}

function shareMostWords(first: PassageWords, second: PassageWords, options: CopyOptions): boolean {
  const difference = first.hashes.length - second.hashes.length;
  return (
    (difference <= 0 && standsIn(first, second, options)) ||
    (difference >= 0 && standsIn(second, first, options))
  );
}

function standsIn(short: PassageWords, long: PassageWords, options: CopyOptions): boolean {
  const isUnspaced = short.unspaced?.[short.hashes.length >>> 1] === 1;
  const most = mostEditsBetween({ length: short.length, isUnspaced }, long.length, options);
  return holdsMost(long.sorted(), short.sorted(), most);
}
