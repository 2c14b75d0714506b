import type { Candidate } from "./candidate.ts";
import { clauseEnd, trimmedEnd } from "./content-ends.ts";
import { simplePhraseAfter, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { subjectBefore } from "./subjects.ts";
import type { Token } from "./tokens.ts";
import { startOfVerbGroup } from "./verb-group-start.ts";

/**
 * `The plan drew sharp criticism from dockers`, `the board has come under fire for the delay`: who is spoken of is the subject, and who
 * speaks stands behind `from`, if anywhere.
 */
export function receivedStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  verb: number,
): Candidate | undefined {
  const { tokens, language } = paragraph;
  const { lower, tag } = tokens[verb] as Token;
  if (language.id !== "en" || tag !== "verb" || !language.receivingVerbs.has(lower)) {
    return undefined;
  }
  const noun = receivedNoun(paragraph, sentence, verb);
  if (noun === undefined) {
    return undefined;
  }
  const first = startOfVerbGroup(tokens, verb, sentence.first);
  const subject = subjectBefore(
    paragraph,
    sentence,
    { first, end: verb + 1, head: verb, verbs: [], shape: "finite", isAdjective: false },
    undefined,
  );
  if (subject === undefined) {
    return undefined;
  }
  const from = tokens[noun + 1]?.lower;
  // Troops come under fire without a reason given; a board does not.
  if (from === undefined || (tokens[noun]?.lower === "fire" && !fireOpeners.has(from))) {
    return undefined;
  }
  const source =
    from === "from" || from === "by" ? simplePhraseAfter(paragraph, noun + 2, sentence.end) : undefined;
  const end = source === undefined ? noun + 1 : noun + 2;
  const reason = reasonBehind(paragraph, sentence, source?.end ?? end);
  return {
    source,
    cue: { first, end },
    content: reason === undefined ? [subject] : [subject, reason],
    mayContinue: false,
    isOpen: false,
  };
}

const fireOpeners: ReadonlySet<string> = new Set(["for", "over", "about"]);

/** The noun of speech behind the verb and what describes it: `under heavy fire`, `sharp criticism`. */
function receivedNoun({ tokens, language }: Paragraph, sentence: Sentence, verb: number): number | undefined {
  for (let at = verb + 1; at < Math.min(sentence.end, verb + LONGEST_PHRASE); at++) {
    const { tag, lower } = tokens[at] as Token;
    const next = tokens[at + 1]?.tag;
    if (language.receivedNouns.has(lower) && next !== "noun" && next !== "name") {
      return at;
    }
    if (
      tag !== "adjective" &&
      tag !== "determiner" &&
      tag !== "adverb" &&
      tag !== "noun" &&
      !openers.has(lower)
    ) {
      return undefined;
    }
  }
  return undefined;
}

/** Tokens from the verb to the noun: `came under some withering`. */
const LONGEST_PHRASE = 6;

/** `came under fire`, `met with scorn` */
const openers: ReadonlySet<string> = new Set(["under", "with", "in", "for"]);

/** `for the delay`, `over its figures`: what the speech is about. */
function reasonBehind(paragraph: Paragraph, sentence: Sentence, at: number): TokenRange | undefined {
  const opener = paragraph.tokens[at]?.lower;
  if (at >= sentence.end || !(opener === "for" || opener === "over" || opener === "about")) {
    return undefined;
  }
  const end = trimmedEnd(paragraph, at + 1, clauseEnd(paragraph, sentence, at + 1, "thing"));
  return end > at + 1 ? { first: at + 1, end } : undefined;
}
