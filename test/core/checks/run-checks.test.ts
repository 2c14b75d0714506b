import { readFileSync } from "node:fs";
import fastCheck from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../../server/core/article/parse.ts";
import { ALL_CHECKS } from "../../../server/core/checks/all.ts";
import type { CheckConfiguration, Severity } from "../../../server/core/checks/check.ts";
import { levelOf } from "../../../server/core/checks/checker.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { containsSpan } from "../../../server/core/text/span.ts";

const samples = new URL("../../fixtures/samples/", import.meta.url);
const harbour = readFileSync(new URL("harbour-talks.txt", samples), "utf8");
const twoDumps = readFileSync(new URL("two-dumps.txt", samples), "utf8");

function severitiesOf(configuration: CheckConfiguration, check: string): readonly Severity[] {
  return checkDump(parse(harbour), configuration)
    .filter((finding) => finding.check === check)
    .map((finding) => finding.severity);
}

describe("levels", () => {
  test("the built-in level when nothing is set or the setting is inherit", () => {
    expect(severitiesOf({ severities: {} }, "glued-link")).toEqual(["warning"]);
    expect(severitiesOf({ severities: { "glued-link": "inherit" } }, "glued-link")).toEqual(["warning"]);
  });

  test("a check's own level", () => {
    expect(severitiesOf({ severities: { "glued-link": "error" } }, "glued-link")).toEqual(["error"]);
    expect(severitiesOf({ severities: { "glued-link": "off" } }, "glued-link")).toEqual([]);
  });

  test("the group's level is inherited, and the check's own comes before it", () => {
    expect(severitiesOf({ severities: { links: "hint" } }, "glued-link")).toEqual(["hint"]);
    expect(severitiesOf({ severities: { links: "off" } }, "glued-link")).toEqual([]);
    expect(severitiesOf({ severities: { links: "off", "glued-link": "information" } }, "glued-link")).toEqual(
      ["information"],
    );
    expect(severitiesOf({ severities: { links: "error" } }, "stray-date")).toEqual([
      "information",
      "information",
    ]);
  });

  test("levelOf says where nothing is set", () => {
    const check = ALL_CHECKS.find(({ id }) => id === "glued-link");
    expect(check && levelOf(check, { severities: {} })).toBe("built-in");
  });
});

test("a check's options are merged over its defaults", () => {
  const options = { "repeated-article-body": { minimumCoverage: 1.1 } };
  const found = checkDump(parse(harbour), { severities: {}, options });
  expect(found.map(({ check }) => check)).not.toContain("repeated-article-body");
});

test("each finding names the article it lies in and stays inside it", () => {
  const dump = parse(twoDumps);
  expect(dump.articles).toHaveLength(2);
  const findings = checkDump(dump);
  for (const { article, span } of findings) {
    expect(article && containsSpan(article.span, span)).toBe(true);
  }
  expect(new Set(findings.map(({ article }) => article))).toEqual(new Set(dump.articles));
});

test("an unrecognised text has no findings", () => {
  expect(
    checkDump(
      parse("Dear all,\n\nSee https://a.example/x.jpgPicture and https://b.examplehttps://c.example\n"),
    ),
  ).toEqual([]);
});

describe("the list of checks", () => {
  test("ids are unique, permanent in form and not the name of a group", () => {
    const ids = ALL_CHECKS.map(({ id }) => id);
    const groups = ALL_CHECKS.flatMap(({ group }) => group ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/u.test(id) || groups.includes(id))).toEqual([]);
  });

  test("no fix is better than the best that its check announces", () => {
    for (const name of ["harbour-talks.txt", "two-dumps.txt", "community-oven.md", "severnaya-zvezda.txt"]) {
      for (const finding of checkDump(parse(readFileSync(new URL(name, samples), "utf8")))) {
        const check = ALL_CHECKS.find(({ id }) => id === finding.check);
        const safeties = (finding.fixes ?? []).map(({ safety }) => safety);
        expect(check?.bestFix === "none" ? safeties : []).toEqual([]);
        expect(check?.bestFix === "review" && safeties.includes("safe")).toBe(false);
      }
    }
  });
});

describe("any text", () => {
  const lines = harbour.split("\n");

  test("lines of a dump in any order, cut and mixed with anything, are checked without fail", () => {
    const line = fastCheck.oneof(
      { weight: 5, arbitrary: fastCheck.constantFrom(...lines) },
      { weight: 1, arbitrary: fastCheck.string({ unit: "binary" }) },
      {
        weight: 1,
        arbitrary: fastCheck.constantFrom(
          "",
          "{{",
          "&#123;%",
          "https://",
          "&amp;&amp;amp;",
          "//*[@",
          "a.B“C”.D",
        ),
      },
    );
    fastCheck.assert(
      fastCheck.property(fastCheck.array(line, { maxLength: 80 }), (shuffled) => {
        const text = [...lines.slice(0, 9), ...shuffled].join("\n");
        const findings = checkDump(parse(text));
        for (const { span, fixes = [] } of findings) {
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(fixes.every(({ operations }) => operations.length > 0)).toBe(true);
        }
        expect(checkDump(parse(text))).toEqual(findings);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ["one paragraph over and over", "The council voted on Monday to rebuild the old mill bridge.\n"],
    ["one sentence over and over in one paragraph", "The council voted. "],
    ["stuck links", "https://a.example/x.jpgFoo "],
    ["entities", "&amp;amp;#8217; "],
    ["template tags", "{{ a }}{% b %}&#123;"],
    ["sentences run together", "He said so.The mayor “agreed”.Then "],
    ["one keyword over and over", "bridges\n"],
    ["characters of a wrong encoding", "Ð¿Ñ€Ð¸ cafÃ© â€™ "],
    ["Cyrillic", "Совет Рёриха проголосовал В\u00a0понедельник. "],
    ["hidden characters", "a\u200bb\u202e\u00a0 c\u2066"],
    ["share buttons", "Facebook Twitter\nshare on you and me\n"],
    ["tracking parameters", "https://a.example/?utm_source=a&b=1&utm_medium=c "],
    ["line ends of all kinds", "One.\r\nTwo.\nThree.\r"],
  ])("a large text of %s takes linear time", (_, unit) => {
    const head = lines.slice(0, 18).join("\n");
    const started = performance.now();
    const text = `${head}\n${lines[45]}\n${unit.repeat(Math.ceil(400_000 / unit.length))}\n`;
    checkDump(parse(text));
    // A second at most on a slow machine; what is quadratic takes a minute.
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
