import { anchorAnnotations } from "../../../server/core/annotations/anchor-annotations.ts";
import type { Annotation } from "../../../server/core/annotations/annotation.ts";
import { describeTargets } from "../../../server/core/annotations/describe-targets.ts";
import { makeAnnotation } from "../../../server/core/annotations/make-annotation.ts";
import type { Span } from "../../../server/core/text/span.ts";
import { seededRandom } from "../../support/random.ts";
import { makeDump, type Size } from "../dump.ts";
import { languageOf, SCRIPTS } from "../language/language.ts";
import { applyScript, type EditedText, type EditScript, editWords, moveLines } from "./edited-text.ts";
import { judge, type Truth, truthOf, type Verdict } from "./judge.ts";
import { placeMarks } from "./place-marks.ts";

export interface AnchoringExtent {
  readonly seed: number;
  /** Dumps per script, by their number of paragraphs. */
  readonly dumps: Readonly<Record<Size, number>>;
  readonly traps: number;
}

export interface AnchoringCounts {
  readonly name: string;
  marks: number;
  /** Marks of which at least half is left. */
  findable: number;
  right: number;
  wrong: number;
  orphaned: number;
  rightlyOrphaned: number;
  /** The first few that were wrong or orphaned, to look at. */
  readonly examples: string[];
}

export const WORD_SCRIPTS: readonly (readonly [
  name: string,
  script: EditScript,
  crossing: "lines" | "no lines",
])[] = [
  ["1 % of the words edited", editWords(0.01), "lines"],
  ["5 % of the words edited", editWords(0.05), "lines"],
  ["20 % of the words edited", editWords(0.2), "lines"],
  ["a tenth of the lines moved, 1 % of the words edited", moveLines(0.1, editWords(0.01)), "no lines"],
];

/** UTF-16 units of text per mark. */
const SPACING = 150;

/** Scripts of edits over generated dumps. */
export function measureEditScripts({ seed, dumps }: AnchoringExtent): readonly AnchoringCounts[] {
  return WORD_SCRIPTS.map(([name, script, crossing], number) => {
    const counts = newCounts(name);
    for (const writing of SCRIPTS) {
      for (const size of [10, 60, 400] as const) {
        for (let index = 0; index < dumps[size]; index++) {
          const { text } = makeDump({ seed, script: writing, size, index });
          const random = seededRandom(seed * 31 + number * 1009 + size * 101 + index);
          const language = languageOf(writing);
          const marks = placeMarks(text, Math.ceil(text.length / SPACING), language, random, crossing);
          countMarks(counts, applyScript(text, script(text, language, random)), marks);
        }
      }
    }
    return counts;
  });
}

/** Anchors marks again after a script and counts what became of them. */
export function countMarks(counts: AnchoringCounts, edited: EditedText, marks: readonly Span[]): void {
  const { oldText, text } = edited;
  const annotations = describeTargets(oldText, annotationsAt(marks));
  const { outcomes } = anchorAnnotations(text, annotations, {
    isSameText: text === oldText,
    oldLength: oldText.length,
  });
  for (const [index, outcome] of outcomes.entries()) {
    const mark = marks[index] as Span;
    const truth = truthOf(edited, mark);
    countVerdict(counts, truth, judge(truth, outcome.span), () =>
      JSON.stringify({
        marked: oldText.slice(mark.start, mark.end),
        quote: outcome.before.quote,
        truth: text.slice(truth.start.end, truth.end.start),
        found: outcome.span && text.slice(outcome.span.start, outcome.span.end),
        at: [truth.start, truth.end, outcome.span],
        state: outcome.state,
        reason: outcome.reason,
        kept: truth.kept,
      }),
    );
  }
}

export function annotationsAt(marks: readonly Span[]): readonly Annotation[] {
  return marks.map((span, index) => makeAnnotation({ id: `urn:mark:${index}`, spans: [span] }));
}

export function newCounts(name: string): AnchoringCounts {
  return { name, marks: 0, findable: 0, right: 0, wrong: 0, orphaned: 0, rightlyOrphaned: 0, examples: [] };
}

const MOST_EXAMPLES = 40;

export function countVerdict(
  counts: AnchoringCounts,
  { kept }: Truth,
  verdict: Verdict,
  show: () => string,
): void {
  counts.marks++;
  counts.findable += Number(kept >= 0.5);
  switch (verdict) {
    case "right":
      counts.right += Number(kept >= 0.5);
      break;
    case "wrong":
      counts.wrong++;
      break;
    case "orphaned":
      counts.orphaned++;
      break;
    case "rightly orphaned":
      counts.rightlyOrphaned++;
      break;
  }
  const isBad = verdict === "wrong" || verdict === "orphaned";
  if (isBad && counts.examples.filter((example) => example.startsWith(verdict)).length < MOST_EXAMPLES) {
    counts.examples.push(`${verdict}: ${show()}`);
  }
}
