import type { Candidate } from "./candidate.ts";
import { clauseEnd, trimmedEnd } from "./content-ends.ts";
import { ownerBefore } from "./noun-statements.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";

/**
 * `The fear is that the port will close`, `Ferrant’s argument has been that …`, `The message was clear: …`: a noun of speech or
 * thought whose content stands behind `be`. Without an owner nobody is named.
 */
export function copularStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  noun: number,
): Candidate | undefined {
  const { tokens, language, quotationAt } = paragraph;
  if (language.id !== "en" || !language.cueNouns.has((tokens[noun] as Token).lower)) {
    return undefined;
  }
  let at = noun + 1;
  while (at < sentence.end && isPredicate(tokens[at] as Token)) {
    at++;
  }
  const be = tokens.slice(noun + 1, at).find(({ lower }) => beForms.has(lower));
  const opener = tokens[at];
  if (
    be === undefined ||
    opener === undefined ||
    at >= sentence.end ||
    quotationAt[at - 1] !== quotationAt[noun]
  ) {
    return undefined;
  }
  let first = noun;
  while (first > sentence.first && isModifier(tokens[first - 1] as Token)) {
    first--;
  }
  const source = ownerBefore(paragraph, sentence, first);
  const isClause = language.complementisers.has(opener.lower) || language.questionWords.has(opener.lower);
  const isAnnounced = opener.tag === "colon" && at + 1 < sentence.end;
  // What a plan is to do is somebody's aim; what `the idea is to` do is told of nobody.
  const isAim = opener.tag === "infinitive" && source !== undefined;
  const isFirst = first <= sentence.first + 2 || source !== undefined;
  if (!(isClause || isAnnounced || isAim) || !isFirst) {
    return undefined;
  }
  const start = isAnnounced ? at + 1 : at;
  const kind = isAim ? "infinitive" : isAnnounced ? "quotation" : "clause";
  const end = trimmedEnd(paragraph, start, clauseEnd(paragraph, sentence, start, kind));
  const isDetermined =
    source === undefined && tokens[first - 1]?.tag === "determiner" && first > sentence.first;
  return end > start
    ? {
        source,
        cue: { first: isDetermined ? first - 1 : first, end: start },
        content: [{ first: start, end }],
        mayContinue: isAnnounced,
        isOpen: false,
      }
    : undefined;
}

function isPredicate({ tag, lower }: Token): boolean {
  return tag === "auxiliary" || tag === "adverb" || tag === "negation" || plainAdjectives.has(lower);
}

function isModifier({ tag }: Token): boolean {
  return tag === "adjective" || tag === "adverb" || tag === "noun";
}

const beForms: ReadonlySet<string> = new Set("is was are were be been 's".split(" "));

/** `The message is clear: …`. */
const plainAdjectives: ReadonlySet<string> = new Set(
  "clear simple straightforward unmistakable obvious blunt".split(" "),
);
