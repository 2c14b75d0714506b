import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ALL_CHECKS } from "../../../server/core/checks/all.ts";
import { expectFixture } from "../../support/fixture-harness.ts";
import { readFixture } from "../../support/fixture-marks.ts";

const FIXTURES = fileURLToPath(new URL("../../fixtures/checks/", import.meta.url));
const PAGES = fileURLToPath(new URL("../../../docs/checks/", import.meta.url));

function fixturesOf(check: string, kind: "firing" | "quiet"): readonly string[] {
  const folder = `${FIXTURES}${check}`;
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(kind)) : [];
}

function readFixtureFile(check: string, name: string): string {
  return readFileSync(`${FIXTURES}${check}/${name}`, "utf8");
}

describe.each(ALL_CHECKS.map((check) => check.id))("%s", (id) => {
  test("has a firing and a quiet fixture", () => {
    expect(fixturesOf(id, "firing")).not.toEqual([]);
    expect(fixturesOf(id, "quiet")).not.toEqual([]);
  });

  test.each(fixturesOf(id, "firing"))("%s", (name) => {
    const source = readFixtureFile(id, name);
    expect(readFixture(source).marks.map((mark) => mark.check)).toContain(id);
    expectFixture(source);
  });

  test.each(fixturesOf(id, "quiet"))("%s", (name) => {
    const source = readFixtureFile(id, name);
    expect(readFixture(source).marks.map((mark) => mark.check)).not.toContain(id);
    expectFixture(source);
  });

  test("has a page whose example is its first fixture", () => {
    const page = readFileSync(`${PAGES}${id}.md`, "utf8");
    expect(page.startsWith(`# ${id}\n`)).toBe(true);
    for (const heading of ["What", "Why", "Example", "Fix", "Setting"]) {
      expect(page).toContain(`\n## ${heading}\n`);
    }
    expect(page).toContain(`pressmark.checks.${id}`);
    const { text, fixed } = readFixture(readFixtureFile(id, "firing.txt")).shown;
    expect(page).toContain(fenced(text));
    if (fixed !== text) {
      expect(page).toContain(fenced(fixed));
    }
  });
});

function fenced(text: string): string {
  return `\`\`\`text\n${text}\`\`\`\n`;
}

test("every folder of fixtures and every page belongs to a check", () => {
  const ids = ALL_CHECKS.map((check) => check.id);
  const pages = readdirSync(PAGES)
    .filter((name) => name !== "README.md")
    .map((name) => name.replace(/\.md$/u, ""));
  expect(readdirSync(FIXTURES).filter((name) => !ids.includes(name))).toEqual([]);
  expect(pages.filter((name) => !ids.includes(name))).toEqual([]);
});
