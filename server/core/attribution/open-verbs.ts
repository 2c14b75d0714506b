import type { Candidate } from "./candidate.ts";
import { contentAfter } from "./contents.ts";
import { embeddingOf } from "./embedding.ts";
import { invertedStatement } from "./inverted-statements.ts";
import type { CueVerb } from "./language.ts";
import type { TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { isAfterQuotation, postposed } from "./postposed-cues.ts";
import { subjectBefore } from "./subjects.ts";
import type { Token } from "./tokens.ts";
import { startOfVerbGroup } from "./verb-group-start.ts";
import type { VerbGroup } from "./verb-groups.ts";

/**
 * A verb of no list that stands where only verbs of speech stand: behind a quotation and its comma with somebody before or behind
 * it (`“We wait,” Ferrant deadpanned`), before one (`Ferrant grinned: “We wait.”`), or before `that` (`he stresed that …`), if it is
 * not known for something else (`ensured that`). New verbs of speech are made every day, so no list holds them all.
 */
export function openVerbStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  verb: number,
  earlier: Candidate | undefined,
): Candidate | undefined {
  const { tokens, language } = paragraph;
  const token = tokens[verb] as Token;
  if (
    language.id !== "en" ||
    token.tag !== "verb" ||
    token.lower.endsWith("ing") ||
    !isFiniteVerb(tokens, verb)
  ) {
    return undefined;
  }
  const group = groupOf(tokens, sentence, verb);
  const source = subjectBefore(paragraph, sentence, group, undefined);
  if (
    source !== undefined &&
    isAfterQuotation(paragraph, sentence, source.first) &&
    endsClause(tokens, verb, sentence)
  ) {
    return postposed(paragraph, sentence, group, source, earlier);
  }
  if (source === undefined) {
    return isBehindMark(paragraph, verb) ? invertedStatement(paragraph, sentence, group, earlier) : undefined;
  }
  const isPointer = source.end - source.first === 1 && tokens[source.first]?.tag === "relative";
  return isPointer ? undefined : sayingBefore(paragraph, sentence, group, source);
}

function groupOf(tokens: readonly Token[], sentence: Sentence, verb: number): VerbGroup {
  const first = startOfVerbGroup(tokens, verb, sentence.first);
  return { first, end: verb + 1, head: verb, verbs: [speaking], shape: "finite", isAdjective: false };
}

const speaking: CueVerb = { lemma: "", frame: "say", takesThing: false, isNounToo: false, particles: [] };

/** No infinitive and no passive. */
function isFiniteVerb(tokens: readonly Token[], verb: number): boolean {
  let at = verb - 1;
  while (tokens[at]?.tag === "adverb" || tokens[at]?.tag === "negation") {
    at--;
  }
  const before = tokens[at];
  return before?.tag !== "infinitive" && !(before?.tag === "auxiliary" && beForms.has(before.lower));
}

const beForms: ReadonlySet<string> = new Set("is are was were be been being am 're 'm".split(" "));

/** Whether nothing but circumstances stands behind the verb: `“We wait,” she shrugged in Oslo.`, not `“…,” he bought a boat`. */
function endsClause(tokens: readonly Token[], verb: number, sentence: Sentence): boolean {
  const next = tokens[verb + 1];
  return (
    next === undefined ||
    verb + 1 >= sentence.end ||
    next.tag === "stop" ||
    next.tag === "comma" ||
    next.tag === "preposition" ||
    next.tag === "adverb" ||
    next.tag === "time" ||
    next.tag === "infinitive" ||
    next.tag === "subordinator" ||
    next.tag === "colon"
  );
}

function isBehindMark({ tokens, quotationAt }: Paragraph, verb: number): boolean {
  const before = tokens[verb - 1];
  return (
    before?.tag === "quote" && (quotationAt[verb - 1] as number) >= 0 && tokens[verb - 2]?.tag === "comma"
  );
}

/** `Ferrant grinned, “We wait.”`, `Ferrant stresed that …` */
function sayingBefore(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
  source: TokenRange,
): Candidate | undefined {
  const { tokens, language, quotationAt } = paragraph;
  const next = tokens[group.end];
  const opener = tokens[group.end + 1];
  if (next === undefined || group.end + 1 >= sentence.end) {
    return undefined;
  }
  const isUnknown = !language.words.has((tokens[group.head] as Token).lower);
  const isClause = isUnknown && language.complementisers.has(next.lower);
  const isQuoted =
    (next.tag === "comma" || next.tag === "colon") &&
    opener?.tag === "quote" &&
    (quotationAt[group.end + 1] as number) >= 0 &&
    quotationAt[group.end + 1] !== quotationAt[group.head];
  if (!isClause && !isQuoted) {
    return undefined;
  }
  const after = contentAfter(paragraph, sentence, group, embeddingOf(paragraph, sentence, source, group));
  return after === undefined
    ? undefined
    : {
        source,
        cue: { first: group.first, end: group.end },
        content: [after.range],
        mayContinue: isQuoted,
        isOpen: false,
      };
}
