import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexLines } from "../../server/core/text/lines.ts";
import { createConverter } from "../../server/features/convert.ts";

describe("positions", () => {
  const text = "é„x“\r\n😀b\n";

  test.each([
    ["utf-16", 4, { line: 0, character: 4 }],
    ["utf-8", 4, { line: 0, character: 9 }],
    ["utf-16", 8, { line: 1, character: 2 }],
    ["utf-8", 8, { line: 1, character: 4 }],
    ["utf-8", 10, { line: 2, character: 0 }],
  ] as const)("%s, offset %i", (encoding, offset, position) => {
    const convert = createConverter(indexLines(text), encoding);
    expect(convert.position(offset)).toEqual(position);
    expect(convert.offset(position)).toBe(offset);
  });

  test("a range with its end before its start is empty", () => {
    const convert = createConverter(indexLines(text), "utf-16");
    const range = { start: { line: 1, character: 0 }, end: { line: 0, character: 0 } };
    expect(convert.span(range)).toEqual({ start: 6, end: 6 });
  });

  test("positions outside the text give its nearest end", () => {
    const convert = createConverter(indexLines(text), "utf-8");
    expect(convert.offset({ line: 99, character: 0 })).toBe(text.length);
    expect(convert.offset({ line: 0, character: 99 })).toBe(4);
    expect(convert.offset({ line: -1, character: 0 })).toBe(0);
  });
});

test("UTF-8 columns do not depend on what was asked before", () => {
  const unit = fc.constantFrom("a", "é", "„", "😀", "\ud800", "\udc00", "\n", "\r\n");
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 25 }),
      fc.array(fc.nat(30), { maxLength: 12 }),
      (text, offsets) => {
        const lines = indexLines(text);
        const asked = createConverter(lines, "utf-8");
        for (const offset of offsets) {
          expect(asked.position(offset)).toEqual(createConverter(lines, "utf-8").position(offset));
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
