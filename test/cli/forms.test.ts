import { describe, expect, test } from "vitest";
import { inProject } from "../../build/paths.ts";
import { readSample, readSeed } from "../support/samples.ts";
import { runProgram, temporaryFolder } from "./run-program.ts";

const dump = readSample("harbour-talks.txt");
const clean = readSample("harbour-talks.cleaned.txt");
const seedPath = inProject("../shared/samples/sputnik-2022.txt");

interface JsonBlock {
  readonly role: string;
  readonly zone: string;
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
  readonly value: string;
  readonly repeats: { readonly start: { readonly line: number } } | null;
  readonly relatesTo: { readonly start: { readonly line: number } } | null;
}

describe("outline", () => {
  test.skipIf(readSeed() === undefined)("the seed's blocks as JSON (skipped without ../shared)", async () => {
    const { code, output } = await runProgram(["outline", "--format", "json", seedPath]);
    expect(code).toBe(0);
    const { articles, blocks } = JSON.parse(output);
    expect(blocks).toEqual([]);
    const own: JsonBlock[] = articles[0].blocks;
    const at = (line: number) => own.filter(({ range }) => range.start.line === line - 1);
    expect(at(36).map(({ role }) => role)).toEqual(["image", "publisher"]);
    expect(at(45).map(({ role }) => role)).toEqual(["dateline", "standfirst"]);
    expect(at(46)).toMatchObject([{ role: "paragraph", zone: "body", range: { end: { line: 47 } } }]);
    expect(at(46)[0]?.value).toMatch(/^The EU wants a role in the upcoming talks/);
    expect(at(54)).toMatchObject([{ role: "relatedDate", relatesTo: { start: { line: 17 } } }]);
    expect(at(20)).toMatchObject([{ role: "keyword", repeats: { start: { line: 9 } } }]);
  });

  test("an unrecognised text has no articles, and its lines are blocks outside any", async () => {
    const { output } = await runProgram(["outline", "--format", "json", "-"], { input: "One.\n\nTwo.\n" });
    const { path, articles, blocks } = JSON.parse(output);
    expect({ path, articles }).toEqual({ path: "-", articles: [] });
    expect(blocks.map(({ role }: JsonBlock) => role)).toEqual(["unknown", "blank", "unknown"]);
  });

  test("as text, a line per part with its line number", async () => {
    const { output } = await runProgram(["outline", "-"], { input: dump });
    expect(output).toMatch(/^standard input: news-page \(\d\d % sure\)\n/);
    expect(output).toMatch(/^ +3 {2}headline .* \(repeats line 2\)$/m);
    expect(output).toMatch(/^ +57 {2}relatedDate .* \(belongs to line 20\)$/m);
  });
});

describe("metadata", () => {
  test("one NewsArticle per line, the same before and after cleaning", async () => {
    const folder = temporaryFolder({
      "raw.txt": dump,
      "clean.txt": clean,
      "two.txt": readSample("two-dumps.txt"),
    });
    const read = async (name: string) =>
      (await runProgram(["metadata", "--format", "json", name], { folder })).output
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    const [raw] = await read("raw.txt");
    expect(raw).toMatchObject({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      datePublished: "2023-03-14T09:05+0000",
      dateModified: "2023-11-02T12:40+0000",
      publisher: { name: "Meridian Wire International" },
    });
    expect(await read("clean.txt")).toEqual([raw]);
    expect(await read("two.txt")).toHaveLength(2);
  });
});

describe("export", () => {
  test("a table of several files has one header, a row per article, whatever is no dump left out", async () => {
    const folder = temporaryFolder({
      "a.txt": dump,
      "b.txt": readSample("two-dumps.txt"),
      "c.md": "# Notes\n",
    });
    const { code, output } = await runProgram(["export", "--format", "csv", "."], { folder });
    expect(code).toBe(0);
    expect(output.match(/^url,headline,/gm)).toHaveLength(1);
    expect(output.trimEnd().split("\r\n")).toHaveLength(4);
  });

  test.each(["txt", "md", "jsonl"])("%s: each paragraph once, wraps joined", async (format) => {
    const { output } = await runProgram(["export", "--format", format, "-"], { input: dump });
    const joinedAtTheLink =
      "a seat at the upcoming talks on port security between Corvania, Norland, and the Strait";
    expect(output.split(joinedAtTheLink)).toHaveLength(2);
  });

  test("articles of several files are parted like those of one", async () => {
    const folder = temporaryFolder({ "a.txt": dump, "b.txt": dump });
    const both = (await runProgram(["export", "--format", "txt", "."], { folder })).output;
    const one = (await runProgram(["export", "--format", "txt", "a.txt"], { folder })).output;
    expect(both.startsWith(one) && both.endsWith(one)).toBe(true);
    expect(both.slice(one.length, -one.length)).toMatch(/^\n+\* \* \*\n+$/);
  });
});
