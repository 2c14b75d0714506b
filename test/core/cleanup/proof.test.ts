import { describe, expect, it } from "vitest";
import type { Dump } from "../../../server/core/article/model.ts";
import type { Operation } from "../../../server/core/checks/check.ts";
import { composeOperations } from "../../../server/core/cleanup/compose.ts";
import { offsetMapWithCopies, proveNothingLost } from "../../../server/core/cleanup/proof.ts";
import { indexLines } from "../../../server/core/text/lines.ts";
import { mapSpanThroughPassages } from "../../../server/core/text/passage-map.ts";
import type { Span } from "../../../server/core/text/span.ts";
import { type BlockNote, handMadeDump, notesOf } from "../../support/hand-made-dump.ts";

/** The span of the nth (first: 0) occurrence of a part of the text. */
function spanOf(text: string, part: string, nth = 0): Span {
  let start = -1;
  for (let count = 0; count <= nth; count++) {
    start = text.indexOf(part, start + 1);
    expect(start, `“${part}” number ${nth} in the text`).toBeGreaterThanOrEqual(0);
  }
  return { start, end: start + part.length };
}

function removing(part: string, nth = 0): (text: string) => Operation {
  return (text) => ({ kind: "remove", span: spanOf(text, part, nth) });
}

function prove(dump: Dump, ...operations: ((text: string) => Operation)[]) {
  const lines = indexLines(dump.text);
  const composition = composeOperations(
    lines,
    operations.map((make) => make(dump.text)),
  );
  expect(composition.dropped).toEqual([]);
  const proof = proveNothingLost(dump, composition);
  const textOf = (span: Span) => dump.text.slice(span.start, span.end);
  return {
    composition,
    proof,
    lost: proof.lost.map(({ span }) => textOf(span)),
    witnesses: proof.witnesses.map(({ removed, kept }) => [textOf(removed), ...kept.map(textOf)]),
  };
}

function article(runTogether: string, ...body: BlockNote[]): Dump {
  return handMadeDump([
    ...notesOf("url: https://example.org/a\nheadline: A Quiet Day"),
    { role: "articleBody", text: `${runTogether}\n` },
    ...body,
  ]);
}

function paragraph(text: string, joiner: " " | "" = " "): BlockNote {
  return { role: "paragraph", text: `${text}\n`, joiner };
}

describe("proveNothingLost: the run-together line", () => {
  const body = [
    paragraph("The mayor said so,\naccording to the clerk."),
    paragraph("“Nobody asked us”, said a source. It was late."),
    { role: "heading", text: "Rules and Guarantees\n" } as const,
    paragraph("The draft is short."),
  ];

  it("is proved by the paragraphs that it was run together from", () => {
    const line =
      "The mayor said so, according to the clerk.“Nobody asked us”, said a source. It was late.Rules and GuaranteesThe draft is short.";
    const { proof, witnesses } = prove(article(line, ...body), removing(line));
    expect(proof.lost).toEqual([]);
    expect(proof.ok).toBe(true);
    expect(witnesses).toEqual([
      [
        line,
        "The mayor said so,\naccording to the clerk.\n“Nobody asked us”, said a source. It was late.\nRules and Guarantees\nThe draft is short.",
      ],
    ]);
  });

  it.each([
    [
      "other quotation marks, dashes and spaces",
      'The mayor said so,  according to the\u00A0clerk."Nobody asked us", said a source.',
    ],
    ["a sentence order of its own", "It was late.The draft is short.Rules and Guarantees"],
    ["an end in the middle of a sentence", "The draft is short.The mayor said so, according"],
    ["a start in the middle of a sentence, within one paragraph", "said a source. It was late."],
  ])("allows %s", (_, line) => {
    expect(prove(article(line, ...body), removing(line)).lost).toEqual([]);
  });

  it.each([
    ["a changed word", "The mayor says so, according to the clerk.The draft is short."],
    ["a changed case", "the mayor said so, according to the clerk.The draft is short."],
    ["a sentence that no paragraph has", "The draft is short.It has no end.It was late."],
    ["crumbs of sentences put together", "The mayor said so, a source."],
    ["a sentence that starts late behind another", "The draft is short.according to the clerk."],
    ["a word that ends too early", "The draft is short.The mayor sai"],
    ["a word that begins too late", "ody asked us”, said a source."],
    ["one more word at the end", "The draft is short.The mayor said so, according to the clerk. Or"],
  ])("refuses %s", (_, line) => {
    const { proof, lost } = prove(article(line, ...body), removing(line, 0));
    expect(proof.ok).toBe(false);
    expect(lost).toEqual([line]);
  });

  it("does not count on a sentence that goes as well, when the rest of its paragraph stays", () => {
    const dump = handMadeDump([paragraph("It was late. One."), paragraph("It was late. Two.")]);
    expect(prove(dump, removing("It was late.", 1)).lost).toEqual([]);
    expect(prove(dump, removing("It was late.", 0), removing("It was late.", 1)).lost).toEqual([
      "It was late.",
      "It was late.",
    ]);
  });

  it("does not take the description for the body", () => {
    const dump = handMadeDump([
      ...notesOf("url: https://example.org/a\ndescription: The mayor said so."),
      { role: "articleBody", text: "The mayor said so.It was late.\n" },
      paragraph("It was late."),
    ]);
    expect(prove(dump, removing("The mayor said so.It was late.")).proof.ok).toBe(false);
  });

  it("joins wrapped lines of scripts without spaces with nothing", () => {
    const dump = article(
      "東京で会議が開かれた。市長は何も言わなかった。",
      paragraph("東京で会議\nが開かれた。", ""),
      paragraph("市長は何も言わなかった。"),
    );
    expect(prove(dump, removing("東京で会議が開かれた。市長は何も言わなかった。")).lost).toEqual([]);
  });

  it("leads marks on it to the paragraphs", () => {
    const line =
      "The mayor said so, according to the clerk.“Nobody asked us”, said a source. It was late.Rules and Guarantees";
    const dump = article(line, ...body);
    const { composition, proof } = prove(dump, removing(line));
    const map = offsetMapWithCopies(composition, proof);
    const textAt = (part: string) =>
      mapSpanThroughPassages(map, spanOf(dump.text, part)).map(({ start, end }) =>
        composition.text.slice(start, end),
      );
    expect(textAt("according")).toEqual(["according"]);
    expect(textAt("so, according to")).toEqual(["so,\naccording to"]);
    expect(textAt("clerk.“Nobody")).toEqual(["clerk.", "“Nobody"]);
  });
});

describe("proveNothingLost: metadata", () => {
  const dump = handMadeDump(
    notesOf(`
      url: https://example.org/a
      headline: us
      publisher: Wire
      keyword: us
      keyword: US
      keyword: Wire
      author: Wire
      author: Wire
      paragraph: Wire
    `),
    notesOf("url: https://example.org/b\nkeyword: only here"),
    notesOf("url: https://example.org/c\nkeyword: only here"),
  );

  it("proves a value by the same value of the same field", () => {
    expect(prove(dump, removing("Wire", 3)).witnesses).toEqual([["Wire", "Wire"]]);
  });

  it.each([
    ["another case", "US"],
    ["another field", "us"],
    ["another article", "only here"],
  ])("does not by %s", (_, value) => {
    expect(prove(dump, removing(value)).lost).toEqual([value]);
  });

  it("keeps one of two that would both go for the other", () => {
    expect(prove(dump, removing("Wire", 2), removing("Wire", 3)).lost).toEqual(["Wire", "Wire"]);
  });

  it("refuses to cut a value", () => {
    const keywords = handMadeDump(notesOf("keywords: a, b\nkeywords: a, b"));
    expect(prove(keywords, removing(", b")).lost).toEqual(["a, b"]);
    expect(prove(keywords, removing("a, b\n")).lost).toEqual([]);
  });

  it("does not take a word of a sentence for a value", () => {
    const broken = handMadeDump([
      ...notesOf("url: https://example.org/a\nkeyword: minister"),
      paragraph("The letter of the"),
      ...notesOf("keyword: minister"),
      paragraph("was read. It was short."),
      ...notesOf("keyword: minister"),
      paragraph("It was late."),
    ]);
    expect(prove(broken, removing("minister", 1)).proof.ok).toBe(false);
    expect(prove(broken, removing("minister", 2)).proof.ok).toBe(true);
  });

  it("ties a related date to its story", () => {
    const related = handMadeDump([
      ...notesOf("relatedLink: https://example.org/1\nrelatedLink: https://example.org/2"),
      { role: "relatedDate", text: "1 May 2020\n", relatesTo: 0 },
      { role: "relatedDate", text: "1 May 2020\n", relatesTo: 1 },
      { role: "relatedDate", text: "1 May 2020\n", relatesTo: 1 },
    ]);
    expect(prove(related, removing("1 May 2020\n", 0)).proof.ok).toBe(false);
    expect(prove(related, removing("1 May 2020\n", 2)).proof.ok).toBe(true);
  });
});

describe("proveNothingLost: whatever else changes", () => {
  const dump = handMadeDump([
    ...notesOf("url: https://example.org/a\nkeyword: one\nkeyword: two"),
    paragraph("The end\nof it — ‘now’."),
    paragraph("More."),
  ]);
  const join =
    (part: string, joiner: " " | "" = " ") =>
    (text: string): Operation => {
      const { start } = spanOf(text, part);
      const at = text.indexOf("\n", start);
      return { kind: "join", span: { start: at, end: at + 1 }, joiner };
    };

  it("joins the lines of one block, with a space where there are words", () => {
    expect(prove(dump, join("end\n")).proof.ok).toBe(true);
    expect(prove(dump, join("end\n", "")).lost).toEqual(["\n"]);
    expect(prove(dump, join("one\n")).lost).toEqual(["\n"]);
    expect(prove(dump, join("now’.\n")).lost).toEqual(["\n"]);
  });

  it("replaces text by the same text only", () => {
    const replace =
      (part: string, newText: string) =>
      (text: string): Operation => ({ kind: "replace", span: spanOf(text, part), newText });
    expect(prove(dump, replace("— ‘now’", '- "now"')).proof.ok).toBe(true);
    expect(prove(dump, replace("of it", "of  \u00A0it")).proof.ok).toBe(true);
    expect(prove(dump, replace("of it", "ofit")).lost).toEqual(["of it"]);
    expect(prove(dump, replace("now", "Now")).lost).toEqual(["now"]);
    expect(prove(dump, replace("now", "then")).lost).toEqual(["now"]);
    expect(prove(dump, replace("now", "")).lost).toEqual(["now"]);
  });

  it("moves lines within their article only", () => {
    const two = handMadeDump(
      notesOf("url: https://example.org/a\nkeyword: one"),
      notesOf("url: https://example.org/b\nkeyword: two"),
    );
    const move =
      (line: string, to: number) =>
      (text: string): Operation => {
        return { kind: "move", span: spanOf(text, `${line}\n`), to };
      };
    expect(prove(two, move("one", 0)).proof.ok).toBe(true);
    expect(prove(two, move("one", two.text.length)).lost).toEqual(["one"]);
  });

  it("does not run two words together, or cut one", () => {
    const glued = handMadeDump([
      paragraph("One twothree four."),
      paragraph("two"),
      paragraph("One"),
      paragraph("a. One. b"),
    ]);
    expect(prove(glued, removing("two")).proof.ok).toBe(false);
    expect(prove(glued, removing("One")).proof.ok).toBe(true);
  });

  it("proves nothing outside of articles", () => {
    const outside: Dump = { ...handMadeDump(notesOf("unknown: a line\nunknown: a line")), articles: [] };
    expect(prove(outside, removing("a line\n")).lost).toEqual(["a line"]);
  });

  // Comparing each with each would run into the time limit of the tests.
  it("is done soon where thousands of paragraphs begin alike", () => {
    const sentences = Array.from({ length: 20_000 }, (_, index) => {
      return `On Monday the shares of the ${"x".repeat(index % 300)} company ${index} fell.`;
    });
    const large = article(sentences.join(""), ...sentences.map((sentence) => paragraph(sentence)));
    const lines = indexLines(large.text);
    const span = large.blocks.find(({ role }) => role === "articleBody")?.content as Span;
    expect(proveNothingLost(large, composeOperations(lines, [{ kind: "remove", span }])).ok).toBe(true);
  });
});
