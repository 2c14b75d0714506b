import { describe, expect, test } from "vitest";
import { parse } from "../../../server/core/article/parse.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import {
  countLines,
  learnBoilerplate,
  newLineTally,
} from "../../../server/core/checks/shared/learned-boilerplate.ts";

const FURNITURE = "The Courier keeps all its letters, and you keep the Courier.";

function dumpOf(index: number, host: string, extra = ""): string {
  return [
    `https://${host}/20240${(index % 9) + 1}11/the-ferry-of-kettle-${118004217 + index}.html`,
    "2024-06-11T08:20:00+00:00",
    `The Ferry of Kettle Is Late Again for the ${index}th Time This Year`,
    `The ferry of Kettle left ${index} minutes late on Monday, which its captain put down to the fog above the river.`,
    ...(extra === "" ? [] : [extra]),
    `Its ${index} passengers had to wait at the quay, said the mayor, who has asked the county for a second boat.`,
    "",
  ].join("\n");
}

function learn(texts: readonly string[]) {
  const tally = newLineTally();
  for (const text of texts) {
    countLines(tally, parse(text));
  }
  return learnBoilerplate(tally);
}

function furnitureIn(text: string, learned: ReturnType<typeof learn>) {
  return checkDump(parse(text), { severities: {}, options: { boilerplate: { learned } } })
    .filter(({ check }) => check === "boilerplate")
    .map(({ span, data }) => ({ text: text.slice(span.start, span.end), kinds: data?.["kinds"] }));
}

const numbers = Array.from({ length: 12 }, (_, index) => index + 1);

describe("lines that a site repeats", () => {
  const site = numbers.map((index) => dumpOf(index, "www.courier.example", index % 2 === 0 ? FURNITURE : ""));

  test("are furniture on this site, whatever they say, and on no other", () => {
    const learned = learn(site);
    expect(learned.map(({ host }) => host)).toEqual(["courier.example"]);
    const found = [{ text: FURNITURE, kinds: ["repeated-on-site"] }];
    expect(furnitureIn(dumpOf(40, "courier.example", FURNITURE), learned)).toEqual(found);
    expect(furnitureIn(dumpOf(40, "bugle.example", FURNITURE), learned)).toEqual([]);
    expect(furnitureIn(dumpOf(40, "courier.example"), learned)).toEqual([]);
    expect(furnitureIn(dumpOf(40, "courier.example", FURNITURE), [])).toEqual([]);
  });

  test("are known whatever their case, quotation marks and white space", () => {
    const varied = dumpOf(40, "courier.example", FURNITURE.toUpperCase().replaceAll(" ", "  "));
    expect(furnitureIn(varied, learn(site))).toHaveLength(1);
  });

  test("are plain data", () => {
    const learned = learn(site);
    expect(JSON.parse(JSON.stringify(learned))).toEqual(learned);
  });

  test("are not learned from one article that is saved many times", () => {
    expect(learn(numbers.map(() => dumpOf(3, "courier.example", FURNITURE)))).toEqual([]);
  });

  test("are not learned from a few articles, nor from few among many", () => {
    expect(learn(site.slice(0, 6))).toEqual([]);
    const many = Array.from({ length: 40 }, (_, index) =>
      dumpOf(index, "courier.example", index < 6 ? FURNITURE : ""),
    );
    expect(learn(many)).toEqual([]);
  });

  test("are never the fields of the head, which every page has", () => {
    const times = numbers.map((index) => dumpOf(index, "courier.example"));
    expect(learn(times)).toEqual([]);
  });

  test("are counted in bounded space", () => {
    const tally = newLineTally();
    const body = (index: number) =>
      Array.from(
        { length: 900 },
        (_, line) => `The council of Kettle voted on item ${index * 1000 + line} on Monday.`,
      ).join("\n");
    for (const index of numbers.concat(numbers.map((one) => one + 12))) {
      countLines(tally, parse(dumpOf(index, "courier.example", `${FURNITURE}\n${body(index)}`)));
    }
    expect(tally.hosts.get("courier.example")?.counts.size).toBeLessThanOrEqual(20_000);
    expect(learnBoilerplate(tally)[0]?.lines).toHaveLength(1);
  });
});
