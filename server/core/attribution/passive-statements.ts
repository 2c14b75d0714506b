import type { Candidate } from "./candidate.ts";
import { clauseEnd, trimmedEnd } from "./content-ends.ts";
import { embeddedEnd, embeddingOf } from "./embedding.ts";
import { nounPhraseAfter, nounPhraseBefore, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { subjectBefore } from "./subjects.ts";
import type { Token } from "./tokens.ts";
import { hasFrame, takesThing, type VerbGroup } from "./verb-groups.ts";

/** `is supported by X`: the agent is the source, the subject the content. Without an agent nobody is named. */
export function passiveStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
): Candidate | undefined {
  const { tokens } = paragraph;
  if (tokens[group.end]?.lower !== "by" || group.end >= sentence.end) {
    return group.shape === "passive"
      ? (passiveWithLateAgent(paragraph, sentence, group) ?? hearsay(paragraph, sentence, group))
      : undefined;
  }
  const source = nounPhraseAfter(paragraph, group.end + 1, sentence.end);
  const content = nounPhraseBefore(paragraph, group.first, sentence.first);
  const isPointer =
    content !== undefined && content.end - content.first === 1 && tokens[content.first]?.tag === "relative";
  if (
    source === undefined ||
    content === undefined ||
    isPointer ||
    !(takesThing(group) || hasFrame(group, "show", "say"))
  ) {
    return undefined;
  }
  return {
    source,
    cue: { first: group.first, end: group.end + 1 },
    content: [content, ...restBehindAgent(paragraph, sentence, source)],
    mayContinue: false,
    isOpen: false,
  };
}

/** `the plan announced by the council`: a participle with its agent, without an auxiliary. */
export function isReducedPassive(
  { tokens, language }: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
): boolean {
  const form = tokens[group.head]?.cue?.form;
  return (
    language.id === "en" &&
    (form === "past" || form === "participle") &&
    group.first === group.head &&
    group.end < sentence.end &&
    tokens[group.end]?.lower === "by"
  );
}

/** `, compared with females’`, `, released on Friday`: a past form behind a comma and before a preposition describes. */
export function isDanglingParticiple({ tokens }: Paragraph, group: VerbGroup): boolean {
  const form = tokens[group.head]?.cue?.form;
  return (
    (form === "past" || form === "participle") &&
    group.first === group.head &&
    group.end === group.head + 1 &&
    tokens[group.head - 1]?.tag === "comma" &&
    tokens[group.end]?.tag === "preposition" &&
    !hasFrame(group, "say", "tell")
  );
}

/** `has been called a charlatan by fellow physicians`: the agent behind what he is called. */
function passiveWithLateAgent(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
): Candidate | undefined {
  const { tokens } = paragraph;
  for (let at = group.end + 1; at < Math.min(sentence.end, group.end + 8); at++) {
    const { tag, lower } = tokens[at] as Token;
    if (tag === "comma" || tag === "verb" || tag === "auxiliary" || tag === "stop" || tag === "conjunction") {
      return undefined;
    }
    if (lower === "by" && hasFrame(group, "judge", "say")) {
      const source = nounPhraseAfter(paragraph, at + 1, sentence.end);
      const subject = subjectBefore(paragraph, sentence, { ...group, shape: "finite" }, undefined);
      const isTime =
        source === undefined ||
        tokens[source.first]?.tag === "time" ||
        tokens[source.first]?.tag === "number";
      return isTime || subject === undefined
        ? undefined
        : {
            source,
            cue: { first: group.first, end: group.end },
            content: [subject, { first: group.end, end: at }],
            mayContinue: false,
            isOpen: false,
          };
    }
  }
  return undefined;
}

/** `The deal is said to be dead`, `He was criticised for it`: nobody is named, and the subject belongs to what is said. */
function hearsay(paragraph: Paragraph, sentence: Sentence, group: VerbGroup): Candidate | undefined {
  const subject = subjectBefore(paragraph, sentence, { ...group, shape: "finite" }, undefined);
  const isReport = group.verbs.some(
    ({ lemma, frame }) =>
      frame === "think" || (frame === "judge" && !doings.has(lemma)) || reportVerbs.has(lemma),
  );
  const isDenied = subject !== undefined && nothings.has(paragraph.tokens[subject.first]?.lower ?? "");
  if (subject === undefined || isDenied || !isReport) {
    return undefined;
  }
  const clause = embeddedEnd(
    paragraph,
    sentence,
    group.end,
    embeddingOf(paragraph, sentence, subject, group),
  );
  const end = trimmedEnd(paragraph, group.end, clause);
  const rest = end > group.end ? [{ first: group.end, end }] : [];
  return {
    source: undefined,
    cue: { first: group.first, end: group.end },
    content: [subject, ...rest],
    mayContinue: false,
    isOpen: false,
  };
}

/** Verbs that judge only where somebody is named: `the letter is addressed to them` tells what was done. */
const doings: ReadonlySet<string> = new Set(
  "address promote embrace back hit link invoke reference love like".split(" "),
);

/** `Nothing is said here`: that nobody says anything is no statement of anybody's. */
const nothings: ReadonlySet<string> = new Set("nothing nobody none".split(" "));

/** Verbs of saying by which news tells what is said, nobody knows by whom. */
const reportVerbs: ReadonlySet<string> = new Set(
  "say report allege claim estimate rumor announce predict quote mention ask tell urge warn".split(" "),
);

/** `was criticised by farmers as unfair`, `was accused by the state of lying`: what goes on behind the agent. */
function restBehindAgent(paragraph: Paragraph, sentence: Sentence, source: TokenRange): TokenRange[] {
  const opener = paragraph.tokens[source.end];
  if (opener === undefined || source.end >= sentence.end || !openersOfRest.has(opener.lower)) {
    return [];
  }
  const end = trimmedEnd(paragraph, source.end, clauseEnd(paragraph, sentence, source.end, "thing"));
  return end > source.end + 1 ? [{ first: source.end, end }] : [];
}

const openersOfRest: ReadonlySet<string> = new Set(["as", "of", "for", "to"]);
