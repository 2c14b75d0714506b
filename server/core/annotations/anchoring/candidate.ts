import type { Span } from "../../text/span.ts";
import { isWhiteSpace } from "../../text/white-space.ts";
import type { Pattern } from "./pattern.ts";
import { lengthAt, likeness, NOT_ALIGNED, type TokenText } from "./token-likeness.ts";

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

/** Words put in make a quotation less different than words left out. */
const PUT_IN_SHARE = 0.5;

/**
 * The place of the quotation by its aligned words. An edge whose word was replaced takes in as many new words, from the first
 * that is left; where the context beside it was changed as well, nothing tells to which side a new word belongs, so none.
 */
export function candidateOf(
  source: TokenText,
  pattern: Pattern,
  aligned: readonly number[],
): Candidate | undefined {
  const { from, to } = pattern;
  const { tokens } = source;
  const same = (index: number) => isSame(source, pattern, aligned, index);
  let first = from;
  while (first < to && !same(first)) first++;
  let last = to - 1;
  while (last > first && !same(last)) last--;
  const prefix = share(likeness(source, pattern, aligned, 0, from), pattern.prefixWeight);
  const suffix = share(likeness(source, pattern, aligned, to, aligned.length), pattern.suffixWeight);
  if (first === to) {
    const place = placeBetween(source, pattern, aligned);
    return place === undefined ? undefined : { span: place, quote: 0, prefix, suffix };
  }
  let firstToken = aligned[first] as number;
  if (first > from && same(from - 1)) {
    const room = firstToken - (aligned[from - 1] as number) - 1;
    firstToken -= Math.min(first - from, room);
  }
  let lastToken = aligned[last] as number;
  if (last < to - 1 && same(to)) {
    const room = (aligned[to] as number) - lastToken - 1;
    lastToken += Math.min(to - 1 - last, room);
  }
  const span = {
    start: edgeStart(source, pattern, firstToken, same(from)),
    end: edgeEnd(source, pattern, lastToken, same(to - 1)),
  };
  if (span.start >= span.end) {
    return undefined;
  }
  let found = 0;
  for (let token = firstToken; token <= lastToken; token++) found += lengthAt(tokens, token);
  const putIn = Math.max(0, found - pattern.quoteWeight);
  const quote = likeness(source, pattern, aligned, from, to) / (pattern.quoteWeight + putIn * PUT_IN_SHARE);
  return { span, quote, prefix, suffix };
}

/** Of a quotation of which no word is left, the place between what is left of its context. */
function placeBetween(
  { tokens }: TokenText,
  { from, to }: Pattern,
  aligned: readonly number[],
): Span | undefined {
  const before = aligned.findLast((token, index) => index < from && token >= 0);
  const after = aligned.find((token, index) => index >= to && token >= 0);
  if (before === undefined && after === undefined) {
    return undefined;
  }
  const start =
    before === undefined ? (tokens.starts[after as number] as number) : (tokens.ends[before] as number);
  const end = after === undefined ? start : Math.max(start, tokens.starts[after] as number);
  return { start, end };
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
