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
 * (A. Z. Broder, On the resemblance and containment of documents, 1997). Linear in the length of both; what is read of passage and blocks can
 * be kept, and then it is only compared.
 *
 * @param source The passage's tokens.
 * @param start Where their offsets count from.
 * @param readBlock Gives what `readSentences` says of a block's content.
 */
export function measureCoverage(
  source: Tokens,
  start: number,
  blocks: readonly Block[],
  readBlock: (block: Block) => SentenceTokens,
): Coverage {
  const index = indexSentences(blocks, readBlock);
  const standing: StandingRun[] = [];
  const missing: Span[] = [];
  const spanOf = (from: number, to: number): Span => ({
    start: start + (source.starts[from] as number),
    end: start + (source.ends[to - 1] as number),
  });
  let covered = 0;
  let missingFrom = -1;
  let at = 0;
  while (at < source.hashes.length) {
    const found = longestRun(index, source.hashes, at);
    if (found === undefined) {
      missingFrom = missingFrom < 0 ? at : missingFrom;
      at++;
      continue;
    }
    if (missingFrom >= 0) {
      missing.push(spanOf(missingFrom, at));
      missingFrom = -1;
    }
    standing.push({ span: spanOf(at, at + found.length), block: found.block });
    covered += found.length;
    at += found.length;
  }
  if (missingFrom >= 0) {
    missing.push(spanOf(missingFrom, source.hashes.length));
  }
  return { share: source.hashes.length === 0 ? 0 : covered / source.hashes.length, standing, missing };
}

/** A sentence start is looked up by so many tokens, or by as many as its block has left. */
export const KEY_LENGTH = 4;

/** Of sentences that begin alike so many are tried: a file of one sentence over and over must not cost the square. */
export const MOST_CANDIDATES = 24;

/** The tokens of a block, without their places, and where sentences start and end among them. */
export interface SentenceTokens {
  readonly hashes: Uint32Array;
  /** 1 where a sentence ends with the token; so it does with the last one. */
  readonly endsSentence: Uint8Array;
  /** The tokens that start a sentence. */
  readonly starts: readonly number[];
  /** For each of them the hash of the first tokens there. */
  readonly keys: readonly number[];
}

/** Depends on what stands in the span alone. */
export function readSentences(text: string, content: Span): SentenceTokens {
  const tokens = scanTokens(text, content);
  const last = tokens.hashes.length - 1;
  const { hashes } = tokens;
  const endsSentence = new Uint8Array(hashes.length);
  const starts: number[] = [];
  const keys: number[] = [];
  for (let index = 0; index <= last; index++) {
    endsSentence[index] = index === last || isSentenceEnd(text, tokens, index) ? 1 : 0;
    if (index === 0 || endsSentence[index - 1] === 1) {
      starts.push(index);
      keys.push(keyOf(hashes, index, Math.min(KEY_LENGTH, last + 1 - index)));
    }
  }
  return { hashes, endsSentence, starts, keys };
}

/** All sentence starts of the blocks, in text order. */
interface SentenceIndex {
  readonly blocks: readonly Block[];
  readonly tokens: readonly SentenceTokens[];
  /** For each start the number of its block, and the token in it. */
  readonly owners: Uint32Array;
  readonly places: Uint32Array;
  /** By key the first start that has it, and for each start the next one with its key, -1 where there is none. */
  readonly firsts: ReadonlyMap<number, number>;
  readonly nexts: Int32Array;
}

function indexSentences(
  blocks: readonly Block[],
  readBlock: (block: Block) => SentenceTokens,
): SentenceIndex {
  const tokens = blocks.map(readBlock);
  const count = tokens.reduce((sum, { starts }) => sum + starts.length, 0);
  const owners = new Uint32Array(count);
  const places = new Uint32Array(count);
  const nexts = new Int32Array(count);
  const firsts = new Map<number, number>();
  let at = count;
  for (let owner = tokens.length - 1; owner >= 0; owner--) {
    const { starts, keys } = tokens[owner] as SentenceTokens;
    for (let number = starts.length - 1; number >= 0; number--) {
      at--;
      owners[at] = owner;
      places[at] = starts[number] as number;
      const key = keys[number] as number;
      nexts[at] = firsts.get(key) ?? -1;
      firsts.set(key, at);
    }
  }
  return { blocks, tokens, owners, places, firsts, nexts };
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
  source: Uint32Array,
  from: number,
): { readonly length: number; readonly block: Block } | undefined {
  let best = 0;
  let owner = -1;
  for (let length = Math.min(KEY_LENGTH, source.length - from); length > 0; length--) {
    let start = index.firsts.get(keyOf(source, from, length)) ?? -1;
    for (let tried = 0; start >= 0 && tried < MOST_CANDIDATES; tried++) {
      const own = index.owners[start] as number;
      const run = runLength(index.tokens[own] as SentenceTokens, index.places[start] as number, source, from);
      if (run > best) {
        best = run;
        owner = own;
      }
      start = index.nexts[start] as number;
    }
  }
  return owner < 0 ? undefined : { length: best, block: index.blocks[owner] as Block };
}

/** The tokens that are equal from both places on, up to the last sentence end among them. */
export function runLength(
  { hashes, endsSentence }: SentenceTokens,
  start: number,
  source: Uint32Array,
  from: number,
): number {
  let length = 0;
  let complete = 0;
  while (start + length < hashes.length && hashes[start + length] === source[from + length]) {
    if (endsSentence[start + length] === 1) {
      complete = length + 1;
    }
    length++;
  }
  return complete;
}

/** Of so many tokens one behind the other. */
export function keyOf(hashes: Uint32Array, from: number, length: number): number {
  let key = length;
  for (let index = from; index < from + length; index++) {
    key = Math.imul(key ^ (hashes[index] as number), 0x01000193);
  }
  return key >>> 0;
}
