import { describe, expect, it } from "vitest";
import { makeAnnotation } from "../../../server/core/annotations/make-annotation.ts";
import { moveThroughCleanUp } from "../../../server/core/annotations/move-through-clean-up.ts";
import { withRawPlaces } from "../../../server/core/annotations/raw-places.ts";
import { parse } from "../../../server/core/article/parse.ts";
import type { Operation } from "../../../server/core/checks/check.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { composeOperations } from "../../../server/core/cleanup/compose.ts";
import { planCleanUp } from "../../../server/core/cleanup/plan.ts";
import { proveNothingLost } from "../../../server/core/cleanup/proof.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import type { Span } from "../../../server/core/text/span.ts";
import { readSample } from "../../support/samples.ts";

function moveSpan(text: string, span: Span, operations: readonly Operation[]): readonly string[] {
  const dump = parse(text);
  const composition = composeOperations(indexLines(text), operations);
  const mark = makeAnnotation({ id: "urn:1", spans: [span] });
  const [moved] = moveThroughCleanUp([mark], { composition, proof: proveNothingLost(dump, composition) });
  return (moved?.targets ?? []).map(({ position, orphan }) =>
    orphan === undefined ? composition.text.slice(position?.start, position?.end) : `orphan: ${orphan}`,
  );
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

describe("operations", () => {
  const text = "first line\nsecond line\nthird &amp; last\nfourth line\n";

  it("join and split keep a mark in one piece", () => {
    const join: Operation = { kind: "join", span: { start: 10, end: 11 }, joiner: " " };
    expect(moveSpan(text, { start: 6, end: 17 }, [join])).toEqual(["line second"]);
    const split: Operation = { kind: "split", at: spanOf(text, "second line").start + 7 };
    expect(moveSpan(text, spanOf(text, "second line"), [split])).toEqual(["second\nline"]);
  });

  it("a replacement inside a mark, and one that is the mark", () => {
    const replace: Operation = { kind: "replace", span: spanOf(text, "&amp;"), newText: "&" };
    expect(moveSpan(text, spanOf(text, "third &amp; last"), [replace])).toEqual(["third & last"]);
    expect(moveSpan(text, spanOf(text, "&amp;"), [replace])).toEqual(["&"]);
  });

  it("a move takes the mark along, a mark over the move's edge is in two pieces", () => {
    const move: Operation = { kind: "move", span: spanOf(text, "second line\n"), to: text.length };
    expect(moveSpan(text, spanOf(text, "second"), [move])).toEqual(["second"]);
    expect(moveSpan(text, spanOf(text, "line\nthird"), [move])).toEqual(["third", "line"]);
  });

  it("what is removed without a copy makes an orphan; of what is cut, the rest stays", () => {
    const remove: Operation = { kind: "remove", span: spanOf(text, "second line\n") };
    expect(moveSpan(text, spanOf(text, "second"), [remove])).toEqual(["orphan: Its text was removed."]);
    expect(moveSpan(text, spanOf(text, "first line\nsecond"), [remove])).toEqual(["first line"]);
  });
});

describe("the clean-up of a dump", () => {
  const text = readSample("harbour-talks.txt");
  const dump = parse(text);
  const plan = planCleanUp(dump, checkDump(dump));
  const cleaned = plan.composition.text;
  const squeeze = (words: string) => words.replaceAll(/\s+/gu, "");

  it("leads a mark on each word of the raw text to the same word, on the copy where it was removed", () => {
    const words = [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }));
    const marks = words.map((span, index) => makeAnnotation({ id: `urn:${index}`, spans: [span] }));
    const moved = moveThroughCleanUp(marks, plan);
    let onCopies = 0;
    for (const [index, { targets }] of moved.entries()) {
      const span = words[index] as Span;
      const own = text.slice(span.start, span.end);
      const now = targets.map(({ position, orphan }) =>
        orphan === undefined ? cleaned.slice(position?.start, position?.end) : "",
      );
      // Of two things that were run together each has its own place now.
      expect(
        now.every((word) => word !== "" && own.includes(squeeze(word))),
        own,
      ).toBe(true);
      expect(squeeze(now.join(""))).toHaveLength(own.length);
      onCopies += Number(
        plan.composition.removals.some(({ start, end }) => start <= span.start && span.end <= end),
      );
    }
    expect(onCopies).toBeGreaterThan(100);
  });

  it("notes where the mark stood in the raw file, once", () => {
    const lines = indexLines(text);
    const mark = makeAnnotation({
      id: "urn:1",
      spans: [{ start: lines.starts[20] as number, end: (lines.starts[22] as number) + 3 }],
    });
    const collection = { dump: { name: "a.txt" }, annotations: [mark], foreign: [], extra: {} };
    const noted = withRawPlaces(collection, lines, { sha256: "ab" });
    expect(noted.annotations[0]?.targets[0]?.raw).toEqual({
      lines: [21, 23],
      span: mark.targets[0]?.position,
    });
    expect(withRawPlaces(noted, lines, { sha256: "cd" })).toBe(noted);
  });
});
