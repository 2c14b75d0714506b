import type { Candidate } from "./candidate.ts";
import { trimmedEnd } from "./content-ends.ts";
import type { SourcePhrase } from "./language.ts";
import { isNominal, nounPhraseAfter, nounPhraseBefore, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { withPostmodifier } from "./postmodifiers.ts";
import { canBeSaid } from "./preceding-content.ts";
import type { Token } from "./tokens.ts";

/** `According to X, CONTENT`, `CONTENT, according to X`, `X zufolge`: the statement of a source phrase at a token. */
export function phraseStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  at: number,
  floor: number,
): Candidate | undefined {
  const phrase = matchPhrase(paragraph, paragraph.language.sourcePhrases, at, sentence.end);
  if (phrase === undefined || (phrase.words[0] === "per" && !isSomebody(paragraph.tokens[at + 1]))) {
    return undefined;
  }
  const cue = { first: at, end: at + phrase.words.length };
  const source =
    phrase.place === "before"
      ? sourceBehind(paragraph, sentence, cue.end)
      : nounPhraseBefore(paragraph, at, sentence.first);
  if (source === undefined) {
    return undefined;
  }
  const first = Math.min(cue.first, source.first);
  const end = Math.max(cue.end, source.end);
  const before = precedingClause(paragraph, Math.max(floor, sentence.first), first);
  if (before !== undefined && canBeSaid(paragraph, before)) {
    const rest = interruptedRest(paragraph, sentence, end);
    return {
      source,
      cue,
      content: rest === undefined ? [before] : [before, rest],
      mayContinue: (paragraph.quotationAt[before.end - 1] as number) >= 0,
      isOpen: false,
    };
  }
  const next = paragraph.tokens[end];
  const start = next?.tag === "comma" || next?.tag === "colon" ? end + 1 : end;
  const last = trimmedEnd(paragraph, start, sentence.end);
  return last > start
    ? { source, cue, content: [{ first: start, end: last }], mayContinue: false, isOpen: false }
    : undefined;
}

/** `per the bylaws`, `per Reuters`, not `per day`, `per a month`. */
function isSomebody(token: Token | undefined): boolean {
  return token !== undefined && (token.tag === "name" || (token.tag === "determiner" && token.lower !== "a"));
}

export function matchPhrase(
  { tokens }: Paragraph,
  phrases: readonly SourcePhrase[],
  at: number,
  limit: number,
): SourcePhrase | undefined {
  return phrases.find(({ words }) =>
    words.every((word, offset) => at + offset < limit && tokens[at + offset]?.lower === word),
  );
}

/** The phrase with its description: `according to Maud Ferrant, the head of the union`. */
export function sourceBehind(
  paragraph: Paragraph,
  sentence: Sentence,
  start: number,
): TokenRange | undefined {
  const { tokens } = paragraph;
  const plain = nounPhraseAfter(paragraph, start, sentence.end);
  if (plain === undefined) {
    return undefined;
  }
  const phrase = withPostmodifier(paragraph, plain, sentence.end);
  const next = tokens[phrase.end + 1];
  if (tokens[phrase.end]?.tag !== "comma" || next === undefined || phrase.end + 1 >= sentence.end) {
    return phrase;
  }
  if (next.tag !== "determiner" && next.lower !== "who" && next.lower !== "which" && next.tag !== "noun") {
    return phrase;
  }
  const isFirst = tokens[start - 1] !== undefined && start - sentence.first <= 4;
  for (let at = phrase.end + 1; at < sentence.end; at++) {
    const { tag } = tokens[at] as Token;
    if (tag === "stop" || tag === "quote" || (tag === "comma" && isFirst)) {
      return { first: phrase.first, end: at };
    }
    // At the start of a sentence the description has to end with a comma; a verb before it is the main clause's.
    if (
      isFirst &&
      (tag === "auxiliary" || tag === "verb") &&
      next.lower !== "who" &&
      next.lower !== "which"
    ) {
      return phrase;
    }
  }
  return { first: phrase.first, end: trimmedEnd(paragraph, phrase.first, sentence.end) };
}

function precedingClause(paragraph: Paragraph, floor: number, end: number): TokenRange | undefined {
  const { tokens } = paragraph;
  let first = floor;
  while (first < end && !canStart(tokens[first] as Token)) {
    first++;
  }
  const last = trimmedEnd(paragraph, first, end);
  if (last - first < 2) {
    return undefined;
  }
  return { first, end: last };
}

function canStart({ tag, lower }: Token): boolean {
  return tag !== "comma" && tag !== "conjunction" && tag !== "dash" && tag !== "stop" && lower !== ";";
}

/** `The law, according to X, is dead`: what goes on behind the second comma. */
function interruptedRest(paragraph: Paragraph, sentence: Sentence, end: number): TokenRange | undefined {
  const { tokens } = paragraph;
  const next = tokens[end + 1];
  if (tokens[end]?.tag !== "comma" || next === undefined || end + 1 >= sentence.end) {
    return undefined;
  }
  if (next.tag !== "auxiliary" && next.tag !== "verb" && next.tag !== "quote" && !isNominal(next.tag)) {
    return undefined;
  }
  const last = trimmedEnd(paragraph, end + 1, sentence.end);
  return { first: end + 1, end: last };
}
