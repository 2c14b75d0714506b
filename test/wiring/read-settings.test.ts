import { describe, expect, test } from "vitest";
import { defaultSettings, readSettings, sectionOf } from "../../server/wiring/read-settings.ts";

describe("the section", () => {
  test("is read nested and with dots", () => {
    const expected = {
      checks: { severities: { "glued-link": "off", links: "error" } },
      fieldHints: false,
      maxFindings: 5,
    };
    const nested = {
      checks: { "glued-link": "off", links: "error" },
      inlayHints: { fields: false },
      maxFindings: 5,
    };
    expect(readSettings(nested)).toEqual(expected);
    const dotted = {
      "checks.glued-link": "off",
      "checks.links": "error",
      "inlayHints.fields": false,
      maxFindings: 5.7,
    };
    expect(readSettings(dotted)).toEqual(expected);
  });

  test.each([
    [undefined],
    [null],
    [17],
    ["off"],
    [[]],
    [{}],
    [{ checks: "off" }],
    [{ checks: { "glued-link": "of" } }],
  ])("%j gives the defaults", (section) => {
    expect(readSettings(section)).toEqual(defaultSettings);
  });

  test("one wrong value leaves the others alone", () => {
    const settings = readSettings({
      maxFindings: -3,
      checks: { a: 1, b: "hint" },
      inlayHints: { fields: "no" },
    });
    expect(settings).toEqual({ checks: { severities: { b: "hint" } }, fieldHints: true, maxFindings: 1000 });
  });

  test("what counts as a repeated paragraph", () => {
    const settings = readSettings({
      duplicates: { minimumWords: 8, minimumSimilarity: 90, acrossArticles: false },
    });
    expect(settings.checks.options).toEqual({
      "duplicate-paragraph": { minimumWords: 8, minimumSimilarity: 0.9, acrossArticles: false },
    });
    expect(readSettings({ duplicates: { minimumSimilarity: 3, minimumWords: "no" } })).toEqual(
      defaultSettings,
    );
  });

  test("a key cannot reach a prototype", () => {
    readSettings(JSON.parse('{"checks": {"__proto__": "off", "constructor": "off"}}'));
    expect(({} as Record<string, unknown>)["off"]).toBeUndefined();
  });
});

test.each([
  [{ pressmark: { maxFindings: 5 } }, { maxFindings: 5 }],
  [{ "pressmark.maxFindings": 5, "other.thing": 1 }, { maxFindings: 5 }],
  [{ maxFindings: 5 }, { maxFindings: 5 }],
  [{ python: {} }, undefined],
  [{}, undefined],
  [null, undefined],
])("what a client pushes: %j", (pushed, section) => {
  expect(sectionOf(pushed)).toEqual(section);
});
