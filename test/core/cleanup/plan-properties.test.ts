import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../../server/core/article/parse.ts";
import type { ReportedFinding } from "../../../server/core/checks/check.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { groupTitle } from "../../../server/core/cleanup/group-titles.ts";
import { planCleanUp } from "../../../server/core/cleanup/plan.ts";
import { applyEdits } from "../../../server/core/text/edits.ts";
import { ENGLISH } from "../../../server/core/text/phrases.ts";
import { type ArticleTruth, generatedDump } from "../../support/generated-dumps.ts";

/**
 * The same sense of “nothing is lost”, written down as simply as can be and without the product's code: what the generator put
 * into an article is looked for in the part of the cleaned text that begins with the article's link.
 */
function missingFrom(cleaned: string, articles: readonly ArticleTruth[]): string[] {
  const starts = articles.map(({ values }) => cleaned.indexOf(values[0] ?? ""));
  return articles.flatMap(({ values, sentences }, index) => {
    const part = cleaned.slice(starts[index], starts[index + 1]);
    const lines = new Set(part.split(/[\r\n]+/u).map(plain));
    const flowing = plain(part);
    // Where the page's lines were run together, no space stands between sentences.
    return [
      ...values.filter((value) => !lines.has(plain(value))),
      ...sentences.filter((sentence) => !flowing.includes(plain(sentence))),
    ];
  });
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

describe("planCleanUp, for generated dumps", () => {
  it("loses nothing, keeps what was recognised, and leaves nothing to do", () => {
    fc.assert(
      fc.property(generatedDump, ({ text, articles }) => {
        const dump = parse(text);
        expect(dump.articles.length).toBe(articles.length);
        expect(missingFrom(partGluedLinks(text), articles)).toEqual([]);
        const { composition, proof, held } = planCleanUp(dump, checkDump(dump));
        expect(proof.lost).toEqual([]);
        expect(held).toEqual([]);
        expect(applyEdits(text, composition.edits)).toBe(composition.text);
        expect(missingFrom(composition.text, articles)).toEqual([]);
        const cleaned = parse(composition.text);
        expect(cleaned.articles.length).toBe(articles.length);
        for (const [index, article] of cleaned.articles.entries()) {
          const before = dump.articles[index]?.confidence ?? 0;
          expect(article.confidence).toBeGreaterThanOrEqual(Math.min(before, 0.9));
        }
        const again = planCleanUp(cleaned, checkDump(cleaned));
        expect(
          again.groups.map(({ check, count, kinds }) => groupTitle(check, count, kinds, ENGLISH)),
        ).toEqual([]);
        expect(again.isEmpty).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("loses nothing whatever fixes call themselves safe", () => {
    fc.assert(
      fc.property(generatedDump, fc.infiniteStream(fc.nat({ max: 3 })), ({ text, articles }, chances) => {
        const dump = parse(text);
        const reckless = dump.blocks
          .filter(({ role }) => role !== "blank" && chances.next().value === 0)
          .map((block): ReportedFinding => {
            const fix = {
              title: "Remove",
              safety: "safe",
              operations: [{ kind: "remove", span: block.content }],
            } as const;
            const article = dump.articles.find(({ blocks }) => blocks.includes(block));
            return {
              check: "reckless",
              severity: "hint",
              message: "",
              span: block.content,
              article,
              fixes: [fix],
            };
          });
        const { composition, proof } = planCleanUp(dump, reckless);
        expect(proof.lost).toEqual([]);
        expect(missingFrom(partGluedLinks(composition.text), articles)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The oracle looks for values on lines of their own. */
function partGluedLinks(text: string): string {
  return text.replaceAll(".jpgMorrow", ".jpg\nMorrow");
}
