import type { Tokens } from "../../duplicates/tokens.ts";
import type { Pattern } from "./pattern.ts";

/** For a token of a pattern that is no token of the text. */
export const NOT_ALIGNED = -1;

/** The text that patterns are aligned with. */
export interface TokenText {
  readonly text: string;
  readonly tokens: Tokens;
}

/** UTF-16 units of a token of the text. */
export function lengthAt({ starts, ends }: Tokens, token: number): number {
  return (ends[token] as number) - (starts[token] as number);
}

/** Whether a pattern stands, word by word, where its first token is the text's token `at`. */
export function standsAt({ hashes }: Tokens, pattern: Pattern, at: number): boolean {
  return at >= 0 && pattern.hashes.every((hash, index) => hashes[at + index] === hash);
}

/** A misspelt word costs a part of what another word costs. */
const SLIP_COST = 0.4;
/** Words shorter than this are other words when a letter differs. */
const SHORTEST_SLIP = 4;
/** A word is misspelt when so much of it, at its start and end together, is the same. */
const SLIP_LIKENESS = 0.6;

/** What it costs that a token of the pattern is replaced by one of the text: nothing where they are the same. */
export function replacingCost(
  text: string,
  tokens: Tokens,
  pattern: Pattern,
  row: number,
  token: number,
): number {
  if (tokens.hashes[token] === pattern.hashes[row]) {
    return 0;
  }
  const length = lengthAt(tokens, token);
  const longer = Math.max(length, pattern.weights[row] as number);
  return isSlip(text, tokens, pattern, row, token) ? longer * SLIP_COST : longer;
}

function isSlip(
  text: string,
  { starts, ends }: Tokens,
  pattern: Pattern,
  row: number,
  token: number,
): boolean {
  const own = pattern.starts[row] as number;
  const length = pattern.weights[row] as number;
  const start = starts[token] as number;
  const end = ends[token] as number;
  const shorter = Math.min(length, end - start);
  const longer = Math.max(length, end - start);
  if (shorter < SHORTEST_SLIP || shorter < longer * SLIP_LIKENESS) {
    return false;
  }
  let same = 0;
  while (same < shorter && pattern.text.charCodeAt(own + same) === text.charCodeAt(start + same)) same++;
  let behind = 0;
  const ownEnd = own + length;
  while (
    behind < shorter - same &&
    pattern.text.charCodeAt(ownEnd - 1 - behind) === text.charCodeAt(end - 1 - behind)
  )
    behind++;
  return same + behind >= longer * SLIP_LIKENESS;
}

/** UTF-16 units of the pattern's tokens in `[from, to)` that are the same; of misspelt ones a part. */
export function likeness(
  source: TokenText,
  pattern: Pattern,
  aligned: readonly number[],
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let index = from; index < to; index++) {
    const token = aligned[index] as number;
    if (token < 0) continue;
    const weight = pattern.weights[index] as number;
    if (source.tokens.hashes[token] === pattern.hashes[index]) sum += weight;
    else if (isSlip(source.text, source.tokens, pattern, index, token)) sum += weight * (1 - SLIP_COST);
  }
  return sum;
}
