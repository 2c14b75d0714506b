import fastCheck from "fast-check";
import { describe, expect, test } from "vitest";
import { createBlock } from "../../../server/core/article/blocks.ts";
import type { Block } from "../../../server/core/article/model.ts";
import { measureCoverage, readSentences } from "../../../server/core/duplicates/coverage.ts";
import { indexPassage, keepsCoverage } from "../../../server/core/duplicates/coverage-change.ts";
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
  return Array.from(starts, (start, index) => text.slice(start, ends[index]));
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
    const passage = scanTokens(text, source.content);
    const coverage = measureCoverage(passage, 0, others, ({ content }) => readSentences(text, content));
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

test("a change that is said to keep the coverage does", () => {
  let kept = 0;
  const word = fastCheck.constantFrom("a", "b", "c", "the", "Ferry", "sails", "not", "soon");
  const sentence = fastCheck
    .array(word, { minLength: 1, maxLength: 9 })
    .map((words) => `${words.join(" ")}.`);
  const paragraph = fastCheck.array(sentence, { minLength: 1, maxLength: 4 });
  fastCheck.assert(
    fastCheck.property(
      fastCheck.array(paragraph, { minLength: 1, maxLength: 5 }),
      fastCheck.array(sentence, { maxLength: 3 }),
      fastCheck.nat(),
      fastCheck.nat(),
      word,
      (body, more, place, at, typed) => {
        const line = [...body.flat(), ...more].join("");
        const index = place % body.length;
        const words = (body[index] as readonly string[]).join(" ").split(" ");
        const now = words.toSpliced(at % (words.length + 1), at % 2, typed).join(" ");
        const lines = body.map((sentences) => sentences.join(" "));
        const measure = (own: readonly string[]) => {
          const { text, blocks } = paragraphs(line, ...own);
          const [source, ...others] = blocks as [Block, ...Block[]];
          const read = ({ content }: Pick<Block, "content">) => readSentences(text, content);
          const coverage = measureCoverage(scanTokens(text, source.content), 0, others, read);
          return {
            ...coverage,
            standing: coverage.standing.map(({ span, block }) => [span, others.indexOf(block)]),
            changed: read(others[index] as Block),
          };
        };
        const [before, after] = [measure(lines), measure(lines.with(index, now))];
        const passage = indexPassage(line, { start: 0, end: line.length });
        if (keepsCoverage(passage, before.changed, after.changed)) {
          kept++;
          expect({ ...after, changed: undefined }).toEqual({ ...before, changed: undefined });
        }
      },
    ),
    { numRuns: 2_000 },
  );
  expect(kept).toBeGreaterThan(20);
});
