import { describe, expect, test } from "vitest";
import { parse } from "../../../server/core/article/parse.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { balanceOfQuotes } from "../../../server/core/checks/shared/unpaired-quotes.ts";

const HEAD = `https://kettlecourier.example/20240611/council-votes-118004217.html
2024-06-11T08:20:00+00:00
Council Votes to Rebuild the Old Mill Bridge
`;

describe("checks of who says what", () => {
  const dump = parse(
    `${HEAD}“Nobody wants another winter without the bridge.”\nA source close to the council said the vote had been arranged.\n`,
  );
  const ids = (severities: Readonly<Record<string, "inherit" | "hint" | "warning">>) =>
    checkDump(dump, { severities }).map(({ check, severity }) => `${severity} ${check}`);

  test("are off until they are given a level", () => {
    expect(ids({}).filter((found) => /unnamed|unattributed/.test(found))).toEqual([]);
    expect(ids({ "unnamed-source": "inherit" }).filter((found) => found.includes("unnamed"))).toEqual([]);
  });

  test("have the level they are given", () => {
    expect(ids({ "unnamed-source": "hint", "unattributed-quotation": "warning" })).toEqual(
      expect.arrayContaining(["hint unnamed-source", "warning unattributed-quotation"]),
    );
  });
});

describe("marks without a partner", () => {
  test.each([
    ["“A,” he said. “B.”", []],
    ['MIA „Rossiya Segodnya“ and „Bote” and „Post" and “Mail"', []],
    ["»Ja«, sagte er. «Oui», dit-il. « Non »", []],
    ["”Ja”, sa hon, ”men inte nu.”", []],
    ["“She said “no” to him,” he said.", []],
    ['a 12" plank and a 6\'2" man', []],
    ['<a href="x" id="783">', []],
    ["“A, he said.", ["0 opening"]],
    ["A,” he said.", ["2 closing"]],
    ['He said "A and left.', ["8 opening"]],
    ["“A „B” C", ["0 opening"]],
    ["", []],
    ["“", ["0 opening"]],
    ["»", ["0 opening"]],
    ["”””", ["2 closing"]],
  ])("%s", (text, expected) => {
    expect(balanceOfQuotes(text).unpaired.map(({ at, side }) => `${at} ${side}`)).toEqual(expected);
  });

  test("marks that are never closed take linear time", () => {
    const time = (text: string) => {
      const start = performance.now();
      balanceOfQuotes(text);
      return performance.now() - start;
    };
    time("“a ".repeat(1000));
    expect(time("“a ".repeat(100_000))).toBeLessThan(2000);
    expect(time("« a ".repeat(100_000))).toBeLessThan(2000);
  });
});
