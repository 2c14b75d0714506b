import type { Candidate } from "./candidate.ts";
import { trimmedEnd } from "./content-ends.ts";
import { nounPhraseAfter, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { canBeSaid, contentBefore } from "./preceding-content.ts";
import type { Token } from "./tokens.ts";
import { hasFrame, type VerbGroup } from "./verb-groups.ts";

/** `CONTENT, X said` and `CONTENT, X said, CONTENT`. */
export function postposed(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
  source: TokenRange,
  earlier: Candidate | undefined,
): Candidate | undefined {
  if (source.end > group.first || (earlier !== undefined && sameRange(earlier.source, source))) {
    return undefined;
  }
  const lead = asBefore(paragraph, source.first, sentence);
  const isQuoted = isAfterQuotation(paragraph, sentence, lead);
  const floor = isQuoted ? floorBehind(earlier, sentence) : lastConjunction(paragraph, sentence, lead);
  const first = contentBefore(paragraph, sentence, lead, floor);
  if (first !== undefined && canBeSaid(paragraph, first)) {
    return withRest(paragraph, sentence, group, source, first);
  }
  // `But in recent days, advisers say, he has …`: the circumstance belongs to what goes on behind the cue.
  const isInterrupting =
    first !== undefined &&
    paragraph.tokens[skipLightWords(paragraph.tokens, group.end, sentence.end)]?.tag === "comma";
  if (isInterrupting) {
    const whole = withRest(paragraph, sentence, group, source, undefined);
    return whole === undefined ? undefined : { ...whole, content: [first, ...whole.content] };
  }
  return lead < source.first ? withRest(paragraph, sentence, group, source, undefined) : undefined;
}

/** Whether the source follows a quotation of more than a name: then that is what is said. */
export function isAfterQuotation(
  { tokens, quotationAt, quotations }: Paragraph,
  sentence: Sentence,
  first: number,
): boolean {
  let at = first - 1;
  if (at < sentence.first) {
    return false;
  }
  while (at > sentence.first && (tokens[at]?.tag === "comma" || tokens[at]?.tag === "dash")) {
    at--;
  }
  const quotation = quotations[quotationAt[at] as number];
  if (quotation === undefined || quotationAt[at] === quotationAt[first] || at !== quotation.last) {
    return false;
  }
  if (isTitleIn(tokens, quotation.first, quotation.last)) {
    return false;
  }
  const inside = tokens[quotation.last - 1]?.tag;
  return at < first - 1 || inside === "comma" || inside === "stop" || inside === "dash";
}

/** `on “Fox News Sunday,” Pence said`: a few capital words behind a preposition are the name of something. */
function isTitleIn(tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens[first - 1];
  const words = tokens.slice(first + 1, last).filter(({ tag }) => tag !== "comma" && tag !== "stop");
  const isBehindPhrase =
    before !== undefined &&
    (before.tag === "preposition" ||
      before.tag === "possessive" ||
      before.tag === "noun" ||
      before.tag === "name");
  return (
    isBehindPhrase && words.length <= 6 && words[0]?.isCapital === true && words.at(-1)?.isCapital === true
  );
}

/** Behind the last `, and` or `, but` before a token, where a clause of its own may begin; else the sentence's start. */
function lastConjunction({ tokens, quotationAt }: Paragraph, sentence: Sentence, before: number): number {
  for (let at = before - 3; at > sentence.first; at--) {
    const { tag, lower } = tokens[at] as Token;
    const parts =
      tokens[at - 1]?.tag === "comma" && tag === "conjunction" && (lower === "but" || lower === "and");
    if (
      (parts || lower === ";") &&
      quotationAt[at] === quotationAt[before] &&
      hasVerb(tokens, { first: at, end: before })
    ) {
      return at;
    }
  }
  return sentence.first;
}

export function endsQuoted({ quotationAt }: Paragraph, { end }: TokenRange): boolean {
  return (quotationAt[end - 1] as number) >= 0;
}

/** Without quotation marks `X, said Y` needs a clause for X and nothing behind Y. */
export function hasVerb(tokens: readonly Token[], { first, end }: TokenRange): boolean {
  for (let at = first; at < end; at++) {
    const { tag, lower } = tokens[at] as Token;
    if (tag === "auxiliary" || (tag === "verb" && !lower.endsWith("ing"))) {
      return true;
    }
  }
  return false;
}

/** German and Russian put a word of time or a pronoun between verb and subject: `сообщил ТАСС`, `sagte am Montag`. */
export function skipLightWords(tokens: readonly Token[], start: number, limit: number): number {
  let at = start;
  while (at < limit && (tokens[at]?.tag === "time" || tokens[at]?.tag === "adverb")) {
    at++;
  }
  return at;
}

function withRest(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
  source: TokenRange,
  first: TokenRange | undefined,
): Candidate | undefined {
  const behind = addresseeEnd(paragraph, group, sentence.end);
  const rest = restBehind(paragraph, sentence, behind, partBehind(paragraph, first));
  const content = [first, rest].filter((part) => part !== undefined);
  if (content.length === 0) {
    return undefined;
  }
  const isQuoted = first !== undefined && (paragraph.quotationAt[first.end - 1] as number) >= 0;
  return {
    source,
    cue: { first: group.first, end: group.end },
    content,
    mayContinue: isQuoted || hasFrame(group, "say", "tell"),
    isOpen: false,
  };
}

/** `The law, critics say, punishes the poor`: without a verb before the cue, what is behind it is said too. */
function partBehind(paragraph: Paragraph, first: TokenRange | undefined): "whole" | "quotation" | "second" {
  if (first === undefined) {
    return "whole";
  }
  if (endsQuoted(paragraph, first)) {
    return "quotation";
  }
  return hasVerb(paragraph.tokens, first) ? "second" : "whole";
}

function addresseeEnd(paragraph: Paragraph, group: VerbGroup, limit: number): number {
  const behind = skipLightWords(paragraph.tokens, group.end, limit);
  const phrase = nounPhraseAfter(paragraph, behind, limit);
  return phrase === undefined ? behind : phrase.end;
}

/**
 * What goes on behind `X said,`: a quotation, or the rest of a sentence that the cue had interrupted. A quotation may stand
 * behind a few words of circumstance (`she said in Geneva, “but …”`).
 */
export function restBehind(
  paragraph: Paragraph,
  sentence: Sentence,
  start: number,
  part: "second" | "whole" | "quotation" = "second",
): TokenRange | undefined {
  const { tokens, quotationAt } = paragraph;
  const own = quotationAt[start - 1] as number;
  for (let at = start; at < Math.min(sentence.end, start + 25); at++) {
    const token = tokens[at] as Token;
    if (token.tag === "stop" || token.lower === ";") {
      return undefined;
    }
    if (token.tag !== "comma" && token.tag !== "colon" && token.tag !== "dash") {
      continue;
    }
    let next = at + 1;
    while (next < sentence.end && (tokens[next]?.tag === "dash" || tokens[next]?.tag === "comma")) {
      next++;
    }
    const following = tokens[next];
    if (following === undefined || next >= sentence.end) {
      return undefined;
    }
    const isBehindBut = following.tag === "conjunction" && tokens[next + 1]?.tag === "quote";
    const mark = isBehindBut ? next + 1 : next;
    if (
      tokens[mark]?.tag === "quote" &&
      mark < sentence.end &&
      (quotationAt[mark] as number) >= 0 &&
      quotationAt[mark] !== own
    ) {
      return { first: next, end: trimmedEnd(paragraph, next, sentence.end) };
    }
    if (part === "whole" || (part === "second" && at === start && goesOn(following))) {
      const end = trimmedEnd(paragraph, next, sentence.end);
      return end > next ? { first: next, end } : undefined;
    }
  }
  return undefined;
}

/** Whether words behind `, X said,` go on with the content: a verb, a conjunction, a subordinate clause; no `speaking in Geneva`. */
function goesOn({ tag, lower, cue }: Token): boolean {
  return (
    tag === "auxiliary" ||
    (tag === "verb" && !lower.endsWith("ing")) ||
    (tag === "subordinator" &&
      lower !== "when" &&
      lower !== "after" &&
      lower !== "while" &&
      lower !== "before") ||
    (tag === "conjunction" && cue === undefined) ||
    tag === "preposition" ||
    tag === "adverb"
  );
}

/** `As X said, CONTENT`: the token of `as` before the source, else the source's own start. */
function asBefore({ tokens }: Paragraph, first: number, sentence: Sentence): number {
  const before = tokens[first - 1];
  return first > sentence.first && before !== undefined && asWords.has(before.lower) ? first - 1 : first;
}

export const asWords: ReadonlySet<string> = new Set(["as", "wie", "как"]);

/** Where the statement before this one in the sentence ends; its content is not taken twice. */
export function floorBehind(earlier: Candidate | undefined, sentence: Sentence): number {
  if (earlier === undefined) {
    return sentence.first;
  }
  return Math.max(sentence.first, earlier.cue?.end ?? 0, ...earlier.content.map(({ end }) => end));
}

function sameRange(first: TokenRange | undefined, second: TokenRange): boolean {
  return first?.first === second.first && first.end === second.end;
}
