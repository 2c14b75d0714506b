import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Operation } from "../../../server/core/checks/check.ts";
import { composeOperations } from "../../../server/core/cleanup/compose.ts";
import { applyEdits, compareEdits } from "../../../server/core/text/edits.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import {
  composePassageMaps,
  deserialisePassageMap,
  mapSpanThroughPassages,
  serialisePassageMap,
} from "../../../server/core/text/passage-map.ts";

const character = fc.constantFrom(
  "a",
  "b",
  "c",
  " ",
  " ",
  "\n",
  "\n",
  "\r\n",
  "\r",
  "東",
  "\u00A0",
  "😀",
  "\t",
);
const text = fc
  .tuple(fc.boolean(), fc.array(character, { maxLength: 60 }))
  .map(([hasMark, characters]) => (hasMark ? "\uFEFF" : "") + characters.join(""));

function operation(length: number): fc.Arbitrary<Operation> {
  const offset = fc.nat({ max: length });
  const span = fc.tuple(offset, offset).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  return fc.oneof(
    span.map((where): Operation => ({ kind: "remove", span: where })),
    offset.map((at): Operation => ({ kind: "split", at })),
    fc
      .tuple(span, fc.constantFrom(" " as const, "" as const))
      .map(([where, joiner]): Operation => ({ kind: "join", span: where, joiner })),
    fc.tuple(span, offset).map(([where, to]): Operation => ({ kind: "move", span: where, to })),
    fc
      .tuple(span, fc.constantFrom("x", "", " ", "x\n"))
      .map(([where, newText]): Operation => ({ kind: "replace", span: where, newText })),
  );
}

/** Joins and moves at random offsets are mostly impossible; these are at line breaks and line starts. */
function fittingOperation(content: string): fc.Arbitrary<Operation> {
  const { starts } = indexLines(content);
  const line = fc.nat({ max: starts.length - 1 });
  const startOf = (index: number) => starts[index] ?? content.length;
  const move = fc.tuple(line, fc.integer({ min: 1, max: 3 }), line).map(([first, count, to]): Operation => {
    return { kind: "move", span: { start: startOf(first), end: startOf(first + count) }, to: startOf(to) };
  });
  const join = fc
    .tuple(line, fc.constantFrom(" " as const, "" as const))
    .map(([first, joiner]): Operation => {
      const end = startOf(first + 1);
      const width = content.slice(0, end).endsWith("\r\n") ? 2 : 1;
      return { kind: "join", span: { start: Math.max(end - width, 0), end }, joiner };
    });
  return fc.oneof(operation(content.length), move, join);
}

const textWithOperations = text.chain((content) =>
  fc.tuple(fc.constant(content), fc.array(fittingOperation(content), { maxLength: 6 })),
);

function withoutWhiteSpace(value: string): string {
  return value.replace(/\s/gu, "");
}

describe("composeOperations, for any text and operations", () => {
  it("gives edits that do not overlap and lead to its text", () => {
    fc.assert(
      fc.property(textWithOperations, ([content, operations]) => {
        const { edits, text: cleaned } = composeOperations(indexLines(content), operations);
        expect([...edits].sort(compareEdits)).toEqual(edits);
        for (const [index, edit] of edits.entries()) {
          expect(edit.span.start).toBeGreaterThanOrEqual(edits[index - 1]?.span.end ?? 0);
          expect(edit.newText).not.toBe(content.slice(edit.span.start, edit.span.end));
        }
        expect(applyEdits(content, edits)).toBe(cleaned);
      }),
      { numRuns: 3000 },
    );
  });

  it("does not depend on the order of the operations, and does nothing twice", () => {
    fc.assert(
      fc.property(textWithOperations, fc.nat(), ([content, operations], turn) => {
        const lines = indexLines(content);
        const at = operations.length === 0 ? 0 : turn % operations.length;
        const turned = [...operations.slice(at), ...operations.slice(0, at), ...operations].reverse();
        expect(composeOperations(lines, turned).text).toBe(composeOperations(lines, operations).text);
      }),
      { numRuns: 2000 },
    );
  });

  it("maps every piece that stays onto the same text, and tiles the old text", () => {
    fc.assert(
      fc.property(textWithOperations, ([content, operations]) => {
        const { offsetMap, text: cleaned, moves } = composeOperations(indexLines(content), operations);
        expect(offsetMap.oldLength).toBe(content.length);
        expect(offsetMap.newLength).toBe(cleaned.length);
        let at = 0;
        let lastTo = 0;
        for (const passage of offsetMap.passages) {
          expect(passage.start).toBe(at);
          expect(passage.end).toBeGreaterThan(at);
          at = passage.end;
          const [image] = mapSpanThroughPassages(offsetMap, passage);
          if (passage.kind !== "gone") {
            expect(cleaned.slice(image?.start, image?.end)).toBe(content.slice(passage.start, passage.end));
            if (moves.length === 0) {
              expect(passage.to).toBeGreaterThanOrEqual(lastTo);
            }
            lastTo = passage.to + passage.end - passage.start;
          }
        }
        expect(at).toBe(content.length);
        expect(deserialisePassageMap(JSON.parse(JSON.stringify(serialisePassageMap(offsetMap))))).toEqual(
          offsetMap,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it("takes away no character that is not removed or replaced", () => {
    fc.assert(
      fc.property(textWithOperations, ([content, operations]) => {
        const harmless = operations.filter(({ kind }) => kind !== "remove" && kind !== "replace");
        const { text: cleaned } = composeOperations(indexLines(content), harmless);
        expect([...withoutWhiteSpace(cleaned)].sort()).toEqual([...withoutWhiteSpace(content)].sort());
        const ended = /[\r\n]$/u.test(content.replace(/^\uFEFF/u, ""));
        if (withoutWhiteSpace(cleaned) !== "") {
          expect(/[\r\n]$/u.test(cleaned)).toBe(ended);
        }
        expect(cleaned.startsWith("\uFEFF")).toBe(content.startsWith("\uFEFF"));
      }),
      { numRuns: 3000 },
    );
  });

  it("keeps lines whose moves, with the blank lines behind them, would lead into each other", () => {
    const content = "\r\n\r\n\n \r\na";
    const { text: cleaned } = composeOperations(indexLines(content), [
      { kind: "move", span: { start: 5, end: 9 }, to: 2 },
      { kind: "move", span: { start: 0, end: 4 }, to: 5 },
    ]);
    expect(withoutWhiteSpace(cleaned)).toBe("a");
  });

  it("composes maps as the texts compose", () => {
    fc.assert(
      fc.property(
        textWithOperations.chain(([content, operations]) => {
          const first = composeOperations(indexLines(content), operations);
          const next = fc.array(fittingOperation(first.text), { maxLength: 4 });
          return fc.tuple(fc.constant(content), fc.constant(first), next);
        }),
        ([content, first, next]) => {
          const second = composeOperations(indexLines(first.text), next);
          const both = composePassageMaps(first.offsetMap, second.offsetMap);
          for (const passage of both.passages) {
            if (passage.kind === "gone") {
              continue;
            }
            const length = passage.end - passage.start;
            expect(second.text.slice(passage.to, passage.to + length)).toBe(
              content.slice(passage.start, passage.end),
            );
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
