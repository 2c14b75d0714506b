import type { Tokens } from "../../duplicates/tokens.ts";
import { type Candidate, candidateOf } from "./candidate.ts";
import type { Pattern } from "./pattern.ts";
import { lengthAt, NOT_ALIGNED, replacingCost, type TokenText } from "./token-likeness.ts";

/** Where hits say that a pattern stands: its token 0 would be the text's token of this number; below 0 before the text. */
export interface Diagonals {
  /** By the hit nearest to the pattern's start, and by the one nearest to its end. */
  readonly head: number;
  readonly tail: number;
}

/** Tokens that may be put in or left out beyond what the hits tell: some, and a share of the pattern. */
const SLACK = 4;
const SLACK_SHARE = 0.1;

/**
 * Lays a pattern along the text near some diagonals, at the least cost: tokens left out, put in or replaced cost their length,
 * misspelt ones less. The ends of the text are free. Undefined where nothing of it is there.
 *
 * What is the same from the start and from the end is not looked at closely; between the two, time and space are the tokens
 * times the width that may have been put in or left out.
 */
export function alignPattern(
  source: TokenText,
  pattern: Pattern,
  { head, tail }: Diagonals,
): Candidate | undefined {
  const { hashes } = source.tokens;
  const rows = pattern.hashes.length;
  const aligned = new Array<number>(rows).fill(NOT_ALIGNED);
  let first = 0;
  while (first < rows && hashes[head + first] === pattern.hashes[first]) {
    aligned[first] = head + first;
    first++;
  }
  let behind = rows;
  while (behind > first && hashes[tail + behind - 1] === pattern.hashes[behind - 1]) {
    const token = tail + behind - 1;
    if (first > 0 && token < head + first) break;
    aligned[behind - 1] = token;
    behind--;
  }
  if (first < behind) {
    alignBetween(source, pattern, aligned, {
      first,
      behind,
      from: first > 0 ? head + first : undefined,
      to: behind < rows ? tail + behind : undefined,
      low: Math.min(head, tail),
      high: Math.max(head, tail),
    });
  }
  return candidateOf(source, pattern, aligned);
}

/** What is left to be aligned: tokens `[first, behind)` of the pattern with those of the text in `[from, to)`, where these are known. */
interface Gap {
  readonly first: number;
  readonly behind: number;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly low: number;
  readonly high: number;
}

/** Words put in are likelier than words left out at an edge and the like of them standing farther on by chance. */
const PUT_IN_COST = 0.6;

/** What was done last on the cheapest way to a cell. */
const REPLACED = 0;
const LEFT_OUT = 1;
const PUT_IN = 2;

/** Fills in, for each token of the pattern in the gap, the token of the text that it is, or is replaced by. */
function alignBetween({ text, tokens }: TokenText, pattern: Pattern, aligned: number[], gap: Gap): void {
  const { first, behind, from, to } = gap;
  const rows = behind - first;
  const slack = SLACK + Math.ceil(rows * SLACK_SHARE);
  // Column c of row r: so many tokens of the text are used up as make r + low + c.
  const low = gap.low - slack + first;
  const width = gap.high - gap.low + 2 * slack + 1;
  const count = tokens.hashes.length;
  const steps = new Uint8Array(rows * width);
  let before: Float64Array = firstCosts(tokens, low, width, from);
  let costs: Float64Array = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    const weight = pattern.weights[first + row] as number;
    for (let column = 0; column < width; column++) {
      const place = row + 1 + low + column;
      let least = Number.POSITIVE_INFINITY;
      let step = LEFT_OUT;
      if (isPlace(place, count)) {
        if (place > 0 && before[column] !== Number.POSITIVE_INFINITY) {
          least = (before[column] as number) + replacingCost(text, tokens, pattern, first + row, place - 1);
          step = REPLACED;
        }
        const leavingOut =
          column + 1 < width ? (before[column + 1] as number) + weight : Number.POSITIVE_INFINITY;
        if (leavingOut < least) {
          least = leavingOut;
          step = LEFT_OUT;
        }
        if (column > 0 && place > 0) {
          const puttingIn = (costs[column - 1] as number) + lengthAt(tokens, place - 1) * PUT_IN_COST;
          if (puttingIn < least) {
            least = puttingIn;
            step = PUT_IN;
          }
        }
      }
      costs[column] = least;
      steps[row * width + column] = step;
    }
    [before, costs] = [costs, before];
  }
  const end = to === undefined ? cheapest(before) : to - rows - low;
  if (end >= 0 && end < width && before[end] !== Number.POSITIVE_INFINITY) {
    traceBack(steps, aligned, { first, rows, width, low, end });
  }
}

/** Where the start is known, text before the first token is put in; elsewhere it is free. */
function firstCosts(tokens: Tokens, low: number, width: number, from: number | undefined): Float64Array {
  const costs = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  for (let column = 0; column < width; column++) {
    const place = low + column;
    if (!isPlace(place, tokens.hashes.length)) continue;
    if (from === undefined || place === from) costs[column] = 0;
    else if (place > from && column > 0)
      costs[column] = (costs[column - 1] as number) + lengthAt(tokens, place - 1) * PUT_IN_COST;
  }
  return costs;
}

function cheapest(costs: Float64Array): number {
  let least = 0;
  for (let column = 1; column < costs.length; column++) {
    if ((costs[column] as number) < (costs[least] as number)) least = column;
  }
  return least;
}

interface Trace {
  readonly first: number;
  readonly rows: number;
  readonly width: number;
  readonly low: number;
  readonly end: number;
}

function traceBack(steps: Uint8Array, aligned: number[], { first, rows, width, low, end }: Trace): void {
  let column = end;
  let row = rows - 1;
  while (row >= 0 && column >= 0 && column < width) {
    const step = steps[row * width + column];
    if (step === PUT_IN) {
      column--;
    } else if (step === LEFT_OUT) {
      column++;
      row--;
    } else {
      aligned[first + row] = row + low + column;
      row--;
    }
  }
}

function isPlace(place: number, count: number): boolean {
  return place >= 0 && place <= count;
}
