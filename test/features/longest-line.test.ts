import { expect, test } from "vitest";
import { parse } from "../../server/core/article/parse.ts";
import { createLongestLineFinder } from "../../server/features/shared/longest-line.ts";
import { readSample } from "../support/samples.ts";

const longestLineOf = createLongestLineFinder();

function find(text: string) {
  return longestLineOf(parse(text).units);
}

test("the longest line is told where it is long, by its place in the whole text and without its line break", () => {
  const dumps = readSample("two-dumps.txt");
  expect(find(dumps)).toBeUndefined();
  expect(find("")).toBeUndefined();
  const lines = dumps.split("\n");
  const long = "word ".repeat(2_500).trim();
  const last = lines.findLastIndex((line) => line.length > 80);
  for (const breaks of ["\n", "\r\n"]) {
    const text = lines.map((line, index) => (index === last ? long : line)).join(breaks);
    expect(find(text)).toEqual({ line: last, length: long.length });
  }
  expect(find("a".repeat(9_999))).toBeUndefined();
  expect(find("a".repeat(10_000))).toEqual({ line: 0, length: 10_000 });
});

test("of several the first is told", () => {
  const long = "a".repeat(20_000);
  expect(find(`${long.slice(1)}\n${long}\n${long}\n`)).toEqual({ line: 1, length: 20_000 });
});
