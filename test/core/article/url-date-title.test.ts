import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Block, blockValue } from "../../../server/core/article/model.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { recognise } from "../../../server/core/article/recognise.ts";
import { differenceTable, readRoles } from "../../support/roles.ts";

const samples = new URL("../../fixtures/samples/", import.meta.url);
const head = "https://a.example/1\n2020-01-01T00:00:00Z\nA Title\n";
const sentence = "A sentence that is long enough to be read as running text.";

test.each(["river-lanterns", "tide-mill"])("the lines of %s", (name) => {
  const dump = parse(readFileSync(new URL(`${name}.txt`, samples), "utf8"));
  expect(differenceTable(dump, readRoles(new URL(`${name}.roles.tsv`, samples)))).toBe("");
});

describe("recognition", () => {
  test.each([
    ["no time zone", "https://a.example/1\n2020-01-01T00:00:00\nA Title\n"],
    ["a fraction of a second", "http://a.example/1\n2020-01-01 00:00:00.123+09:00\nA Title\n"],
    ["blank lines between", "\n\nhttps://a.example/1\n\n2020-01-01T00:00Z\n\nA Title\n\n"],
    ["white space around", "\ufeff https://a.example/1 \n 2020-01-01T00:00Z \n　A Title\n"],
  ])("does not mind %s", (_, start) => {
    expect(recognise(start + sentence).confidence).toBeGreaterThanOrEqual(0.9);
  });

  test.each([
    ["without an address", `2020-01-01T00:00:00Z\nA Title\n${sentence}`],
    ["with more than an address", `see https://a.example/1\n2020-01-01T00:00:00Z\nA Title\n${sentence}`],
    ["without a time", `https://a.example/1\nA Title\n${sentence}`],
    ["with a date alone", `https://a.example/1\n2020-01-01\nA Title\n${sentence}`],
    ["with a time that is none", `https://a.example/1\n2020-13-01T00:00:00Z\nA Title\n${sentence}`],
    [
      "with a second time for a title",
      `https://a.example/1\n2020-01-01T00:00:00Z\n2020-01-01T00:00:00Z\n${sentence}`,
    ],
    [
      "with a paragraph for a title",
      `https://a.example/1\n2020-01-01T00:00:00Z\n${`${sentence} `.repeat(8)}\n${sentence}`,
    ],
    ["without a text", "https://a.example/1\n2020-01-01T00:00:00Z\nA Title\n"],
    ["with nothing but labels below", `${head}rope\nflour\nsalt\n`],
    ["with data below", `${head}${"{'a':[1,2,3],'b':[4,5,6]},".repeat(10)}\n`],
  ])("takes no text %s", (_, text) => {
    expect(recognise(text).format).toBeNull();
  });

  test("says what it saw, and where", () => {
    const text = head + sentence;
    const { evidence } = recognise(text);
    expect(evidence.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "https://a.example/1",
      "2020-01-01T00:00:00Z",
      "A Title",
      sentence,
    ]);
  });
});

describe("the text", () => {
  function bodyOf(body: string): string[] {
    const text = head + body;
    const describeBlock = (block: Block) => `${block.role}: ${blockValue(text, block)}`;
    return parse(text)
      .blocks.slice(3)
      .filter(({ role }) => role !== "blank")
      .map(describeBlock);
  }

  test.each<readonly [string, string, readonly string[]]>([
    [
      "a paragraph per line",
      `${sentence}\n${sentence}\n`,
      [`paragraph: ${sentence}`, `paragraph: ${sentence}`],
    ],
    [
      "lines that plainly go on are joined",
      `${sentence}\nThe minister of the\nInterior went to\nAldermouth, he said.\n`,
      [
        `paragraph: ${sentence}`,
        "paragraph: The minister of the Interior went to",
        "paragraph: Aldermouth, he said.",
      ],
    ],
    [
      "a lower-case start goes on, unless a sentence or a colon ends before it or a bullet starts it",
      `${sentence}\nthe rest, and\nthe rest of it:\nfirst\n- second\n`,
      [
        `paragraph: ${sentence}`,
        "paragraph: the rest, and the rest of it:",
        "paragraph: first",
        "paragraph: - second",
      ],
    ],
    [
      "nothing is joined in a script without case",
      "灯籠を流す行事は、湊川の河口で毎年この日に大勢の人を集めて開かれている\n千の灯り\n",
      [
        "paragraph: 灯籠を流す行事は、湊川の河口で毎年この日に大勢の人を集めて開かれている",
        "paragraph: 千の灯り",
      ],
    ],
    [
      "marks make headings, as long as they are not a list's",
      `${sentence}\n■紙すき体験\n${sentence}\n◆日時\n◆場所\n【料金】\n大人500円。\n【料金】500円\n●名前の説明は長い。そして続く\n`,
      [
        `paragraph: ${sentence}`,
        "heading: ■紙すき体験",
        `paragraph: ${sentence}`,
        "paragraph: ◆日時",
        "paragraph: ◆場所",
        "heading: 【料金】",
        "paragraph: 大人500円。",
        "paragraph: 【料金】500円",
        "paragraph: ●名前の説明は長い。そして続く",
      ],
    ],
    [
      "short lines on top of a paragraph are headings, labels and last lines are not",
      `${sentence}\n\nFarmers Blame the Locks\n${sentence}\n\nPrice: 5 crowns\n${sentence}\n\nThe End\n`,
      [
        `paragraph: ${sentence}`,
        "heading: Farmers Blame the Locks",
        `paragraph: ${sentence}`,
        "paragraph: Price: 5 crowns",
        `paragraph: ${sentence}`,
        "paragraph: The End",
      ],
    ],
    [
      "the title again, a date on top, credits, pictures and links are no paragraphs",
      `A Title\nJan 1, 2020\n${sentence}\nJan 2, 2020\n© A. Name\nhttps://a.example/x.jpg?w=1\nhttps://a.example/2\n`,
      [
        "headline: A Title",
        "dateline: Jan 1, 2020",
        `paragraph: ${sentence}`,
        "paragraph: Jan 2, 2020",
        "caption: © A. Name",
        "image: https://a.example/x.jpg?w=1",
        "relatedLink: https://a.example/2",
      ],
    ],
  ])("%s", (_, body, expected) => {
    expect(bodyOf(body)).toEqual(expected);
  });

  test("a join leaves out the line break and the white space around it", () => {
    const text = `${head}${sentence}\nThe minister,  \r\nwho left\n`;
    const paragraph = parse(text).blocks[4] as Block;
    expect(
      paragraph.wraps.map(({ span, ...rest }) => ({ broken: text.slice(span.start, span.end), ...rest })),
    ).toEqual([{ broken: "  \r\n", joiner: " ", proved: false }]);
  });
});

test("several records in a file are articles of their own", () => {
  const first = `${head}${sentence}\n\n`;
  const second = `https://a.example/2\n2020-01-02T00:00:00Z\nA Title\nhttps://a.example/1\n${sentence}\n`;
  const { articles } = parse(first + second);
  expect(articles.map(({ span }) => (first + second).slice(span.start, span.end))).toEqual([first, second]);
  expect(articles.map(({ confidence }) => confidence >= 0.9)).toEqual([true, true]);
  // Both have the same title, and neither repeats the other's.
  expect(articles.flatMap(({ blocks }) => blocks.filter(({ repeats }) => repeats !== undefined))).toEqual([]);
});
