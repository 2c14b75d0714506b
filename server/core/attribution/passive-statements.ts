import type { Candidate } from "./candidate.ts";
import { trimmedEnd } from "./content-ends.ts";
import { nounPhraseAfter, nounPhraseBefore } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { subjectBefore } from "./subjects.ts";
import { hasFrame, takesThing, type VerbGroup } from "./verb-groups.ts";

/** `is supported by X`: the agent is the source, the subject the content. Without an agent nobody is named. */
export function passiveStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
): Candidate | undefined {
  const { tokens } = paragraph;
  if (tokens[group.end]?.lower !== "by" || group.end >= sentence.end) {
    return group.shape === "passive" ? hearsay(paragraph, sentence, group) : undefined;
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
    content: [content],
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

/** `The deal is said to be dead`, `He was criticised for it`: nobody is named, and the subject belongs to what is said. */
function hearsay(paragraph: Paragraph, sentence: Sentence, group: VerbGroup): Candidate | undefined {
  const subject = subjectBefore(paragraph, sentence, { ...group, shape: "finite" }, undefined);
  const next = paragraph.tokens[group.end];
  if (subject === undefined || next === undefined || group.end >= sentence.end) {
    return undefined;
  }
  const isOpener =
    next.tag === "infinitive" ||
    next.lower === "that" ||
    next.lower === "as" ||
    next.lower === "of" ||
    next.lower === "for";
  const isReport = group.verbs.some(
    ({ lemma, frame }) => frame === "think" || frame === "judge" || reportVerbs.has(lemma),
  );
  if (!isOpener || !isReport) {
    return undefined;
  }
  const end = trimmedEnd(paragraph, group.end, sentence.end);
  return {
    source: undefined,
    cue: { first: group.first, end: group.end },
    content: [subject, { first: group.end, end }],
    mayContinue: false,
    isOpen: false,
  };
}

/** Verbs of saying by which news tells what is said, nobody knows by whom. */
const reportVerbs: ReadonlySet<string> = new Set(
  "say report allege claim estimate rumor announce predict quote mention".split(" "),
);
