import { describe, expect, test } from "vitest";
import {
  isClosingMark,
  isSentenceTerminator,
  isUnspacedScript,
  isWordCharacter,
  letterCase,
  lineJoiner,
} from "../../../server/core/text/script.ts";

/** Characters of the BMP and a few beyond that are worth asking: all of them, at a step that meets every block. */
const codePoints = [
  ...Array.from({ length: 0x10000 }, (_, codePoint) => codePoint),
  ...[0x10400, 0x1d431, 0x1f600, 0x20000, 0x2f800, 0x30000, 0xe0001],
];

test("what a word is made of is what Unicode calls letters, digits and marks", () => {
  const wrong = codePoints.filter(
    (codePoint) =>
      isWordCharacter(codePoint) !== /^[\p{L}\p{N}\p{M}]$/u.test(String.fromCodePoint(codePoint)),
  );
  expect(wrong.map((codePoint) => codePoint.toString(16))).toEqual([]);
});

test("letters of the scripts without spaces are known as such, those of others never", () => {
  const unspaced =
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
  const letters = codePoints.filter((codePoint) => /^\p{L}$/u.test(String.fromCodePoint(codePoint)));
  const wrong = letters.filter(
    (codePoint) => isUnspacedScript(codePoint) !== unspaced.test(String.fromCodePoint(codePoint)),
  );
  // Signs that several of these scripts share (ー, 〆) have the script "Common", and are written without spaces too.
  const shared = new Set([0x3006, 0x30fc, 0xff70, 0xff9e, 0xff9f]);
  expect(
    wrong.filter((codePoint) => !shared.has(codePoint)).map((codePoint) => codePoint.toString(16)),
  ).toEqual([]);
});

test.each([
  ["a", "lower"],
  ["Z", "upper"],
  ["é", "lower"],
  ["Ж", "upper"],
  ["ß", "lower"],
  ["ǅ", "upper"],
  ["1", "none"],
  ["東", "none"],
  ["ع", "none"],
  ["𐐀", "upper"],
  ["“", "none"],
  ["", "none"],
])("the case of %j is %s", (character, expected) => {
  expect(letterCase(character, 0)).toBe(expected);
});

test("terminators and closing marks of several scripts", () => {
  const terminators = [...".!?…。！？｡؟۔।։።"];
  expect(terminators.filter((mark) => !isSentenceTerminator(mark.charCodeAt(0)))).toEqual([]);
  expect([...",;:、，؛–-a"].filter((mark) => isSentenceTerminator(mark.charCodeAt(0)))).toEqual([]);
  expect([..."”’»)]」』）】'\""].filter((mark) => !isClosingMark(mark.charCodeAt(0)))).toEqual([]);
  expect([...".,a（"].filter((mark) => isClosingMark(mark.charCodeAt(0)))).toEqual([]);
});

describe("what joins two lines", () => {
  test.each([
    ["NATO stop", "its expansion", " "],
    ["灯籠を", "流す", ""],
    ["「渡し灯り」", "が", ""],
    ["電話は", "NHK", " "],
    ["한국", "어", " "],
  ])("%s | %s", (before, after, joiner) => {
    const text = `${before}\n${after}`;
    expect(lineJoiner(text, before.length - 1, before.length + 1)).toBe(joiner);
  });
});
