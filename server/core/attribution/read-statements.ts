import { type Candidate, clippedTo } from "./candidate.ts";
import { withCitedSources } from "./citing-statements.ts";
import { trimmedEnd } from "./content-ends.ts";
import { copularStatement } from "./copular-statements.ts";
import { impersonalStatement } from "./impersonal-statements.ts";
import { readSource } from "./kinds.ts";
import { lightVerbStatement } from "./light-verb-statements.ts";
import { colonStatement, dashStatement } from "./mark-statements.ts";
import { nounStatement } from "./noun-statements.ts";
import { openVerbStatement } from "./open-verbs.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { phraseStatement } from "./phrase-statements.ts";
import { receivedStatement } from "./received-statements.ts";
import { stanceStatement } from "./stance-statements.ts";
import type { Token } from "./tokens.ts";
import { verbStatement } from "./verb-statements.ts";
import { viewPhrase } from "./view-phrases.ts";

/** The statements of one paragraph, in the order of their cues. Quoted sentences behind a quotation go on with it. */
export function readStatements(paragraph: Paragraph): Candidate[] {
  const dash = dashStatement(paragraph);
  if (dash !== undefined) {
    return [dash];
  }
  const candidates: Candidate[] = [];
  for (const sentence of paragraph.sentences) {
    if (isQuotationAlone(paragraph, sentence)) {
      continueQuotation(paragraph, sentence, candidates);
    }
    const before = candidates.length;
    readSentence(paragraph, sentence, candidates);
    if (candidates.length === before) {
      continueWithOpening(paragraph, sentence, candidates);
    }
  }
  return candidates;
}

function readSentence(paragraph: Paragraph, sentence: Sentence, candidates: Candidate[]): void {
  const { tokens, quotationAt, language } = paragraph;
  const own: Placed[] = [];
  const colon = colonStatement(paragraph, sentence);
  if (colon !== undefined) {
    candidates.push(colon);
  }
  for (let at = sentence.first; at < sentence.end; at++) {
    const token = tokens[at] as Token;
    const isQuoted = (quotationAt[at] as number) >= 0;
    const isCue = token.cue !== undefined && (token.tag === "verb" || token.cue.adjectives.length > 0);
    const carried = language.lightVerbs.has(token.lower)
      ? lightVerbStatement(paragraph, sentence, at)
      : undefined;
    const byCue =
      carried ??
      (isCue ? cueStatement(paragraph, sentence, at, earlierThan(own, at, quotationAt)) : undefined);
    const isVerb = isCue && token.tag === "verb";
    const received = byCue === undefined ? receivedStatement(paragraph, sentence, at) : undefined;
    const byOther =
      byCue === undefined && !isVerb ? otherStatement(paragraph, sentence, at, token) : undefined;
    const found =
      byCue ??
      received ??
      byOther ??
      (isQuoted ? undefined : openVerbStatement(paragraph, sentence, at, earlierThan(own, at, quotationAt)));
    if (
      found === undefined ||
      asksNotToBeNamed(tokens, found) ||
      staysSilent(tokens, found) ||
      (isQuoted && !isSureInside(paragraph, found, token))
    ) {
      continue;
    }
    if (repeats(own, found)) {
      continue;
    }
    place(own, found);
    if (found.cue !== undefined && found.cue.end - 1 > at) {
      at = found.cue.end - 1;
    }
  }
  for (const candidate of withCitedSources(
    paragraph,
    sentence,
    withinLater(
      own.map(({ candidate }) => candidate),
      paragraph,
    ),
  )) {
    candidates.push(candidate);
  }
}

/**
 * Ends statements where a later one with its cue behind begins: in `A said B, but C, D said` the words of A end before C,
 * and what is said inside C ends with C.
 */
function withinLater(own: readonly Candidate[], { tokens, quotationAt }: Paragraph): readonly Candidate[] {
  let clipped = own;
  for (const { source, cue, content } of own) {
    const [first] = content;
    if (first === undefined || cue === undefined || source === undefined) {
      continue;
    }
    if (first.end <= cue.first && first.end <= source.first) {
      clipped = clipped.map((candidate) =>
        candidate.cue !== undefined && quotationAt[candidate.cue.first] === quotationAt[cue.first]
          ? clippedTo(candidate, { first: behindLastWord(tokens, first.first), end: first.end }, source.first)
          : candidate,
      );
    }
  }
  return clipped;
}

/** Before the comma and the conjunction that part two clauses. */
function behindLastWord(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end > 1 && (tokens[end - 1]?.tag === "comma" || tokens[end - 1]?.tag === "conjunction")) {
    end--;
  }
  return end;
}

/** A statement of the sentence with the one whose content holds its cue. */
interface Placed {
  readonly candidate: Candidate;
  holder: Candidate | undefined;
}

/** Adds a statement, and sees which earlier ones stand in what it says: their words came before its own cue. */
function place(own: Placed[], candidate: Candidate): void {
  const cue = candidate.cue?.first ?? -1;
  for (const earlier of own) {
    if (holds(candidate, earlier.candidate.cue?.first ?? -1)) {
      earlier.holder = candidate;
    }
  }
  own.push({ candidate, holder: own.findLast((earlier) => holds(earlier.candidate, cue))?.candidate });
}

/**
 * The statement that a verb without a subject goes on with: the last one on the same level. What stands in the content
 * of another belongs to that content.
 */
function earlierThan(own: readonly Placed[], at: number, quotationAt: Int32Array): Candidate | undefined {
  const outer = own.findLast(({ candidate }) => holds(candidate, at))?.candidate;
  return own.findLast(
    ({ candidate, holder }) =>
      candidate !== outer && holder === outer && quotationAt[candidate.cue?.first ?? -1] === quotationAt[at],
  )?.candidate;
}

function holds({ content }: Candidate, at: number): boolean {
  return content.some(({ first, end }) => first <= at && at < end);
}

function cueStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  at: number,
  earlier: Candidate | undefined,
): Candidate | undefined {
  return verbStatement(paragraph, sentence, at, earlier) ?? nounStatement(paragraph, sentence, at);
}

/** A phrase may follow a whole statement (`X said that …, according to Y`), which then is its content. */
function otherStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  at: number,
  { tag }: Token,
): Candidate | undefined {
  if (tag === "pronoun") {
    return impersonalStatement(paragraph, sentence, at);
  }
  const byNoun =
    tag === "noun"
      ? (stanceStatement(paragraph, sentence, at) ??
        copularStatement(paragraph, sentence, at) ??
        nounStatement(paragraph, sentence, at))
      : undefined;
  return (
    byNoun ??
    phraseStatement(paragraph, sentence, at, sentence.first) ??
    (tag === "preposition" ? viewPhrase(paragraph, sentence, at) : undefined)
  );
}

/** `who asked not to be named` tells about the source and says nothing. */
function asksNotToBeNamed(tokens: readonly Token[], { content: [first] }: Candidate): boolean {
  const { lower } = tokens[(first?.end ?? 0) > (first?.first ?? 0) + 3 ? (first?.first ?? 0) + 3 : 0] ?? {
    lower: "",
  };
  return (
    first !== undefined &&
    tokens[first.first]?.tag === "negation" &&
    (lower === "named" || lower === "identified")
  );
}

/** `said in a statement that …`: the noun has no owner, and what it says is what the verb says. */
function repeats(own: readonly Placed[], { source, content: [first] }: Candidate): boolean {
  return source === undefined && own.some(({ candidate }) => candidate.content[0]?.first === first?.first);
}

/** `did not respond to a request for comment` tells that nothing was said. */
function staysSilent(tokens: readonly Token[], { cue, content: [first] }: Candidate): boolean {
  if (cue === undefined || first === undefined) {
    return false;
  }
  const words = tokens.slice(cue.first, cue.end);
  return (
    words.some(({ tag }) => tag === "negation") &&
    words.some(({ lower }) => answering.has(lower)) &&
    tokens.slice(first.first, Math.min(first.end, first.first + 6)).some(({ lower }) => inquiries.has(lower))
  );
}

const answering: ReadonlySet<string> = new Set(
  "respond responded reply replied answer answered return returned".split(" "),
);
const inquiries: ReadonlySet<string> = new Set(
  "request requests message messages call calls email emails inquiry inquiries enquiry enquiries question questions comment".split(
    " ",
  ),
);

/** Inside a quotation only speech by a third person counts: `I think` is the speaker's own voice, much else just wording. */
function isSureInside({ tokens, language }: Paragraph, { source }: Candidate, { cue, tag }: Token): boolean {
  if (source === undefined) {
    return false;
  }
  if (tag === "verb" && cue?.verbs.some(({ frame }) => frame === "say" || frame === "tell") !== true) {
    return false;
  }
  const words = tokens.slice(source.first, source.end);
  const { kind, noun } = readSource(words, language);
  if (kind === "pronoun") {
    const reference = language.pronouns.get(words[0]?.lower ?? "");
    return reference === "man" || reference === "woman" || reference === "several";
  }
  return kind !== "described" || (noun !== undefined && language.kinds.titles.has(noun));
}

function isQuotationAlone(paragraph: Paragraph, sentence: Sentence): boolean {
  const { tokens, quotationAt } = paragraph;
  const first = behindDash(paragraph, sentence);
  if ((quotationAt[first] ?? -1) < 0) {
    return false;
  }
  for (let at = first; at < sentence.end; at++) {
    if ((quotationAt[at] as number) < 0 && (tokens[at] as Token).tag !== "stop") {
      return false;
    }
  }
  return true;
}

/** `— Мы ждём»`: what goes on behind the author's words begins behind their dash. */
function behindDash({ tokens, language }: Paragraph, { first }: Sentence): number {
  return language.insertsInQuotations && tokens[first]?.tag === "dash" ? first + 1 : first;
}

/** Adds a sentence that is all quotation to the statement before it, if that one was a quotation too. */
function continueQuotation(paragraph: Paragraph, sentence: Sentence, candidates: readonly Candidate[]): void {
  const last = goingOn(paragraph, candidates);
  if (last === undefined || isAnswered(paragraph, sentence)) {
    return;
  }
  last.content.push({ first: behindDash(paragraph, sentence), end: sentence.end });
}

/** `“It is just an increase” for the rich.` behind a quotation: nobody else is named, and most of the sentence is quoted. */
function continueWithOpening(
  paragraph: Paragraph,
  sentence: Sentence,
  candidates: readonly Candidate[],
): void {
  const quotation = paragraph.quotations[paragraph.quotationAt[sentence.first] as number];
  const last = goingOn(paragraph, candidates);
  if (
    quotation === undefined ||
    quotation.first !== sentence.first ||
    quotation.last >= sentence.end - 1 ||
    (quotation.last - quotation.first) * 2 < sentence.end - sentence.first ||
    last === undefined ||
    !last.content.some(({ end }) => (paragraph.quotationAt[end - 1] as number) >= 0)
  ) {
    return;
  }
  last.content.push({
    first: sentence.first,
    end: trimmedEnd(paragraph, sentence.first, sentence.end),
  });
}

/**
 * The statement that a quotation goes on with: the last one outside quotation marks; where that one cannot go on, the one of
 * its sentence that can: `“A,” said Voss, who has backed the plan. “B.”`
 */
function goingOn(
  { quotationAt, sentences }: Paragraph,
  candidates: readonly Candidate[],
): Candidate | undefined {
  const outside = candidates.filter(({ cue }) => cue !== undefined && (quotationAt[cue.first] as number) < 0);
  const last = outside.at(-1);
  if (last === undefined || last.mayContinue) {
    return last;
  }
  const at = last.cue?.first ?? 0;
  const sentence = sentences.find(({ first, end }) => first <= at && at < end);
  return outside.findLast(
    ({ cue, mayContinue, content }) =>
      mayContinue &&
      (cue?.first ?? -1) >= (sentence?.first ?? at) &&
      content.some(({ end }) => (quotationAt[end - 1] as number) >= 0),
  );
}

/** Whether the next sentence says who asked: `“Why?” Warren asked.` is two sentences. */
function isAnswered({ sentences, tokens }: Paragraph, sentence: Sentence): boolean {
  const mark = tokens[sentence.end - 2];
  if (mark?.tag !== "stop" || mark.lower === ".") {
    return false;
  }
  const next = sentences.find(({ first }) => first === sentence.end);
  return next !== undefined && next.end - next.first <= 12 && tokens[next.first]?.tag !== "quote";
}

/** Whether a whole paragraph is quotation, and so may go on with the speaker of the paragraph before. */
export function isFloating(paragraph: Paragraph): boolean {
  return paragraph.sentences.every((sentence) => isQuotationAlone(paragraph, sentence));
}
