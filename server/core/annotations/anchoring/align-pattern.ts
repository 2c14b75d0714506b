import type { Tokens } from "../../duplicates/tokens.ts";
import type { Span } from "../../text/span.ts";
import { isWhiteSpace } from "../../text/white-space.ts";
import type { Pattern } from "./pattern.ts";

/** A place where a pattern may stand. */
export interface Candidate {
  /** Of the quotation, in the text. */
  readonly span: Span;
  /** How much of the quotation is the same, by length of the words, 0..1; text put in counts against it. */
  readonly quote: number;
  /** How much of the prefix and of the suffix is the same, 0..1; undefined where the pattern has none. */
  readonly prefix: number | undefined;
  readonly suffix: number | undefined;
}

/** The text that patterns are aligned with. */
export interface TokenText {
  readonly text: string;
  readonly tokens: Tokens;
}

/** Pattern token 0 stands at a text token from `low` to `high`, as far as the hits tell; below 0 where it stands before the text. */
export interface Diagonals {
  readonly low: number;
  readonly high: number;
}

/** Tokens that may be put in or left out beyond what the hits tell: some, and a share of the pattern. */
const SLACK = 4;
const SLACK_SHARE = 0.1;

/**
 * Lays a pattern along the text near some diagonals, at the least cost: tokens left out, put in or replaced cost their length,
 * misspelt ones less. The ends of the text are free. Undefined where nothing of the quotation is left.
 *
 * Time and space: tokens of the pattern × width of the diagonals.
 */
export function alignPattern(
  source: TokenText,
  pattern: Pattern,
  diagonals: Diagonals,
): Candidate | undefined {
  if (diagonals.low === diagonals.high && standsAt(source.tokens, pattern, diagonals.low)) {
    const aligned = pattern.hashes.map((_, index) => diagonals.low + index);
    return candidateOf(source, pattern, aligned);
  }
  return candidateOf(source, pattern, cheapestAlignment(source, pattern, diagonals));
}

/** Whether a pattern stands, word by word, where its first token is the text's token `at`. */
export function standsAt({ hashes }: Tokens, pattern: Pattern, at: number): boolean {
  return at >= 0 && pattern.hashes.every((hash, index) => hashes[at + index] === hash);
}

/** What was done last on the cheapest way to a cell. */
const REPLACED = 0;
const LEFT_OUT = 1;
const PUT_IN = 2;

const NOT_ALIGNED = -1;

/** For each token of the pattern the token of the text that it is, or is replaced by. */
function cheapestAlignment(
  { text, tokens }: TokenText,
  pattern: Pattern,
  diagonals: Diagonals,
): readonly number[] {
  const { hashes, weights } = pattern;
  const rows = hashes.length;
  const slack = SLACK + Math.ceil(rows * SLACK_SHARE);
  const low = diagonals.low - slack;
  const width = diagonals.high - diagonals.low + 2 * slack + 1;
  const count = tokens.hashes.length;
  const steps = new Uint8Array(rows * width);
  let before = new Float64Array(width);
  let costs = new Float64Array(width);
  // A place before or behind the text cannot be stood at.
  for (let column = 0; column < width; column++)
    before[column] = isPlace(low + column, count) ? 0 : Number.POSITIVE_INFINITY;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) {
      const place = row + 1 + low + column;
      if (!isPlace(place, count)) {
        costs[column] = Number.POSITIVE_INFINITY;
        continue;
      }
      let least = Number.POSITIVE_INFINITY;
      let step = LEFT_OUT;
      if (place > 0) {
        least = (before[column] as number) + replacingCost(text, tokens, pattern, row, place - 1);
        step = REPLACED;
      }
      const leavingOut =
        column + 1 < width
          ? (before[column + 1] as number) + (weights[row] as number)
          : Number.POSITIVE_INFINITY;
      if (leavingOut < least) {
        least = leavingOut;
        step = LEFT_OUT;
      }
      if (column > 0 && place > 0) {
        const puttingIn = (costs[column - 1] as number) + lengthAt(tokens, place - 1);
        if (puttingIn < least) {
          least = puttingIn;
          step = PUT_IN;
        }
      }
      costs[column] = least;
      steps[row * width + column] = step;
    }
    [before, costs] = [costs, before];
  }
  return traceBack(steps, before, rows, width, low);
}

function traceBack(
  steps: Uint8Array,
  last: Float64Array,
  rows: number,
  width: number,
  low: number,
): number[] {
  let column = 0;
  for (let other = 1; other < width; other++) {
    if ((last[other] as number) < (last[column] as number)) column = other;
  }
  const aligned = new Array<number>(rows).fill(NOT_ALIGNED);
  let row = rows - 1;
  while (row >= 0 && column >= 0 && column < width) {
    const step = steps[row * width + column];
    if (step === PUT_IN) {
      column--;
    } else if (step === LEFT_OUT) {
      column++;
      row--;
    } else {
      aligned[row] = row + low + column;
      row--;
    }
  }
  return aligned;
}

function isPlace(place: number, count: number): boolean {
  return place >= 0 && place <= count;
}

function lengthAt({ starts, ends }: Tokens, token: number): number {
  return (ends[token] as number) - (starts[token] as number);
}

/** A misspelt word costs a part of what another word costs. */
const SLIP_COST = 0.4;
/** Words shorter than this are other words when a letter differs. */
const SHORTEST_SLIP = 4;
/** A word is misspelt when so much of it, at its start and end together, is the same. */
const SLIP_LIKENESS = 0.6;

function replacingCost(text: string, tokens: Tokens, pattern: Pattern, row: number, token: number): number {
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

/** Words put in where the first or last word of a quotation was replaced are taken in up to so many. */
const LONGEST_REPLACEMENT = 4;

function candidateOf(source: TokenText, pattern: Pattern, aligned: readonly number[]): Candidate | undefined {
  const { from, to } = pattern;
  const first = aligned.findIndex((token, index) => index >= from && token >= 0);
  const last = aligned.findLastIndex((token, index) => index < to && token >= 0);
  if (first < 0 || first >= to || last < from) {
    return undefined;
  }
  const firstToken = firstOf(source, pattern, aligned, first);
  const lastToken = lastOf(source, pattern, aligned, last);
  const span = {
    start: edgeStart(source, pattern, firstToken, isSame(source, pattern, aligned, from)),
    end: edgeEnd(source, pattern, lastToken, isSame(source, pattern, aligned, to - 1)),
  };
  if (span.start >= span.end) {
    return undefined;
  }
  let found = 0;
  for (let token = firstToken; token <= lastToken; token++) found += lengthAt(source.tokens, token);
  return {
    span,
    quote: likeness(source, pattern, aligned, from, to) / Math.max(pattern.quoteWeight, found),
    prefix: share(likeness(source, pattern, aligned, 0, from), pattern.prefixWeight),
    suffix: share(likeness(source, pattern, aligned, to, aligned.length), pattern.suffixWeight),
  };
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function isSame(
  { tokens }: TokenText,
  { hashes }: Pattern,
  aligned: readonly number[],
  index: number,
): boolean {
  const token = aligned[index] ?? NOT_ALIGNED;
  return token >= 0 && tokens.hashes[token] === hashes[index];
}

/** What replaces the first word stands between the last word of the prefix and the first that is left. */
function firstOf(source: TokenText, pattern: Pattern, aligned: readonly number[], first: number): number {
  const token = aligned[first] as number;
  if (isSame(source, pattern, aligned, pattern.from) || !isSame(source, pattern, aligned, pattern.from - 1)) {
    return token;
  }
  const behindPrefix = (aligned[pattern.from - 1] as number) + 1;
  return token - behindPrefix <= LONGEST_REPLACEMENT ? behindPrefix : token;
}

function lastOf(source: TokenText, pattern: Pattern, aligned: readonly number[], last: number): number {
  const token = aligned[last] as number;
  if (isSame(source, pattern, aligned, pattern.to - 1) || !isSame(source, pattern, aligned, pattern.to)) {
    return token;
  }
  const beforeSuffix = (aligned[pattern.to] as number) - 1;
  return beforeSuffix - token <= LONGEST_REPLACEMENT ? beforeSuffix : token;
}

/** A quotation that starts inside a word, or with white space, does so again. */
function edgeStart(
  { text, tokens }: TokenText,
  { startOffset }: Pattern,
  token: number,
  isWhole: boolean,
): number {
  const start = tokens.starts[token] as number;
  if (startOffset >= 0) {
    return isWhole ? start + startOffset : start;
  }
  let at = start;
  while (at > 0 && start - at < -startOffset && isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

function edgeEnd(
  { text, tokens }: TokenText,
  { endOffset }: Pattern,
  token: number,
  isWhole: boolean,
): number {
  const end = tokens.ends[token] as number;
  if (endOffset >= 0) {
    return isWhole ? end - endOffset : end;
  }
  let at = end;
  while (at < text.length && at - end < -endOffset && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** UTF-16 units of the pattern's tokens in `[from, to)` that are the same; of misspelt ones a part. */
function likeness(
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
