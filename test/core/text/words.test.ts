import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldForComparison } from "../../../server/core/text/fold.ts";
import { hashText } from "../../../server/core/text/hash.ts";
import { scanWords } from "../../../server/core/text/words.ts";

describe("scanning words", () => {
  test.each([
    ["It doesn’t — 'quoted' rock'n'roll's end.", ["It", "doesn’t", "quoted", "rock'n'roll's", "end"]],
    ["e-mail a.b en_EN 1,920 x2", ["e", "mail", "a", "b", "en", "EN", "1", "920", "x2"]],
    ["Москва, été e\u0301te\u0301 naïve", ["Москва", "été", "e\u0301te\u0301", "naïve"]],
    ["東京タワー、10日。", ["東", "京", "タ", "ワ", "ー", "10", "日"]],
    ["กินข้าว ok", ["กิ", "น", "ข้", "า", "ว", "ok"]],
    ["한국어 텍스트", ["한국어", "텍스트"]],
    ["वह घर", ["वह", "घर"]],
    ["العربية. ١٢٣", ["العربية", "١٢٣"]],
    ["𠀀𠀁 𝐱𝐲 😀 \ud800 end", ["𠀀", "𠀁", "𝐱𝐲", "end"]],
    ["", []],
    ["’ ' – …", []],
    ["it'東", ["it", "東"]],
  ])("%j", (text, words) => {
    const { starts, ends } = scanWords(text);
    expect([...starts].map((start, index) => text.slice(start, ends[index]))).toEqual(words);
  });

  test("stays inside its span and gives offsets of the whole text", () => {
    const { starts, ends } = scanWords("one two three", { start: 2, end: 9 });
    expect([...starts]).toEqual([2, 4, 8]);
    expect([...ends]).toEqual([3, 7, 9]);
  });

  test("words come in order, apart, and never empty, for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { starts, ends } = scanWords(text);
        let last = 0;
        for (const [index, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = ends[index] as number;
          expect(last).toBeGreaterThan(start);
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("hashing words", () => {
  function hashesOf(text: string): number[] {
    return [...scanWords(text).hashes];
  }

  test("case, width, composition and kind of apostrophe make no difference", () => {
    expect(hashesOf("DOESN’T Ａｂｃ E\u0301te\u0301 Москва")).toEqual(hashesOf("doesn't abc été МОСКВА"));
  });

  test("another letter makes one", () => {
    const hashes = hashesOf("a b ab ba abc acb 東 京 1 11 Ж ӂ");
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test("every word hashes as what it folds to, whichever way it is hashed", () => {
    const letters = [..."aZ'’éÀ×ĲıЖёѓ東ーカ한لا1Ⅳßſ", "e\u0301", "か\u3099", "ا\u0653"];
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(fc.constantFrom(...letters), fc.string({ unit: "binary", maxLength: 1 })),
        }),
        (text) => {
          const words = scanWords(text);
          const { hashes } = words;
          for (const [index, start] of words.starts.entries()) {
            expect(hashes[index]).toBe(hashText(foldForComparison(text.slice(start, words.ends[index]))));
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
