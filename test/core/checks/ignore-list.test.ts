import fastCheck from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../../server/core/article/parse.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { type IgnoreEntry, ignoreKey } from "../../../server/core/checks/shared/ignore-entry.ts";
import {
  readIgnoreList,
  withIgnoreEntry,
  withoutIgnoreEntries,
} from "../../../server/core/checks/shared/ignore-list.ts";
import {
  contentFingerprint,
  excerptOf,
  indexIgnoreEntries,
  siteOf,
  withoutIgnored,
} from "../../../server/core/checks/shared/ignored-findings.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import { readSample } from "../../support/samples.ts";

const harbour = readSample("harbour-talks.txt");

function checked(text: string) {
  const lines = indexLines(text);
  return { lines, findings: checkDump(parse(text), undefined, lines) };
}

function remaining(text: string, entries: readonly IgnoreEntry[], file: string | undefined = "a/talks.txt") {
  const { lines, findings } = checked(text);
  return withoutIgnored(lines, findings, indexIgnoreEntries(entries), file);
}

describe("the file", () => {
  const first: IgnoreEntry = { check: "stray-date", file: "b.txt", fingerprint: "x1", text: "28 February" };
  const second: IgnoreEntry = { check: "glued-link", site: "a.example" };

  test("has one entry per line in a stable order, whatever order they came in", () => {
    const one = withIgnoreEntry(withIgnoreEntry(undefined, first), second);
    const other = withIgnoreEntry(withIgnoreEntry(undefined, second), first);
    expect(one).toBe(other);
    expect(one).toBe(
      `{
  "version": 1,
  "ignored": [
    { "check": "stray-date", "file": "b.txt", "fingerprint": "x1", "text": "28 February" },
    { "check": "glued-link", "site": "a.example" }
  ]
}
`,
    );
    expect(readIgnoreList(one)).toEqual({ entries: [first, second], problem: undefined });
  });

  test("keeps the text as it is when an entry is there already, and when none goes", () => {
    const spaced = `{"ignored": [${JSON.stringify(first)}],   "version": 1}`;
    expect(withIgnoreEntry(spaced, { ...first, text: "another excerpt" })).toBe(spaced);
    expect(withoutIgnoreEntries(spaced, new Set(["nothing"]))).toBe(spaced);
  });

  test("gives back what it was before an entry was put in and taken out", () => {
    const before = withIgnoreEntry(undefined, second);
    const after = withoutIgnoreEntries(withIgnoreEntry(before, first), new Set([ignoreKey(first)]));
    expect(after).toBe(before);
    expect(withoutIgnoreEntries(before, new Set([ignoreKey(second)]))).toBe(
      '{\n  "version": 1,\n  "ignored": []\n}\n',
    );
  });

  test("keeps what somebody else wrote into it", () => {
    const own = '{"version": 1, "ignored": [{"note": "ours"}, 7, {"check": "x", "file": 3}]}';
    const text = withIgnoreEntry(own, second);
    expect(JSON.parse(text)).toEqual({
      version: 1,
      ignored: [second, { note: "ours" }, 7, { check: "x", file: 3 }],
    });
    expect(readIgnoreList(text).entries).toEqual([second]);
  });

  test.each([
    ["no JSON", "{"],
    ["an array", "[]"],
    ["null", "null"],
    ["no version", '{"ignored": []}'],
    ["a later version", '{"version": 2, "ignored": [{"check": "glued-link", "file": "a"}], "x": 1}'],
    ["no list", '{"version": 1, "ignored": {"length": 3}}'],
  ])("with %s is named as a trouble and never changed", (_, text) => {
    expect(readIgnoreList(text).problem).toMatch(/^\.pressmark\/ignore\.json .*\.$/u);
    expect(() => withIgnoreEntry(text, second)).toThrow(RangeError);
    expect(() => withoutIgnoreEntries(text, new Set(["x"]))).toThrow(RangeError);
  });

  test("of a later version is read as far as it makes sense", () => {
    const text = '{"version": 2, "ignored": [{"check": "glued-link", "file": "a"}, {"regex": ".*"}]}';
    expect(readIgnoreList(text).entries).toEqual([{ check: "glued-link", file: "a" }]);
  });

  test.each([
    '{"check": "glued-link"}',
    '{"file": "a.txt"}',
    '{"check": "", "file": "a.txt"}',
    '{"check": ["glued-link"], "file": "a.txt"}',
    '{"check": "glued-link", "file": null}',
    '{"__proto__": {"check": "glued-link", "file": "a.txt"}}',
    '"glued-link"',
  ])("takes %s for no entry: it has to be bounded and of strings", (entry) => {
    expect(readIgnoreList(`{"version": 1, "ignored": [${entry}]}`).entries).toEqual([]);
  });

  test("a million entries are read and looked up in reasonable time", () => {
    const entry = (index: number) => `{"check":"stray-date","fingerprint":"f${index}"}`;
    const text = `{"version":1,"ignored":[${Array.from({ length: 1_000_000 }, (_, index) => entry(index)).join()}]}`;
    const started = performance.now();
    const { entries } = readIgnoreList(text);
    expect(entries).toHaveLength(1_000_000);
    expect(remaining(harbour, entries).ignored).toBe(0);
    // Some two seconds; what is quadratic would take hours.
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test("any text and any JSON is read without fail", () => {
    const json = fastCheck.oneof(
      fastCheck.json(),
      fastCheck.string(),
      fastCheck.array(fastCheck.jsonValue()).map((ignored) => JSON.stringify({ version: 1, ignored })),
    );
    fastCheck.assert(
      fastCheck.property(json, (text) => {
        const { entries, problem } = readIgnoreList(text);
        if (problem === undefined) {
          const added = withIgnoreEntry(text, second);
          expect(readIgnoreList(added).entries).toContainEqual(second);
          expect(readIgnoreList(added).entries).toEqual(expect.arrayContaining([...entries]));
        }
      }),
    );
  });
});

describe("findings", () => {
  const { lines, findings } = checked(harbour);
  const dates = findings.filter(({ check }) => check === "stray-date");
  const [date] = dates;
  if (date === undefined) {
    throw new Error("The sample has no stray date any more.");
  }
  const fingerprint = contentFingerprint(lines, date);

  test("are ignored by their content, also after lines have moved and case has changed", () => {
    expect(dates).toHaveLength(2);
    expect(remaining(harbour, [{ check: "stray-date", fingerprint }]).ignored).toBe(1);
    const moved = harbour.replace(/^.*\n/u, (line) => `${line}\n\n`);
    expect(remaining(moved, [{ check: "stray-date", fingerprint }]).ignored).toBe(1);
    expect(remaining(harbour, [{ check: "glued-link", fingerprint }]).ignored).toBe(0);
  });

  test("are ignored in a file, and in no other", () => {
    const entry = { check: "stray-date", file: "a/talks.txt" };
    expect(remaining(harbour, [entry]).ignored).toBe(2);
    expect(remaining(harbour, [entry], "b/talks.txt").ignored).toBe(0);
    expect(remaining(harbour, [{ ...entry, file: "" }], undefined).ignored).toBe(0);
    expect(remaining(harbour, [{ ...entry, fingerprint }]).ignored).toBe(1);
  });

  test("are ignored for a site, and for no other", () => {
    const site = siteOf(lines, date);
    expect(site).toMatch(/^[a-z0-9.-]+$/u);
    expect(site).not.toMatch(/^www\./u);
    expect(remaining(harbour, [{ check: "stray-date", site: site ?? "" }]).ignored).toBe(2);
    expect(remaining(harbour, [{ check: "stray-date", site: "other.example" }]).ignored).toBe(0);
  });

  test("an entry for a check leaves the others alone, and the rest in their order", () => {
    const left = remaining(harbour, [{ check: "stray-date", file: "a/talks.txt" }]).findings;
    expect(left).toEqual(findings.filter(({ check }) => check !== "stray-date"));
  });

  test("a single character counts with its line, so that another place is another finding", () => {
    const text = harbour.replace("dockers", "dock\u200bers").replace("complaint", "comp\u200blaint");
    const hidden = checked(text);
    const places = hidden.findings.filter(({ check }) => check === "hidden-character");
    expect(places.length).toBeGreaterThan(1);
    expect(new Set(places.map((place) => contentFingerprint(hidden.lines, place))).size).toBe(places.length);
  });

  test("an excerpt is one line without controls, never half a character", () => {
    const text = `a\u202e\u0007 b\n${"😀".repeat(80)}`;
    expect(excerptOf(text, { start: 0, end: text.length })).toBe(`a b ${"😀".repeat(56)}`);
  });
});
