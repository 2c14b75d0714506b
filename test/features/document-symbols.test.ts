import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentSymbol, Position, Range } from "vscode-languageserver-types";
import { flattenSymbols, provideDocumentSymbols } from "../../server/features/document-symbols.ts";
import { ANALYSIS_URI, analysisOf } from "../support/analysis.ts";
import { readSample, readSeed } from "../support/samples.ts";

/** The outline as a reader sees it: name, detail, and the lines it spans. */
function outline(symbols: readonly DocumentSymbol[], indent = ""): string {
  return symbols
    .map(({ name, detail, range, children = [] }) => {
      const own = `${indent}${name}${detail === undefined ? "" : ` — ${detail}`} [${lines(range)}]`;
      return [own, ...(children.length === 0 ? [] : [outline(children, `${indent}  `)])].join("\n");
    })
    .join("\n");
}

function lines({ start, end }: Range): string {
  return start.line === end.line ? `${start.line + 1}` : `${start.line + 1}-${end.line + 1}`;
}

test("the outline of two dumps in one file", () => {
  expect(outline(provideDocumentSymbols(analysisOf(readSample("two-dumps.txt"))))).toBe(
    `
Village Radio Goes Off Air After Forty Years Because Its Mast Is a Listed Building — 2018-06-06 [1-18]
  Metadata [1-14]
    URL — https://meridianwire.example/20180606/village-radio-goes-off-air-after-forty-years-because-its-mast-is-a-listed-buildin… [1]
    Headline — Village Radio Goes Off Air After Forty Years Because Its Mast Is a Listed Building · 1 repeat [2-3]
    Publisher — Meridian Wire International [4]
    Description — A community radio station in the Sarre hills has fallen silent because the heritage office will not let it repair its… [5]
    Published — 2018-06-06T12:00+0000 · 1 repeat [6-7]
    Keywords — radio, sarre, heritage [8-10]
    Image — https://cdn1.img.meridianwire.example/img/07e2/06/06/1052208817_0:0:1800:1013_1920x0_80_0_0_b6c09de7f1a24387a0e5d2c94f8… [11]
    Article on one line — Radio Merz, which has broadcast four hours a day since 1978, went off the air on Wednesday, its founder Lotte Wieland… [12]
    Section — News [13]
    Language — en_EN [14]
  Body — 2 paragraphs [15-18]
    Dateline — 12:00 GMT 06.06.2018 [16]
    Standfirst — The last record was a waltz. The needle stayed in the groove until the current was cut. [16]
    1. Radio Merz, which has broadcast four hours a day since 1978, went… [17]
    2. The mast may not be painted, shortened or climbed, according to a… [18]
Wind Farm Vote Ends in Tie for Third Time, Mayor Buys Coin — 2018-09-19 · updated 1 day later [20-43]
  Metadata [20-36]
    URL — https://lowlandcourier.example/20180919/wind-farm-vote-ends-in-tie-for-third-time-mayor-buys-coin-1053377140.html [20]
    Headline — Wind Farm Vote Ends in Tie for Third Time, Mayor Buys Coin · 1 repeat [21-22]
    Publisher — Lowland Courier [23]
    Description — The council of Hamm has voted on the same eleven wind turbines for the third time this year, with the same result [24]
    Published — 2018-09-19T19:40+0000 [25]
    Modified — 2018-09-20T07:05+0000 [26]
    Keywords — hamm, wind power, local government, votes [27-30]
    Image — https://cdn.lowlandcourier.example/img/07e2/09/13/1053375518_0:310:2400:1660_1920x0_80_0_0_3c92d7a1e0654f8bb41f76a85d0c… [31]
    Article on one line — The council of Hamm tied for the third time this year on Wednesday in a vote on eleven wind turbines on the eastern… [32]
    Copyright year — 2018 [33]
    Section — Regional [34]
    Language — en_EN [35]
    Keyword list — hamm, wind farm, council, tie [36]
  Body — 4 paragraphs [37-43]
    Dateline — 19:40 GMT 19.09.2018 (Updated: 07:05 GMT 20.09.2018) [38]
    Standfirst — Fourteen members were for the turbines, fourteen against. The twenty-ninth was at a wedding. [38]
    1. The council of Hamm tied for the third time this year on… [39-40]
    2. “I was told that the gentleman would be back by eight,” Mayor… [41]
    3. Under the town’s charter of 1851, a third tie may be settled by… [42]
    4. Opponents announced a complaint. The lawyer for the dyke… [43]
`.trim(),
  );
});

test("the lines that sticky scroll pins, those of the selections, show the headline once", () => {
  const [article] = provideDocumentSymbols(analysisOf(readSample("two-dumps.txt")));
  const nodes = article === undefined ? [] : [article, ...(article.children ?? [])];
  expect(
    nodes.map(({ name, selectionRange }) => `${name.slice(0, 8)} ${selectionRange.start.line + 1}`),
  ).toEqual(["Village  2", "Metadata 2", "Body 16"]);
});

const seed = readSeed();

test.skipIf(seed === undefined)("the outline of the real dump, without its words", () => {
  const [article] = provideDocumentSymbols(analysisOf(seed ?? ""));
  const [metadata, body] = article?.children ?? [];
  expect(article?.detail).toBe("2022-01-05 · updated 462 days later");
  expect(metadata?.children?.map(({ name, range }) => `${name} ${lines(range)}`)).toEqual([
    "URL 1",
    "Headline 2-3",
    "Publisher 4",
    "Description 5",
    "Published 6-7",
    "Modified 8",
    "Keywords 9-15",
    "Image 16",
    "Article on one line 17",
    "Related 18-19",
    "E-mail 22",
    "Telephone 23",
    "Legal name 24",
    "Copyright year 25",
    "Author 26",
    "Author image 27",
    "Section 30",
    "Language 31",
    "Keyword list 42-43",
  ]);
  const counts = metadata?.children?.map(({ name, detail = "" }) => [
    name,
    / · (\d+) repeats?$/u.exec(detail)?.[1],
  ]);
  expect(Object.fromEntries(counts ?? [])).toMatchObject({
    Publisher: "3",
    "E-mail": "2",
    Keywords: "1",
    Author: "2",
  });
  expect(metadata?.children?.[9]?.children?.map(({ detail }) => detail)).toEqual([
    "2021-12-22",
    "2021-12-16",
  ]);
  const [heading] = body?.children?.slice(-1) ?? [];
  expect(body?.children?.map(({ range }) => lines(range))).toEqual([
    "45",
    "45",
    "46-48",
    "49",
    "50",
    "51",
    "52",
    "53",
    "55",
    "56",
    "57",
    "58",
    "59",
    "60-65",
  ]);
  expect(heading?.children?.map(({ name, range }) => [name.split(" ")[0], lines(range)])).toEqual([
    ["12.", "61"],
    ["13.", "63-64"],
    ["14.", "65"],
  ]);
});

test("the flat form names the parent of each node", () => {
  const symbols = provideDocumentSymbols(analysisOf(readSample("two-dumps.txt")));
  const flat = flattenSymbols(ANALYSIS_URI, symbols);
  expect(flat.map(({ containerName }) => containerName).filter((name) => name === "Body")).toHaveLength(
    2 + 2 + 2 + 4,
  );
  expect(flat.every(({ location }) => location.uri === ANALYSIS_URI)).toBe(true);
});

test("text that is no dump has no outline", () => {
  expect(provideDocumentSymbols(analysisOf("Buy milk.\n"))).toEqual([]);
  expect(provideDocumentSymbols(analysisOf(""))).toEqual([]);
});

describe("ranges nest, hold their selection, stay apart from their neighbours and end inside their lines", () => {
  function assertNested(symbols: readonly DocumentSymbol[], text: string, parent: Range | undefined): void {
    const lineLengths = text.split(/\r\n|\r|\n/u).map(({ length }) => length);
    let previous: Range | undefined;
    for (const { name, range, selectionRange, children = [] } of symbols) {
      expect(name).not.toBe("");
      expect(isInside(selectionRange, range)).toBe(true);
      expect(parent === undefined || isInside(range, parent)).toBe(true);
      expect(previous === undefined || compare(previous.end, range.start) <= 0).toBe(true);
      expect(range.end.character).toBeLessThanOrEqual(lineLengths[range.end.line] ?? -1);
      assertNested(children, text, range);
      previous = range;
    }
  }

  function isInside(inner: Range, outer: Range): boolean {
    return compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
  }

  function compare(first: Position, second: Position): number {
    return first.line - second.line || first.character - second.character;
  }

  const samples = [
    "harbour-talks.txt",
    "two-dumps.txt",
    "community-oven.md",
    "tide-mill.txt",
    "museum-loan.txt",
  ];

  test.each(samples)("%s, with LF, CRLF and without a last line break", (name) => {
    const text = readSample(name).replaceAll("\r\n", "\n");
    for (const variant of [text, text.replaceAll("\n", "\r\n"), text.trimEnd(), `\ufeff${text}`]) {
      const symbols = provideDocumentSymbols(analysisOf(variant));
      expect(symbols.length).toBeGreaterThan(0);
      assertNested(symbols, variant, undefined);
    }
  });

  test("whatever order the lines come in", () => {
    const lines = readSample("harbour-talks.txt").split("\n");
    fc.assert(
      fc.property(fc.shuffledSubarray(lines), (shuffled) => {
        const text = shuffled.join("\n");
        assertNested(provideDocumentSymbols(analysisOf(text)), text, undefined);
      }),
      { numRuns: 150 },
    );
  });
});
