import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FoldingRange } from "vscode-languageserver-types";
import type { Analysis } from "../../server/features/feature-context.ts";
import { provideFoldingRanges } from "../../server/features/folding-ranges.ts";
import { provideInlayHints } from "../../server/features/inlay-hints.ts";
import {
  diffSemanticTokens,
  provideSemanticTokens,
  semanticTokenModifiers,
  semanticTokenTypes,
} from "../../server/features/semantic-tokens.ts";
import { analysisOf, analysisOfDump } from "../support/analysis.ts";
import { handMadeDump, notesOf } from "../support/hand-made-dump.ts";
import { readSample, readSeed } from "../support/samples.ts";

const harbour = analysisOf(readSample("harbour-talks.txt"));

interface Token {
  readonly line: number;
  readonly text: string;
  readonly type: string;
  readonly removable: boolean;
}

/** The tokens as an editor reads them. */
function decode(analysis: Analysis, data: readonly number[]): Token[] {
  const lines = analysis.text.split(/\r\n|\r|\n/u);
  const tokens: Token[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lineDelta = 0, characterDelta = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    line += lineDelta;
    character = lineDelta === 0 ? character + characterDelta : characterDelta;
    const text = lines[line]?.slice(character, character + length) ?? "";
    tokens.push({ line: line + 1, text, type: semanticTokenTypes[type] ?? "?", removable: modifiers === 1 });
  }
  return tokens;
}

describe("semantic tokens", () => {
  const tokens = decode(harbour, provideSemanticTokens(harbour));
  const typesByLine = Object.fromEntries(tokens.map(({ line, type }) => [line, type]));

  test("five groups, each where it belongs", () => {
    expect(typesByLine).toMatchObject({
      1: "source",
      2: "heading",
      3: "repeat",
      4: "metadata",
      6: "date",
      7: "repeat",
    });
    expect(typesByLine).toMatchObject({
      9: "metadata",
      19: "repeat",
      20: "metadata",
      46: "heading",
      47: "date",
    });
    expect(typesByLine).toMatchObject({ 57: "date", 64: "heading" });
    for (const paragraph of [48, 49, 50, 70]) {
      expect(typesByLine[paragraph]).toBeUndefined();
    }
  });

  test("what can go is marked as removable, and only that", () => {
    const removable = tokens.filter((token) => token.removable).map(({ line }) => line);
    expect(removable).toEqual([3, 7, 19, 22, 23, 30, 31, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 45]);
  });

  test("two things on one line are two tokens", () => {
    const glued = tokens.filter(({ line }) => line === 38);
    expect(glued.map(({ type, text }) => [type, text.slice(-5)])).toEqual([
      ["metadata", "a.jpg"],
      ["repeat", "ional"],
    ]);
  });

  test("no token crosses a line break, whatever the breaks are", () => {
    const crlf = analysisOf(readSample("harbour-talks.txt").replaceAll("\n", "\r\n"));
    expect(decode(crlf, provideSemanticTokens(crlf))).toEqual(tokens);
    const wrapped = analysisOfDump(handMadeDump([{ role: "caption", text: "A picture\nof two lines\n" }]));
    expect(decode(wrapped, provideSemanticTokens(wrapped)).map(({ line, text }) => [line, text])).toEqual([
      [1, "A picture"],
      [2, "of two lines"],
    ]);
  });

  test("a range holds the tokens of the lines it touches", () => {
    for (const [first, last] of [
      [1, 4],
      [20, 21],
      [38, 38],
      [46, 70],
    ] as const) {
      const range = { start: { line: first - 1, character: 0 }, end: { line: last - 1, character: 9_999 } };
      const part = decode(harbour, provideSemanticTokens(harbour, harbour.convert.span(range)));
      expect(part).toEqual(tokens.filter(({ line }) => line >= first && line <= last));
    }
  });

  test("a delta makes the one out of the other, in whole tokens", () => {
    const token = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(1), fc.constant(0));
    const encoding = fc.array(token, { maxLength: 8 }).map((list) => list.flat());
    fc.assert(
      fc.property(encoding, encoding, (before, after) => {
        const result = [...before];
        for (const { start, deleteCount, data = [] } of diffSemanticTokens(before, after)) {
          expect([start % 5, deleteCount % 5, data.length % 5]).toEqual([0, 0, 0]);
          result.splice(start, deleteCount, ...data);
        }
        expect(result).toEqual(after);
      }),
    );
    expect(diffSemanticTokens([0, 1, 2, 3, 0], [0, 1, 2, 3, 0])).toEqual([]);
  });

  test("package.json declares the same types and modifiers, and maps each type to a scope", () => {
    const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    expect(ids(manifest.contributes.semanticTokenTypes)).toEqual([...semanticTokenTypes]);
    expect(ids(manifest.contributes.semanticTokenModifiers)).toEqual([...semanticTokenModifiers]);
    const [{ language, scopes }] = manifest.contributes.semanticTokenScopes;
    expect(language).toBe("scraped-article");
    expect(Object.keys(scopes)).toEqual([...semanticTokenTypes]);
    const roots = Object.values<string[]>(scopes).map(([scope = ""]) =>
      scope.split(".").slice(0, 2).join("."),
    );
    expect(new Set(roots).size).toBe(semanticTokenTypes.length);
  });
});

describe("folding", () => {
  const spans = (ranges: readonly FoldingRange[]) =>
    ranges.map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`);

  test("metadata, runs, the long line below the line above it, body and headed sections", () => {
    const ranges = provideFoldingRanges(harbour, { collapsedText: true });
    expect(
      ranges.map(
        ({ startLine, endLine, collapsedText }) => `${startLine + 1}-${endLine + 1} ${collapsedText}`,
      ),
    ).toEqual([
      "1-45 Metadata",
      "9-17 Keywords",
      "18-19 The next line is long",
      "20-21 Related stories",
      "22-23 2 repeated lines",
      "30-31 2 repeated lines",
      "34-37 4 repeated lines",
      "38-43 6 repeated lines",
      "46-70 Body",
      "64-70 Corvania's Draft Rules for the Strait",
    ]);
  });

  test("several articles in a file fold one by one, and no two ranges start on one line", () => {
    const ranges = provideFoldingRanges(analysisOf(readSample("two-dumps.txt")));
    expect(spans(ranges)).toEqual(
      expect.arrayContaining(["1-18", "2-14", "15-18", "20-43", "21-36", "37-43"]),
    );
    expect(new Set(ranges.map(({ startLine }) => startLine)).size).toBe(ranges.length);
  });

  test("a client's limit keeps the longest", () => {
    expect(spans(provideFoldingRanges(harbour, { limit: 2 }))).toEqual(["1-45", "46-70"]);
  });

  test("ranges nest, whatever order the lines come in", () => {
    const lines = readSample("harbour-talks.txt").split("\n");
    fc.assert(
      fc.property(fc.shuffledSubarray(lines), (shuffled) => {
        const open: FoldingRange[] = [];
        for (const range of provideFoldingRanges(analysisOf(shuffled.join("\n")))) {
          expect(range.startLine).toBeLessThan(range.endLine);
          while (open.length > 0 && (open.at(-1)?.endLine ?? 0) < range.startLine) {
            open.pop();
          }
          const outer = open.at(-1);
          expect(outer === undefined || range.endLine <= outer.endLine).toBe(true);
          open.push(range);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("inlay hints", () => {
  const hints = (analysis: Analysis, span = { start: 0, end: analysis.text.length }) =>
    provideInlayHints(analysis, span).map(({ position, label }) => `${position.line + 1} ${String(label)}`);

  test("name the field once per run, and never a repeat or the body", () => {
    expect(hints(harbour)).toEqual([
      "1 URL:",
      "2 Headline:",
      "4 Publisher:",
      "5 Description:",
      "6 Published:",
      "8 Modified:",
      "9 Keywords:",
      "18 Image:",
      "19 Article on one line:",
      "20 Related story:",
      "24 E-mail:",
      "25 Telephone:",
      "26 Legal name:",
      "27 Copyright year:",
      "28 Author:",
      "29 Author image:",
      "32 Section:",
      "33 Language:",
      "38 Image:",
      "44 Keyword list:",
    ]);
  });

  test("of a range are those of its lines", () => {
    const start = harbour.convert.offset({ line: 3, character: 0 });
    const end = harbour.convert.offset({ line: 5, character: 3 });
    expect(hints(harbour, { start, end })).toEqual(["4 Publisher:", "5 Description:", "6 Published:"]);
  });

  test("a value that the text itself names is not named again", () => {
    expect(hints(analysisOf(readSample("community-oven.md")))).toEqual([]);
  });

  test("a link that no run breaks is named again behind another field", () => {
    const dump = handMadeDump(notesOf("keyword: a\nkeyword: b\nauthor: c\nkeyword: d"));
    expect(hints(analysisOfDump(dump))).toEqual(["1 Keywords:", "3 Author:", "4 Keywords:"]);
  });
});

const seed = readSeed();

test.skipIf(seed === undefined)("the real dump: what is faded is what can go", () => {
  const analysis = analysisOf(seed ?? "");
  const removable = decode(analysis, provideSemanticTokens(analysis)).filter((token) => token.removable);
  expect(removable.map(({ line }) => line)).toEqual([
    3, 7, 17, 20, 21, 28, 29, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 43,
  ]);
});
