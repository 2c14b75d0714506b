import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endsSentence, sentenceSpans } from "../../../server/core/text/sentences.ts";

function sentences(text: string): string[] {
  return sentenceSpans(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

describe("the sentences of a paragraph", () => {
  test.each<readonly [string, readonly string[]]>([
    [
      "quotes close a sentence",
      ["He left. ", "“I stay.” ", "She said: ‘No!’ ", "Why (indeed?) ", "Nobody knew"],
    ],
    ["titles and initials do not end one", ["Mr. Perl met Dr. J. R. Haddad vs. Gov. Tey. ", "They spoke."]],
    [
      "dotted abbreviations go on with a name, and end before a usual start",
      ["The U.S. Senate met at 9 a.m. ", "The talks failed in the U.S. ", "He left at 5 p.m. on Friday."],
    ],
    ["a lower-case letter goes on", ["“Why?” he asked … and waited. ", "It cost 1.5 million."]],
    ["ellipses and doubled marks", ["What?! ", "Well... ", "Fine…"]],
    [
      "Russian",
      ["В 2022 г. Москва сообщила об этом. ", "Проф. Иванов и т.д. и т.п. приехали. ", "Он уехал."],
    ],
    ["German", ["Am 3. Oktober kam Dr. Timm, d.h. um 9 Uhr. ", "Es regnete."]],
    ["French and Spanish", ["M. Dupont et Mme. Durand sont là. ", "El Sr. García y EE.UU. firmaron."]],
    [
      "Japanese, with a quotation that goes on",
      ["灯籠を流した。", "「来年も。」と述べた。", "「そうだ！」", "彼は去った"],
    ],
    [
      "Chinese and German curved quotes",
      ["他来了。", "“好。”", "她走了。", "Er sagt: „Nein.“ ", "Sie ging."],
    ],
    ["Arabic and Hindi", ["هل وصل؟ ", "نعم. ", "वह गया। ", "ठीक है।"]],
    ["a number ends one", ["It opened in 1904. ", "Nobody came."]],
  ])("%s", (_, expected) => {
    expect(sentences(expected.join(""))).toEqual(expected.map((sentence) => sentence.trim()));
  });

  test("hold everything but white space, in order, for any string", () => {
    const units = fc.oneof(
      fc.constantFrom(..." .!?…。」”’\nAbMr1Ж東"),
      fc.string({ unit: "binary", maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit: units }), (text) => {
        const joined = sentences(text).join("");
        expect(joined.replaceAll(/[\s\u0085]/gu, "")).toBe(text.replaceAll(/[\s\u0085]/gu, ""));
      }),
    );
  });
});

test.each([
  ["He left.", true],
  ["He left.” ", true],
  ["“Go!”)", true],
  ["灯籠を流した。」", true],
  ["He left", false],
  ["Farmers Blame the Locks", false],
  ["he said:", false],
  ["", false],
  ["”", false],
])("whether %j ends a sentence: %s", (text, expected) => {
  expect(endsSentence(text, { start: 0, end: text.length })).toBe(expected);
});

test("a megabyte of full stops takes linear time", () => {
  const started = performance.now();
  sentences(". ".repeat(500_000));
  sentences("a.".repeat(500_000));
  sentences(`A${".".repeat(1_000_000)} B`);
  expect(performance.now() - started).toBeLessThan(10_000);
});
