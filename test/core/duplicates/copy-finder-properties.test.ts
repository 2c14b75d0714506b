import fastCheck from "fast-check";
import { describe, expect, test } from "vitest";
import { createBlankBlock, createBlock, createParagraph } from "../../../server/core/article/blocks.ts";
import type { Block } from "../../../server/core/article/model.ts";
import {
  type CopyFinder,
  type CopyUnit,
  createCopyFinder,
} from "../../../server/core/duplicates/copy-finder.ts";
import { DEFAULT_COPY_OPTIONS } from "../../../server/core/duplicates/copy-options.ts";
import type { FoundPassage } from "../../../server/core/duplicates/found-copy.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import { finish } from "../../../server/core/text/steps.ts";
import { type Random, seededRandom } from "../../support/random.ts";

/** A line is a passage; with `\n` in it one that the parser joined. `-` before it: a heading; an empty one parts its neighbours. */
type Line = { readonly text: string };
type Article = { readonly lines: readonly Line[] };

/** Keeps units and keys from version to version as the parser does: by article object, by line object. */
function createUnits() {
  const units = new WeakMap<Article, CopyUnit>();
  return (articles: readonly Article[]): readonly CopyUnit[] =>
    articles.map((article) => {
      const unit = units.get(article) ?? unitOf(article);
      units.set(article, unit);
      return unit;
    });
}

function unitOf({ lines }: Article): CopyUnit {
  const text = lines.map((line) => `${line.text}\n`).join("");
  let start = 0;
  const blocks = lines.map((line) => {
    const span = { start, end: start + line.text.length + 1 };
    start = span.end;
    if (line.text === "") {
      return createBlankBlock(text, span);
    }
    return line.text.includes("\n")
      ? createParagraph(text, "body", span, partsOf(line.text, span.start))
      : createBlock(text, line.text.startsWith("-") ? "heading" : "paragraph", "body", span);
  });
  const passages = Uint32Array.from([...lines.keys()].filter((index) => lines[index]?.text !== ""));
  return {
    unit: { text, lines: indexLines(text), article: undefined, blocks, keys: lines },
    passages,
    keys: [...passages].map((index) => lines[index] as Line),
  };
}

function partsOf(text: string, start: number) {
  let at = start;
  return text.split("\n").map((part) => {
    const span = { start: at, end: at + part.length };
    at = span.end + 1;
    return span;
  });
}

/** All that a finder says, by the numbers of units and of their passages. */
function said(finder: CopyFinder, units: readonly CopyUnit[]) {
  const numbers = new Map(units.map(({ unit }, index) => [unit, index] as const));
  const place = ({ unit, blocks, span }: FoundPassage) => {
    const number = numbers.get(unit) as number;
    const own = units[number]?.unit.blocks as readonly Block[];
    return `${number}:${blocks.map((block) => own.indexOf(block)).join("+")}@${span.start}-${span.end}`;
  };
  return finish(finder.find(units)).map((copies) =>
    copies.map(({ copy, kept, others, ...found }) => ({
      ...found,
      copy: place(copy),
      kept: kept.map(place),
      others: others.map(place),
    })),
  );
}

const WORDS =
  "council bridge mayor river Kettle Holt Monday August crowns county plan mill flood autumn school baths report agency the of and to in a which that was has been will more than 12 40 percent".split(
    " ",
  );

function sentence(random: Random): string {
  const words = Array.from({ length: random.between(6, 22) }, () => random.pick(WORDS));
  return `The ${words.join(" ")}.`;
}

function createLines(random: Random) {
  const pool = Array.from({ length: 12 }, () => sentence(random));
  const pick = () => random.pick(pool);
  const makers: readonly (() => string)[] = [
    pick,
    pick,
    () => changed(random, pick()),
    () => changed(random, changed(random, pick())),
    () => sentence(random),
    () => `${pick()} ${pick()}`,
    () => pick().slice(0, 50).concat("…"),
    () => pick().slice(0, random.between(10, 40)),
    () => random.pick(WORDS),
    () => `- ${pick().slice(4, 40)}`,
    () => `${pick()}\n${changed(random, pick())}`,
    () => pick().replace(/ (\S+)\.$/u, "\n$1."),
    () => "",
  ];
  return {
    newLine: (): Line => ({ text: random.pick(makers)() }),
    /** A paragraph whose lines the parser could not join, some of them too short to be compared. */
    brokenParagraph: (): readonly Line[] => {
      const lines: string[] = [];
      for (const word of pick().split(" ")) {
        const last = lines.at(-1);
        if (last === undefined || random.chance(0.2)) {
          lines.push(word);
        } else {
          lines[lines.length - 1] = `${last} ${word}`;
        }
      }
      return lines.map((text) => ({ text }));
    },
  };
}

type Lines = ReturnType<typeof createLines>;

function changed(random: Random, text: string): string {
  const words = text.split(" ");
  words[random.below(words.length)] = random.pick(WORDS);
  return words.join(" ");
}

interface Edit {
  readonly kind: number;
  readonly article: number;
  readonly line: number;
}

function edited(
  articles: readonly Article[],
  { kind, article, line }: Edit,
  { random, newLine, brokenParagraph }: Lines & { readonly random: Random },
): readonly Article[] {
  if (articles.length === 0) {
    return [{ lines: [newLine()] }];
  }
  const at = article % articles.length;
  const { lines } = articles[at] as Article;
  const row = lines.length === 0 ? 0 : line % lines.length;
  const own = lines[row] ?? newLine();
  switch (kind) {
    case 0:
    case 1:
      return articles.with(at, { lines: lines.toSpliced(row, 1, { text: changed(random, own.text) }) });
    case 2:
      return articles.with(at, { lines: lines.toSpliced(row, 0, newLine()) });
    case 3:
      return articles.with(at, { lines: lines.toSpliced(row, 1) });
    case 4:
      return articles.with(at, { lines: lines.toSpliced(row, 0, { text: own.text }) });
    case 5:
      return articles.with(at, { lines: [...lines.slice(row), ...lines.slice(0, row)] });
    case 6:
      return articles.toSpliced(at, 1, { lines: lines.slice(0, row) }, { lines: lines.slice(row) });
    case 7:
      return articles.toSpliced(at, 2, { lines: [...lines, ...(articles[at + 1]?.lines ?? [])] });
    case 8:
      return articles.toSpliced(at, 1);
    case 9:
      return articles.with(at, { lines: lines.toSpliced(row, 0, ...brokenParagraph()) });
    case 10:
    case 11:
    case 12: {
      const short = [...lines.keys()].filter((index) => (lines[index] as Line).text.split(" ").length < 5);
      const chosen = short[row % Math.max(1, short.length)] ?? row;
      const text = lines[chosen]?.text ?? "";
      const instead = [[{ text: changed(random, text) }], [{ text: "" }, { text }], []][kind - 10] as Line[];
      return articles.with(at, { lines: lines.toSpliced(chosen, 1, ...instead) });
    }
    case 13:
      return articles.toSpliced(at, 0, { lines: lines.map(({ text }) => ({ text })) });
    default:
      return [...articles.slice(at), ...articles.slice(0, at)];
  }
}

function holdsAfterEveryEdit(seed: number, size: readonly [number, number], edits: readonly Edit[]): void {
  const random = seededRandom(seed);
  const lines = createLines(random);
  let articles: readonly Article[] = Array.from({ length: size[0] }, () => ({
    lines: Array.from({ length: size[1] }, () =>
      random.chance(0.08) ? lines.brokenParagraph() : [lines.newLine()],
    ).flat(),
  }));
  const unitsOf = createUnits();
  const finder = createCopyFinder(DEFAULT_COPY_OPTIONS);
  said(finder, unitsOf(articles));
  for (const edit of edits) {
    articles = edited(articles, edit, { ...lines, random });
    const units = unitsOf(articles);
    expect(said(finder, units)).toEqual(said(createCopyFinder(DEFAULT_COPY_OPTIONS), units));
  }
}

const edit = fastCheck.record({
  kind: fastCheck.nat({ max: 14 }),
  article: fastCheck.nat({ max: 20 }),
  line: fastCheck.nat({ max: 2_000 }),
});

describe("after any edits the copies are those that a fresh finder finds", () => {
  test.each([
    ["a few short articles", [3, 8], 200, 12],
    ["many articles, so that shingles are common", [30, 6], 20, 10],
    ["a long article and its groups", [1, 400], 10, 8],
    ["two long articles", [2, 300], 8, 6],
  ] as const)("%s", (_, size, runs, length) => {
    fastCheck.assert(
      fastCheck.property(
        fastCheck.nat(),
        fastCheck.array(edit, { minLength: 1, maxLength: length }),
        (seed, edits) => holdsAfterEveryEdit(seed, size, edits),
      ),
      { numRuns: runs },
    );
  });

  test.each([
    [
      "a line comes between a short line and the passage it stood beside",
      1_830_561_686,
      [
        [7, 16, 0],
        [13, 0, 0],
        [3, 8, 622],
        [2, 11, 286],
        [0, 0, 0],
      ],
    ],
    [
      "a line comes between two passages of a group",
      546_035_833,
      [
        [9, 0, 915],
        [2, 0, 1_364],
        [0, 0, 0],
      ],
    ],
  ] as const)("%s", (_, seed, edits) => {
    holdsAfterEveryEdit(
      seed,
      [3, 8],
      edits.map(([kind, article, line]) => ({ kind, article, line })),
    );
  });

  test("what has not changed is the very array of the call before", () => {
    const unitsOf = createUnits();
    const { newLine } = createLines(seededRandom(7));
    const articles = Array.from({ length: 20 }, () => ({ lines: Array.from({ length: 10 }, newLine) }));
    const finder = createCopyFinder(DEFAULT_COPY_OPTIONS);
    const before = finish(finder.find(unitsOf(articles)));
    expect(before.flat().length).toBeGreaterThan(10);
    const last = articles.at(-1) as Article;
    const line = { text: "Nobody else says this, neither before nor after it, nor will they." };
    const units = unitsOf(articles.with(-1, { lines: [...last.lines, line] }));
    const after = finish(finder.find(units));
    const changedUnit = units.at(-1)?.unit;
    const others = after
      .slice(0, -1)
      .map((found, index) => ({ found, isSame: found === before[index] }))
      .filter(
        ({ found }) =>
          !found.some((copy) => [...copy.kept, ...copy.others].some(({ unit }) => unit === changedUnit)),
      );
    expect(others.length).toBeGreaterThan(2);
    expect(others.every(({ isSame }) => isSame)).toBe(true);
  });
});
