import { describe, expect, test } from "vitest";
import type { Span } from "../../server/core/text/span.ts";
import { findingsAt, findingWith } from "../../server/features/shared/findings-at.ts";
import { identifyFindings } from "../../server/features/shared/identify-findings.ts";
import { manyArticles } from "../bench/synthetic-dumps.ts";
import { analysisOf } from "../support/analysis.ts";
import { seededRandom } from "../support/random.ts";
import { readSample } from "../support/samples.ts";

const two = readSample("two-dumps.txt");

/** Two articles word for word, so that many findings are alike; one with something wrong with the whole file. */
const texts: readonly (readonly [string, string])[] = [
  ["an article twice", two + two],
  ["many articles", manyArticles(3, 40_000)],
  ["line breaks of two kinds", two.replace("\n", "\r\n")],
];

describe.each(texts)("of %s", (_, text) => {
  const analysis = analysisOf(text);
  const all = identifyFindings(analysis.text, analysis.findings);

  test("those at a place are the ones of all that touch it", () => {
    const random = seededRandom(11);
    const isTouched = (finding: Span, asked: Span): boolean =>
      asked.start === asked.end || finding.start === finding.end
        ? finding.start <= asked.end && asked.start <= finding.end
        : finding.start < asked.end && asked.start < finding.end;
    const edges = all.flatMap(({ finding }) => [finding.span.start, finding.span.end]);
    for (let round = 0; round < 200; round++) {
      const start = random.chance(0.5) ? random.pick(edges) : random.below(text.length + 1);
      const end = Math.min(text.length, start + (random.chance(0.5) ? 0 : random.below(3_000)));
      expect(plain(findingsAt(analysis, { start, end }))).toEqual(
        plain(all.filter(({ finding }) => isTouched(finding.span, { start, end }))),
      );
    }
    expect(findingsAt(analysis, { start: 0, end: text.length })).toHaveLength(all.length);
  });

  test("each is found by its fingerprint", () => {
    expect(all.length).toBeGreaterThan(8);
    for (const one of all) {
      expect(plain([findingWith(analysis, one.fingerprint)])).toEqual(plain([one]));
    }
    expect(findingWith(analysis, "no-check:1")).toBeUndefined();
  });
});

/** Articles are objects that refer to one another. */
function plain(found: readonly (ReturnType<typeof findingWith> | undefined)[]) {
  return found.map((one) => {
    const { article, ...finding } = one?.finding ?? {};
    return { fingerprint: one?.fingerprint, finding, article: article?.span };
  });
}
