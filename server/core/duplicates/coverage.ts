import type { Block } from "../article/model.ts";
import { isAsciiLetter } from "../text/characters.ts";
import { isClosingMark, isSentenceTerminator } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { isWhiteSpace } from "../text/white-space.ts";
import { scanTokens, type Tokens } from "./tokens.ts";

/** How much of a passage stands in other blocks. */
export interface Coverage {
  /** Tokens that stand there, of all; 0..1, and 1 only when nothing is missing. */
  readonly share: number;
  /** The runs that stand there, in text order, each in one block. */
  readonly standing: readonly StandingRun[];
  /** The runs that stand nowhere there, in text order, without white space at their ends. */
  readonly missing: readonly Span[];
}

/** A run of the passage, and the block in which it stands word for word. */
export interface StandingRun {
  readonly span: Span;
  readonly block: Block;
}

/**
 * Measures how much of a passage stands, sentence by sentence, in other blocks: Broder's containment, but over runs that
 * start where a sentence or a block starts and end where one ends, so that a stray match of a few words counts for nothing
 * (A. Z. Broder, On the resemblance and containment of documents, 1997). Linear in the length of both.
 *
 * @param readBlock Gives what `readSentences` says of a block's content, for callers that have it already.
 */
export function measureCoverage(
  text: string,
  passage: Span,
  blocks: readonly Block[],
  readBlock: (block: Block) => SentenceTokens = ({ content }) => readSentences(text, content),
): Coverage {
  const source = scanTokens(text, passage);
  const index = indexSentences(blocks, readBlock);
  const standing: StandingRun[] = [];
  const missing: Span[] = [];
  let covered = 0;
  let missingFrom = -1;
  let at = 0;
  while (at < source.hashes.length) {
    const found = longestRun(index, source, at);
    if (found === undefined) {
      missingFrom = missingFrom < 0 ? at : missingFrom;
      at++;
      continue;
    }
    if (missingFrom >= 0) {
      missing.push(tokensSpan(source, missingFrom, at));
      missingFrom = -1;
    }
    standing.push({ span: tokensSpan(source, at, at + found.length), block: found.block });
    covered += found.length;
    at += found.length;
  }
  if (missingFrom >= 0) {
    missing.push(tokensSpan(source, missingFrom, source.hashes.length));
  }
  return { share: source.hashes.length === 0 ? 0 : covered / source.hashes.length, standing, missing };
}

/** The blocks' tokens one behind the other, with the places where sentences start and end. */
interface SentenceIndex {
  readonly hashes: Uint32Array;
  /** 1 where a run may end with the token. */
  readonly endsSentence: Uint8Array;
  /** The number of the block that a token is of. */
  readonly owners: Uint32Array;
  readonly blocks: readonly Block[];
  /** The tokens that start a sentence, by the hash of the first tokens there. */
  readonly starts: ReadonlyMap<number, readonly number[]>;
}

/** A sentence start is looked up by so many tokens, or by as many as its block has left. */
const KEY_LENGTH = 4;

/** Of sentences that begin alike so many are tried: a file of one sentence over and over must not cost the square. */
const MOST_CANDIDATES = 24;

/** The tokens of a block, without their places. */
export interface SentenceTokens {
  readonly hashes: Uint32Array;
  /** 1 where a sentence ends with the token; so it does with the last one. */
  readonly endsSentence: Uint8Array;
}

/** Depends on what stands in the span alone. */
export function readSentences(text: string, content: Span): SentenceTokens {
  const tokens = scanTokens(text, content);
  const { hashes } = tokens;
  const endsSentence = new Uint8Array(hashes.length);
  for (let index = 0; index < hashes.length; index++) {
    endsSentence[index] = index === hashes.length - 1 || isSentenceEnd(text, tokens, index) ? 1 : 0;
  }
  return { hashes, endsSentence };
}

function indexSentences(
  blocks: readonly Block[],
  readBlock: (block: Block) => SentenceTokens,
): SentenceIndex {
  const read = blocks.map(readBlock);
  const count = read.reduce((sum, own) => sum + own.hashes.length, 0);
  const hashes = new Uint32Array(count);
  const endsSentence = new Uint8Array(count);
  const owners = new Uint32Array(count);
  const starts = new Map<number, number[]>();
  let first = 0;
  for (const [owner, own] of read.entries()) {
    const end = first + own.hashes.length;
    hashes.set(own.hashes, first);
    endsSentence.set(own.endsSentence, first);
    owners.fill(owner, first, end);
    for (let index = first; index < end; index++) {
      if (index === first || endsSentence[index - 1] === 1) {
        const key = keyOf(hashes, index, Math.min(KEY_LENGTH, end - index));
        const known = starts.get(key);
        if (known === undefined) {
          starts.set(key, [index]);
        } else if (known.length < MOST_CANDIDATES) {
          known.push(index);
        }
      }
    }
    first = end;
  }
  return { hashes, endsSentence, owners, blocks, starts };
}

/** Whether a sentence ends with this token: a terminator, or marks that close behind one, with white space after it. */
function isSentenceEnd(text: string, tokens: Tokens, index: number): boolean {
  const end = tokens.ends[index] as number;
  const lastUnit = text.charCodeAt(end - 1);
  if (isAsciiLetter(lastUnit)) {
    return false;
  }
  const isUnspaced = lastUnit >= 0x3000;
  if (!isUnspaced && !isWhiteSpace(text.charCodeAt(end))) {
    return false;
  }
  let at = end - 1;
  const start = tokens.starts[Math.max(0, index - 3)] as number;
  while (at > start && isClosingMark(text.charCodeAt(at))) {
    at--;
  }
  return isSentenceTerminator(text.charCodeAt(at));
}

function longestRun(
  index: SentenceIndex,
  source: Tokens,
  from: number,
): { readonly length: number; readonly block: Block } | undefined {
  let best = 0;
  let block: Block | undefined;
  const longestKey = Math.min(KEY_LENGTH, source.hashes.length - from);
  for (let length = longestKey; length > 0; length--) {
    for (const start of index.starts.get(keyOf(source.hashes, from, length)) ?? []) {
      const run = runLength(index, source.hashes, from, start);
      if (run > best) {
        best = run;
        block = index.blocks[index.owners[start] as number];
      }
    }
  }
  return block === undefined ? undefined : { length: best, block };
}

/** The tokens that are equal from both places on, up to the last sentence end among them, inside one block. */
function runLength(index: SentenceIndex, source: Uint32Array, from: number, start: number): number {
  const owner = index.owners[start];
  let length = 0;
  let complete = 0;
  while (
    from + length < source.length &&
    index.owners[start + length] === owner &&
    index.hashes[start + length] === source[from + length]
  ) {
    if (index.endsSentence[start + length] === 1) {
      complete = length + 1;
    }
    length++;
  }
  return complete;
}

function keyOf(hashes: ArrayLike<number>, from: number, length: number): number {
  let key = length;
  for (let index = from; index < from + length; index++) {
    key = Math.imul(key ^ (hashes[index] as number), 0x01000193);
  }
  return key >>> 0;
}

function tokensSpan(tokens: Tokens, from: number, to: number): Span {
  return { start: tokens.starts[from] as number, end: tokens.ends[to - 1] as number };
}
