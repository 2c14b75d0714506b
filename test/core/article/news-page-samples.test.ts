/** Real pages of the family, and the invented ones that stand for what cannot be copied, line by line. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CERTAIN_CONFIDENCE, RECOGNISED_CONFIDENCE } from "../../../server/core/article/format.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { recognise } from "../../../server/core/article/recognise.ts";
import { differenceTable, type LineReading, readRoles, rolesOfDump } from "../../support/roles.ts";

const samples = new URL("../../fixtures/samples/", import.meta.url);
const readings = new URL("../../fixtures/readings/", import.meta.url);
const shared = new URL("../../../../shared/samples/", import.meta.url);
const seed = new URL("sputnik-2022.txt", shared);

if (!existsSync(seed)) {
  console.warn(`The real pages are not read: ${shared.pathname} is not here.`);
}

describe.runIf(existsSync(seed))("the real page that the project grew from", () => {
  const text = existsSync(seed) ? readFileSync(seed, "utf8") : "";
  const expected = existsSync(seed) ? readRoles(new URL("sputnik-2022.roles.tsv", shared)) : [];

  test("all of its 65 lines are what they are", () => {
    const dump = parse(text);
    expect(expected).toHaveLength(65);
    expect(differenceTable(dump, expected)).toBe("");
    expect(dump.articles).toHaveLength(1);
    expect(dump.articles[0]?.confidence).toBeGreaterThanOrEqual(CERTAIN_CONFIDENCE);
    expect(recognise(text)).toMatchObject({ format: "news-page" });
  });

  test("the wraps between 46 and 48 and between 63 and 64 are proved", () => {
    const wrapped = parse(text).blocks.filter(({ wraps }) => wraps.length > 0);
    expect(wrapped.map(({ wraps }) => wraps.map(({ joiner, proved }) => [joiner, proved]))).toEqual([
      [
        [" ", true],
        [" ", true],
      ],
      [[" ", true]],
    ]);
  });

  test("a page of another publisher on another host is read the same", () => {
    const elsewhere = text
      .replaceAll("sputnikglobe.com", "example.org")
      .replaceAll("Sputnik", "Morgen")
      .replaceAll("sputnik", "morgen");
    expect(rolesOfDump(parse(elsewhere))).toEqual(rolesOfDump(parse(text)));
    expect(recognise(elsewhere).confidence).toBe(recognise(text).confidence);
  });

  test("after a clean-up it is recognised as surely, and every line keeps its role", () => {
    const lines = text.split("\n");
    const line = (number: number): string => lines[number - 1] ?? "";
    const picture = line(36).slice(0, line(36).indexOf(".jpg") + 4);
    const dateEnd = line(45).indexOf(")") + 1;
    // The order is the one that issue A states.
    const cleaned: readonly (readonly [string, string])[] = [
      [line(1), "url"],
      [line(2), "headline"],
      [line(4), "publisher"],
      [line(5), "description"],
      [line(6), "datePublished"],
      [line(8), "dateModified"],
      ...[9, 10, 11, 12, 13, 14, 15].map((number) => [line(number), "keyword"] as const),
      [line(16), "image"],
      [line(18), "relatedLink"],
      [line(54), "relatedDate@15"],
      [line(19), "relatedLink"],
      [line(62), "relatedDate@17"],
      [line(22), "email"],
      [line(23), "telephone"],
      [line(24), "legalName"],
      [line(25), "copyrightYear"],
      [line(26), "author"],
      [line(27), "authorImage"],
      [line(30), "articleSection"],
      [line(31), "inLanguage"],
      [picture, "image"],
      [line(42), "keywords"],
      [line(44), "headline*2"],
      [line(45).slice(0, dateEnd), "dateline"],
      [line(45).slice(dateEnd).trim(), "standfirst"],
      [[46, 47, 48].map(line).join(" "), "paragraph#1"],
      ...[49, 50, 51, 52, 53].map((number, index) => [line(number), `paragraph#${index + 2}`] as const),
      ...[55, 56, 57, 58, 59].map((number, index) => [line(number), `paragraph#${index + 7}`] as const),
      [line(60), "heading"],
      [line(61), "paragraph#12"],
      [[63, 64].map(line).join(" "), "paragraph#13"],
      [line(65), "paragraph#14"],
    ];
    const cleanedText = cleaned.map(([content]) => content).join("\n");
    const roles = rolesOfDump(parse(cleanedText)).map(({ role }) => role);
    expect(roles).toEqual(cleaned.map(([, role]) => role));
    expect(recognise(cleanedText).confidence).toBeGreaterThanOrEqual(CERTAIN_CONFIDENCE);
  });
});

describe.runIf(existsSync(seed))("other extractions of the family", () => {
  test.each([1, 2, 3, 4])("ria-layout/0%d", (number) => {
    const text = readFileSync(new URL(`ria-layout/0${number}.txt`, shared), "utf8");
    expect(recognise(text).format).toBe("news-page");
    expect(recognise(text).confidence).toBeGreaterThanOrEqual(RECOGNISED_CONFIDENCE);
    expect(
      differenceTable(parse(text), readRoles(new URL(`ria-layout-0${number}.roles.tsv`, readings))),
    ).toBe("");
  });
});

const newsPages = readdirSync(samples)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => ({ name, text: readFileSync(new URL(name, samples), "utf8") }))
  .filter(({ text }) => recognise(text).format === "news-page");

describe("the project's own samples", () => {
  test("hold many pages of the family", () => {
    expect(newsPages.length).toBeGreaterThanOrEqual(10);
  });

  test.each(newsPages)("$name", ({ name, text }) => {
    expect(
      differenceTable(parse(text), readRoles(new URL(name.replace(/\.txt$/u, ".roles.tsv"), samples))),
    ).toBe("");
  });

  test.each(newsPages)("$name with blank lines between all lines", ({ text }) => {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    // A paragraph that is broken apart by blank lines is not one any more.
    const isWrapped = parse(text).blocks.some(({ wraps }) => wraps.length > 0);
    const spaced = rolesOfDump(parse(lines.join("\n\n"))).filter(({ role }) => role !== "blank");
    const dense = rolesOfDump(parse(text)).filter(({ role }) => role !== "blank");
    const isPlain = ({ role }: LineReading): boolean => !isWrapped || !/^(?:paragraph|heading)/u.test(role);
    expect(spaced.filter(isPlain).map(kindOf)).toEqual(dense.filter(isPlain).map(kindOf));
  });

  test.each(newsPages)("$name in another script", ({ text }) => {
    expect(rolesOfDump(parse(inCyrillic(text))).map(kindOf)).toEqual(rolesOfDump(parse(text)).map(kindOf));
  });
});

/** The role without line numbers. */
function kindOf({ role, zone }: LineReading): string {
  return `${role.replaceAll(/[*@#]\d+/gu, "")} ${zone}`;
}

/** Every word's letters as Cyrillic ones of the same case, addresses, codes and what is stuck to an address left alone. */
function inCyrillic(text: string): string {
  const letters = "абцдефгхийклмнопярстуввкиз";
  return text
    .split("\n")
    .map((line) => {
      if (/^[\ufeff]?(?:https?:|\/)|@|^[\d+]|^[a-z]{2}_[A-Z]{2}\r?$/u.test(line)) {
        const stuck = /^(https?:\S*?\.jpg)(\S.*)$/u.exec(line);
        return stuck === null ? line : `${stuck[1]}${translate(stuck[2] ?? "")}`;
      }
      return translate(line);
    })
    .join("\n");

  function translate(line: string): string {
    return line.replaceAll(/[A-Za-z]/gu, (letter) => {
      const lower = letters.charAt(letter.toLowerCase().charCodeAt(0) - 97);
      return letter === letter.toLowerCase() ? lower : lower.toUpperCase();
    });
  }
}
