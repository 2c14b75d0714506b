import { describe, expect, test } from "vitest";
import { createBlock } from "../../../server/core/article/blocks.ts";
import type { Block } from "../../../server/core/article/model.ts";
import { type CopyUnit, createCopyFinder } from "../../../server/core/duplicates/copy-finder.ts";
import { DEFAULT_COPY_OPTIONS } from "../../../server/core/duplicates/copy-options.ts";
import type { FoundPassage } from "../../../server/core/duplicates/found-copy.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import { finish } from "../../../server/core/text/steps.ts";

/** A paragraph per line; lists of lines are articles. */
function blocksOf(articles: readonly (readonly string[])[]) {
  const text = articles
    .flat()
    .map((line) => `${line}\n`)
    .join("");
  let start = 0;
  const blocks = articles.map((lines) =>
    lines.map((line): Block => {
      const span = { start, end: start + line.length + 1 };
      start = span.end;
      return createBlock(text, "paragraph", "body", span);
    }),
  );
  return { text, blocks };
}

function unitsOf(text: string, articles: readonly (readonly Block[])[]): readonly CopyUnit[] {
  const lines = indexLines(text);
  return articles.map((blocks) => ({
    unit: { text, lines, article: undefined, blocks, keys: blocks },
    passages: Uint32Array.from(blocks.keys()),
    keys: blocks,
  }));
}

/** `2 near 0`: which line is a copy of which; `!` where removing it loses nothing. */
function copies(lines: readonly string[], options: Partial<typeof DEFAULT_COPY_OPTIONS> = {}) {
  return copiesAcross([lines], options);
}

function copiesAcross(
  articles: readonly (readonly string[])[],
  options: Partial<typeof DEFAULT_COPY_OPTIONS> = {},
) {
  const { text, blocks } = blocksOf(articles);
  const all = blocks.flat();
  const numbers = ({ blocks: own }: FoundPassage) => own.map((block) => all.indexOf(block)).join("+");
  const finder = createCopyFinder({ ...DEFAULT_COPY_OPTIONS, ...options });
  const found = finish(finder.find(unitsOf(text, blocks))).flat();
  // Those inside articles first.
  found.sort((first, second) => Number(first.scope === "file") - Number(second.scope === "file"));
  return found.map(
    ({ kind, scope, copy, kept, isLiteral }) =>
      `${numbers(copy)} ${kind}${isLiteral ? "!" : ""} ${kept.map(numbers).join(",")}${scope === "file" ? " file" : ""}`,
  );
}

const COUNCIL =
  "The council of Kettle voted on Monday to rebuild the Old Mill Bridge, which has been closed since the flood of last autumn.";
const WORK =
  "The work is to start in August and to cost three million crowns, of which the county pays one half, according to the plan.";
const CHINESE = "市议会周一决定重建去年秋天洪水以来一直关闭的旧水车桥，工程预计八月开始，费用为三百万克朗。";

describe("kinds", () => {
  test.each([
    ["word for word", COUNCIL, "exact!"],
    ["other quotes, dashes and spaces", COUNCIL.replaceAll(" ", "\u00a0"), "exact!"],
    ["other case", COUNCIL.toUpperCase(), "exact"],
    ["other punctuation", COUNCIL.replace(",", " –"), "near"],
    [
      "a wrong, a missing, an extra character and a space",
      COUNCIL.replace("council", "coumcil")
        .replace("Monday", "Mnday")
        .replace("Mill", "Milll")
        .replace("last autumn", "lastautumn"),
      "near",
    ],
    [
      "three words replaced",
      COUNCIL.replace("voted", "hoped").replace("closed", "shut").replace("flood", "storm"),
      "near",
    ],
    ["words dropped", COUNCIL.replace("of Kettle ", "").replace("last ", ""), "near"],
    [
      "words added",
      COUNCIL.replace("voted", "again voted").replace("closed", "almost always closed"),
      "near",
    ],
    ["the end cut off", COUNCIL.slice(0, -19), "near"],
    ["the end cut off inside a word", COUNCIL.slice(0, -16), "near"],
    ["an attribution", COUNCIL.replace(/\.$/u, ", the Courier reported on Monday."), "near"],
    ["broken off with a mark", `${COUNCIL.slice(0, 50)}…`, "truncated"],
    ["broken off with three stops in brackets", `${COUNCIL.slice(0, 61)} [...]`, "truncated"],
    ["broken off, with a button behind", `${COUNCIL.slice(0, 61)}... Read more`, "truncated"],
  ])("%s", (_, copy, kind) => {
    expect(copies([COUNCIL, WORK, copy])).toEqual([`2 ${kind} 0`]);
  });

  test("a paragraph inside a longer one goes, wherever it stands", () => {
    const longer = `${WORK} ${COUNCIL} Nobody knows why.`;
    expect(copies([COUNCIL, longer])).toEqual(["0 contained! 1"]);
    expect(copies([longer, COUNCIL])).toEqual(["1 contained! 0"]);
  });

  test("paragraphs run together go in favour of the paragraphs", () => {
    expect(copies([COUNCIL, WORK, `${COUNCIL} ${WORK}`])).toEqual(["2 contained! 0,1"]);
    expect(copies([`${COUNCIL}${WORK}`, COUNCIL, "Nothing of it is true, the mayor told us.", WORK])).toEqual(
      ["0 contained! 1,3"],
    );
  });

  test("the complete one is kept before the one that breaks off, the first of equals before later ones", () => {
    expect(copies([`${COUNCIL.slice(0, 61)}…`, WORK, COUNCIL])).toEqual(["0 truncated 2"]);
    expect(copies([COUNCIL.slice(0, -19), WORK, COUNCIL])).toEqual(["0 near 2"]);
    expect(copies([COUNCIL.replace("voted", "hoped"), WORK, COUNCIL])).toEqual(["2 near 0"]);
    expect(copies([COUNCIL, COUNCIL, WORK, COUNCIL])).toEqual(["1 exact! 0", "3 exact! 0"]);
  });

  test("lines of a copy that the parser could not join are one copy", () => {
    const lines = [
      "The council of Kettle voted on",
      "Monday to rebuild the Old Mill Bridge, which has",
      "been closed since the flood of last autumn.",
    ];
    expect(copies([COUNCIL, WORK, ...lines])).toEqual(["2+3+4 exact 0"]);
    expect(copies([...lines, WORK, COUNCIL])).toEqual(["0+1+2 exact 4"]);
    const chinese = [CHINESE.slice(0, 15), CHINESE.slice(15, 31), CHINESE.slice(31)];
    expect(copies([CHINESE, ...chinese])).toEqual(["1+2+3 exact 0"]);
  });

  test("Chinese: characters, words, the end", () => {
    expect(copies([CHINESE, CHINESE.replace("周一", "周二")])).toEqual(["1 near 0"]);
    expect(copies([CHINESE, CHINESE.replace("重建", "修复").replace("预计", "可能")])).toEqual(["1 near 0"]);
    expect(copies([CHINESE, CHINESE.slice(0, -8)])).toEqual(["1 near 0"]);
    expect(copies([CHINESE, `${CHINESE.slice(0, 20)}……`])).toEqual(["1 truncated 0"]);
  });
});

describe("no copies", () => {
  test.each([
    [
      "the same opening",
      [
        COUNCIL,
        "The council of Kettle voted on Monday to rebuild neither the school nor the baths, and went home early.",
      ],
    ],
    [
      "the same ending",
      [COUNCIL, "Fish have come back to the river, which has been closed since the flood of last autumn."],
    ],
    [
      "a quotation of fourteen words",
      [
        COUNCIL,
        "Asked what it meant “to rebuild the Old Mill Bridge, which has been closed since the flood”, the engineer laughed and left.",
      ],
    ],
    [
      "a form filled in twice",
      [
        "Shares of Holt Timber rose 3.4 percent to 25 crowns on Monday, after the company named a new head of its board.",
        "Shares of Kettle Gas rose 1.2 percent to 40 crowns on Friday, after the company named a new head of its board.",
      ],
    ],
    [
      "a form filled in twice, in Chinese",
      [
        "华信集团股价周一上涨3.4%，收于25元，此前该公司表示订单增长了12%。",
        "北岭银行股价周三上涨1.2%，收于40元，此前该公司表示订单增长了7%。",
      ],
    ],
    [
      "a form filled in twice, in Russian",
      [
        "Акции Хольта выросли на 3,4 процента до 25 в понедельник, после того как компания сообщила о росте заказов.",
        "Акции Газа выросли на 1,2 процента до 40 в среду, после того как компания сообщила о росте заказов.",
      ],
    ],
    [
      "names that look alike",
      ["Deputy Foreign Minister Sergei Ryabkov.", "Deputy Foreign Minister Sergei Ryabikov."],
    ],
    [
      "numbers",
      ["Read more about our terms of use number 12.", "Read more about our terms of use number 123."],
    ],
    ["short lines", ["“No comment,” she said.", "“No comment,” she said."]],
    ["headings", ["What we know so far about it", COUNCIL, "What we know so far about it", WORK]],
    [
      "lists of addresses",
      [
        "See https://wire.example/talks/of/the/council/on/the/bridge/one/day/later for more",
        "See https://wire.example/talks/of/the/council/on/the/bridge/two/days/later for more",
      ],
    ],
  ])("%s", (_, lines) => {
    expect(copies(lines)).toEqual([]);
  });
});

describe("between articles", () => {
  test("copies are told by their scope, and those inside an article come first", () => {
    expect(
      copiesAcross([
        [COUNCIL, WORK],
        ["Another story begins here, and it is short.", COUNCIL, COUNCIL],
      ]),
    ).toEqual(["4 exact! 3", "3 exact! 0 file"]);
  });

  test("can be switched off", () => {
    expect(copiesAcross([[COUNCIL], [COUNCIL]], { acrossArticles: false })).toEqual([]);
  });
});

describe("options", () => {
  test("the least similarity", () => {
    const changed = COUNCIL.replace("voted", "hoped")
      .replace("rebuild", "sell")
      .replace("closed", "shut")
      .replace("flood", "storm")
      .replace("autumn", "year")
      .replace("which", "that");
    expect(copies([COUNCIL, changed])).toEqual([]);
    expect(copies([COUNCIL, changed], { minimumSimilarity: 0.7 })).toEqual(["1 near 0"]);
  });

  test("the least words", () => {
    expect(copies(["“No comment,” she said.", "“No comment,” she said."], { minimumWords: 4 })).toHaveLength(
      1,
    );
    expect(copies([COUNCIL, COUNCIL], { minimumWords: 30 })).toEqual([]);
  });
});

describe("mean texts", () => {
  const cases: readonly (readonly [string, () => readonly string[], number | undefined])[] = [
    ["100,000 identical lines", () => Array.from({ length: 100_000 }, () => COUNCIL.slice(0, 60)), 99_999],
    ["100,000 short lines", () => Array.from({ length: 100_000 }, (_, index) => `Line number ${index}`), 0],
    [
      "every paragraph nearly the same as every other",
      () =>
        Array.from({ length: 5_000 }, (_, index) => {
          const words = COUNCIL.split(" ");
          words[index % words.length] = `changed${index}`;
          return words.join(" ");
        }),
      4_999,
    ],
    [
      "a form filled in ten thousand times",
      () =>
        Array.from(
          { length: 10_000 },
          (_, index) =>
            `Shares of Holt${index} rose ${index % 97}.4 percent to ${index % 50} on Monday, after the company had named a new head.`,
        ),
      0,
    ],
    ["3 MB on one line", () => [`${COUNCIL} ${WORK} `.repeat(12_500), COUNCIL, COUNCIL], undefined],
    [
      "one word",
      () => Array.from({ length: 2_000 }, (_, index) => "a ".repeat(50 + (index % 50))),
      undefined,
    ],
  ];

  test.each(cases)("%s", (_, make, count) => {
    const { text, blocks } = blocksOf([make()]);
    const started = performance.now();
    const found = finish(createCopyFinder(DEFAULT_COPY_OPTIONS).find(unitsOf(text, blocks))).flat();
    // A bound for what is quadratic, not a benchmark: machines that run tests are slow and busy.
    expect(performance.now() - started).toBeLessThan(15_000);
    if (count !== undefined) {
      expect(found).toHaveLength(count);
    }
  });
});
