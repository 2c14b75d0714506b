import type { Candidate } from "./candidate.ts";
import { trimmedEnd } from "./content-ends.ts";
import { nounPhraseAfter, type TokenRange } from "./noun-phrases.ts";
import { ownerBefore } from "./noun-statements.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { canBeSaid } from "./preceding-content.ts";
import type { Token } from "./tokens.ts";

/**
 * `In Ferrant’s view, the port is dead`, `By its own admission, the board failed`, `Two boats sank, by one estimate`: a phrase that
 * gives the whole sentence to somebody.
 */
export function viewPhrase(paragraph: Paragraph, sentence: Sentence, at: number): Candidate | undefined {
  const { tokens, language } = paragraph;
  const opener = (tokens[at] as Token).lower;
  if (language.id !== "en" || !(opener === "in" || opener === "by")) {
    return undefined;
  }
  const phrase = nounPhraseAfter(paragraph, at + 1, Math.min(sentence.end, at + LONGEST_PHRASE));
  const noun = phrase === undefined ? -1 : viewNounIn(paragraph, phrase);
  if (phrase === undefined || noun < 0) {
    return undefined;
  }
  let first = noun;
  while (first > at + 1 && (tokens[first - 1]?.tag === "adjective" || tokens[first - 1]?.lower === "own")) {
    first--;
  }
  const owner = ownerBefore(paragraph, sentence, first);
  const isCounted = owner === undefined && opener === "by" && counts.has(tokens[at + 1]?.lower ?? "");
  if (owner === undefined && !isCounted) {
    return undefined;
  }
  const source = owner ?? phrase;
  const cue = owner === undefined ? { first: at, end: at + 1 } : { first, end: noun + 1 };
  const content = contentAround(paragraph, sentence, { first: at, end: phrase.end });
  return content === undefined
    ? undefined
    : { source, cue, content: [content], mayContinue: false, isOpen: false };
}

/** Tokens of the phrase, preposition included. */
const LONGEST_PHRASE = 9;

/** The noun of view that ends the phrase; -1 where it ends otherwise. */
function viewNounIn({ tokens, language }: Paragraph, { first, end }: TokenRange): number {
  const last = end - 1;
  return last > first && language.viewNouns.has((tokens[last] as Token).lower) ? last : -1;
}

/** `by one estimate`, `by most accounts`. */
const counts: ReadonlySet<string> = new Set("one some most many several all".split(" "));

/** What stands behind the phrase and its comma at the start of the sentence, else what stands before it. */
function contentAround(
  paragraph: Paragraph,
  sentence: Sentence,
  { first, end }: TokenRange,
): TokenRange | undefined {
  const { tokens } = paragraph;
  if (first <= sentence.first + 1) {
    const start = tokens[end]?.tag === "comma" ? end + 1 : -1;
    const last = start < 0 ? start : trimmedEnd(paragraph, start, sentence.end);
    return last > start ? { first: start, end: last } : undefined;
  }
  const isAfterComma = tokens[first - 1]?.tag === "comma";
  const closes = end >= sentence.end || tokens[end]?.tag === "stop" || tokens[end]?.tag === "comma";
  const last = trimmedEnd(paragraph, sentence.first, first);
  const before = { first: sentence.first, end: last };
  return isAfterComma && closes && last > sentence.first && canBeSaid(paragraph, before) ? before : undefined;
}
