import type { Candidate } from "./candidate.ts";
import { trimmedEnd } from "./content-ends.ts";
import { simplePhraseBefore, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";

/** `Trump’s claim that …`, `her plans to …`, `the ministry’s criticism of …`: a noun of speech with its owner and its content. */
export function nounStatement(paragraph: Paragraph, sentence: Sentence, head: number): Candidate | undefined {
  const { tokens, language, quotationAt } = paragraph;
  const token = tokens[head] as Token;
  if (!language.cueNouns.has(token.lower) || (token.tag !== "noun" && token.tag !== "verb")) {
    return undefined;
  }
  let first = head;
  while (first > sentence.first && isModifier(tokens[first - 1] as Token)) {
    first--;
  }
  const source = ownerBefore(paragraph, sentence, first);
  if (source === undefined) {
    return undefined;
  }
  const opener = tokens[head + 1];
  if (opener === undefined || head + 1 >= sentence.end || quotationAt[head + 1] !== quotationAt[head]) {
    return undefined;
  }
  const isClause = language.complementisers.has(opener.lower) || opener.tag === "infinitive";
  const isThing = openers.has(opener.lower) && tokens[head + 2]?.tag !== "time";
  if (!isClause && !isThing) {
    return undefined;
  }
  const start = isClause ? head + 1 : head + 2;
  const end = trimmedEnd(
    paragraph,
    start,
    nounContentEnd(paragraph, sentence, start, isThing ? "thing" : "clause"),
  );
  if (end <= start) {
    return undefined;
  }
  return {
    source,
    cue: { first, end: isClause ? head + 1 : head + 2 },
    content: [{ first: start, end }],
    mayContinue: false,
    isOpen: false,
  };
}

const openers: ReadonlySet<string> = new Set([
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

function isModifier({ tag }: Token): boolean {
  return tag === "adjective" || tag === "adverb" || tag === "noun";
}

function ownerBefore(paragraph: Paragraph, sentence: Sentence, first: number): TokenRange | undefined {
  const { tokens } = paragraph;
  const before = tokens[first - 1];
  if (first <= sentence.first || before === undefined) {
    return undefined;
  }
  if (owners.has(before.lower)) {
    return { first: first - 1, end: first };
  }
  return before.tag === "possessive" ? simplePhraseBefore(paragraph, first, sentence.first) : undefined;
}

const owners: ReadonlySet<string> = new Set(["his", "her", "their", "its"]);

/** To the end of the clause: a comma, or the finite verb of the main clause, is out of reach of rules; the comma it is. */
function nounContentEnd(
  { tokens, quotationAt, quotations }: Paragraph,
  sentence: Sentence,
  start: number,
  kind: "thing" | "clause",
): number {
  const level = quotationAt[start - 1] as number;
  for (let at = start; at < sentence.end; at++) {
    const inner = quotationAt[at] as number;
    if (level < 0 && inner >= 0) {
      at = quotations[inner]?.last ?? at;
      continue;
    }
    if (inner !== level) {
      return at;
    }
    const { tag } = tokens[at] as Token;
    const next = tokens[at + 1]?.tag;
    if (tag === "conjunction" && (next === "verb" || next === "auxiliary") && at > start) {
      return at;
    }
    if (kind === "thing" && tag === "auxiliary" && at > start) {
      return at;
    }
    if (tag === "comma" || tag === "stop" || tag === "dash" || tag === "colon") {
      return at;
    }
  }
  return sentence.end;
}
