import type { Candidate } from "./candidate.ts";
import { clauseEnd, trimmedEnd } from "./content-ends.ts";
import type { TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { subjectBefore } from "./subjects.ts";
import type { Token } from "./tokens.ts";
import { startOfVerbGroup } from "./verb-group-start.ts";

/**
 * `made a strong condemnation of the test`, `raised doubts about it`, `gave a warning that …`: a noun of speech whose verb
 * only carries it (Quirk et al. 1985, 10.30). Verb, noun and preposition are the cue.
 */
export function lightVerbStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  verb: number,
): Candidate | undefined {
  const { tokens, language, quotationAt } = paragraph;
  const noun = carriedNoun(paragraph, sentence, verb);
  if (noun === undefined) {
    return undefined;
  }
  const source = subjectBefore(paragraph, sentence, carryingGroup(tokens, sentence, verb), undefined);
  const opener = tokens[noun + 1];
  if (source === undefined || opener === undefined || noun + 1 >= sentence.end) {
    return undefined;
  }
  const first = startOfVerbGroup(tokens, verb, sentence.first);
  const isOutside = quotationAt[noun + 1] === quotationAt[noun];
  const isClause = language.complementisers.has(opener.lower) || opener.tag === "infinitive";
  const isThing = isOutside && nounOpeners.has(opener.lower) && tokens[noun + 2]?.tag !== "time";
  const isAnnounced = opener.tag === "colon";
  if (!isThing && !isClause && !isAnnounced) {
    return undefined;
  }
  const start = isClause ? noun + 1 : noun + 2;
  const kind = isClause
    ? opener.tag === "infinitive"
      ? "infinitive"
      : "clause"
    : isThing
      ? "thing"
      : "quotation";
  const end = trimmedEnd(paragraph, start, clauseEnd(paragraph, sentence, start, kind));
  return end > start
    ? {
        source,
        cue: { first, end: isClause ? noun + 1 : noun + 2 },
        content: [{ first: start, end }],
        mayContinue: isAnnounced,
        isOpen: false,
      }
    : undefined;
}

/** What ties a noun of speech to what it is about. */
export const nounOpeners: ReadonlySet<string> = new Set([
  "of",
  "about",
  "for",
  "against",
  "on",
  "over",
  "with",
  "toward",
  "towards",
]);

/** The noun of speech behind the verb, adjectives and an article between them. */
function carriedNoun({ tokens, language }: Paragraph, sentence: Sentence, verb: number): number | undefined {
  let noun: number | undefined;
  for (let at = verb + 1; at < Math.min(sentence.end, verb + LONGEST_PHRASE); at++) {
    const { tag, lower } = tokens[at] as Token;
    if (language.cueNouns.has(lower) && (tag === "noun" || tag === "verb")) {
      noun = at;
    } else if (tag !== "adjective" && tag !== "determiner" && tag !== "adverb" && tag !== "noun") {
      break;
    }
  }
  return noun;
}

/** Tokens from the verb to the noun: `made an unusually strong public`. */
const LONGEST_PHRASE = 6;

function carryingGroup(tokens: readonly Token[], sentence: Sentence, verb: number) {
  const first = startOfVerbGroup(tokens, verb, sentence.first);
  const isParticiple = first === verb && (tokens[verb] as Token).lower.endsWith("ing");
  const range: TokenRange = { first, end: verb + 1 };
  return {
    ...range,
    head: verb,
    verbs: [],
    shape: isParticiple ? ("participle" as const) : ("finite" as const),
    isAdjective: false,
  };
}
