import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  foldForComparison,
  foldForProof,
  foldWithOffsets,
  unfoldSpan,
} from "../../../server/core/text/fold.ts";

describe("folding for the proof that nothing is lost", () => {
  test.each([
    ["tabs,\t\r\n\u00a0\u2028\u3000NBSP and line breaks", "tabs, NBSP and line breaks"],
    ["‘a’ “b” „c“ «d» ‹e› `f´ 'g' \"h\" 「i」『j』 ＂k＂", '"a" "b" "c" "d" "e" "f" "g" "h" "i""j" "k"'],
    ["1–2 — 3 ‐ 4 ‑ 5 − 6 － 7", "1-2 - 3 - 4 - 5 - 6 - 7"],
    ["It’s", 'It"s'],
  ])("%j", (text, folded) => {
    expect(foldForProof(text)).toBe(folded);
  });

  test("leaves case, width, accents and invisible characters as they are", () => {
    const text = "us US Ａ ﬁ é e\u0301 soft\u00adhyphen ー 〜";
    expect(foldForProof(text)).toBe(text);
  });

  test("keeps white space at the ends, as one space", () => {
    expect(foldForProof(" \n a \n ")).toBe(" a ");
  });

  test("is stable, for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = foldForProof(text);
        expect(foldForProof(folded)).toBe(folded);
      }),
    );
  });
});

test.each([
  ["proof", foldForProof],
  ["comparison", foldForComparison],
] as const)("a text is folded for %s as with the way back, for any string", (strength, fold) => {
  const piece = fc.oneof(
    fc.constantFrom(..."aZ9 '\"`-_~\t\n’–", "  ", "e\u0301"),
    fc.string({ unit: "binary", maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit: piece }), (text) => {
      expect(fold(text)).toBe(foldWithOffsets(text, { start: 0, end: text.length }, strength).text);
    }),
  );
});

describe("folding for comparison", () => {
  test.each([
    ["Straße ÉCOLE МОСКВА İ", "straße école москва i\u0307"],
    ["e\u0301 ﬁ Ｎｏ．１ ① ㌔", "é fi no.1 1 キロ"],
    ["ΟΔΟΣ οδος οδοσ", "οδοσ οδοσ οδοσ"],
    ["soft\u00adhyphen zero\u200bwidth \u202aleft\u202c", "softhyphen zerowidth left"],
    ["か\u3099 ｶﾞ ガ", "が ガ ガ"],
    ["\u1112\u1161\u11ab 한", "한 한"],
    ["A\u030a Å \u212b", "å å å"],
    ["… ‘x’", '... "x"'],
  ])("%j", (text, folded) => {
    expect(foldForComparison(text)).toBe(folded);
  });

  test("does not see the difference that case makes, for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aÀЖß Σ9’-\tあ") }), (text) => {
        expect(foldForComparison(text.toLowerCase())).toBe(foldForComparison(text));
      }),
    );
  });
});

describe("folding with the way back", () => {
  test("gives the same text and an offset for each of its code units", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("proof", "comparison"), (text, strength) => {
        const whole = { start: 0, end: text.length };
        const { text: folded, offsets } = foldWithOffsets(text, whole, strength);
        expect(folded).toBe(strength === "proof" ? foldForProof(text) : foldForComparison(text));
        expect(offsets).toHaveLength(folded.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        for (let index = 1; index < offsets.length; index++) {
          expect(offsets[index]).toBeGreaterThanOrEqual(offsets[index - 1] as number);
        }
      }),
    );
  });

  test("leads a found span back to the original, of which it takes in whole characters", () => {
    const text = "He said:\n“Ｎｏ\u00a0 ﬁre”, twice";
    const folded = foldWithOffsets(text, { start: 9, end: text.length }, "comparison");
    const start = folded.text.indexOf('"no f');
    const found = unfoldSpan(folded, { start, end: start + '"no f'.length });
    expect(text.slice(found.start, found.end)).toBe("“Ｎｏ\u00a0 ﬁ");
  });
});

test("folding reads a megabyte in linear time", () => {
  const line = "“Ｎｏ”,  he said — e\u0301t\u00e9, Ж ".repeat(40_000);
  const started = performance.now();
  foldForComparison(line);
  foldForProof(" \t".repeat(500_000));
  // Two orders of magnitude above what it takes; a quadratic scan would take minutes.
  expect(performance.now() - started).toBeLessThan(10_000);
});
