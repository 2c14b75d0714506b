import type { Candidate } from "./candidate.ts";
import { trimmedEnd } from "./content-ends.ts";
import { nounPhraseAfter, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { withPostmodifier } from "./postmodifiers.ts";
import { asWords, endsQuoted, floorBehind, hasVerb, restBehind, skipLightWords } from "./postposed-cues.ts";
import { canBeSaid, contentBefore } from "./preceding-content.ts";
import type { Token } from "./tokens.ts";
import { hasFrame, type VerbGroup } from "./verb-groups.ts";

/** `“…,” said Kenneth Baer, a former official`: the source behind the verb. */
export function invertedStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
  earlier: Candidate | undefined,
): Candidate | undefined {
  const { tokens, language } = paragraph;
  if (!hasFrame(group, "say", "ask", "think") || group.shape !== "finite" || group.first < group.head - 1) {
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
  const source = withDescription(paragraph, sentence, withPostmodifier(paragraph, phrase, sentence.end));
  if (
    !endsQuoted(paragraph, first) &&
    !(hasVerb(tokens, first) && isClosed(tokens[source.end], source.end >= sentence.end))
  ) {
    return undefined;
  }
  const cue = { first: group.first, end: group.end };
  const rest = restBehind(
    paragraph,
    sentence,
    source.end,
    endsQuoted(paragraph, first) ? "quotation" : "second",
  );
  return {
    source,
    cue,
    content: rest === undefined ? [first] : [first, rest],
    mayContinue: (paragraph.quotationAt[first.end - 1] as number) >= 0,
    isOpen: false,
  };
}

/** `Said Ellis: “…”`, `Added Roke, an aide: “…”` at the start of a sentence. */
function openingStatement(paragraph: Paragraph, sentence: Sentence, group: VerbGroup): Candidate | undefined {
  const { tokens } = paragraph;
  const phrase = nounPhraseAfter(paragraph, group.end, sentence.end);
  if (phrase === undefined || !tokens[phrase.first]?.isCapital) {
    return undefined;
  }
  const source = withDescription(paragraph, sentence, withPostmodifier(paragraph, phrase, sentence.end));
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
