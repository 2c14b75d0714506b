import { holdsVerb, isFiniteStart, startsMainClause } from "./bare-clauses.ts";
import { isNominal, nounPhraseAfter } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";
import { hasFrame, takesThing, verbGroupAt } from "./verb-groups.ts";

/** What a content is: a clause or quotation, what somebody is to do, or a thing that is judged or named. */
export type ContentKind = "clause" | "quotation" | "infinitive" | "thing";

/**
 * Where the content that begins at a token ends: at the end of the sentence, or before another cue of the same level:
 * `, arguing that`, `and stressed that`, `, but Smith said`, `, according to`. What stands in quotation marks is held whole.
 */
export function clauseEnd(
  paragraph: Paragraph,
  sentence: Sentence,
  first: number,
  kind: ContentKind,
): number {
  const { tokens, quotationAt, quotations, language } = paragraph;
  const level = quotationAt[first - 1] as number;
  for (let at = first; at < sentence.end; at++) {
    const inner = quotationAt[at] as number;
    if (level < 0 && inner >= 0) {
      at = Math.min(quotations[inner]?.last ?? at, sentence.end - 1);
      if (kind === "quotation" && endsAtQuotation(paragraph, at + 1, sentence.end)) {
        return at + 1;
      }
      // `“…,” though she noted`: the comma inside the mark parts the clauses as well.
      if (at > first && tokens[at - 1]?.tag === "comma" && endsAtComma(paragraph, sentence, at, kind)) {
        return at + 1;
      }
      continue;
    }
    if (level >= 0 && inner !== level) {
      return at;
    }
    if (level >= 0 && at === quotations[level]?.last) {
      return at;
    }
    const { tag, lower } = tokens[at] as Token;
    if (
      lower === ";" ||
      (kind === "thing" && language.separablePrefixes.has(lower) && isLastWord(tokens, at, sentence.end))
    ) {
      return at;
    }
    // `suggested a way: draw on it now`: what stands behind the colon is all said.
    if (tag === "colon" && kind === "thing" && at > first) {
      return sentence.end;
    }
    if (tag === "comma" && at > first && endsAtComma(paragraph, sentence, at, kind)) {
      return at;
    }
    if (
      tag === "conjunction" &&
      at > first &&
      lower !== "or" &&
      (kind !== "clause" || holdsVerb(paragraph, first, at)) &&
      isNewCue(
        paragraph,
        sentence,
        at + 1,
        "conjunction",
        kind === "clause" && hasAuxiliary(tokens, first, at) ? "thing" : kind,
      )
    ) {
      return at;
    }
    if (
      tag === "subordinator" &&
      at > first + 1 &&
      kind === "thing" &&
      !language.questionWords.has(lower) &&
      !language.complementisers.has(lower)
    ) {
      return at;
    }
    if (
      tag === "preposition" &&
      (matchesPhrase(paragraph, at, sentence.end) ||
        (kind === "thing" && at > first && circumstances.has(lower)))
    ) {
      return at;
    }
    if (
      (kind === "thing" || kind === "infinitive") &&
      tag === "conjunction" &&
      at > first &&
      goesElsewhere(paragraph, at + 1, sentence.end, kind)
    ) {
      return at;
    }
    if (kind === "thing" && at > first && endsThing(paragraph, at, sentence.end)) {
      return at;
    }
  }
  return sentence.end;
}

/** Without the marks that end the sentence, unless they stand in the quotation that ends the content. */
export function trimmedEnd({ tokens, quotationAt }: Paragraph, first: number, end: number): number {
  let at = end;
  while (at > first) {
    const { tag } = tokens[at - 1] as Token;
    const isOutside = (quotationAt[at - 1] as number) < 0;
    if (!isOutside || (tag !== "stop" && tag !== "comma" && tag !== "dash" && tag !== "colon")) {
      return at;
    }
    at--;
  }
  return at;
}

function isLastWord(tokens: readonly Token[], at: number, limit: number): boolean {
  const next = tokens[at + 1];
  return at + 1 >= limit || next === undefined || next.tag === "stop" || next.tag === "comma";
}

/** Whether behind `and` the main clause goes on, or a new one begins: `championed rights and extended benefits`. */
function goesElsewhere(paragraph: Paragraph, at: number, limit: number, kind: ContentKind): boolean {
  const next = paragraph.tokens[at];
  if (next === undefined || at >= limit) {
    return false;
  }
  const isVerb =
    next.tag === "auxiliary" ||
    (next.tag === "verb" && isFiniteStart(next) && (kind === "thing" || next.lower.endsWith("ed")));
  return isVerb || (canBeSubject(next) && startsMainClause(paragraph, at, limit));
}

/** What can begin a clause of its own behind `and`. */
function canBeSubject({ tag }: Token): boolean {
  return tag === "determiner" || tag === "name" || tag === "pronoun" || tag === "noun" || tag === "adjective";
}

/** What a thing said does not reach over: `but`, a dash, `as she left`, `in a statement`. */
function endsThing(paragraph: Paragraph, at: number, limit: number): boolean {
  const { tokens, language } = paragraph;
  const { tag, lower } = tokens[at] as Token;
  const before = tokens[at - 1];
  if (lower === "but" || tag === "dash") {
    return true;
  }
  if (lower === "as") {
    return startsMainClause(paragraph, at + 1, limit);
  }
  // `endorsed her Wednesday`, not `praised Wednesday’s vote`
  if (tag === "time") {
    const isDescribing =
      before?.tag === "determiner" ||
      before?.tag === "preposition" ||
      before?.tag === "adjective" ||
      before?.tag === "time";
    const next = tokens[at + 1]?.tag;
    return (
      lower !== "today" &&
      (tokens[at] as Token).isCapital &&
      !isDescribing &&
      next !== "possessive" &&
      next !== "noun" &&
      next !== "name"
    );
  }
  if (lower !== "in" && lower !== "on" && lower !== "at") {
    return false;
  }
  const phrase = nounPhraseAfter(paragraph, at + 1, Math.min(limit, at + 6));
  const head =
    phrase === undefined
      ? undefined
      : tokens.slice(phrase.first, phrase.end).find(({ tag: inner }) => isNominal(inner));
  return (
    head !== undefined &&
    (language.kinds.documents.has(head.lower) ||
      occasions.has(head.lower) ||
      (lower !== "at" && head.tag === "time"))
  );
}

const occasions: ReadonlySet<string> = new Set(
  "interview speech debate rally hearing conference briefing ruling twitter facebook television appearance remarks".split(
    " ",
  ),
);

/** Prepositions that begin a circumstance of the saying rather than a part of the thing said. */
const circumstances: ReadonlySet<string> = new Set(["during", "since", "despite", "amid", "throughout"]);

function matchesPhrase({ tokens, language }: Paragraph, at: number, limit: number): boolean {
  return language.sourcePhrases.some(
    ({ words, place }) =>
      place === "before" &&
      words.length > 1 &&
      words.every((word, offset) => at + offset < limit && tokens[at + offset]?.lower === word),
  );
}

/** Whether the sentence goes on with something else behind a quotation: `chanted “…” and kept going`, `says “…,” until she leaves`. */
function endsAtQuotation({ tokens }: Paragraph, at: number, limit: number): boolean {
  const next = tokens[at];
  const behind = tokens[at + 1];
  if (next === undefined || behind === undefined || at + 1 >= limit) {
    return false;
  }
  return (next.tag === "conjunction" && isFiniteStart(behind)) || next.tag === "subordinator";
}

/**
 * Whether the clause's first finite verb is an auxiliary. Only like forms are coordinated: in `said he would order a
 * review and warned against attacks` the second verb goes with `said`, in `said he rated them and talked about it` not.
 */
function hasAuxiliary(tokens: readonly Token[], first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    const token = tokens[at] as Token;
    if (isFiniteStart(token)) {
      return token.tag === "auxiliary";
    }
  }
  return false;
}

function endsAtComma(paragraph: Paragraph, sentence: Sentence, comma: number, kind: ContentKind): boolean {
  const { tokens, language } = paragraph;
  const next = tokens[comma + 1];
  if (next === undefined || comma + 1 >= sentence.end) {
    return true;
  }
  if (matchesPhrase(paragraph, comma + 1, sentence.end)) {
    return true;
  }
  let at = comma + 1;
  while (
    (tokens[at]?.tag === "adverb" || tokens[at]?.lower === "while" || tokens[at]?.lower === "even") &&
    at < sentence.end
  ) {
    at++;
  }
  if (
    tokens[at]?.cue?.form === "present-participle" &&
    isNewCue(paragraph, sentence, at, "participle", kind)
  ) {
    return true;
  }
  if (startsOtherSpeech(paragraph, comma + 1, sentence)) {
    return true;
  }
  if (next.tag === "conjunction") {
    return (
      isNewCue(
        paragraph,
        sentence,
        comma + 2,
        "conjunction",
        kind === "clause" && hasSubjectAt(paragraph, comma + 2, sentence.end) ? "thing" : kind,
      ) ||
      (kind === "thing" && next.lower === "but")
    );
  }
  if ((kind === "thing" || kind === "infinitive") && goesOnWithoutIt(paragraph, comma, at, sentence.end)) {
    return true;
  }
  if (kind === "thing" || kind === "quotation") {
    return (
      next.tag === "relative" ||
      next.lower === "who" ||
      (next.tag === "subordinator" && !language.complementisers.has(next.lower))
    );
  }
  return next.lower === "while" || next.lower === "although" || next.lower === "though";
}

function hasSubjectAt(paragraph: Paragraph, at: number, limit: number): boolean {
  return nounPhraseAfter(paragraph, at, Math.min(limit, at + 15)) !== undefined;
}

/** Whether a verb group that is a cue begins at a token, its subject before it or left out. */
function isNewCue(
  paragraph: Paragraph,
  sentence: Sentence,
  start: number,
  place: "conjunction" | "participle",
  kind: ContentKind,
): boolean {
  const { tokens } = paragraph;
  let at = start;
  let hasSubject = false;
  if (place === "conjunction") {
    const phrase = nounPhraseAfter(paragraph, at, Math.min(sentence.end, at + 15));
    if (phrase !== undefined) {
      at = phrase.end;
      hasSubject = true;
    }
  }
  while (at < sentence.end && isBeforeVerb(tokens[at] as Token)) {
    at++;
  }
  if (at >= sentence.end) {
    return false;
  }
  const group = verbGroupAt(paragraph, at, sentence);
  if (group === undefined || group.shape === "infinitive" || group.shape === "passive") {
    return false;
  }
  const form = tokens[at]?.cue?.form;
  if (
    place === "conjunction" &&
    (form === "base" || (form === "present-participle" && group.shape === "participle" && hasSubject))
  ) {
    return hasSubject && form === "base" && group.first < at;
  }
  const isStrong = hasFrame(group, "say", "tell", "ask", "judge", "think");
  if (!isStrong) {
    return false;
  }
  const behind = tokens[group.end];
  // `that he rated them and talked about it` goes on inside; `that he won and said that` goes on with the speaker.
  if (place === "conjunction" && kind === "clause" && behind !== undefined) {
    const isSaying =
      hasFrame(group, "say", "tell") &&
      (!takesThing(group) ||
        paragraph.language.complementisers.has(behind.lower) ||
        behind.tag === "quote" ||
        behind.tag === "infinitive");
    if (!isSaying) {
      return false;
    }
  }
  return behind !== undefined && group.end < sentence.end && behind.tag !== "stop";
}

function isBeforeVerb({ tag }: Token): boolean {
  return tag === "adverb" || tag === "auxiliary" || tag === "negation";
}

/** Behind a comma: `, focusing on the young`, `, and students can take part` tell what happens and are nobody's words. */
function goesOnWithoutIt(paragraph: Paragraph, comma: number, behindAdverbs: number, limit: number): boolean {
  const { tokens } = paragraph;
  const verb = tokens[behindAdverbs];
  if (verb?.tag === "verb" && verb.lower.endsWith("ing")) {
    return true;
  }
  const start = tokens[comma + 1]?.tag === "conjunction" ? comma + 2 : comma + 1;
  return startsMainClause(paragraph, start, limit);
}

/** `…, Ham also noted that`: somebody else begins to speak behind the comma. */
function startsOtherSpeech(paragraph: Paragraph, start: number, sentence: Sentence): boolean {
  const { tokens } = paragraph;
  const phrase = nounPhraseAfter(paragraph, start, sentence.end);
  if (phrase === undefined) {
    return false;
  }
  let at = phrase.end;
  while (at < sentence.end && isBeforeVerb(tokens[at] as Token)) {
    at++;
  }
  const verb = at < sentence.end ? tokens[at] : undefined;
  if (verb?.tag !== "verb" || verb.cue === undefined) {
    return false;
  }
  const group = verbGroupAt(paragraph, at, sentence);
  return (
    group !== undefined &&
    group.shape === "finite" &&
    hasFrame(group, "say", "tell") &&
    startsSpeech(tokens[group.end], paragraph)
  );
}

function startsSpeech(token: Token | undefined, { language }: Paragraph): boolean {
  return (
    token !== undefined &&
    (language.complementisers.has(token.lower) ||
      token.tag === "quote" ||
      token.tag === "colon" ||
      token.tag === "comma" ||
      token.tag === "pronoun" ||
      token.tag === "determiner" ||
      token.tag === "name")
  );
}
