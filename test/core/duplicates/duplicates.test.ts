import fastCheck from "fast-check";
import { describe, expect, test } from "vitest";
import { createBlock } from "../../../server/core/article/blocks.ts";
import type { Block } from "../../../server/core/article/model.ts";
import { measureCoverage } from "../../../server/core/duplicates/coverage.ts";
import { findExactCopies } from "../../../server/core/duplicates/exact-copies.ts";
import { makePassage } from "../../../server/core/duplicates/passage.ts";
import { findCandidates, indexPassages } from "../../../server/core/duplicates/passage-index.ts";
import {
  containment,
  countShared,
  resemblance,
  shinglesOf,
} from "../../../server/core/duplicates/shingles.ts";
import { scanTokens } from "../../../server/core/duplicates/tokens.ts";

/** A paragraph per line. */
function paragraphs(...lines: readonly string[]): {
  readonly text: string;
  readonly blocks: readonly Block[];
} {
  const text = lines.map((line) => `${line}\n`).join("");
  let start = 0;
  const blocks = lines.map((line) => {
    const span = { start, end: start + line.length + 1 };
    start = span.end;
    return createBlock(text, "paragraph", "body", span);
  });
  return { text, blocks };
}

function tokensOf(text: string): readonly string[] {
  const { starts, ends } = scanTokens(text, { start: 0, end: text.length });
  return starts.map((start, index) => text.slice(start, ends[index]));
}

describe("tokens", () => {
  test.each([
    ["saying.“While we", ["saying", ".", "“", "While", "we"]],
    ["GuaranteesThe draft", ["Guarantees", "The", "draft"]],
    ["the EUThe", ["the", "EU", "The"]],
    ["MI6The 2022The", ["MI", "6", "The", "2022", "The"]],
    ["doesn’t 3.5", ["doesn", "’", "t", "3", ".", "5"]],
    ["橋です。次", ["橋", "で", "す", "。", "次"]],
    ["𝔘𝔫 👍🏽", ["𝔘𝔫", "👍", "🏽"]],
    [" \n\t", []],
  ])("%s", (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  test("cover all but white space, and do not depend on it where words are already apart", () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.string({ unit: "binary", maxLength: 60 }), (text) => {
        const { starts, ends, hashes } = scanTokens(text, { start: 0, end: text.length });
        expect(hashes).toHaveLength(starts.length);
        let at = 0;
        for (const [index, start] of starts.entries()) {
          expect(text.slice(at, start).replace(/[\s\u0085]/gu, "")).toBe("");
          at = ends[index] as number;
          expect(at).toBeGreaterThan(start);
        }
        expect(text.slice(at).replace(/[\s\u0085]/gu, "")).toBe("");
      }),
    );
  });

  test("quotes and dashes fold, case does not", () => {
    const hashes = (text: string) => scanTokens(text, { start: 0, end: text.length }).hashes;
    expect(hashes("“a” – b")).toEqual(hashes('"a" - b'));
    expect(hashes("us")).not.toEqual(hashes("US"));
  });
});

describe("coverage", () => {
  const first = "The council voted on Monday. It was late.";
  const second = "“Nobody wants a ferry,” she said.";
  const heading = "What Happens Next";
  const third = "Work starts in August.";

  function measure(line: string, ...body: readonly string[]) {
    const { text, blocks } = paragraphs(line, ...body);
    const [source, ...others] = blocks as [Block, ...Block[]];
    const coverage = measureCoverage(text, source.content, others);
    return {
      share: coverage.share,
      standing: coverage.standing.map(({ span }) => text.slice(span.start, span.end)),
      missing: coverage.missing.map((span) => text.slice(span.start, span.end)),
    };
  }

  test("all of it, run together from paragraphs and a heading, in any order, with paragraphs left out", () => {
    const line = `${second}${heading}${third}${first}`;
    expect(measure(line, first, "Another.", second, heading, third)).toEqual({
      share: 1,
      standing: [second, heading, third, first],
      missing: [],
    });
  });

  test("a sentence that stands nowhere is missing, whole", () => {
    const lost = "The ferry needs a licence.";
    const measured = measure(`${first}${lost}${third}`, first, third);
    expect(measured.missing).toEqual([lost]);
    expect(measured.share).toBeGreaterThan(0.6);
    expect(measured.share).toBeLessThan(1);
  });

  test.each([
    ["a word more", "The council voted on Monday. It was very late."],
    ["another case", "The council voted on monday. It was late."],
    ["another number", "The council voted on Monday. It was late 2."],
    ["other punctuation", "The council voted on Monday. It was late!"],
  ])("%s is not the same sentence", (_, changed) => {
    const measured = measure(`${changed}${third}`, first, third);
    expect(measured.share).toBeLessThan(1);
    expect(measured.missing).toHaveLength(1);
  });

  test("the same words torn out of longer sentences do not count", () => {
    expect(measure("council voted on", first).share).toBe(0);
    expect(measure("The council voted on", first).share).toBe(0);
  });

  test("other quotes, dashes and white space make no difference", () => {
    expect(measure('"Nobody wants a  ferry," she said.', second).share).toBe(1);
  });

  test("an empty passage is not covered", () => {
    expect(measure("", first)).toEqual({ share: 0, standing: [], missing: [] });
  });

  test("Chinese without a space anywhere", () => {
    expect(
      measure("市议会周一决定重建旧桥。工程八月开始。", "工程八月开始。", "市议会周一决定重建旧桥。").share,
    ).toBe(1);
  });

  test("a run-together text of any paragraphs is covered, and what is put between them is not", () => {
    const word = fastCheck.constantFrom(
      "council",
      "the",
      "Bridge",
      "2024",
      "voted",
      "“no”",
      "EU",
      "harbour",
      "(late)",
    );
    const sentence = fastCheck
      .array(word, { minLength: 1, maxLength: 8 })
      .map((words) => `${words.join(" ")}.`);
    fastCheck.assert(
      fastCheck.property(fastCheck.uniqueArray(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        expect(measure(sentences.join(""), ...sentences).share).toBe(1);
        const measured = measure(`${sentences.join("")}Zebras unheard of.`, ...sentences);
        expect(measured.missing).toEqual(["Zebras unheard of."]);
      }),
    );
  });
});

describe("exact copies", () => {
  test("the first is kept, later ones are copies of it; literal only where case and forms agree", () => {
    const { text, blocks } = paragraphs("A b c.", "D e f.", "a B c.", "A  b\u00a0c.", "A b c!", "D e f.");
    const copies = [...findExactCopies(text, blocks)].map(({ copy, original, isLiteral }) => [
      blocks.indexOf(copy),
      blocks.indexOf(original),
      isLiteral,
    ]);
    expect(copies).toEqual([
      [2, 0, false],
      [3, 0, true],
      [5, 1, true],
    ]);
  });

  test("a ligature and full-width letters are compatibility forms, not literal copies", () => {
    const { text, blocks } = paragraphs("Five files.", "Five ﬁles.", "Ｆive files.");
    expect([...findExactCopies(text, blocks)].map(({ isLiteral }) => isLiteral)).toEqual([false, false]);
  });

  test("a paragraph over two lines is a copy of the same on one", () => {
    const text = "One two three\nfour five.\nOne two three four five.\n";
    const wrapped: Block = {
      ...createBlock(text, "paragraph", "body", { start: 0, end: 25 }),
      wraps: [{ span: { start: 13, end: 14 }, joiner: " ", proved: true }],
    };
    const plain = createBlock(text, "paragraph", "body", { start: 25, end: text.length });
    expect([...findExactCopies(text, [wrapped, plain])]).toEqual([
      { copy: plain, original: wrapped, isLiteral: true },
    ]);
  });
});

describe("shingles and candidates", () => {
  const sentence =
    "The council of Kettle voted on Monday to rebuild the Old Mill Bridge after the flood of last autumn";

  test("measures are those of sets", () => {
    const [a, b] = [Uint32Array.of(1, 3, 5, 7), Uint32Array.of(3, 4, 5)];
    expect(countShared(a, b)).toBe(2);
    expect(resemblance(a, b)).toBe(2 / 5);
    expect(containment(b, a)).toBe(2 / 3);
    expect(containment(new Uint32Array(0), a)).toBe(0);
  });

  test("a paragraph with one word changed, and one cut short, are found; one with the same opening is not", () => {
    const { text, blocks } = paragraphs(
      sentence,
      "The council of Kettle voted on Monday to keep a ferry that nobody on the other side had asked for",
      sentence.replace("Monday", "Tuesday"),
      sentence.split(" ").slice(0, 14).join(" "),
    );
    const index = indexPassages(blocks.map((block) => makePassage(text, block)));
    expect(findCandidates(index, 1, 0.5)).toEqual([]);
    expect(findCandidates(index, 2, 0.5).map(({ other }) => other)).toEqual([0]);
    const [short] = findCandidates(index, 3, 0.5);
    expect(short).toMatchObject({ other: 0, containedInOther: 1 });
    expect(short?.containsOther).toBeLessThan(1);
  });

  test("Japanese is compared by characters", () => {
    const { text, blocks } = paragraphs(
      "市議会は月曜日、昨年秋の洪水以来閉鎖されている古い水車橋の再建を決定した。",
      "市議会は火曜日、昨年秋の洪水以来閉鎖されている古い水車橋の再建を決定した。",
    );
    const index = indexPassages(blocks.map((block) => makePassage(text, block)));
    expect(index.passages.every(({ isUnspaced }) => isUnspaced)).toBe(true);
    expect(findCandidates(index, 1, 0.5)).toHaveLength(1);
  });

  test("short passages are one shingle; empty ones have none", () => {
    const { text, blocks } = paragraphs("Two words", "…");
    expect(blocks.map((block) => shinglesOf(makePassage(text, block)).length)).toEqual([1, 0]);
  });

  test("a thousand passages that share a line of furniture are indexed and asked in linear time", () => {
    const lines = Array.from(
      { length: 4000 },
      (_, index) => `Read more about our terms of use and number ${index} here today`,
    );
    const { text, blocks } = paragraphs(...lines);
    const started = performance.now();
    const index = indexPassages(blocks.map((block) => makePassage(text, block)));
    for (let number = 0; number < blocks.length; number++) {
      findCandidates(index, number, 0.9);
    }
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
