import { expect } from "vitest";
import { parse } from "../../server/core/article/parse.ts";
import type { CheckConfiguration, Fix, ReportedFinding } from "../../server/core/checks/check.ts";
import { checkDump } from "../../server/core/checks/run-checks.ts";
import { composeOperations } from "../../server/core/cleanup/compose.ts";
import { planCleanUp } from "../../server/core/cleanup/plan.ts";
import { proveNothingLost } from "../../server/core/cleanup/proof.ts";
import { applyEdits } from "../../server/core/text/edits.ts";
import { indexLines, lineAt } from "../../server/core/text/lines.ts";
import { type Mark, readFixture } from "./fixture-marks.ts";

/** What a fixture's text gives and what the fixture says it should give; equal when all is well. */
export interface FixtureOutcome {
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

/**
 * Holds a fixture to what it says: it is a dump; its findings are the marked ones; its safe fixes give the stated text, lose
 * nothing and leave nothing to fix; each safe fix can be proved by itself; and every fix, alone, can be applied at all.
 */
export function expectFixture(source: string): void {
  const fixture = readFixture(source);
  const dump = parse(fixture.text);
  expect(dump.articles.length, "a fixture must be recognised as a dump").toBeGreaterThan(0);
  const findings = checkDump(dump, fixture.configuration);
  expect(compare(fixture.text, fixture.marks, findings)).toEqual({ missing: [], unexpected: [] });
  expect(findings).toEqual([...findings].sort((first, second) => first.span.start - second.span.start));

  const lines = indexLines(fixture.text);
  for (const finding of findings) {
    expectFindingIsSound(finding, fixture.text.length);
    for (const fix of finding.fixes ?? []) {
      const composition = composeOperations(lines, fix.operations);
      expect(composition.dropped, `${finding.check}: ${fix.title}`).toEqual([]);
      expect(applyEdits(fixture.text, composition.edits), `${finding.check}: ${fix.title}`).not.toBe(
        fixture.text,
      );
      if (fix.safety === "safe") {
        expect(proveNothingLost(dump, composition).lost, `${finding.check}: ${fix.title}`).toEqual([]);
      }
    }
  }

  const plan = planCleanUp(dump, findings);
  // applyEdits throws where two edits overlap.
  const fixed = applyEdits(fixture.text, plan.composition.edits);
  expect(fixed).toBe(fixture.fixed);
  expect(plan.proof.lost).toEqual([]);
  expect(plan.held.map(({ finding, reason }) => `${finding.check}: ${reason}`)).toEqual([]);
  expectNothingLeftToFix(fixed, fixture.configuration);
}

/** Lists what was not found and what should not have been, apart, each with its line as a reader counts it. */
export function compare(
  text: string,
  marks: readonly Mark[],
  findings: readonly ReportedFinding[],
): FixtureOutcome {
  const lines = indexLines(text);
  const describe = ({ check, start, end }: Mark) =>
    `${lineAt(lines, start) + 1}: ${check} «${text.slice(start, end)}»`;
  const expected = marks.map(describe);
  const actual = findings.map(({ check, span }) => describe({ check, ...span }));
  return { missing: without(expected, actual), unexpected: without(actual, expected) };
}

/** The entries of the first list less those of the second, each as often as it stands there. */
function without(entries: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return entries.filter((entry) => {
    const index = left.indexOf(entry);
    if (index >= 0) {
      left.splice(index, 1);
    }
    return index < 0;
  });
}

/** Words of our trade that a user must not have to know. */
const TRADE_WORDS = /\b(?:zone|glued|containment|shingle|hash|token)s?\b/iu;

function expectFindingIsSound(finding: ReportedFinding, length: number): void {
  const { span, message, fixes = [], related = [] } = finding;
  expect(span.start).toBeLessThan(span.end);
  expect(span.end).toBeLessThanOrEqual(length);
  expect(message).toMatch(/^\P{Ll}.*[.!?]$/su);
  for (const words of [
    message,
    ...fixes.map((fix: Fix) => fix.title),
    ...related.map((place) => place.message),
  ]) {
    expect(withoutQuotations(words)).not.toMatch(TRADE_WORDS);
  }
  expect(JSON.parse(JSON.stringify(finding.data ?? {}))).toEqual(finding.data ?? {});
}

/** What a message shows of the dump may hold any word. */
function withoutQuotations(words: string): string {
  return words.replace(/“[^”]*”/gu, "“”");
}

function expectNothingLeftToFix(text: string, configuration: CheckConfiguration): void {
  const dump = parse(text);
  expect(dump.articles.length, "the mended text must still be recognised").toBeGreaterThan(0);
  const again = planCleanUp(dump, checkDump(dump, configuration));
  expect(again.composition.edits).toEqual([]);
}
