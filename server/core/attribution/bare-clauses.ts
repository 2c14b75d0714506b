import { nounPhraseAfter } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";
import { hasFrame, takesThing, type VerbGroup } from "./verb-groups.ts";

/** A noun phrase and a finite verb behind it, without `that`: `said he would go`; or the verb alone behind `which they claim`. */
export function isBareClause(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
  at: number,
): boolean {
  const { tokens } = paragraph;
  let start = at;
  const first = tokens[start] as Token;
  const finite = first.tag === "adverb" ? tokens[start + 1] : first;
  if (finite !== undefined && isFiniteStart(finite) && hasFrame(group, "say", "think")) {
    return true;
  }
  if (
    first.tag === "time" ||
    ((first.tag === "preposition" || first.tag === "adverb") && isStrictSaying(group))
  ) {
    return false;
  }
  if (
    first.tag === "pronoun" &&
    first.lower !== "him" &&
    first.lower !== "them" &&
    first.lower !== "me" &&
    first.lower !== "us"
  ) {
    const next = tokens[start + 1];
    return (
      next !== undefined &&
      start + 1 < sentence.end &&
      (isFiniteStart(next) || next.tag === "adverb" || next.tag === "comma" || first.lower !== "it")
    );
  }
  if (first.lower === "if") {
    return true;
  }
  if (first.tag === "adverb" || first.tag === "preposition") {
    start = skipCircumstances(paragraph, start, sentence.end);
  }
  const phrase = nounPhraseAfter(paragraph, start, sentence.end);
  if (phrase === undefined) {
    return false;
  }
  if (isStrictSaying(group)) {
    return holdsVerb(paragraph, phrase.end, sentence.end) || sentence.end - start >= 5;
  }
  let behind = phrase.end;
  // `said Jones, who lives there, was`: over one insertion.
  const comma = tokens[behind];
  if (
    comma?.tag === "comma" ||
    comma?.tag === "dash" ||
    comma?.tag === "relative" ||
    comma?.lower === "who" ||
    comma?.lower === "that"
  ) {
    behind = behindInsertion(paragraph, behind, sentence.end);
  }
  while (tokens[behind]?.tag === "adverb" && behind < sentence.end) {
    behind++;
  }
  // `his efforts to slow warming will be`: an infinitive may hang on the subject.
  if (tokens[behind]?.tag === "infinitive") {
    for (
      let next = behind + 2;
      next < Math.min(sentence.end, behind + 10) && tokens[next]?.tag !== "comma";
      next++
    ) {
      if (tokens[next]?.tag === "auxiliary") {
        return true;
      }
    }
  }
  const verb = tokens[behind];
  return verb !== undefined && behind < sentence.end && isFiniteStart(verb);
}

export function startsMainClause(paragraph: Paragraph, at: number, limit: number): boolean {
  const { tokens } = paragraph;
  const phrase = nounPhraseAfter(paragraph, at, limit);
  if (phrase === undefined) {
    return false;
  }
  let behind = phrase.end;
  while (behind < limit && tokens[behind]?.tag === "adverb") {
    behind++;
  }
  const verb = tokens[behind];
  return verb !== undefined && behind < limit && isFiniteStart(verb);
}

/** German without `dass`: the verb stands second behind a short first phrase (`sagte, er habe`), or at the end. */
export function startsGermanClause(tokens: readonly Token[], at: number, limit: number): boolean {
  for (let next = at; next < Math.min(limit, at + 12); next++) {
    const { tag } = tokens[next] as Token;
    if (tag === "auxiliary" || tag === "verb") {
      return true;
    }
    if (tag === "comma" || tag === "relative" || tag === "stop") {
      return false;
    }
  }
  return false;
}

/** The first token behind phrases of time, place and manner, behind a comma too where a quotation follows it. */
export function skipCircumstances(paragraph: Paragraph, start: number, limit: number): number {
  const { tokens } = paragraph;
  let at = start;
  while (at < limit) {
    const { tag, lower } = tokens[at] as Token;
    if (tag === "time" || (tag === "adverb" && lower !== "how") || tag === "number") {
      at++;
    } else if (tag === "determiner" && tokens[at + 1]?.tag === "time") {
      at += 2;
    } else if (
      tag === "preposition" ||
      ((lower === "after" || lower === "before" || lower === "until") && tokens[at + 1]?.tag === "determiner")
    ) {
      const phrase = nounPhraseAfter(paragraph, at + 1, limit);
      if (phrase === undefined) {
        return at;
      }
      at = phrase.end;
    } else {
      break;
    }
  }
  return at;
}

export function isFiniteStart(token: Token): boolean {
  return token.tag === "auxiliary" || (token.tag === "verb" && !token.lower.endsWith("ing"));
}

/** `say`, `insist`, `argue`: what follows is a clause or a quotation, and nearly never a thing. */
function isStrictSaying(group: VerbGroup): boolean {
  return hasFrame(group, "say") && !takesThing(group) && !hasFrame(group, "tell");
}

/** Whether a finite verb or a quotation follows at all: what `said` is followed by is hardly ever a thing. */
export function holdsVerb({ tokens }: Paragraph, start: number, limit: number): boolean {
  for (let at = start; at < limit; at++) {
    const token = tokens[at] as Token;
    if (isFiniteStart(token) || token.tag === "quote") {
      return true;
    }
  }
  return false;
}

function behindInsertion({ tokens }: Paragraph, start: number, limit: number): number {
  for (let at = start + 1; at < Math.min(limit, start + 30); at++) {
    if ((tokens[at] as Token).tag === "comma" || (tokens[at] as Token).tag === "dash") {
      return at + 1;
    }
  }
  // A relative clause without commas: behind its own verb the main one follows somewhere.
  let verbs = 0;
  for (let at = start + 1; at < Math.min(limit, start + 30); at++) {
    if (isFiniteStart(tokens[at] as Token) && !isFiniteStart(tokens[at - 1] as Token) && ++verbs === 2) {
      return at;
    }
  }
  return start;
}
