import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dumpFormats } from "../../../server/core/article/formats/all.ts";
import type { Block, Dump } from "../../../server/core/article/model.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { parseAs } from "../../../server/core/article/parse-as.ts";
import { containsSpan } from "../../../server/core/text/span.ts";

const fixtures = new URL("../../fixtures/samples/", import.meta.url);
const dumps = readdirSync(fixtures)
  .filter((name) => /\.(?:txt|md)$/u.test(name))
  .map((name) => readFileSync(new URL(name, fixtures), "utf8"));

/** What the model promises of any dump. */
function expectSound(text: string, dump: Dump): void {
  expect(dump.text).toBe(text);
  expectTiling(dump.blocks, { start: 0, end: text.length });
  let end = 0;
  for (const article of dump.articles) {
    expect(article.span.start).toBeGreaterThanOrEqual(end);
    end = article.span.end;
    expectTiling(article.blocks, article.span);
    expect(article.confidence).toBeGreaterThan(0);
    expect(article.confidence).toBeLessThanOrEqual(1);
  }
  const outside = dump.blocks.length - dump.articles.reduce((sum, { blocks }) => sum + blocks.length, 0);
  expect(
    dump.blocks.filter(({ role, zone }) => zone === "none" && (role === "unknown" || role === "blank"))
      .length,
  ).toBeGreaterThanOrEqual(outside);
  const all = new Set(dump.blocks);
  for (const { blocks } of dump.articles) {
    for (const block of blocks) {
      expect(all.has(block)).toBe(true);
      expectBlock(text, block, blocks);
    }
  }
}

function expectTiling(
  blocks: readonly Block[],
  span: { readonly start: number; readonly end: number },
): void {
  let at = span.start;
  for (const block of blocks) {
    expect(block.span.start).toBe(at);
    expect(block.span.end).toBeGreaterThan(at);
    at = block.span.end;
  }
  expect(at).toBe(span.end);
}

function expectBlock(text: string, block: Block, siblings: readonly Block[]): void {
  expect(containsSpan(block.span, block.content)).toBe(true);
  const content = text.slice(block.content.start, block.content.end);
  expect(content).toBe(content.replaceAll(/^[\s\u0085]+|[\s\u0085]+$/gu, ""));
  expect(block.role === "blank").toBe(block.zone === "none");
  let at = block.content.start;
  for (const wrap of block.wraps) {
    expect(wrap.span.start).toBeGreaterThan(at);
    expect(wrap.span.end).toBeLessThan(block.content.end);
    expect(text.slice(wrap.span.start, wrap.span.end)).toMatch(/^[\s\u0085]*[\r\n][\s\u0085]*$/u);
    at = wrap.span.end;
  }
  if (block.repeats !== undefined) {
    expect(block.repeats.role).toBe(block.role);
    expect(block.repeats.repeats).toBeUndefined();
    expect(siblings.indexOf(block.repeats)).toBeLessThan(siblings.indexOf(block));
    expect(siblings).toContain(block.repeats);
  }
}

describe("parsing is total, lossless and the same every time", () => {
  const lineEnds = fc.constantFrom("\n", "\r\n", "\r", "\n\n", "\u2028", "");

  test("on any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const dump = parse(text);
        expectSound(text, dump);
        expect(parse(text)).toEqual(dump);
      }),
    );
  });

  test("on lines such as dumps have, in any order", () => {
    const lines = fc.constantFrom(
      "https://news.example/20200105/a-story-1.html",
      "https://img.example/a.jpg",
      "https://img.example/a.jpgStuck Name",
      "2020-01-05T10:00:00+0900",
      "2020-01-05",
      "A Title of a Story",
      "A Title of a Story",
      "the end of a sentence.",
      "A sentence that is long enough to be taken for running text, and ends.",
      "A sentence that is long enough to be taken for running text and goes on in the",
      "10:00 GMT 05.01.2020 (Updated: 11:00 GMT 06.01.2020) The standfirst.",
      "a, b, c",
      "---",
      "---  ",
      'title: "A \\"quoted\\" title"',
      "title: bad: colon",
      "url: https://news.example/a",
      "tags: [a, b",
      "description: |",
      "  indented",
      "- - - item",
      "# Heading",
      "===",
      "```",
      "> quoted",
      "![alt](a.jpg)",
      "&#123;% raw %}",
      "■見出し",
      "【見出し】",
      "灯籠を流した。",
      "\ud800",
      "\0",
      "\ufeff",
      " ",
      "\t",
      "",
    );
    const text = fc
      .array(fc.tuple(lines, lineEnds), { maxLength: 60 })
      .map((parts) => parts.map(([line, end]) => line + end).join(""));
    fc.assert(
      fc.property(text, (dumpText) => {
        expectSound(dumpText, parse(dumpText));
        for (const format of dumpFormats) {
          expectSound(dumpText, parseAs(dumpText, format));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("on real layouts with pieces cut, doubled and put elsewhere", () => {
    const cut = fc.tuple(
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.constantFrom("delete", "copy", "insert"),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...dumps), fc.array(cut, { maxLength: 4 }), (original, cuts) => {
        let text = original;
        for (const [from, length, to, kind, inserted] of cuts) {
          const start = from % (text.length + 1);
          const piece = text.slice(start, start + (length % 400));
          const target = to % (text.length + 1);
          if (kind === "delete") {
            text = text.slice(0, start) + text.slice(start + piece.length);
          } else {
            text = text.slice(0, target) + (kind === "copy" ? piece : inserted) + text.slice(target);
          }
        }
        expectSound(text, parse(text));
      }),
      { numRuns: 200 },
    );
  });

  test.each(["\n", "\r\n", "\r"])("on every sample with %j at the lines' ends", (lineEnd) => {
    for (const text of dumps) {
      const other = text.replaceAll(/\r\n|\r|\n/gu, lineEnd);
      const dump = parse(other);
      expectSound(other, dump);
      expect(dump.blocks.map(({ role }) => role)).toEqual(parse(text).blocks.map(({ role }) => role));
    }
  });
});

test("an empty text is a dump of nothing", () => {
  expect(parse("")).toMatchObject({ text: "", units: [], articles: [], blocks: [] });
});

test("a text of nobody's article is unknown line by line", () => {
  const { articles, blocks } = parse("one\n\n  two  ");
  expect(articles).toEqual([]);
  expect(blocks).toEqual([
    { role: "unknown", zone: "none", span: { start: 0, end: 4 }, content: { start: 0, end: 3 }, wraps: [] },
    { role: "blank", zone: "none", span: { start: 4, end: 5 }, content: { start: 4, end: 4 }, wraps: [] },
    { role: "unknown", zone: "none", span: { start: 5, end: 12 }, content: { start: 7, end: 10 }, wraps: [] },
  ]);
});

test("text before the first article and between two stays outside them", () => {
  const record =
    "https://a.example/1\n2020-01-01T00:00:00Z\nA title\nA sentence that is long enough to be read as one.\n";
  const text = `\n\n${record}${record}`;
  const dump = parse(text);
  expect(dump.articles.map(({ span }) => span)).toEqual([
    { start: 2, end: 2 + record.length },
    { start: 2 + record.length, end: text.length },
  ]);
  expect(dump.blocks.slice(0, 2).map(({ role }) => role)).toEqual(["blank", "blank"]);
});

describe("parsing is linear", () => {
  const heads = {
    "url-date-title": "https://a.example/1\n2020-01-01T00:00:00Z\nA title\n",
    "yaml-front-matter": "---\ntitle: A title\nurl: https://a.example/1\n---\n",
    nothing: "",
  };
  const bodies: Readonly<Record<string, (size: number) => string>> = {
    "one line": (size) => "A sentence, then another. ".repeat(size / 26),
    "short lines": (size) => "a line\n".repeat(size / 7),
    "blank lines": (size) => "\n".repeat(size),
    spaces: (size) => " ".repeat(size),
    rules: (size) => "---\n".repeat(size / 4),
    addresses: (size) => "https://a.example/\n".repeat(size / 19),
    "open pictures": (size) => "![a)\n".repeat(size / 5),
    "open brackets": (size) => "【a\n".repeat(size / 3),
    "number signs": (size) => "#".repeat(size),
    "joined lines": (size) => "and so on\n".repeat(size / 10),
    "front matters": (size) => "---\na: b\n".repeat(size / 9),
    "template tags": (size) => "&amp;amp;amp;".repeat(size / 13),
  };
  for (const [head, start] of Object.entries(heads)) {
    test.each(Object.entries(bodies))(`${head}, then %s`, (_, body) => {
      const small = quickest(start + body(80_000));
      const large = quickest(start + body(1_280_000));
      // Sixteen times the text may take as many times as long, and more on a busy machine; quadratic is 256 times.
      expect(large).toBeLessThan(Math.max(small, 4) * 120);
    });
  }

  test("3 MB on one line, and 100,000 lines", () => {
    for (const text of [
      `${heads["url-date-title"]}${"x".repeat(3_000_000)}`,
      "x".repeat(3_000_000),
      "line\n".repeat(100_000),
    ]) {
      const dump = parse(text);
      expect(dump.blocks.at(-1)?.span.end).toBe(text.length);
    }
  });

  function quickest(text: string): number {
    const times = Array.from({ length: 3 }, () => {
      const started = performance.now();
      parse(text);
      return performance.now() - started;
    });
    return Math.min(...times);
  }
});

test.runIf(existsSync(new URL("../../../../shared/samples/", import.meta.url)))(
  "every sample of ../shared is read without loss",
  () => {
    const shared = new URL("../../../../shared/samples/", import.meta.url);
    for (const entry of readdirSync(shared, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) {
        const text = readFileSync(`${entry.parentPath}/${entry.name}`, "latin1");
        expectSound(text, parse(text));
      }
    }
  },
);
