import { scanTokens } from "../../duplicates/tokens.ts";
import type { TextQuote } from "../annotation.ts";

/**
 * A quotation with its context, cut into tokens (words and single marks; white space makes no difference, nor does the kind of
 * a quotation mark or dash).
 */
export interface Pattern {
  readonly hashes: Uint32Array;
  /** Lengths of the tokens in UTF-16 units: a long word says more than a comma. */
  readonly weights: readonly number[];
  /** Prefix, quotation and suffix in one, and where its tokens start in it. */
  readonly text: string;
  readonly starts: Uint32Array;
  /** The tokens of the quotation itself are those in `[from, to)`; before them the prefix, behind them the suffix. */
  readonly from: number;
  readonly to: number;
  /** UTF-16 units from the start of the first token to the start of the quotation; below 0 where white space is before it. */
  readonly startOffset: number;
  /** UTF-16 units from the end of the quotation to the end of the last token; below 0 where white space is behind it. */
  readonly endOffset: number;
  /** UTF-16 units of the quotation's tokens, of the prefix's and of the suffix's. */
  readonly quoteWeight: number;
  readonly prefixWeight: number;
  readonly suffixWeight: number;
}

/** The pattern of a quotation; of a long one those of its two ends, each to be looked for by itself. */
export type Patterns = readonly [Pattern] | readonly [head: Pattern, tail: Pattern];

/** A quotation that is longer, in UTF-16 units, is looked for by its ends. */
const LONGEST_WHOLE = 1500;

/** UTF-16 units of an end that are looked for. */
export const END_LENGTH = 300;

/** Undefined when the quotation, or an end of it, holds nothing but white space. */
export function patternsOf({ exact, prefix, suffix }: TextQuote): Patterns | undefined {
  if (exact.length <= LONGEST_WHOLE) {
    const whole = makePattern(exact, prefix, suffix);
    return whole === undefined ? undefined : [whole];
  }
  const head = makePattern(exact.slice(0, END_LENGTH), prefix, exact.slice(END_LENGTH, 2 * END_LENGTH));
  const tail = makePattern(exact.slice(-END_LENGTH), exact.slice(-2 * END_LENGTH, -END_LENGTH), suffix);
  return head === undefined || tail === undefined ? undefined : [head, tail];
}

function makePattern(exact: string, prefix: string, suffix: string): Pattern | undefined {
  const whole = prefix + exact + suffix;
  const start = prefix.length;
  const end = start + exact.length;
  const { starts, ends, hashes } = scanTokens(whole, { start: 0, end: whole.length });
  let from = 0;
  while (from < ends.length && (ends[from] as number) <= start) from++;
  let to = from;
  while (to < starts.length && (starts[to] as number) < end) to++;
  if (from === to) {
    return undefined;
  }
  // The outermost words of the context may be cut: they say nothing.
  const first = from > 0 && starts[0] === 0 ? 1 : 0;
  const last = to < starts.length && ends.at(-1) === whole.length ? starts.length - 1 : starts.length;
  const weights = Array.from(
    starts.subarray(first, last),
    (at, index) => (ends[first + index] as number) - at,
  );
  const total = (low: number, high: number) => weights.slice(low, high).reduce((sum, each) => sum + each, 0);
  return {
    hashes: hashes.slice(first, last),
    weights,
    text: whole,
    starts: starts.slice(first, last),
    from: from - first,
    to: to - first,
    startOffset: start - (starts[from] as number),
    endOffset: (ends[to - 1] as number) - end,
    quoteWeight: total(from - first, to - first),
    prefixWeight: total(0, from - first),
    suffixWeight: total(to - first, last - first),
  };
}
