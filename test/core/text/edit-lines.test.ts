import fc from "fast-check";
import { expect, test } from "vitest";
import { editLines } from "../../../server/core/text/edit-lines.ts";
import { applyEdits } from "../../../server/core/text/edits.ts";
import { indexLines } from "../../../server/core/text/lines.ts";

const text = fc.string({
  unit: fc.constantFrom("a", "é", "\r", "\n", "\r\n", "\u2028", "😀"),
  maxLength: 30,
});

test("an edited index is the index of the edited text", () => {
  const edit = fc.record({ at: fc.nat(40), length: fc.nat(10), newText: text });
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 5 }), (before, edits) => {
      let lines = indexLines(before);
      for (const { at, length, newText } of edits) {
        const start = Math.min(at, lines.text.length);
        const span = { start, end: Math.min(start + length, lines.text.length) };
        const expected = applyEdits(lines.text, [{ span, newText }]);
        lines = editLines(lines, { span, newText });
        expect(lines).toEqual(indexLines(expected));
      }
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ["a CR and an LF meet", "one\rtwo", 4, 4, "\n", [0, 5]],
  ["they part", "one\r\ntwo", 4, 4, "x", [0, 4, 6]],
  ["the last line goes", "one\ntwo", 3, 7, "", [0]],
])("%s", (_, before, start, end, newText, starts) => {
  expect(editLines(indexLines(before), { span: { start, end }, newText }).starts).toEqual(
    new Int32Array(starts),
  );
});

test("an edit outside the text is a fault of the caller", () => {
  expect(() => editLines(indexLines("abc"), { span: { start: 2, end: 9 }, newText: "" })).toThrow(RangeError);
});
