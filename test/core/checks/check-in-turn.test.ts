import { expect, test } from "vitest";
import { rangeAmong, rangeOf, textAmong } from "../../../server/cli/ranges.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { checkDump, checkDumpInTurn, DEFAULT_CONFIGURATION } from "../../../server/core/checks/run-checks.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import { readSample } from "../../support/samples.ts";

const harbour = readSample("harbour-talks.txt");

/** Several articles, text outside of them, and lines that end in different ways within an article and across two. */
const dumps: readonly (readonly [string, string])[] = [
  ["one article", harbour],
  ["three articles", `${harbour}\n${harbour.replaceAll("Monday", "Friday")}\n${harbour}`],
  ["text before the first", `A note.\n\n${harbour}`],
  ["mixed line ends", `${harbour.replaceAll("\n", "\r\n")}${harbour}${harbour.replace("\n", "\r")}`],
  ["no dump", "# Notes\n\nNothing to see here.\n"],
  ["nothing", ""],
];

test.each(dumps)("%s: checked in turn, the findings are the same in the same order", (_, text) => {
  const { units } = parse(text);
  const inTurn = [...checkDumpInTurn(units, DEFAULT_CONFIGURATION)].flat();
  const atOnce = checkDump(parse(text));
  expect(inTurn.map(withoutArticle)).toEqual(atOnce.map(withoutArticle));
  expect(inTurn.map(({ article }) => article?.span)).toEqual(atOnce.map(({ article }) => article?.span));
});

function withoutArticle<Finding extends { readonly article: unknown }>({ article: _, ...rest }: Finding) {
  return rest;
}

test.each(dumps)("%s: places among the units are those in the whole text", (_, text) => {
  const { units } = parse(text);
  const lines = indexLines(text);
  const step = Math.max(1, Math.floor(text.length / 300));
  for (let start = 0; start < text.length; start += step) {
    for (const length of [0, 1, 2, 70, text.length]) {
      const span = { start, end: Math.min(start + length, text.length) };
      expect(rangeAmong(units, span)).toEqual(rangeOf(lines, span));
      expect(textAmong(units, span)).toBe(text.slice(span.start, span.end));
    }
  }
});
