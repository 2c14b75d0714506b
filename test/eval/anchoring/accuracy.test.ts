import { beforeAll, describe, expect, test } from "vitest";
import type { Annotation } from "../../../server/core/annotations/annotation.ts";
import { describeTargets } from "../../../server/core/annotations/describe-targets.ts";
import { targetAt } from "../../../server/core/annotations/make-annotation.ts";
import { seededRandom } from "../../support/random.ts";
import { makeDump } from "../dump.ts";
import { languageOf } from "../language/language.ts";
import { isSameText } from "./clean-ups.ts";
import { applyScript, editWords, moveLines } from "./edited-text.ts";
import { ANCHORING_FLOORS, type AnchoringFigures, holdsFloor } from "./floors.ts";
import { judge, truthOf } from "./judge.ts";
import { annotationsAt, countMarks, newCounts } from "./measure.ts";
import { placeMarks } from "./place-marks.ts";
import { ANCHORING_QUICK, measureAnchoring } from "./report.ts";

const { text } = makeDump({ seed: 3, script: "Latin", size: 10, index: 1 });
const language = languageOf("Latin");

describe("the judge", () => {
  const marks = placeMarks(text, 40, language, seededRandom(4), "no lines");

  test("knows where unedited words went", () => {
    const edited = applyScript(text, moveLines(0.5, editWords(0))(text, language, seededRandom(5)));
    for (const mark of marks) {
      const { start, end, kept } = truthOf(edited, mark);
      expect(edited.text.slice(start.start, end.end)).toBe(text.slice(mark.start, mark.end));
      expect(kept).toBe(1);
    }
  });

  test("calls a place wrong that is not the one, and a mark without words rightly an orphan", () => {
    const edited = applyScript(text, editWords(0)(text, language, seededRandom(5)));
    const truth = truthOf(edited, marks[0] as { start: number; end: number });
    const place = { start: truth.start.start, end: truth.end.start };
    expect(judge(truth, place)).toBe("right");
    expect(judge(truth, { ...place, start: place.start + 1 })).toBe("wrong");
    expect(judge(truth, undefined)).toBe("orphaned");
    expect(judge({ ...truth, kept: 0 }, undefined)).toBe("rightly orphaned");
    expect(judge({ ...truth, kept: 0 }, place)).toBe("wrong");
  });

  test("sees that a mark is one letter off after a clean-up", () => {
    for (const mark of marks.filter(({ start, end }) => end - start < 80)) {
      const [annotation] = annotationsAt([mark]) as [Annotation];
      const off = (by: number): Annotation => ({
        ...annotation,
        targets: [targetAt({ start: mark.start + by, end: mark.end + by })],
      });
      expect(isSameText(text, mark, text, off(0))).toBe(true);
      expect(isSameText(text, mark, text, off(1)), text.slice(mark.start, mark.end)).toBe(false);
    }
  });

  test("an unedited text gives every mark back where it was", () => {
    const counts = newCounts("nothing");
    countMarks(counts, applyScript(text, editWords(0)(text, language, seededRandom(1))), marks);
    expect(counts).toMatchObject({ marks: marks.length, right: marks.length, wrong: 0, orphaned: 0 });
    expect(describeTargets(text, annotationsAt(marks))).toHaveLength(marks.length);
  });
});

describe("no figure falls below its floor", () => {
  let figures: AnchoringFigures;
  beforeAll(() => {
    figures = measureAnchoring(ANCHORING_QUICK);
  }, 240_000);

  test.each(ANCHORING_FLOORS)("$figure: $direction $limit", (floor) => {
    const measured = floor.measure(figures);
    const examples = [...figures.cleanUps, ...figures.edits, ...figures.traps].flatMap((each) =>
      each.examples.slice(0, 2),
    );
    expect(holdsFloor(floor, measured), `${floor.figure} is ${measured}\n${examples.join("\n")}`).toBe(true);
  });
});
