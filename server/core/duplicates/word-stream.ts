import { isUnspacedScript } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { scanWords, type Words } from "../text/words.ts";

/** The words of all passages one behind the other, so that a run of words is two numbers, also across passages. */
export interface WordStream {
  readonly text: string;
  /** Offsets of the text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** One per word; case, width and the kind of apostrophe make no difference. */
  readonly hashes: Uint32Array;
  /** 1 where the word is a character of a script without spaces, else 0. */
  readonly unspaced: Uint8Array;
}

/** Words `from` (with) to `to` (without) of a stream. */
export interface WordRun {
  readonly from: number;
  readonly to: number;
}

/**
 * About two characters of a script without spaces make one word (Unicode Standard Annex 29 leaves it to dictionaries), so
 * such a character counts half where lengths are told.
 */
export const WORDS_PER_CHARACTER = 0.5;

/** Spans that lie this near to one another are read in one go, in code units; farther ones apart. */
const WIDEST_GAP = 512;

/**
 * Reads the words of passages, which are in text order and do not overlap. Linear in their length.
 *
 * @returns the stream and, for each span, its run.
 */
export function readWords(
  text: string,
  spans: readonly Span[],
): { readonly stream: WordStream; readonly runs: readonly WordRun[] } {
  const parts: Words[] = [];
  const runs: WordRun[] = [];
  let total = 0;
  let index = 0;
  while (index < spans.length) {
    const first = spans[index] as Span;
    let last = index;
    while (
      last + 1 < spans.length &&
      (spans[last + 1] as Span).start - (spans[last] as Span).end <= WIDEST_GAP
    ) {
      last++;
    }
    const words = scanWords(text, { start: first.start, end: (spans[last] as Span).end });
    parts.push(words);
    let word = 0;
    const { starts } = words;
    for (; index <= last; index++) {
      const { start, end } = spans[index] as Span;
      while (word < starts.length && (starts[word] as number) < start) {
        word++;
      }
      const from = word;
      while (word < starts.length && (starts[word] as number) < end) {
        word++;
      }
      runs.push({ from: total + from, to: total + word });
    }
    total += starts.length;
  }
  return { stream: joinParts(text, parts, total), runs };
}

/** The length of a run in words, a character of a script without spaces counted as half a one. */
export function lengthInWords({ unspaced }: WordStream, { from, to }: WordRun): number {
  let characters = 0;
  for (let index = from; index < to; index++) {
    characters += unspaced[index] as number;
  }
  return to - from - characters * (1 - WORDS_PER_CHARACTER);
}

function joinParts(text: string, parts: readonly Words[], total: number): WordStream {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    return withScripts(text, only);
  }
  const starts = new Uint32Array(total);
  const ends = new Uint32Array(total);
  const hashes = new Uint32Array(total);
  let at = 0;
  for (const part of parts) {
    starts.set(part.starts, at);
    ends.set(part.ends, at);
    hashes.set(part.hashes, at);
    at += part.hashes.length;
  }
  return withScripts(text, { starts, ends, hashes });
}

function withScripts(text: string, { starts, ends, hashes }: Words): WordStream {
  const unspaced = new Uint8Array(starts.length);
  for (let index = 0; index < starts.length; index++) {
    const unit = text.charCodeAt(starts[index] as number);
    if (unit >= FIRST_UNSPACED && isUnspacedScript(text.codePointAt(starts[index] as number) as number)) {
      unspaced[index] = 1;
    }
  }
  return { text, starts, ends, hashes, unspaced };
}

/** Thai starts here; below it no script is written without spaces. */
const FIRST_UNSPACED = 0x0e00;
