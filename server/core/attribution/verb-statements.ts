import type { Candidate } from "./candidate.ts";
import { type ContentAfter, contentAfter } from "./contents.ts";
import { embeddingOf } from "./embedding.ts";
import { infinitiveStatement } from "./infinitive-statements.ts";
import { invertedStatement } from "./inverted-statements.ts";
import { issuedBy } from "./issued-documents.ts";
import type { Tag } from "./language.ts";
import type { TokenRange } from "./noun-phrases.ts";
import { openingParticiple } from "./opening-participles.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { isDanglingParticiple, isReducedPassive, passiveStatement } from "./passive-statements.ts";
import { isAfterQuotation, postposed } from "./postposed-cues.ts";
import { subjectBefore } from "./subjects.ts";
import type { Token } from "./tokens.ts";
import { hasFrame, type VerbGroup, verbGroupAt } from "./verb-groups.ts";

/**
 * The statement whose cue is the verb at a token, if it is one.
 *
 * @param earlier The statement before this one in the sentence and on the same level.
 */
export function verbStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  head: number,
  earlier: Candidate | undefined,
): Candidate | undefined {
  const group = verbGroupAt(paragraph, head, sentence);
  if (group === undefined) {
    return undefined;
  }
  if (group.shape === "infinitive") {
    return infinitiveStatement(paragraph, sentence, group);
  }
  if (group.shape === "passive" || isReducedPassive(paragraph, sentence, group)) {
    return passiveStatement(paragraph, sentence, group);
  }
  if (isDanglingParticiple(paragraph, group) || isReducedRelative(paragraph, sentence, group)) {
    return undefined;
  }
  const opening = openingParticiple(paragraph, sentence, group);
  if (opening !== undefined) {
    return opening;
  }
  const inverted = invertedStatement(paragraph, sentence, group, earlier);
  if (inverted !== undefined) {
    return inverted;
  }
  const source = subjectBefore(paragraph, sentence, group, earlier?.source);
  if (source === undefined) {
    return undefined;
  }
  if (isWeakSubject(paragraph, source, group)) {
    return undefined;
  }
  const cue = { first: group.first, end: group.end };
  const canStandBehind =
    hasFrame(group, "say", "tell", "think", "ask", "show") &&
    group.shape !== "participle" &&
    !group.isAdjective &&
    !isPointer(paragraph, source);
  if (
    canStandBehind &&
    hasFrame(group, "say", "tell", "ask") &&
    isAfterQuotation(paragraph, sentence, source.first)
  ) {
    const behind = postposed(paragraph, sentence, group, source, earlier);
    if (behind !== undefined) {
      return behind;
    }
  }
  const after = contentAfter(paragraph, sentence, group, embeddingOf(paragraph, sentence, source, group));
  if (canStandBehind && after === undefined) {
    const behind = postposed(paragraph, sentence, group, source, earlier);
    if (behind !== undefined) {
      return behind;
    }
  }
  if (after !== undefined) {
    const statement = {
      source,
      cue,
      content: [after.range],
      mayContinue: hasFrame(group, "say", "tell") || endsWithQuotation(paragraph, after),
      isOpen: false,
    };
    return group.shape === "finite" || group.shape === "participle"
      ? issuedBy(paragraph, sentence, statement, group.shape)
      : statement;
  }
  if (announces(paragraph, sentence, group)) {
    return { source, cue, content: [], mayContinue: true, isOpen: true };
  }
  return undefined;
}

/** `a rule that allows`, `it is not clear`: a relative or an empty subject of anything but speech is nobody. */
function isWeakSubject({ tokens }: Paragraph, source: TokenRange, group: VerbGroup): boolean {
  if (source.end - source.first !== 1) {
    return false;
  }
  const { lower } = tokens[source.first] as Token;
  if (lower === "that") {
    return !hasFrame(group, "say", "tell", "show");
  }
  if (lower === "you") {
    return !hasFrame(group, "say", "tell");
  }
  return lower === "it" && group.isAdjective;
}

/** `She continued:` ends the paragraph, and what she says is the next one. */
function announces({ tokens }: Paragraph, sentence: Sentence, group: VerbGroup): boolean {
  const last = tokens[sentence.end - 1];
  return (
    last?.tag === "colon" &&
    sentence.end === tokens.length &&
    hasFrame(group, "say", "tell", "ask") &&
    sentence.end - group.end <= 20
  );
}

function endsWithQuotation({ quotationAt }: Paragraph, { range }: ContentAfter): boolean {
  return (quotationAt[range.end - 1] as number) >= 0;
}

/** `Two people briefed on the talks said`: a past form before a preposition whose clause has another verb behind it. */
function isReducedRelative({ tokens, language }: Paragraph, sentence: Sentence, group: VerbGroup): boolean {
  const form = tokens[group.head]?.cue?.form;
  const isPast = form === "past" || form === "participle";
  if (
    !isPast ||
    language.id !== "en" ||
    group.first !== group.head ||
    !describesOn.has(tokens[group.head + 1]?.tag ?? "other")
  ) {
    return false;
  }
  for (let at = group.head + 2; at < Math.min(sentence.end, group.head + 12); at++) {
    const { tag, cue } = tokens[at] as Token;
    if (tag === "verb" && cue !== undefined && cue.form !== "base" && cue.form !== "present-participle") {
      return cue.verbs.some(({ frame }) => frame === "say" || frame === "tell" || frame === "show");
    }
    if (!isPhrasal(tag)) {
      return false;
    }
  }
  return false;
}

function isPhrasal(tag: Tag): boolean {
  return (
    tag === "determiner" ||
    tag === "adjective" ||
    tag === "noun" ||
    tag === "name" ||
    tag === "number" ||
    tag === "possessive" ||
    tag === "preposition" ||
    tag === "time"
  );
}

/** `which`, `who`: what such a subject says never stands before it. */
function isPointer({ tokens }: Paragraph, { first, end }: TokenRange): boolean {
  const { tag, lower } = tokens[first] as Token;
  return end - first === 1 && (tag === "relative" || lower === "who");
}

const describesOn: ReadonlySet<Tag> = new Set<Tag>(["preposition", "adverb", "time"]);
