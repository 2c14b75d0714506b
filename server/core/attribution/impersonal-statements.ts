import type { Candidate } from "./candidate.ts";
import { trimmedEnd } from "./content-ends.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";

/** `It is unclear whether the port will open`, `It seemed that …`: a view that the sentence gives to nobody. */
export function impersonalStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  pronoun: number,
): Candidate | undefined {
  const { tokens, language } = paragraph;
  if (language.id !== "en" || tokens[pronoun]?.lower !== "it") {
    return undefined;
  }
  let at = pronoun + 1;
  while (at < sentence.end && isBeforePredicate(tokens[at] as Token)) {
    at++;
  }
  const predicate = tokens[at]?.lower ?? "";
  const isView = seeming.has(predicate) || (at > pronoun + 1 && viewAdjectives.has(predicate));
  const opener = tokens[at + 1];
  const opens =
    opener !== undefined &&
    at + 1 < sentence.end &&
    (language.complementisers.has(opener.lower) || language.questionWords.has(opener.lower));
  const end = trimmedEnd(paragraph, at + 1, sentence.end);
  return isView && opens && end > at + 1
    ? {
        source: undefined,
        cue: { first: pronoun + 1, end: at + 1 },
        content: [{ first: at + 1, end }],
        mayContinue: false,
        isOpen: false,
      }
    : undefined;
}

function isBeforePredicate({ tag, lower }: Token): boolean {
  return tag === "auxiliary" || tag === "adverb" || tag === "negation" || remaining.has(lower);
}

const remaining: ReadonlySet<string> = new Set(["remains", "remained", "became", "becomes"]);

const seeming: ReadonlySet<string> = new Set(["seems", "seemed", "appears", "appeared"]);

/** Adjectives of certainty and likelihood (Quirk et al. 1985, 16.72). */
const viewAdjectives: ReadonlySet<string> = new Set(
  "clear unclear likely unlikely possible apparent obvious evident certain uncertain doubtful plausible implausible conceivable known unknown probable".split(
    " ",
  ),
);
