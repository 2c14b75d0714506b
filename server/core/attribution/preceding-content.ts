import { trimmedEnd } from "./content-ends.ts";
import type { TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";

/**
 * The content before `X said`, whose first token is `first`: what stands in the sentence before the comma or the closing
 * mark, or the quoted sentence before this one (`“Why?” Warren asked.`).
 *
 * @param floor Where an earlier statement of the sentence ends.
 */
export function contentBefore(
  paragraph: Paragraph,
  sentence: Sentence,
  first: number,
  floor: number,
): TokenRange | undefined {
  const { tokens, quotationAt, quotations } = paragraph;
  let at = first - 1;
  if (at < sentence.first) {
    return quotedSentenceBefore(paragraph, sentence);
  }
  const mark = tokens[at] as Token;
  if (mark.tag === "dash" && (tokens[at - 1]?.tag === "comma" || tokens[at - 1]?.tag === "quote")) {
    at--;
  }
  const before = tokens[at] as Token;
  const inner = quotationAt[at] as number;
  const own = quotationAt[first] as number;
  const lowest = Math.max(floor, sentence.first, own >= 0 ? (quotations[own]?.first ?? -1) + 1 : 0);
  if (inner !== own && inner >= 0) {
    const start = lowest;
    const opening = quotations[inner]?.first ?? start;
    return fromStart(paragraph, start, at + 1, Math.max(start, opening));
  }
  if (before.tag !== "comma") {
    return undefined;
  }
  const last = quotationAt[at - 1] as number;
  const start = lowest;
  const opening = last >= 0 && last !== own ? Math.max(start, quotations[last]?.first ?? start) : at;
  return fromStart(paragraph, start, at, opening);
}

/**
 * From the start of the sentence, leading conjunctions left out; where the words before the quotation are only an
 * introduction (`In a statement, “…”`, `But “…”`), from the quotation.
 */
function fromStart(
  paragraph: Paragraph,
  start: number,
  end: number,
  opening: number,
): TokenRange | undefined {
  const { tokens } = paragraph;
  let first = start;
  while (first < opening && isLeading(tokens[first] as Token)) {
    first++;
  }
  if (opening < end && opening - first > 0 && isIntroduction(paragraph, first, opening)) {
    first = opening;
  }
  const trimmed = trimmedEnd(paragraph, first, end);
  return trimmed > first ? { first, end: trimmed } : undefined;
}

function isLeading({ tag }: Token): boolean {
  return tag === "conjunction" || tag === "comma" || tag === "dash" || tag === "stop" || tag === "colon";
}

/** Whether words before a quotation end with a comma or colon, or hold no verb and begin with a preposition. */
function isIntroduction({ tokens }: Paragraph, first: number, end: number): boolean {
  const last = tokens[end - 1] as Token;
  return (
    (last.tag === "comma" || last.tag === "colon") &&
    end - first <= 12 &&
    (tokens[first] as Token).tag !== "name"
  );
}

function quotedSentenceBefore(paragraph: Paragraph, sentence: Sentence): TokenRange | undefined {
  const { tokens, quotationAt, quotations, sentences } = paragraph;
  const at = sentence.first - 1;
  const quotation = quotations[quotationAt[at] as number];
  if (at < 0 || quotation === undefined || quotation.last !== at || (tokens[at] as Token).tag !== "quote") {
    return undefined;
  }
  const before = sentences.find(({ end }) => end === sentence.first);
  const first = before === undefined ? quotation.first : before.first;
  return {
    first: quotation.first - first <= 12 ? Math.min(first, quotation.first) : quotation.first,
    end: at + 1,
  };
}

/** Whether words can be a clause that somebody says: there is a verb, or it is long enough not to be a circumstance. */
export function canBeSaid({ tokens, quotationAt }: Paragraph, { first, end }: TokenRange): boolean {
  const start = tokens[first] as Token;
  if ((quotationAt[end - 1] as number) >= 0 || start.tag === "quote") {
    return true;
  }
  const isCircumstance =
    start.tag === "preposition" ||
    start.tag === "adverb" ||
    start.tag === "time" ||
    start.tag === "subordinator" ||
    start.tag === "verb";
  if (!isCircumstance || clauseSubjects.has(start.lower)) {
    return true;
  }
  for (let at = first + 1; at < end; at++) {
    const { tag, lower } = tokens[at] as Token;
    if (tag === "auxiliary" || (tag === "verb" && !lower.endsWith("ing"))) {
      return start.tag !== "subordinator" || tokens.slice(first, end).some((token) => token.tag === "comma");
    }
  }
  return false;
}

/** `Whether the plan will work is an open question, experts say`: a clause that is the subject of what is said. */
const clauseSubjects: ReadonlySet<string> = new Set(["whether", "that", "how", "why", "what"]);
