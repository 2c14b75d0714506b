import type { Candidate } from "./candidate.ts";
import { clauseEnd, trimmedEnd } from "./content-ends.ts";
import { embeddedEnd } from "./embedding.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { subjectBefore } from "./subjects.ts";
import type { Token } from "./tokens.ts";

/** `She is a staunch opponent of the toll`: who is what the noun says is the source, what it is of the content. */
export function stanceStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  noun: number,
): Candidate | undefined {
  const { tokens, language } = paragraph;
  const opener = tokens[noun + 1];
  if (
    !language.stanceNouns.has((tokens[noun] as Token).lower) ||
    opener === undefined ||
    !openers.has(opener.lower)
  ) {
    return undefined;
  }
  const copula = copulaBefore(tokens, sentence, noun);
  if (copula === undefined) {
    return undefined;
  }
  const range = { first: copula, end: noun + 1 };
  const source = subjectBefore(
    paragraph,
    sentence,
    { ...range, head: copula, verbs: [], shape: "finite", isAdjective: true },
    undefined,
  );
  const start = noun + 2;
  const isRelative =
    source !== undefined &&
    pointers.has((tokens[source.first] as Token).lower) &&
    source.end - source.first === 1;
  const clause = {
    ...sentence,
    end: embeddedEnd(paragraph, sentence, start, isRelative ? "relative" : "main"),
  };
  const end = trimmedEnd(paragraph, start, clauseEnd(paragraph, clause, start, "thing"));
  return source === undefined || end <= start
    ? undefined
    : {
        source,
        cue: { first: copula, end: start },
        content: [{ first: start, end }],
        mayContinue: false,
        isOpen: false,
      };
}

const pointers: ReadonlySet<string> = new Set(["who", "which", "that"]);

const openers: ReadonlySet<string> = new Set(["of", "in"]);

/** The first auxiliary of `has long been a consistent and outspoken`, right before the noun's phrase. */
function copulaBefore(tokens: readonly Token[], sentence: Sentence, noun: number): number | undefined {
  let first: number | undefined;
  for (let at = noun - 1; at >= Math.max(sentence.first, noun - LONGEST_PHRASE); at--) {
    const { tag } = tokens[at] as Token;
    if (tag === "auxiliary") {
      first = at;
    } else if (first !== undefined && tag !== "adverb" && tag !== "negation") {
      return first;
    } else if (
      tag === "verb" ||
      tag === "preposition" ||
      tag === "pronoun" ||
      tag === "stop" ||
      tag === "quote"
    ) {
      return first;
    }
  }
  return first;
}

const LONGEST_PHRASE = 10;
