import { nounPhraseAfter, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph } from "./paragraph.ts";
import { isPastParticiple } from "./past-participles.ts";

/**
 * The phrase with what describes it right behind: `two people familiar with the matter`, `a report published Monday by the
 * institute`, `officials briefed on the talks`.
 */
export function withPostmodifier(paragraph: Paragraph, phrase: TokenRange, limit: number): TokenRange {
  const { tokens } = paragraph;
  const word = tokens[phrase.end];
  if (word === undefined || phrase.end + 1 >= limit) {
    return phrase;
  }
  const describes = word.tag === "adjective" || (word.tag === "verb" && isPastParticiple(word.lower));
  let at = phrase.end + 1;
  while (at < limit && tokens[at]?.tag === "time") {
    at++;
  }
  const opener = tokens[at];
  if (
    !describes ||
    opener === undefined ||
    at >= limit ||
    !(opener.tag === "preposition" || opener.lower === "to")
  ) {
    return phrase;
  }
  const object = nounPhraseAfter(paragraph, at + 1, limit);
  return object === undefined ? phrase : { first: phrase.first, end: object.end };
}
