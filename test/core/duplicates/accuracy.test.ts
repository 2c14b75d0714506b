import { describe, expect, test } from "vitest";
import { parse } from "../../../server/core/article/parse.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { indexLines, lineAt } from "../../../server/core/text/lines.ts";
import type { Span } from "../../../server/core/text/span.ts";
import { type Plant, plantDuplicates } from "../../support/planted-duplicates.ts";
import { seededRandom } from "../../support/random.ts";
import type { LanguageId } from "../../support/word-lists.ts";

/** Paragraphs per dump, and dumps of that size per language. */
const SIZES: readonly (readonly [number, number])[] = [
  [10, 48],
  [40, 16],
  [120, 6],
  [400, 2],
];

const LANGUAGES: readonly LanguageId[] = ["en", "ru", "ar", "ja", "zh"];

interface Tally {
  planted: number;
  found: number;
  ofItsKind: number;
}

/** What becomes of the plants of a language, by variant, and the findings that nothing was planted for. */
function tally(language: LanguageId): {
  readonly byVariant: ReadonlyMap<string, Tally>;
  readonly unexpected: readonly string[];
} {
  const byVariant = new Map<string, Tally>();
  const unexpected: string[] = [];
  for (const [size, count] of SIZES) {
    for (let seed = 1; seed <= count; seed++) {
      const { text, plants } = plantDuplicates(language, size, seededRandom(1_000 * size + seed));
      const lines = indexLines(text);
      const findings = checkDump(parse(text))
        .filter(({ check }) => check === "duplicate-paragraph")
        .map(({ span, related = [], data, message }) => ({
          at: linesOf(span),
          others: related.map((place) => linesOf(place.span)),
          kind: data?.["kind"] as string,
          message,
        }));
      const explained = new Set<(typeof findings)[number]>();
      for (const plant of plants) {
        const marks = findings.filter(({ at, others }) => isMarkOf(plant, at, others));
        const entry = byVariant.get(plant.variant) ?? { planted: 0, found: 0, ofItsKind: 0 };
        byVariant.set(plant.variant, entry);
        entry.planted++;
        entry.found += marks.length > 0 ? 1 : 0;
        entry.ofItsKind += marks.some(({ kind }) => plant.kinds.includes(kind)) ? 1 : 0;
        for (const mark of marks) {
          explained.add(mark);
        }
      }
      unexpected.push(...findings.filter((finding) => !explained.has(finding)).map(({ message }) => message));

      function linesOf(span: Span): readonly [number, number] {
        return [lineAt(lines, span.start), lineAt(lines, span.end - 1)];
      }
    }
  }
  return { byVariant, unexpected };
}

/** A decoy is marked by any finding on it, a repeat by one on it or its partner that names the other. */
function isMarkOf(
  { kinds, lines, partner }: Plant,
  at: readonly [number, number],
  others: readonly (readonly [number, number])[],
): boolean {
  if (kinds.length === 0) {
    return meet(at, lines);
  }
  return (
    (meet(at, lines) && others.some((other) => meet(other, partner))) ||
    (meet(at, partner) && others.some((other) => meet(other, lines)))
  );
}

function meet(first: readonly [number, number], second: readonly [number, number]): boolean {
  return first[0] <= second[1] && second[0] <= first[1];
}

function shareOf(byVariant: ReadonlyMap<string, Tally>, group: string, of: "found" | "ofItsKind"): number {
  let planted = 0;
  let counted = 0;
  for (const [variant, entry] of byVariant) {
    if (variant.startsWith(group)) {
      planted += entry.planted;
      counted += entry[of];
    }
  }
  expect(planted, group).toBeGreaterThan(20);
  return counted / planted;
}

describe.each(LANGUAGES)("planted repeats and decoys, %s", (language) => {
  const { byVariant, unexpected } = tally(language);

  // The floors of the issue.
  test.each([
    ["exact", 0.995],
    ["contained", 0.995],
    ["truncated", 0.995],
    ["near", 0.97],
  ])("%s copies are found", (kind, floor) => {
    expect(shareOf(byVariant, kind, "found")).toBeGreaterThanOrEqual(floor);
  });

  // A copy that is cut off where a sentence ends, or wrapped where one does, is as well contained as near.
  test.each([
    ["exact", 0.99],
    ["contained", 0.99],
    ["truncated", 0.99],
    ["near", 0.96],
  ])("%s copies are called so", (kind, floor) => {
    expect(shareOf(byVariant, kind, "ofItsKind")).toBeGreaterThanOrEqual(floor);
  });

  test("decoys are left alone", () => {
    expect(shareOf(byVariant, "decoy", "found")).toBeLessThanOrEqual(0.005);
  });

  test("nothing else is marked", () => {
    expect(unexpected).toEqual([]);
  });
});
