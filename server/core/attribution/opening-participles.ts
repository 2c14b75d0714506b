import type { Candidate } from "./candidate.ts";
import { contentAfter } from "./contents.ts";
import { embeddedEnd } from "./embedding.ts";
import { nounPhraseAfter } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";
import { hasFrame, type VerbGroup } from "./verb-groups.ts";

/**
 * A participle that opens the sentence: `Citing old reports, Voss said no` has the subject of the main clause, `Asked about
 * the fire, Voss said no` was asked by nobody who is named.
 */
export function openingParticiple(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
): Candidate | undefined {
  const { tokens, language } = paragraph;
  const opens =
    group.first === sentence.first ||
    (group.first === sentence.first + 1 && gerundOpeners.has((tokens[sentence.first] as Token).lower));
  if (!opens || language.id !== "en") {
    return undefined;
  }
  const comma = embeddedEnd(paragraph, sentence, group.end, "subordinate");
  const isQuestion = tokens[group.head]?.lower === "asked";
  if (comma >= sentence.end || !(isQuestion || (group.shape === "participle" && !hasFrame(group, "think")))) {
    return undefined;
  }
  const after = contentAfter(paragraph, sentence, group, "subordinate");
  const subject =
    tokens[comma]?.tag === "comma" ? nounPhraseAfter(paragraph, comma + 1, sentence.end) : undefined;
  if (after === undefined || after.range.end > comma || (!isQuestion && subject === undefined)) {
    return undefined;
  }
  return {
    source: isQuestion ? undefined : subject,
    cue: { first: group.first, end: group.end },
    content: [after.range],
    mayContinue: false,
    isOpen: false,
  };
}

/** `After saying that …, she left`, `In announcing the plan, he …` */
const gerundOpeners: ReadonlySet<string> = new Set(
  "after before in by while when without despite besides upon on since".split(" "),
);
