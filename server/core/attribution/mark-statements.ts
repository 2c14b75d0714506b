import type { Candidate } from "./candidate.ts";
import { trimmedEnd } from "./content-ends.ts";
import { nounPhraseAfter } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";

/** `Poll: Voters Are Tired` and `Ferrant: “We wait.”`: a paragraph that begins with a short name and a colon. */
export function colonStatement(paragraph: Paragraph, sentence: Sentence): Candidate | undefined {
  const { tokens, quotationAt, language } = paragraph;
  if (sentence.first !== 0) {
    return undefined;
  }
  const phrase = nounPhraseAfter(paragraph, 0, Math.min(sentence.end, LONGEST_SPEAKER + 1));
  const colon = phrase === undefined ? undefined : tokens[phrase.end];
  if (phrase === undefined || colon?.tag !== "colon") {
    return undefined;
  }
  const next = tokens[phrase.end + 1];
  const isQuoted = next !== undefined && (quotationAt[phrase.end + 1] as number) >= 0;
  const last = tokens[phrase.end - 1] as Token;
  const { documents, media, organisations, governments, titles } = language.kinds;
  const isSpeaker =
    last.isCapital &&
    last.tag !== "time" &&
    (isQuoted ||
      (paragraph.isTitleCase &&
        (last.tag === "name" ||
          [documents, media, organisations, governments, titles].some((words) => words.has(last.lower)))));
  if (!isSpeaker) {
    return undefined;
  }
  const end = trimmedEnd(paragraph, phrase.end + 1, tokens.length);
  return end > phrase.end + 1
    ? {
        source: phrase,
        cue: { first: phrase.end, end: phrase.end + 1 },
        content: [{ first: phrase.end + 1, end }],
        mayContinue: isQuoted,
        isOpen: false,
      }
    : undefined;
}

const LONGEST_SPEAKER = 6;

/** `“…” — Sonya Herridge`: a quotation, a dash, and a name that ends the paragraph. */
export function dashStatement(paragraph: Paragraph): Candidate | undefined {
  const { tokens, quotations } = paragraph;
  const quotation = quotations.at(-1);
  if (quotation === undefined || quotation.first > 0 || tokens[quotation.last + 1]?.tag !== "dash") {
    return undefined;
  }
  const dash = quotation.last + 1;
  const source = nounPhraseAfter(paragraph, dash + 1, tokens.length);
  if (source === undefined || source.end < tokens.length - 1 || tokens[source.first]?.tag !== "name") {
    return undefined;
  }
  return {
    source,
    cue: { first: dash, end: dash + 1 },
    content: [{ first: 0, end: quotation.last + 1 }],
    mayContinue: false,
    isOpen: false,
  };
}
