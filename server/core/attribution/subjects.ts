import { isNominal, nounPhraseBefore, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";
import { startOfVerbGroup } from "./verb-group-start.ts";
import type { VerbGroup } from "./verb-groups.ts";

/**
 * Who does what a verb group says, where the subject stands before it. A second verb (`and stressed that`) and a
 * participle (`, arguing that`) share the subject of the verb before them.
 *
 * @param earlier The source of the statement before this one in the sentence, if any.
 */
export function subjectBefore(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
  earlier: TokenRange | undefined,
): TokenRange | undefined {
  const { tokens } = paragraph;
  const before = tokens[group.first - 1];
  if (before === undefined || group.first <= sentence.first) {
    return undefined;
  }
  const floor = clauseFloor(paragraph, sentence, group.first);
  if (group.shape === "infinitive") {
    return undefined;
  }
  if (group.shape === "participle") {
    if (isNominal(before.tag) || standAlone.has(before.lower)) {
      return nounPhraseBefore(paragraph, group.first, floor);
    }
    if (
      before.tag === "verb" ||
      before.tag === "auxiliary" ||
      (before.tag === "determiner" && !standAlone.has(before.lower)) ||
      before.tag === "adjective"
    ) {
      return undefined;
    }
    if (before.tag === "preposition" && !gerundPrepositions.has(before.lower)) {
      return undefined;
    }
    const agent = before.tag === "comma" ? agentBefore(paragraph, group.first - 1, floor) : undefined;
    return agent ?? earlier ?? clauseSubject(paragraph, sentence, group.first);
  }
  if (
    before.tag === "conjunction" ||
    (before.tag === "adverb" && tokens[group.first - 2]?.tag === "conjunction")
  ) {
    return earlier ?? clauseSubject(paragraph, sentence, group.first - 1);
  }
  return directSubject(paragraph, group.first, floor) ?? sharedAfterComma(tokens, group.first, earlier);
}

/** Determiners that stand for their noun: `each touting her own record`. */
const standAlone: ReadonlySet<string> = new Set(["each", "both", "all", "some", "many", "most", "several"]);

/** Behind these a participle tells what the subject did: `by saying`, `in announcing`. */
const gerundPrepositions: ReadonlySet<string> = new Set([
  "by",
  "in",
  "after",
  "before",
  "while",
  "when",
  "besides",
]);

/** `was preceded by Ilan Dravic, the envoy, telling reporters`: who did it, with the description between the commas. */
function agentBefore(paragraph: Paragraph, closing: number, floor: number): TokenRange | undefined {
  const { tokens } = paragraph;
  for (let at = closing - 1; at >= Math.max(floor, closing - LONGEST_INSERTION); at--) {
    const { tag, lower } = tokens[at] as Token;
    if (lower === "by") {
      return { first: at + 1, end: closing };
    }
    if (tag === "verb" || tag === "auxiliary" || tag === "quote") {
      return undefined;
    }
  }
  return undefined;
}

/** The subject of the nearest finite verb before a token. */
export function clauseSubject(
  paragraph: Paragraph,
  sentence: Sentence,
  before: number,
): TokenRange | undefined {
  const { tokens, quotationAt } = paragraph;
  for (let at = before - 1; at > sentence.first; at--) {
    if ((tokens[at] as Token).tag === "close-bracket") {
      while (at > sentence.first && (tokens[at] as Token).tag !== "open-bracket") {
        at--;
      }
      continue;
    }
    if (quotationAt[at] !== quotationAt[before] || !isFiniteAt(tokens, at)) {
      continue;
    }
    const start = startOfVerbGroup(tokens, at, sentence.first);
    const found = directSubject(paragraph, start, clauseFloor(paragraph, sentence, start));
    if (found !== undefined) {
      return found;
    }
    at = start;
  }
  return undefined;
}

/** Where the clause of a token begins at the earliest: behind the last quotation of more than a name. */
export function clauseFloor(
  { quotationAt, quotations }: Paragraph,
  sentence: Sentence,
  before: number,
): number {
  const own = quotationAt[before] as number;
  if (own >= 0) {
    return Math.max(sentence.first, (quotations[own]?.first ?? 0) + 1);
  }
  for (let at = before - 1; at >= sentence.first; at--) {
    const quotation = quotations[quotationAt[at] as number];
    if (quotation !== undefined) {
      if (quotation.last - quotation.first > 6) {
        return at + 1;
      }
      at = Math.max(quotation.first, sentence.first);
    }
  }
  return sentence.first;
}

function isFiniteAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.tag === "auxiliary") {
    return true;
  }
  return token.tag === "verb" && !token.lower.endsWith("ing") && tokens[at - 1]?.tag !== "infinitive";
}

function directSubject(paragraph: Paragraph, end: number, floor: number): TokenRange | undefined {
  const before = paragraph.tokens[end - 1];
  if (before === undefined || end - 1 < floor) {
    return undefined;
  }
  const described = beforeDatedParticiple(paragraph, end, floor);
  if (described !== undefined) {
    return described;
  }
  const untimed = withoutTime(paragraph.tokens, end, floor);
  if (untimed < end) {
    return directSubject(paragraph, untimed, floor);
  }
  // `Voss, who lives there, forcefully told`
  const mark = paragraph.tokens[end - 2]?.tag;
  if (before.tag === "adverb" && (mark === "comma" || mark === "dash") && end - 2 >= floor) {
    return subjectWithInsertion(paragraph, end - 2, floor);
  }
  if (before.tag === "comma" || before.tag === "dash") {
    return subjectWithInsertion(paragraph, end - 1, floor);
  }
  const relative = relativeBefore(paragraph.tokens, end, floor);
  if (relative !== undefined) {
    const head = nounPhraseBefore(paragraph, relative, floor);
    return head === undefined ? undefined : { first: head.first, end };
  }
  // `the experts I interviewed said`: over a relative clause of two words.
  if (
    before.tag === "verb" &&
    before.cue === undefined &&
    paragraph.tokens[end - 2]?.tag === "pronoun" &&
    end - 3 >= floor
  ) {
    const head = nounPhraseBefore(paragraph, end - 2, floor);
    return head === undefined ? undefined : { first: head.first, end };
  }
  return nounPhraseBefore(paragraph, end, floor);
}

/** `A diplomat who asked not to be named said`: the place of `who`, where only its clause stands before the verb. */
function relativeBefore(tokens: readonly Token[], end: number, floor: number): number | undefined {
  const last = tokens[end - 1];
  if (last === undefined || last.tag === "comma" || last.tag === "dash" || last.tag === "relative") {
    return undefined;
  }
  let hasVerb = false;
  for (let at = end - 1; at >= Math.max(floor, end - 15); at--) {
    const { tag, lower } = tokens[at] as Token;
    if (
      lower === "who" ||
      lower === "which" ||
      (lower === "that" && isNominal(tokens[at - 1]?.tag ?? "other"))
    ) {
      return hasVerb && at > floor && isNominal((tokens[at - 1] as Token).tag) ? at : undefined;
    }
    if (
      tag === "comma" ||
      tag === "dash" ||
      tag === "stop" ||
      tag === "quote" ||
      tag === "colon" ||
      lower === "that"
    ) {
      return undefined;
    }
    hasVerb ||= tag === "verb" || tag === "auxiliary";
  }
  return undefined;
}

/** `The council on Friday said`, `Trump this week also said`: before the words of time between subject and verb. */
function withoutTime(tokens: readonly Token[], end: number, floor: number): number {
  let at = end;
  while (at > floor && (tokens[at - 1]?.tag === "time" || tokens[at - 1]?.tag === "number")) {
    at--;
  }
  const isYear = at === end - 1 && tokens[at]?.lower.length === 4 && tokens[at - 1]?.lower === "in";
  if (at === end || at - 1 < floor || !(isYear || tokens.slice(at, end).some(({ tag }) => tag === "time"))) {
    return end;
  }
  const opener = tokens[at - 1] as Token;
  const opens =
    opener.tag === "preposition" ||
    opener.lower === "this" ||
    opener.lower === "earlier" ||
    opener.lower === "late";
  let start = opens ? at - 1 : at;
  while (start > floor && tokens[start - 1]?.tag === "adverb") {
    start--;
  }
  return start > floor ? start : end;
}

/** `A poll released in late August found`: the time belongs to the participle, and both to the subject. */
function beforeDatedParticiple(paragraph: Paragraph, end: number, floor: number): TokenRange | undefined {
  const { tokens } = paragraph;
  if (tokens[end - 1]?.tag !== "time") {
    return undefined;
  }
  let at = end - 1;
  while (at > floor && isDating(tokens[at] as Token)) {
    at--;
  }
  const verb = tokens[at];
  if (verb?.tag !== "verb" || !verb.lower.endsWith("ed")) {
    return undefined;
  }
  const head = nounPhraseBefore(paragraph, at, floor);
  return head === undefined ? undefined : { first: head.first, end };
}

function isDating({ tag }: Token): boolean {
  return (
    tag === "time" || tag === "number" || tag === "preposition" || tag === "adjective" || tag === "adverb"
  );
}

/**
 * `Ilan Dravic, Corvania’s envoy, said`, `Hester, who lives there, said`: the phrase before the insertion, with it where it
 * describes. The insertion may hold commas itself, so the earliest comma behind a phrase that begins the clause counts.
 */
function subjectWithInsertion(paragraph: Paragraph, closing: number, floor: number): TokenRange | undefined {
  const { tokens, quotationAt } = paragraph;
  const tag = (tokens[closing] as Token).tag;
  const lowest = Math.max(floor, closing - LONGEST_INSERTION);
  let nearest: TokenRange | undefined;
  let best: TokenRange | undefined;
  for (let at = closing - 1; at >= lowest; at--) {
    const token = tokens[at] as Token;
    if (token.tag !== tag || quotationAt[at] !== quotationAt[closing]) {
      continue;
    }
    const phrase = nounPhraseBefore(paragraph, at, floor);
    if (phrase === undefined) {
      continue;
    }
    const kind = insertionKind(tokens, at + 1, closing);
    if (kind === "clause") {
      continue;
    }
    const subject = kind === "description" ? { first: phrase.first, end: closing } : phrase;
    nearest ??= subject;
    if (beginsClause(tokens, phrase.first, floor)) {
      best = subject;
    }
  }
  return best ?? nearest;
}

const LONGEST_INSERTION = 60;

function beginsClause(tokens: readonly Token[], first: number, floor: number): boolean {
  if (first <= floor) {
    return true;
  }
  const { tag } = tokens[first - 1] as Token;
  return (
    tag === "conjunction" || tag === "subordinator" || tag === "adverb" || tag === "colon" || tag === "quote"
  );
}

/** What stands between the commas: a description of the source, a circumstance, or a clause of its own. */
function insertionKind(
  tokens: readonly Token[],
  first: number,
  end: number,
): "description" | "circumstance" | "clause" {
  const start = tokens[first];
  if (start === undefined) {
    return "clause";
  }
  const isRelative = start.tag === "relative" || start.lower === "who" || start.lower === "whose";
  if (isRelative) {
    return "description";
  }
  if (
    start.tag === "preposition" ||
    start.tag === "adverb" ||
    start.tag === "time" ||
    start.tag === "subordinator"
  ) {
    return "circumstance";
  }
  if (start.tag === "verb") {
    return start.lower.endsWith("ing") || start.lower.endsWith("ed") ? "circumstance" : "clause";
  }
  for (let at = first; at < end; at++) {
    if (isFiniteAt(tokens, at) && !isInRelative(tokens, first, at)) {
      return "clause";
    }
  }
  return "description";
}

function isInRelative(tokens: readonly Token[], first: number, at: number): boolean {
  for (let earlier = first; earlier < at; earlier++) {
    const { tag, lower } = tokens[earlier] as Token;
    if (tag === "relative" || lower === "who" || lower === "whose" || lower === "that" || lower === "where") {
      return true;
    }
  }
  const { lower } = tokens[at] as Token;
  return lower.endsWith("ed");
}

/** `He smiled, shrugged, said nothing`: without a phrase of its own a verb behind a comma goes on with the subject before. */
function sharedAfterComma(
  tokens: readonly Token[],
  first: number,
  earlier: TokenRange | undefined,
): TokenRange | undefined {
  return (tokens[first - 1] as Token).tag === "comma" ? earlier : undefined;
}
