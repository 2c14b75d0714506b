import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, type TextEdit } from "../../server/core/text/edits.ts";
import { indexLines } from "../../server/core/text/lines.ts";
import { createConverter } from "../../server/features/convert.ts";
import { toTextEdits } from "../../server/features/shared/text-edits.ts";
import { applyTextEdits } from "../support/lsp-edits.ts";

const pieces = fc.constantFrom("a", "b", " ", "’", "é", "\u{1f6a2}", "\n", "\r\n", "\r");
const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));

/** A text and edits of it that do not overlap, in text order. */
const edited = text.chain((whole) =>
  fc
    .array(fc.tuple(fc.nat(whole.length), fc.nat(6), fc.constantFrom("", "x", "y\nz", "’")), { maxLength: 5 })
    .map((wishes) => {
      const edits: TextEdit[] = [];
      for (const [at, length, newText] of wishes.toSorted(([one], [other]) => one - other)) {
        const start = Math.max(at, edits.at(-1)?.span.end ?? 0);
        edits.push({ span: { start, end: Math.min(whole.length, start + length) }, newText });
      }
      return { whole, edits };
    }),
);

describe("edits of whole lines", () => {
  test("give the same text, and name no column but the first", () => {
    fc.assert(
      fc.property(edited, ({ whole, edits }) => {
        const lines = indexLines(whole);
        const reading = { text: whole, lines, convert: createConverter(lines, "utf-16") };
        const ofLines = toTextEdits(reading, edits, "lines");
        expect(applyTextEdits(whole, ofLines)).toBe(applyEdits(whole, edits));
        const columns = ofLines.flatMap(({ range }) => [range.start.character, range.end.character]);
        expect(columns.every((column) => column === 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("leave the lines between them alone", () => {
    const whole = "one’s\ntwo\nthree’s\n";
    const lines = indexLines(whole);
    const reading = { text: whole, lines, convert: createConverter(lines, "utf-16") };
    const edits = [
      { span: { start: 4, end: 5 }, newText: "" },
      { span: { start: 16, end: 17 }, newText: "z" },
    ];
    expect(toTextEdits(reading, edits, "lines")).toEqual([
      { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, newText: "one’\n" },
      { range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, newText: "three’z\n" },
    ]);
  });
});
