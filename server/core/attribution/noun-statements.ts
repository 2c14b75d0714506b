import { isFiniteStart } from "./bare-clauses.ts";
import type { Candidate } from "./candidate.ts";
import { trimmedEnd } from "./content-ends.ts";
import { nounOpeners } from "./light-verb-statements.ts";
import { simplePhraseAfter, simplePhraseBefore, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { isPastParticiple } from "./past-participles.ts";
import type { Token } from "./tokens.ts";

/** `Trump’s claim that …`, `her plans to …`, `the ministry’s criticism of …`: a noun of speech with its owner and its content. */
export function nounStatement(paragraph: Paragraph, sentence: Sentence, head: number): Candidate | undefined {
  const { tokens, language, quotationAt } = paragraph;
  const token = tokens[head] as Token;
  if (!language.cueNouns.has(token.lower) || (token.tag !== "noun" && token.tag !== "verb")) {
    return undefined;
  }
  let first = head;
  while (first > sentence.first && isModifier(tokens[first - 1] as Token)) {
    first--;
  }
  const owner = ownerBefore(paragraph, sentence, first);
  const source = owner ?? peopleBefore(paragraph, first, head);
  first = owner === undefined && source !== undefined ? source.end : first;
  const behind = behindTime(tokens, head + 1, sentence.end);
  const opener = tokens[behind];
  // `fears that …`, `doubts about …`: nobody is named whose they are.
  const isUnowned =
    opener !== undefined &&
    (language.complementisers.has(opener.lower) ||
      opener.lower === "about" ||
      (opener.lower === "of" && hearsayNouns.has(token.lower)) ||
      ((opener.lower === "of" || opener.lower === "for") && judgementNouns.has(token.lower)) ||
      (opener.tag === "infinitive" && commitmentNouns.has(token.lower)));
  const agent = source === undefined ? nounWithAgent(paragraph, sentence, first, head) : undefined;
  if (agent !== undefined) {
    return agent;
  }
  if (source === undefined && !isUnowned) {
    return undefined;
  }
  if (opener === undefined || behind >= sentence.end || quotationAt[behind] !== quotationAt[head]) {
    return undefined;
  }
  // `his plan that matches the rhetoric`: behind `that` a verb tells of the noun, and nobody says it.
  const following = tokens[behind + 1];
  const isRelative =
    opener.tag !== "infinitive" &&
    following !== undefined &&
    isFiniteStart(following) &&
    opener.lower === "that";
  const isClause = (language.complementisers.has(opener.lower) && !isRelative) || opener.tag === "infinitive";
  const isThing = nounOpeners.has(opener.lower) && tokens[behind + 1]?.tag !== "time";
  if (!isClause && !isThing) {
    return undefined;
  }
  const start = isClause ? behind : behind + 1;
  const end = trimmedEnd(
    paragraph,
    start,
    nounContentEnd(paragraph, sentence, start, isThing ? "thing" : "clause"),
  );
  if (end <= start) {
    return undefined;
  }
  return {
    source,
    cue: { first, end: start },
    content: [{ first: start, end }],
    mayContinue: false,
    isOpen: false,
  };
}

/** `her comments Tuesday on the fire` */
function behindTime(tokens: readonly Token[], start: number, limit: number): number {
  let at = start;
  while (at < limit && tokens[at]?.tag === "time") {
    at++;
  }
  return at;
}

/** `repeated warnings from his attorney that …`, `support among voters for …`: the source stands behind the noun. */
function nounWithAgent(
  paragraph: Paragraph,
  sentence: Sentence,
  first: number,
  head: number,
): Candidate | undefined {
  const { tokens, language } = paragraph;
  if (head + 1 >= sentence.end || !agentOpeners.has(tokens[head + 1]?.lower ?? "")) {
    return undefined;
  }
  const source = simplePhraseAfter(paragraph, head + 2, sentence.end);
  const opener = source === undefined ? undefined : tokens[source.end];
  if (source === undefined || opener === undefined || source.end >= sentence.end) {
    return undefined;
  }
  const isClause = language.complementisers.has(opener.lower) || opener.tag === "infinitive";
  if (!isClause && !nounOpeners.has(opener.lower)) {
    return undefined;
  }
  const start = isClause ? source.end : source.end + 1;
  const kind = isClause ? "clause" : "thing";
  const end = trimmedEnd(paragraph, start, nounContentEnd(paragraph, sentence, start, kind));
  return end > start
    ? {
        source,
        cue: { first, end: head + 2 },
        content: [{ first: start, end }],
        mayContinue: false,
        isOpen: false,
      }
    : undefined;
}

const agentOpeners: ReadonlySet<string> = new Set(["from", "among", "by"]);

function isModifier({ tag }: Token): boolean {
  return tag === "adjective" || tag === "adverb" || tag === "noun";
}

/** Whose a noun is whose phrase begins at `first`: `Ferrant’s claim`, `her claim`. */
export function ownerBefore(paragraph: Paragraph, sentence: Sentence, first: number): TokenRange | undefined {
  const { tokens } = paragraph;
  const before = tokens[first - 1];
  if (first <= sentence.first || before === undefined) {
    return undefined;
  }
  if (owners.has(before.lower)) {
    return { first: first - 1, end: first };
  }
  return before.tag === "possessive" ? simplePhraseBefore(paragraph, first, sentence.first) : undefined;
}

const owners: ReadonlySet<string> = new Set(["his", "her", "their", "its"]);

/**
 * To the end of the clause: a comma, or the finite verb of the main clause (`the announcement that he would go surprised many`).
 * A clause has one verb of its own, what stands behind `of` or `to` none; relatives and conjunctions bring another.
 */
function nounContentEnd(
  { tokens, quotationAt, quotations }: Paragraph,
  sentence: Sentence,
  start: number,
  kind: "thing" | "clause",
): number {
  let verbs = kind === "clause" && tokens[start]?.tag !== "infinitive" ? 1 : 0;
  const level = quotationAt[start - 1] as number;
  for (let at = start; at < sentence.end; at++) {
    const inner = quotationAt[at] as number;
    if (level < 0 && inner >= 0) {
      at = quotations[inner]?.last ?? at;
      continue;
    }
    if (inner !== level) {
      return at;
    }
    const token = tokens[at] as Token;
    const { tag } = token;
    const next = tokens[at + 1]?.tag;
    if (at > start && opensClause(token)) {
      verbs++;
    } else if (at > start && isFiniteStart(token) && !isDescribing(tokens, at)) {
      if (verbs === 0) {
        return at;
      }
      verbs--;
      at = groupEnd(tokens, at, sentence.end);
      continue;
    }
    if (tag === "conjunction" && (next === "verb" || next === "auxiliary") && at > start) {
      return at;
    }
    if (tag === "comma" || tag === "stop" || tag === "dash" || tag === "colon") {
      return at;
    }
  }
  return sentence.end;
}

function opensClause({ tag, lower }: Token): boolean {
  return tag === "relative" || tag === "subordinator" || lower === "who" || tag === "conjunction";
}

/** The last token of a verb group: auxiliaries and adverbs, then one verb. */
function groupEnd(tokens: readonly Token[], start: number, limit: number): number {
  let at = start;
  while (at + 1 < limit && tokens[at]?.tag !== "verb") {
    const next = tokens[at + 1]?.tag;
    if (next !== "auxiliary" && next !== "verb" && next !== "adverb" && next !== "negation") {
      break;
    }
    at++;
  }
  return at;
}

/** `to go`, `the money stolen from them`: no finite verb. */
function isDescribing(tokens: readonly Token[], at: number): boolean {
  const isNegated = tokens[at - 1]?.tag === "negation";
  if (tokens[isNegated ? at - 2 : at - 1]?.tag === "infinitive") {
    return true;
  }
  const { tag, lower } = tokens[at] as Token;
  if (tag !== "verb" || !isPastParticiple(lower)) {
    return false;
  }
  const next = tokens[at + 1]?.tag;
  return next === "preposition" || next === "time" || next === undefined;
}

/** `Russian claims that …`, `European reluctance to …`: a people stands for those of it who speak. */
function peopleBefore({ tokens, language }: Paragraph, first: number, head: number): TokenRange | undefined {
  for (let at = Math.max(first - 1, 0); at < head; at++) {
    const { isCapital, isUpper, lower } = tokens[at] as Token;
    const isPeople = language.words.get(lower) === "adjective" || /(?:ian|ese|ish)$/.test(lower);
    if (
      isCapital &&
      !isUpper &&
      isPeople &&
      tokens[at - 1]?.tag !== "name" &&
      tokens[at - 1]?.tag !== "quote"
    ) {
      return at > 0 ? { first: at, end: at + 1 } : undefined;
    }
  }
  return undefined;
}

/** `sharp criticism of the board`: judged by nobody who is named. */
const judgementNouns: ReadonlySet<string> = new Set(
  "criticism criticisms condemnation praise denunciation denunciations rejection endorsement endorsements assessment critique critiques disapproval outrage".split(
    " ",
  ),
);

/** `an agreement to cut emissions`: what is promised, whoever promised it. */
const commitmentNouns: ReadonlySet<string> = new Set(
  "agreement agreements pledge pledges promise promises vow vows commitment commitments refusal reluctance unwillingness".split(
    " ",
  ),
);

/** `amid fears of a recession`, `claims of abuse`: what goes round, whoever says it. */
const hearsayNouns: ReadonlySet<string> = new Set(
  "accusations allegations charges claims complaints fears hopes reports rumors rumours suspicions threats warnings".split(
    " ",
  ),
);
