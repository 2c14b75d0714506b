import {
  isClosingMark,
  isSentenceTerminator,
  isUnspacedTerminator,
  isWordCharacter,
  startsUpperCase,
} from "../text/script.ts";
import { isWhiteSpace } from "../text/white-space.ts";
import type { WordRun, WordStream } from "./word-stream.ts";

/** Whether a sentence, or the passage itself, starts with a word of a passage. */
export function startsAtSentence(stream: WordStream, passage: WordRun, word: number): boolean {
  return word === passage.from || isSentenceEdge(stream, word);
}

/** Whether a sentence, or the passage itself, ends right before a word of a passage. */
export function endsAtSentence(stream: WordStream, passage: WordRun, word: number): boolean {
  return word === passage.to || isSentenceEdge(stream, word);
}

/** Whether between a word and the one before it a sentence ends; also where the space behind it was lost (`saying.“While`). */
function isSentenceEdge({ text, starts, ends }: WordStream, word: number): boolean {
  const start = starts[word] as number;
  for (let at = ends[word - 1] as number; at < start; at++) {
    const unit = text.charCodeAt(at);
    if (isUnspacedTerminator(unit) || unit === 0x0a) {
      return true;
    }
    if (isSentenceTerminator(unit) && (at + 1 < start || startsUpperCase(text, start))) {
      return true;
    }
  }
  return false;
}

/** As far behind the last word of a passage a mark of omission is looked for, in code units. */
const LONGEST_TAIL = 24;

/** `… Read more`: what stands behind a mark of omission is a button of so many words. */
const MOST_WORDS_OF_BUTTON = 3;

/**
 * Where a text that breaks off with `…` or `...` breaks off: the number of the word right behind the last one that it has;
 * undefined for a text that does not.
 */
export function brokenOffAt(stream: WordStream, run: WordRun, end: number): number | undefined {
  const { text, starts, ends } = stream;
  for (let word = run.to; word > run.from && word >= run.to - MOST_WORDS_OF_BUTTON; word--) {
    const from = ends[word - 1] as number;
    const to = word === run.to ? Math.min(end, from + LONGEST_TAIL) : (starts[word] as number);
    if (holdsOmission(text, from, to)) {
      const isEnd = word === run.to || !endsWithStop(text, end);
      return isEnd ? word : undefined;
    }
  }
  return undefined;
}

function holdsOmission(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2026 || unit === 0x22ef || unit === 0x2025) {
      return true;
    }
    if (
      unit === 0x2e &&
      at + 2 < to &&
      text.charCodeAt(at + 1) === 0x2e &&
      text.charCodeAt(at + 2) === 0x2e
    ) {
      return true;
    }
  }
  return false;
}

function endsWithStop(text: string, end: number): boolean {
  let at = end - 1;
  while (at > 0 && (isClosingMark(text.charCodeAt(at)) || isWhiteSpace(text.charCodeAt(at)))) {
    at--;
  }
  return isSentenceTerminator(text.charCodeAt(at));
}

/** Whether two words are the same, or the first is the start of the second, cut off inside it. */
export function isWordStart({ text, starts, ends }: WordStream, cut: number, whole: number): boolean {
  const part = text.slice(starts[cut], ends[cut]).toLowerCase();
  const word = text.slice(starts[whole], ends[whole]).toLowerCase();
  return word.startsWith(part) && isWordCharacter(part.codePointAt(0) ?? 0);
}
