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

/** `“…,” said Kenneth Baer, a former official`: the source behind the verb. */
export function invertedStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
  earlier: Candidate | undefined,
): Candidate | undefined {
  const { tokens, language } = paragraph;
  if (
    !hasFrame(group, "say", "tell", "ask", "think") ||
    group.shape !== "finite" ||
    group.first < group.head - 1
  ) {
    return undefined;
  }
  const before = tokens[group.first - 1];
  const isAfterContent =
    before === undefined ||
    asWords.has(before.lower) ||
    before.lower === "этом" ||
    group.first === sentence.first ||
    before.tag === "comma" ||
    before.tag === "dash" ||
    before.tag === "quote";
  if (!isAfterContent) {
    return undefined;
  }
  const opening = group.first === sentence.first ? openingStatement(paragraph, sentence, group) : undefined;
  if (opening !== undefined) {
    return opening;
  }
  const other = asInverted(paragraph, sentence, group) ?? aboutThis(paragraph, sentence, group);
  if (other !== undefined) {
    return other;
  }
  const floor = floorBehind(earlier, sentence);
  const first = contentBefore(paragraph, sentence, group.first, floor);
  if (first === undefined || !canBeSaid(paragraph, first)) {
    return undefined;
  }
  const start = skipLightWords(tokens, group.end, sentence.end);
  const phrase = nounPhraseAfter(paragraph, start, sentence.end);
  if (phrase === undefined || (tokens[phrase.end]?.tag === "auxiliary" && language.id === "en")) {
    return undefined;
  }
  const source = withDescription(paragraph, sentence, phrase);
  if (
    !endsQuoted(paragraph, first) &&
    !(hasVerb(tokens, first) && isClosed(tokens[source.end], source.end >= sentence.end))
  ) {
    return undefined;
  }
  const cue = { first: group.first, end: group.end };
  const rest = restBehind(paragraph, sentence, source.end);
  return {
    source,
    cue,
    content: rest === undefined ? [first] : [first, rest],
    mayContinue: (paragraph.quotationAt[first.end - 1] as number) >= 0,
    isOpen: false,
  };
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
  const inside = tokens[quotation.last - 1]?.tag;
  return at < first - 1 || inside === "comma" || inside === "stop" || inside === "dash";
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

function endsQuoted({ quotationAt }: Paragraph, { end }: TokenRange): boolean {
  return (quotationAt[end - 1] as number) >= 0;
}

/** `Said Ellis: “…”`, `Added Roke, an aide: “…”` at the start of a sentence. */
function openingStatement(paragraph: Paragraph, sentence: Sentence, group: VerbGroup): Candidate | undefined {
  const { tokens } = paragraph;
  const phrase = nounPhraseAfter(paragraph, group.end, sentence.end);
  if (phrase === undefined || !tokens[phrase.first]?.isCapital) {
    return undefined;
  }
  const source = withDescription(paragraph, sentence, phrase);
  const colon = tokens[source.end];
  const end = trimmedEnd(paragraph, source.end + 1, sentence.end);
  const isAnnounced =
    colon?.tag === "colon" || (colon?.tag === "comma" && tokens[source.end + 1]?.tag === "quote");
  return isAnnounced && end > source.end + 1
    ? {
        source,
        cue: { first: group.first, end: group.end },
        content: [{ first: source.end + 1, end }],
        mayContinue: true,
        isOpen: false,
      }
    : undefined;
}

/** `Об этом сообщает ТАСС`: what the sentence before says. */
function aboutThis(paragraph: Paragraph, sentence: Sentence, group: VerbGroup): Candidate | undefined {
  const { tokens, sentences } = paragraph;
  if (tokens[group.first - 1]?.lower !== "этом" || tokens[group.first - 2]?.lower !== "об") {
    return undefined;
  }
  const before = sentences.findLast(({ end }) => end <= sentence.first);
  const source = nounPhraseAfter(paragraph, skipLightWords(tokens, group.end, sentence.end), sentence.end);
  const content =
    before === undefined
      ? { first: group.first - 2, end: group.first }
      : { first: before.first, end: trimmedEnd(paragraph, before.first, before.end) };
  return source === undefined
    ? undefined
    : {
        source,
        cue: { first: group.first, end: group.end },
        content: [content],
        mayContinue: false,
        isOpen: false,
      };
}

/** `Как сообщил источник, CONTENT`; `CONTENT, как сообщил источник`. */
function asInverted(paragraph: Paragraph, sentence: Sentence, group: VerbGroup): Candidate | undefined {
  const { tokens } = paragraph;
  const as = tokens[group.first - 1];
  if (as === undefined || !asWords.has(as.lower) || group.first - 1 < sentence.first) {
    return undefined;
  }
  const source = nounPhraseAfter(paragraph, skipLightWords(tokens, group.end, sentence.end), sentence.end);
  if (source === undefined) {
    return undefined;
  }
  const cue = { first: group.first, end: group.end };
  const described = withDescription(paragraph, sentence, source);
  const before = contentBefore(paragraph, sentence, group.first - 1, sentence.first);
  if (before !== undefined && group.first - 1 > sentence.first) {
    return { source, cue, content: [before], mayContinue: true, isOpen: false };
  }
  const comma = tokens[source.end]?.tag === "comma" ? source.end : described.end;
  const end = trimmedEnd(paragraph, comma + 1, sentence.end);
  return end > comma + 1
    ? { source, cue, content: [{ first: comma + 1, end }], mayContinue: true, isOpen: false }
    : undefined;
}

/** Without quotation marks `X, said Y` needs a clause for X and nothing behind Y. */
function hasVerb(tokens: readonly Token[], { first, end }: TokenRange): boolean {
  for (let at = first; at < end; at++) {
    const { tag, lower } = tokens[at] as Token;
    if (tag === "auxiliary" || (tag === "verb" && !lower.endsWith("ing"))) {
      return true;
    }
  }
  return false;
}

function isClosed(token: Token | undefined, isEnd: boolean): boolean {
  return (
    isEnd ||
    token === undefined ||
    token.tag === "stop" ||
    token.tag === "comma" ||
    token.tag === "preposition" ||
    token.tag === "time"
  );
}

/** German and Russian put a word of time or a pronoun between verb and subject: `сообщил ТАСС`, `sagte am Montag`. */
function skipLightWords(tokens: readonly Token[], start: number, limit: number): number {
  let at = start;
  while (at < limit && (tokens[at]?.tag === "time" || tokens[at]?.tag === "adverb")) {
    at++;
  }
  return at;
}

/** The phrase with the description behind its comma: `David Plouffe, the architect of …`, `a member, who asked not to be named`. */
function withDescription(
  { tokens, quotationAt, language }: Paragraph,
  sentence: Sentence,
  phrase: TokenRange,
): TokenRange {
  const comma = tokens[phrase.end];
  const next = tokens[phrase.end + 1];
  if (comma?.tag !== "comma" || next === undefined || phrase.end + 1 >= sentence.end) {
    return phrase;
  }
  const describes =
    next.tag === "determiner" ||
    next.tag === "noun" ||
    next.tag === "name" ||
    next.tag === "adjective" ||
    next.lower === "who" ||
    next.lower === "whose" ||
    next.tag === "relative" ||
    next.tag === "number";
  if (!describes || (quotationAt[phrase.end + 1] as number) !== (quotationAt[phrase.end] as number)) {
    return phrase;
  }
  for (let at = phrase.end + 1; at < sentence.end; at++) {
    const token = tokens[at] as Token;
    const isQuoted = quotationAt[at] !== quotationAt[phrase.end];
    const isEnd =
      token.tag === "stop" || token.lower === ";" || token.tag === "colon" || token.tag === "dash";
    const startsCue = token.tag === "comma" && tokens[at + 1]?.cue?.form === "present-participle";
    const startsQuotation = token.tag === "comma" && tokens[at + 1]?.tag === "quote";
    const startsClause = token.tag === "comma" && language.complementisers.has(tokens[at + 1]?.lower ?? "");
    if (isEnd || startsCue || startsQuotation || startsClause || (isQuoted && at > phrase.end + 1)) {
      return { first: phrase.first, end: at };
    }
  }
  return { first: phrase.first, end: sentence.end };
}

function withRest(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
  source: TokenRange,
  first: TokenRange | undefined,
): Candidate | undefined {
  const behind = addresseeEnd(paragraph, group, sentence.end);
  const rest = restBehind(paragraph, sentence, behind, first === undefined ? "whole" : "second");
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

function addresseeEnd(paragraph: Paragraph, group: VerbGroup, limit: number): number {
  const behind = skipLightWords(paragraph.tokens, group.end, limit);
  const phrase = nounPhraseAfter(paragraph, behind, limit);
  return phrase === undefined ? behind : phrase.end;
}

/**
 * What goes on behind `X said,`: a quotation, or the rest of a sentence that the cue had interrupted. A quotation may stand
 * behind a few words of circumstance (`she said in Geneva, “but …”`).
 */
function restBehind(
  paragraph: Paragraph,
  sentence: Sentence,
  start: number,
  part: "second" | "whole" = "second",
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
    if (following.tag === "quote" && (quotationAt[next] as number) >= 0 && quotationAt[next] !== own) {
      return { first: next, end: trimmedEnd(paragraph, next, sentence.end) };
    }
    if (part === "whole" || (at === start && goesOn(following))) {
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

const asWords: ReadonlySet<string> = new Set(["as", "wie", "как"]);

/** Where the statement before this one in the sentence ends; its content is not taken twice. */
function floorBehind(earlier: Candidate | undefined, sentence: Sentence): number {
  if (earlier === undefined) {
    return sentence.first;
  }
  return Math.max(sentence.first, earlier.cue?.end ?? 0, ...earlier.content.map(({ end }) => end));
}

function sameRange(first: TokenRange | undefined, second: TokenRange): boolean {
  return first?.first === second.first && first.end === second.end;
}
