import { expect, test } from "vitest";
import { createDiagnosticsProvider } from "../../server/features/diagnostics.ts";
import { chooseShares } from "../../server/features/shared/most-severe.ts";
import { articleStart, manyArticles } from "../bench/synthetic-dumps.ts";
import { analysisOf } from "../support/analysis.ts";

const counts = [
  [0, 2, 3, 0],
  [1, 0, 3, 5],
  [0, 1, 3, 0],
];

test("all are shown where there is room", () => {
  expect(chooseShares(counts, 18, 0).every(({ rank }) => rank === 4)).toBe(true);
});

test("the most severe are shown wherever they stand, and of the next severity those nearest to the reader", () => {
  expect(chooseShares(counts, 8, 2)).toEqual([
    { rank: 2, ofRank: 0 },
    { rank: 2, ofRank: 1 },
    { rank: 2, ofRank: 3 },
  ]);
  expect(chooseShares(counts, 8, 0).map(({ ofRank }) => ofRank)).toEqual([3, 1, 0]);
});

test("a reader at the end of a long file sees what is wrong there", () => {
  const analysis = analysisOf(`${articleStart(3)}${manyArticles(5, 60_000)}`);
  const limit = Math.floor(analysis.findings.length / 2);
  const options = { limit, relatedInformation: false, tags: false, documentation: undefined };
  const end = { start: analysis.text.length - 1, end: analysis.text.length };
  const fromTop = createDiagnosticsProvider(options)(analysis);
  const fromEnd = createDiagnosticsProvider(options)(analysis, end);
  expect([fromTop.length, fromEnd.length]).toEqual([limit, limit]);
  const lines = (items: typeof fromTop) =>
    items.reduce((sum, { range }) => sum + range.start.line, 0) / limit;
  expect(lines(fromEnd)).toBeGreaterThan(lines(fromTop));
});
