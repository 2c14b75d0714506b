import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Annotation } from "../../../server/core/annotations/annotation.ts";
import { makeAnnotation } from "../../../server/core/annotations/make-annotation.ts";
import { moveThroughEdits } from "../../../server/core/annotations/move-through-edits.ts";
import { applyEdits } from "../../../server/core/text/edits.ts";

/** A text with one mark in brackets. */
function marked(source: string): { text: string; mark: Annotation } {
  const start = source.indexOf("[");
  const end = source.indexOf("]") - 1;
  const text = source.replace("[", "").replace("]", "");
  return { text, mark: makeAnnotation({ id: "urn:1", spans: [{ start, end }] }) };
}

/** Replaces the first `old` of the text; an empty `old` inserts at the place of `|` in the source. */
function afterEdit(source: string, old: string, newText: string): string {
  const at = source.replace(/[[\]]/gu, "").indexOf("|");
  const { text, mark } = marked(source.replace("|", ""));
  const start = at >= 0 ? at : text.indexOf(old);
  const edit = { span: { start, end: start + (at >= 0 ? 0 : old.length) }, newText };
  const [moved] = moveThroughEdits([mark], text, [edit]);
  const { position, orphan } = moved?.targets[0] ?? {};
  const result = applyEdits(text, [edit]);
  if (position === undefined || orphan !== undefined) {
    return `${result} (orphan at ${position?.start})`;
  }
  return `${result.slice(0, position.start)}[${result.slice(position.start, position.end)}]${result.slice(position.end)}`;
}

describe("a mark moves with its words", () => {
  test.each([
    ["text before it", "a |[source] said", "", "new ", "a new [source] said"],
    ["text behind it", "a [source]| said", "", " once", "a [source] once said"],
    ["text inside it", "a [sou|rce] said", "", "X", "a [souXrce] said"],
    ["its last word goes on", "a [source]| said", "", "s", "a [sources] said"],
    ["its last word goes on, and more", "a [source]| said", "", "s close to", "a [sources] close to said"],
    ["its first word goes on", "a |[named] man", "", "un", "a [unnamed] man"],
    ["more, and its first word goes on", "a |[named] man", "", "so un", "a so [unnamed] man"],
    ["a mark behind it", "a [source]| said", "", ", who", "a [source], who said"],
    ["a mark that ends inside a word does not grow", "a [sour|]ce", "", "X", "a [sour]Xce"],
    ["a script without spaces does not grow", "[東京]|都", "", "市", "[東京]市都"],
    ["before it is replaced", "the old [mark] x", "old", "very new", "the very new [mark] x"],
    ["behind it is deleted", "a [mark] here", " here", "", "a [mark]"],
    ["its first part is deleted with what is before", "ab[cdef]g", "abcd", "", "[ef]g"],
    ["its last part is replaced with what is behind", "a[bcd]ef", "def", "XY", "a[bc]XY"],
    ["a word inside is replaced", "[one two three] x", "two", "2", "[one 2 three] x"],
    ["all of it is mended", "says [Borell] here", "Borell", "Borrell", "says [Borrell] here"],
    ["a line break inside is joined", "[the page\nhad] x", "\n", " ", "[the page had] x"],
    [
      "it stands in the text that replaces more",
      "a [mark] b c",
      "a mark b",
      "now: a mark b,",
      "now: a [mark] b, c",
    ],
  ])("%s", (_, source, old, newText, expected) => {
    expect(afterEdit(source, old, newText)).toBe(expected);
  });

  test.each([
    ["it is deleted", "a [mark] b", "mark", "", "a  b (orphan at 2)"],
    ["it is deleted with more", "a [mark] b", "a mark b", "", " (orphan at 0)"],
    ["it is replaced by other words", "a [mark] b", "mark", "quite other", "a quite other b (orphan at 2)"],
  ])("an orphan when %s", (_, source, old, newText, expected) => {
    expect(afterEdit(source, old, newText)).toBe(expected);
  });

  it("several edits at once, several marks, and marks before them stay the same objects", () => {
    const text = "one two three four";
    const marks = ["one", "two", "three four"].map((words, index) =>
      makeAnnotation({
        id: `urn:${index}`,
        spans: [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }],
      }),
    );
    const edits = [
      { span: { start: 14, end: 18 }, newText: "4" },
      { span: { start: 4, end: 4 }, newText: "and " },
    ];
    const moved = moveThroughEdits(marks, text, edits);
    const result = applyEdits(text, edits);
    expect(moved[0]).toBe(marks[0]);
    expect(
      moved.map(({ targets }) => result.slice(targets[0]?.position?.start, targets[0]?.position?.end)),
    ).toEqual(["one", "two", "three 4"]);
  });
});

it("any edits leave each mark inside the text, and in order with what stands around it", () => {
  const edit = fc.record({ at: fc.nat(60), length: fc.nat(12), text: fc.string({ maxLength: 8 }) });
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 5 }),
      fc.array(edit, { maxLength: 5 }),
      (text, places, drawn) => {
        const marks = places.map(([at, length], index) => {
          const start = at % text.length;
          return makeAnnotation({
            id: `urn:${index}`,
            spans: [{ start, end: Math.min(text.length, start + 1 + length) }],
          });
        });
        let behind = 0;
        const edits = drawn.flatMap(({ at, length, text: newText }) => {
          const start = behind + at;
          const end = Math.min(text.length, start + length);
          if (start > text.length) return [];
          behind = end + 1;
          return [{ span: { start, end: Math.max(start, end) }, newText }];
        });
        const result = applyEdits(text, edits);
        for (const { targets } of moveThroughEdits(marks, text, edits)) {
          for (const { position, orphan } of targets) {
            expect(position).toBeDefined();
            const { start, end } = position as { start: number; end: number };
            expect(0 <= start && start <= end && end <= result.length).toBe(true);
            expect(orphan === undefined).toBe(start < end);
          }
        }
      },
    ),
  );
});
