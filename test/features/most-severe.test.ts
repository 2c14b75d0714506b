import { expect, test } from "vitest";
import type { UnitFinding } from "../../server/core/checks/checked-dump.ts";
import { finish } from "../../server/core/text/steps.ts";
import { createDiagnosticsProvider } from "../../server/features/diagnostics.ts";
import { chooseShares, shareOf } from "../../server/features/shared/most-severe.ts";
import { articleStart, manyArticles, oneArticle } from "../bench/synthetic-dumps.ts";
import { analysisOf } from "../support/analysis.ts";

const counts = [
  [0, 2, 3, 0],
  [1, 0, 3, 5],
  [0, 1, 3, 0],
];

test("all are shown where there is room", () => {
  expect(chooseShares(counts, 18, { unit: 0, offset: 0 }).every(({ rank }) => rank === 4)).toBe(true);
});

test("the most severe are shown wherever they stand, and of the next severity those nearest to the reader", () => {
  expect(chooseShares(counts, 8, { unit: 2, offset: 50 })).toEqual([
    { rank: 2, ofRank: 0, near: 0 },
    { rank: 2, ofRank: 1, near: Number.POSITIVE_INFINITY },
    { rank: 2, ofRank: 3, near: 0 },
  ]);
  const fromTop = chooseShares(counts, 8, { unit: 0, offset: 0 });
  expect(fromTop.map(({ ofRank }) => ofRank)).toEqual([3, 1, 0]);
});

test.each([
  ["the first ones", 0, [0, 1, 2, 3]],
  ["the last ones", Number.POSITIVE_INFINITY, [0, 4, 5, 6]],
  ["those around an offset", 52, [0, 4, 5, 6]],
  ["those around another offset", 38, [0, 3, 4, 5]],
])("inside an article %s are shown beside what is more severe", (_, near, expected) => {
  const findings = (["error", ...Array(6).fill("hint")] as const).map(
    (severity, index) => ({ severity, span: { start: 10 * index, end: 10 * index + 5 } }) as UnitFinding,
  );
  const chosen = shareOf(findings, { rank: 3, ofRank: 3, near });
  expect(chosen).toEqual(expected);
});

test("a reader at the end of a long file sees what is wrong there", () => {
  const analysis = analysisOf(`${articleStart(3)}${manyArticles(5, 60_000)}`);
  const limit = Math.floor(analysis.findings.length / 2);
  const options = { limit, relatedInformation: false, tags: false, documentation: undefined };
  const end = { start: analysis.text.length - 1, end: analysis.text.length };
  const fromTop = finish(createDiagnosticsProvider(options)(analysis));
  const fromEnd = finish(createDiagnosticsProvider(options)(analysis, end));
  expect([fromTop.length, fromEnd.length]).toEqual([limit, limit]);
  const lines = (items: typeof fromTop) =>
    items.reduce((sum, { range }) => sum + range.start.line, 0) / limit;
  expect(lines(fromEnd)).toBeGreaterThan(lines(fromTop));
});

test("a reader at the end of a long article sees what is wrong there", () => {
  const analysis = analysisOf(oneArticle(3, 80_000));
  const limit = Math.floor(analysis.findings.length / 3);
  const options = { limit, relatedInformation: false, tags: false, documentation: undefined };
  const start = analysis.findings.at(-1)?.span.start ?? 0;
  const near = finish(createDiagnosticsProvider(options)(analysis, { start, end: start + 2_000 }));
  const fromTop = finish(createDiagnosticsProvider(options)(analysis));
  const { line } = analysis.convert.position(start);
  const distance = (items: typeof near) =>
    items.reduce((sum, { range }) => sum + Math.abs(range.start.line - line), 0);
  expect([near.length, fromTop.length]).toEqual([limit, limit]);
  expect(distance(near)).toBeLessThan(distance(fromTop));
});
