import { isBareClause, isFiniteStart, skipCircumstances, startsGermanClause } from "./bare-clauses.ts";
import { type ContentKind, clauseEnd, trimmedEnd } from "./content-ends.ts";
import { type Embedding, embeddedEnd } from "./embedding.ts";
import { isNameQuotation, isNominal, nounPhraseAfter, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";
import { hasFrame, takesThing, type VerbGroup } from "./verb-groups.ts";

/** What stands behind a cue, as far as it can be what is said. */
export interface ContentAfter {
  readonly range: TokenRange;
  readonly kind: ContentKind;
}

/**
 * The content behind a verb group, past the addressee (`told reporters`) and past circumstances (`on Tuesday`, `in a
 * statement`) where a clause or quotation follows them.
 */
export function contentAfter(
  paragraph: Paragraph,
  whole: Sentence,
  group: VerbGroup,
  embedding: Embedding,
): ContentAfter | undefined {
  // A subordinate clause ends where the main one begins, and what is said ends with it.
  const embedded = embeddedEnd(paragraph, whole, group.end, embedding);
  const isJudgement = takesThing(group) && !hasFrame(group, "say", "tell", "think", "show");
  const sentence = {
    first: whole.first,
    end: embedding === "relative" && isJudgement ? mainVerb(paragraph, group.end, embedded) : embedded,
  };
  const { end } = sentence;
  let at = group.contentFirst ?? group.end;
  const direct = contentAt(paragraph, sentence, group, at);
  const announced = direct?.kind === "thing" ? quotationBehindColon(paragraph, sentence, at) : undefined;
  if (announced !== undefined) {
    return announced;
  }
  const isTelling = hasFrame(group, "tell");
  if (direct !== undefined && direct.kind !== "thing" && !(isTelling && startsPhrase(paragraph, at, end))) {
    return direct;
  }
  if (isTelling) {
    const addressee = nounPhraseAfter(paragraph, at, end);
    if (addressee !== undefined) {
      at = skipCircumstances(paragraph, addressee.end, end);
      const told =
        contentAt(paragraph, sentence, group, at) ?? contentAt(paragraph, sentence, group, addressee.end);
      if (told !== undefined) {
        return told.kind === "thing" ? undefined : told;
      }
    }
    if (addressee !== undefined || direct !== undefined) {
      return hasFrame(group, "ask", "judge", "say") || takesThing(group) ? direct : undefined;
    }
  }
  const behind = skipCircumstances(paragraph, at, end);
  if (behind > at) {
    const later = contentAt(paragraph, sentence, group, behind);
    if (later !== undefined && (later.kind !== "thing" || isOnlyTime(paragraph, at, behind))) {
      return later;
    }
  }
  if (direct === undefined) {
    const late = lateComplementiser(paragraph, behind, end);
    return late < 0 ? undefined : content(paragraph, sentence, late, "clause");
  }
  return direct;
}

/** `announced on Friday the arrest of a man`: nothing but words of time stands between the verb and the thing. */
function isOnlyTime({ tokens }: Paragraph, start: number, end: number): boolean {
  return tokens.slice(start, end).every(({ tag, lower }) => tag === "time" || lower === "on");
}

/** `scolded him: “…”`: what is said stands behind the one who hears it. */
function quotationBehindColon(
  paragraph: Paragraph,
  sentence: Sentence,
  at: number,
): ContentAfter | undefined {
  const phrase = nounPhraseAfter(paragraph, at, sentence.end);
  if (phrase === undefined || paragraph.tokens[phrase.end]?.tag !== "colon") {
    return undefined;
  }
  const opens = paragraph.tokens[phrase.end + 1]?.tag === "quote" && phrase.end + 1 < sentence.end;
  return opens ? content(paragraph, sentence, phrase.end + 1, "quotation") : undefined;
}

function contentAt(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
  start: number,
): ContentAfter | undefined {
  const { tokens, language, quotationAt } = paragraph;
  let at = start;
  const token = tokens[at];
  if (token === undefined || at >= sentence.end) {
    return undefined;
  }
  if (token.tag === "colon" || token.tag === "comma") {
    at++;
    const next = tokens[at];
    if (next === undefined || at >= sentence.end) {
      return undefined;
    }
    const opens =
      next.tag === "quote" && quotationAt[at] !== quotationAt[at - 1] && (quotationAt[at] as number) >= 0;
    if (opens || (token.tag === "colon" && hasFrame(group, "say", "tell", "ask", "show", "judge"))) {
      return content(paragraph, sentence, at, "quotation");
    }
    // `said that, in …`, `that,` alone; German and Russian part the clause by a comma.
    const isClause =
      language.complementisers.has(next.lower) ||
      (language.id !== "en" && language.questionWords.has(next.lower));
    if (isClause && language.id !== "en") {
      return content(paragraph, sentence, at, "clause");
    }
    if (
      language.id === "de" &&
      hasFrame(group, "say", "think", "tell") &&
      startsGermanClause(tokens, at, sentence.end)
    ) {
      return content(paragraph, sentence, at, "clause");
    }
    return undefined;
  }
  if (token.tag === "quote" && (quotationAt[at] as number) >= 0 && quotationAt[at] !== quotationAt[at - 1]) {
    return isNameQuotation(paragraph, at) && !takesThing(group) && startsNothing(tokens, at)
      ? undefined
      : content(paragraph, sentence, at, "quotation");
  }
  const pro = proFormEnd(tokens, at, sentence.end);
  if (pro > at && hasFrame(group, "say", "think", "tell")) {
    return { range: { first: at, end: pro }, kind: "clause" };
  }
  if (language.complementisers.has(token.lower)) {
    return content(paragraph, sentence, at, "clause");
  }
  if (
    token.tag === "adverb" &&
    language.questionWords.has(tokens[at + 1]?.lower ?? "") &&
    at + 1 < sentence.end
  ) {
    return content(paragraph, sentence, at, "clause");
  }
  const isQuestion = language.questionWords.has(token.lower);
  if (isQuestion && !(token.lower === "when" || token.lower === "if")) {
    return content(paragraph, sentence, at, "clause");
  }
  if (token.tag === "infinitive" || (token.tag === "negation" && tokens[at + 1]?.tag === "infinitive")) {
    return infinitiveFrames(group) ? content(paragraph, sentence, at, "infinitive") : undefined;
  }
  if (
    language.id === "en" &&
    hasFrame(group, "say", "tell", "think", "show") &&
    isBareClause(paragraph, sentence, group, at)
  ) {
    return content(paragraph, sentence, at, "clause");
  }
  if (takesThing(group) || hasFrame(group, "ask")) {
    while (at + 1 < sentence.end && (tokens[at]?.tag === "time" || tokens[at]?.tag === "adverb")) {
      at++;
    }
    return startsThing(tokens[at] as Token) ? content(paragraph, sentence, at, "thing") : undefined;
  }
  return undefined;
}

function content(
  paragraph: Paragraph,
  sentence: Sentence,
  first: number,
  kind: ContentKind,
): ContentAfter | undefined {
  const end = trimmedEnd(paragraph, first, clauseEnd(paragraph, sentence, first, kind));
  return end > first ? { range: { first, end }, kind } : undefined;
}

/** `said at a stop in Toledo, Ohio, that`: the `that` behind places with commas; -1 where a verb comes first. */
function lateComplementiser({ tokens, language }: Paragraph, start: number, limit: number): number {
  for (let at = start; at < Math.min(limit, start + 15); at++) {
    const token = tokens[at] as Token;
    if (language.complementisers.has(token.lower)) {
      return at > start && tokens[at - 1]?.tag === "comma" ? at : -1;
    }
    if (
      token.tag === "verb" ||
      token.tag === "auxiliary" ||
      token.tag === "quote" ||
      token.tag === "pronoun"
    ) {
      return -1;
    }
  }
  return -1;
}

/** Whether an addressee may begin here, rather than the clause itself. */
function startsPhrase(paragraph: Paragraph, at: number, limit: number): boolean {
  const { tokens, language } = paragraph;
  const { tag, lower } = tokens[at] as Token;
  return (
    tag !== "quote" &&
    !language.complementisers.has(lower) &&
    nounPhraseAfter(paragraph, at, limit) !== undefined
  );
}

function infinitiveFrames(group: VerbGroup): boolean {
  return (
    hasFrame(group, "think", "ask", "tell") || group.verbs.some(({ lemma }) => infinitiveVerbs.has(lemma))
  );
}

const infinitiveVerbs: ReadonlySet<string> = new Set(
  "promise pledge vow threaten agree claim demand offer swear propose ask request want like love hate prefer".split(
    " ",
  ),
);

function startsNothing(tokens: readonly Token[], at: number): boolean {
  return (tokens[at + 1]?.tag ?? "other") === "name";
}

function startsThing({ tag, lower }: Token): boolean {
  return (
    isNominal(tag) ||
    tag === "determiner" ||
    tag === "adjective" ||
    tag === "number" ||
    tag === "quote" ||
    (tag === "pronoun" && lower !== "who") ||
    tag === "possessive" ||
    (tag === "verb" && lower.endsWith("ing")) ||
    lower === "as" ||
    tag === "relative"
  );
}

/** `Lawmakers who back the law say`: the next finite verb behind a noun is the main clause's, where nothing opens another clause. */
function mainVerb({ tokens, language }: Paragraph, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    const { tag, lower } = tokens[at] as Token;
    if (
      tag === "relative" ||
      tag === "subordinator" ||
      tag === "conjunction" ||
      tag === "comma" ||
      tag === "quote"
    ) {
      return limit;
    }
    const isBehindNoun = isNominal((tokens[at - 1] as Token).tag);
    if (lower === "who" || language.complementisers.has(lower)) {
      return limit;
    }
    if (isBehindNoun && isFiniteStart(tokens[at] as Token)) {
      return at;
    }
  }
  return limit;
}

/** `He doesn’t think so`, `she said as much`: words that stand for what was said before. Behind them the clause ends. */
function proFormEnd(tokens: readonly Token[], at: number, limit: number): number {
  const length =
    tokens[at]?.lower === "so" ? 1 : tokens[at]?.lower === "as" && tokens[at + 1]?.lower === "much" ? 2 : 0;
  const behind = tokens[at + length];
  const isEnd =
    at + length >= limit ||
    behind === undefined ||
    behind.tag === "stop" ||
    behind.tag === "comma" ||
    behind.tag === "preposition";
  return length > 0 && isEnd ? at + length : at;
}
