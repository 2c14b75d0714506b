import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../server/core/text/edits.ts";
import { indexLines } from "../../server/core/text/lines.ts";
import { createConverter } from "../../server/features/convert.ts";
import { type SourceDocument, updateDocument } from "../../server/wiring/source-document.ts";

function documentOf(text: string): SourceDocument {
  return { uri: "untitled:1", languageId: "text", version: 1, lines: indexLines(text), edits: undefined };
}

function change(line: number, start: number, end: number, text: string) {
  return { range: { start: { line, character: start }, end: { line, character: end } }, text };
}

test("a change behind non-ASCII text lands where the client meant it, in both encodings", () => {
  // „Übung“ 😀 x: the x is column 10 in UTF-16, 19 in UTF-8.
  const document = documentOf("„Übung“ 😀x\n");
  expect(updateDocument(document, [change(0, 10, 11, "y")], 2, "utf-16").lines.text).toBe("„Übung“ 😀y\n");
  expect(updateDocument(document, [change(0, 17, 18, "y")], 2, "utf-8").lines.text).toBe("„Übung“ 😀y\n");
});

test("several changes of one notification refer to the text that those before them made", () => {
  const changed = updateDocument(
    documentOf("abc\n"),
    [change(0, 0, 1, "xyz"), change(0, 3, 4, "")],
    2,
    "utf-16",
  );
  expect(changed.lines.text).toBe("xyzc\n");
  expect(changed.edits).toEqual([
    { span: { start: 0, end: 1 }, newText: "xyz" },
    { span: { start: 3, end: 4 }, newText: "" },
  ]);
});

test("a whole text is taken, and hides which edits led to it", () => {
  const changed = updateDocument(documentOf("abc"), [change(0, 0, 1, "x"), { text: "new\n" }], 2, "utf-16");
  expect(changed.lines).toEqual(indexLines("new\n"));
  expect(changed.edits).toBeUndefined();
  expect(changed.version).toBe(2);
});

test("the edits that are handed on make the new text out of the old one", () => {
  const unit = fc.constantFrom("a", "ß", "„", "😀", "\n", "\r\n");
  const place = fc.record({ start: fc.nat(20), length: fc.nat(6), text: fc.string({ unit, maxLength: 6 }) });
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 20 }),
      fc.array(place, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("utf-16" as const, "utf-8" as const),
      (before, places, encoding) => {
        let document = documentOf(before);
        for (const { start, length, text } of places) {
          const { lines } = document;
          const convert = createConverter(lines, encoding);
          const range = convert.range({ start, end: start + length });
          const next = updateDocument(document, [{ range, text }], document.version + 1, encoding);
          expect(next.lines.text).toBe(applyEdits(lines.text, next.edits ?? []));
          expect(next.lines).toEqual(indexLines(next.lines.text));
          document = next;
        }
      },
    ),
  );
});
