import type { Candidate } from "./candidate.ts";
import { contentAfter } from "./contents.ts";
import { nounPhraseBefore, type TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import { clauseFloor } from "./subjects.ts";
import { hasFrame, type VerbGroup } from "./verb-groups.ts";

/** `The inquiry forced the board to admit that …`: an infinitive of speech whose subject is made to speak. */
export function infinitiveStatement(
  paragraph: Paragraph,
  sentence: Sentence,
  group: VerbGroup,
): Candidate | undefined {
  if (
    paragraph.language.id !== "en" ||
    group.isAdjective ||
    !hasFrame(group, "say", "tell", "judge", "ask")
  ) {
    return undefined;
  }
  const source = speakerOf(paragraph, sentence, group);
  if (source === undefined) {
    return undefined;
  }
  const after = contentAfter(paragraph, sentence, { ...group, shape: "finite" }, "main");
  return after === undefined
    ? undefined
    : {
        source,
        cue: { first: group.first, end: group.end },
        content: [after.range],
        mayContinue: false,
        isOpen: false,
      };
}

function speakerOf(paragraph: Paragraph, sentence: Sentence, { first }: VerbGroup): TokenRange | undefined {
  const { tokens } = paragraph;
  const floor = clauseFloor(paragraph, sentence, first);
  const object = nounPhraseBefore(paragraph, first, floor);
  const above = object === undefined ? undefined : tokens[object.first - 1];
  if (object !== undefined && above !== undefined && object.first > floor && causing.has(above.lower)) {
    return object;
  }
  return undefined;
}

/** Verbs whose object is made to do something, in the forms of news (Levin 1993, 59; FrameNet Causation). */
const causing: ReadonlySet<string> = new Set(
  `force forces forced forcing lead leads led leading prompt prompts prompted prompting cause causes caused causing drive drives drove driving compel compels compelled
  push pushes pushed pushing move moves moved inspire inspires inspired spur spurs spurred get gets got allow allows allowed enable enables enabled`.split(
    /\s+/,
  ),
);
