import { readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { checksIndex, type DescribedCheck, withCheckSettings } from "../../build/generate-checks.ts";
import { inProject } from "../../build/paths.ts";
import { ALL_CHECKS } from "../../server/core/checks/all.ts";

const checks: readonly DescribedCheck[] = [
  { id: "stray-date", summary: "A date of a related story.", severity: "information", bestFix: "safe" },
  { id: "lost-a", summary: "One | the other.", severity: "hint", bestFix: "none", group: "lost" },
  { id: "lost-b", summary: "Another.", severity: "warning", bestFix: "review", group: "lost" },
];

interface Section {
  readonly title: string;
  readonly properties: Readonly<
    Record<string, { readonly description: string; readonly enumDescriptions: string[] }>
  >;
}

function sectionsOf(manifest: string): readonly Section[] {
  return (JSON.parse(manifest) as { contributes: { configuration: readonly Section[] } }).contributes
    .configuration;
}

const byHand = { title: "Pressmark", properties: { "pressmark.recognise": { type: "string" } } };

describe("settings", () => {
  const manifest = JSON.stringify({ name: "a", contributes: { commands: [1], configuration: [byHand] } });

  test("stand in a section of their own beside what is written by hand", () => {
    const sections = sectionsOf(withCheckSettings(manifest, checks));
    expect(sections[0]).toEqual(byHand);
    expect(sections.map(({ title }) => title)).toEqual(["Pressmark", "Checks"]);
    expect(JSON.parse(withCheckSettings(manifest, checks))).toMatchObject({
      name: "a",
      contributes: { commands: [1] },
    });
  });

  test("are one for each check and one for each group, in the list's order", () => {
    const properties = sectionsOf(withCheckSettings(manifest, checks))[1]?.properties ?? {};
    expect(Object.keys(properties)).toEqual([
      "pressmark.checks.lost",
      "pressmark.checks.stray-date",
      "pressmark.checks.lost-a",
      "pressmark.checks.lost-b",
    ]);
    expect(properties["pressmark.checks.stray-date"]).toMatchObject({
      type: "string",
      enum: ["inherit", "off", "hint", "information", "warning", "error"],
      default: "inherit",
      description: "A date of a related story.",
    });
    expect(properties["pressmark.checks.lost-b"]?.enumDescriptions[0]).toContain("lost");
  });

  test("of a check that is gone go too, and a second run changes nothing", () => {
    const first = withCheckSettings(manifest, checks);
    expect(withCheckSettings(first, checks)).toBe(first);
    const [check] = checks;
    expect(withCheckSettings(first, check === undefined ? [] : [check])).not.toContain("lost");
    expect(sectionsOf(withCheckSettings(first, []))).toEqual([byHand]);
  });

  test("take a single section that is not in a list", () => {
    const single = JSON.stringify({ contributes: { configuration: byHand } });
    expect(sectionsOf(withCheckSettings(single, checks))).toHaveLength(2);
  });
});

test("the index links each check's page and keeps the table whole", () => {
  const index = checksIndex(checks);
  expect(index).toContain(
    "| [`stray-date`](stray-date.md) | A date of a related story. | information | by itself, loses nothing |",
  );
  expect(index).toContain("One \\| the other.");
});

describe("the project's checks", () => {
  test("have a page each, and no page is left over", async () => {
    const pages = (await readdir(inProject("docs/checks"))).filter((name) => name !== "README.md").sort();
    expect(pages).toEqual(ALL_CHECKS.map(({ id }) => `${id}.md`).sort());
  });

  test("have permanent names in one form, each once", () => {
    const ids = ALL_CHECKS.map(({ id }) => id);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
