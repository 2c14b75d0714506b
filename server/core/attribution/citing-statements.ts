import { type Candidate, clippedTo } from "./candidate.ts";
import { trimmedEnd } from "./content-ends.ts";
import { readSource } from "./kinds.ts";
import { nounPhraseAfter, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { matchPhrase } from "./phrase-statements.ts";
import { withPostmodifier } from "./postmodifiers.ts";
import { canBeSaid, contentBefore } from "./preceding-content.ts";
import { subjectBefore } from "./subjects.ts";
import type { Token } from "./tokens.ts";
import { verbGroupAt } from "./verb-groups.ts";

/**
 * Sources of sources in a sentence: `HG has cited officials as saying …` and `HG reported …, citing officials`. What the
 * cited source says is what the citing one passes on, so both get the same content, and the one stands within the other.
 *
 * @param own The sentence's statements so far; where citing was taken for criticism or mention, they are replaced.
 */
export function withCitedSources(
  paragraph: Paragraph,
  sentence: Sentence,
  own: readonly Candidate[],
): readonly Candidate[] {
  let statements = own;
  for (let at = sentence.first; at < sentence.end; at++) {
    const { lower, tag } = paragraph.tokens[at] as Token;
    if (quotingVerbs.has(lower) && tag === "verb") {
      statements = withQuotedAsSaying(paragraph, sentence, at, statements);
    } else if (paragraph.language.citingPhrases.some(({ words }) => words[0] === lower)) {
      statements = withCiting(paragraph, sentence, at, statements);
    }
  }
  return statements;
}

const quotingVerbs: ReadonlySet<string> = new Set("cited cites cite quoted quotes quote".split(" "));

/** `X has cited Y as saying CONTENT`, `CONTENT, X has cited Y as saying`, `Y was quoted (by X) as saying`. */
function withQuotedAsSaying(
  paragraph: Paragraph,
  sentence: Sentence,
  at: number,
  own: readonly Candidate[],
): readonly Candidate[] {
  const { tokens } = paragraph;
  const group = verbGroupAt(paragraph, at, sentence);
  if (group === undefined) {
    return own;
  }
  const subject = subjectBefore(paragraph, sentence, { ...group, shape: "finite" }, undefined);
  const isPassive = group.shape === "passive";
  const byStart = isPassive && tokens[group.end]?.lower === "by" ? group.end + 1 : group.end;
  const as = asSaying(paragraph, byStart, sentence.end);
  if (as < 0) {
    return own;
  }
  const phrase = as > byStart ? { first: byStart, end: as } : undefined;
  const cue: TokenRange = { first: as, end: as + 2 };
  const [citing, cited] = isPassive ? [phrase, subject] : [subject, phrase];
  const lead = Math.min(subject?.first ?? group.first, group.first);
  const content = contentOf(paragraph, sentence, lead, cue.end);
  if (cited === undefined || content === undefined) {
    return own;
  }
  const rest = own.filter((candidate) => !overlaps(candidate.cue, { first: group.first, end: cue.end }));
  const outer: Candidate | undefined =
    citing === undefined
      ? undefined
      : {
          source: citing,
          cue: { first: group.first, end: byStart },
          content: [content],
          mayContinue: false,
          isOpen: false,
        };
  const inner: Candidate = {
    source: cited,
    cue: outer === undefined ? { first: group.first, end: cue.end } : cue,
    content: [content],
    mayContinue: true,
    isOpen: false,
    ...(outer === undefined ? {} : { citedBy: outer }),
  };
  const clipped = rest.map((candidate) => clippedTo(candidate, content, lead));
  return [...clipped, ...(outer === undefined ? [] : [outer]), inner];
}

/** The place of `as saying` behind the one who is cited; -1 where a verb or a mark comes first. */
function asSaying({ tokens }: Paragraph, start: number, limit: number): number {
  for (let at = start; at < Math.min(limit - 1, start + 20); at++) {
    const { lower, tag } = tokens[at] as Token;
    if (lower === "as" && tokens[at + 1]?.cue?.form === "present-participle") {
      return at;
    }
    if (tag === "auxiliary" || tag === "quote" || tag === "stop" || tag === "colon") {
      return -1;
    }
  }
  return -1;
}

function contentOf(
  paragraph: Paragraph,
  sentence: Sentence,
  lead: number,
  behind: number,
): TokenRange | undefined {
  const { tokens } = paragraph;
  const next = tokens[behind];
  const start = next?.tag === "comma" || next?.tag === "colon" ? behind + 1 : behind;
  const end = trimmedEnd(paragraph, start, sentence.end);
  if (end > start) {
    return { first: start, end };
  }
  const before = contentBefore(paragraph, sentence, lead, sentence.first);
  return before !== undefined && canBeSaid(paragraph, before) ? before : undefined;
}

/** `X said CONTENT, citing Y`, `X, citing Y, said`, `сообщает X со ссылкой на Y`: only where Y can speak. */
function withCiting(
  paragraph: Paragraph,
  sentence: Sentence,
  at: number,
  own: readonly Candidate[],
): readonly Candidate[] {
  const { language } = paragraph;
  const phrase = matchPhrase(paragraph, language.citingPhrases, at, sentence.end);
  if (phrase === undefined) {
    return own;
  }
  const cue: TokenRange = { first: at, end: at + phrase.words.length };
  const phraseOfSource = nounPhraseAfter(paragraph, cue.end, sentence.end);
  const source =
    phraseOfSource === undefined ? undefined : withPostmodifier(paragraph, phraseOfSource, sentence.end);
  const others = own.filter((candidate) => !overlaps(candidate.cue, cue));
  const host =
    others.findLast(({ cue: before }) => before !== undefined && before.end <= at) ??
    others.find(({ cue: behind }) => behind !== undefined && behind.first > at);
  if (source === undefined || host === undefined || !canSpeak(paragraph, source)) {
    return own;
  }
  const content = host.content.map(({ first, end }) =>
    first < at && end > at ? { first, end: trimmedEnd(paragraph, first, at) } : { first, end },
  );
  const outer: Candidate = { ...host, source: endingBefore(host.source, at), content };
  const inner: Candidate = {
    source,
    cue,
    content: [...content],
    mayContinue: false,
    isOpen: false,
    citedBy: outer,
  };
  return [...others.map((candidate) => (candidate === host ? outer : candidate)), inner];
}

/** Without the citing phrase, where the noun phrase ran into it: `газета со ссылкой на источники сообщает`. */
function endingBefore(source: TokenRange | undefined, at: number): TokenRange | undefined {
  return source !== undefined && source.first < at && at < source.end
    ? { first: source.first, end: at }
    : source;
}

function canSpeak({ tokens, language }: Paragraph, { first, end }: TokenRange): boolean {
  const { kind, noun } = readSource(tokens.slice(first, end), language);
  return (
    kind !== "pronoun" && (kind !== "described" || (noun !== undefined && language.kinds.titles.has(noun)))
  );
}

function overlaps(first: TokenRange | undefined, second: TokenRange): boolean {
  return first !== undefined && first.first < second.end && second.first < first.end;
}
