import fastCheck from "fast-check";
import { describe, expect, test } from "vitest";
import { createBlock } from "../../../server/core/article/blocks.ts";
import type { Unit } from "../../../server/core/article/model.ts";
import {
  createEvidence,
  type DumpEvidence,
  gatherEvidence,
} from "../../../server/core/links/gather-evidence.ts";
import { indexLines } from "../../../server/core/text/lines.ts";

/** A piece of a text with its line break, or without one where a line is in two blocks. */
type Piece = { readonly text: string };
type Article = { readonly pieces: readonly Piece[] };

const PIECES = [
  "https://example.com/a\n",
  "https://example.com/a/longer-one.html\n",
  "http://www.example.com/a?b=c\r\n",
  "http://old.example.org/x\n",
  "http://old.example.org/y https://new.example.net/z\n",
  "https://example.com/broken-\n",
  "over/two/lines.html\n",
  "https://example.com/aSome News\n",
  "Some News\n",
  "  Some News \r\n",
  "some news of the day\r",
  "https://wire.corpp/one\n",
  "https://wire.corpp/two\n",
  "Keyword\n",
  "Keyword",
  "glued to what follows ",
  "\n",
  "\r",
  "",
  "ftp://files.example.com/list.txt\n",
  "http://\n",
  "A paragraph of which nothing is to be learnt here, with a link to https://example.org/story in the middle of it, as they have.\n",
];

const QUESTIONS: Readonly<Record<string, (evidence: DumpEvidence) => unknown>> = {
  alone: (evidence) => ["Some News", "Keyword", "Nothing", "over/two/lines.html"].map(evidence.standsAlone),
  place: (evidence) => ["Some News", "Keyword", "Nothing"].map(evidence.placeOf),
  words: (evidence) => ["some", "news", "day", "keyword", "paragraph"].map(evidence.hasWord),
  links: (evidence) =>
    ["https://example.com/a", "https://example.com/broken-over/two/lines.html"].map(evidence.isKnownLink),
  completions: (evidence) => [
    evidence.completions("https://example.com/a", ""),
    evidence.completions("old.example.org/", "x"),
  ],
  start: (evidence) => evidence.knownStart("https://example.com/aSome News"),
  hosts: (evidence) => [evidence.hosts(), ["example.com", "old.example.org"].map(evidence.isKnownHost)],
  schemes: (evidence) =>
    ["example.com", "old.example.org", "unknown.example", "img.example.net"].map(evidence.schemeOf),
  suffixes: (evidence) => ["corpp", "com"].map(evidence.suffixUses),
};

/** Keeps units by article and keys by piece, as the parser does. */
function createUnits() {
  const units = new WeakMap<Article, Unit>();
  return (articles: readonly Article[]): readonly Unit[] =>
    articles.map((article) => {
      const unit = units.get(article) ?? unitOf(article);
      units.set(article, unit);
      return unit;
    });
}

function unitOf({ pieces }: Article): Unit {
  const text = pieces.map((piece) => piece.text).join("");
  let start = 0;
  const filled = pieces.filter((piece) => piece.text !== "");
  const blocks = filled.map((piece) => {
    const span = { start, end: start + piece.text.length };
    start = span.end;
    return createBlock(text, "unknown", "none", span);
  });
  return { text, lines: indexLines(text), article: undefined, blocks, keys: filled };
}

const piece = fastCheck.constantFrom(...PIECES);
const edit = fastCheck.record({
  kind: fastCheck.nat({ max: 6 }),
  article: fastCheck.nat({ max: 20 }),
  at: fastCheck.nat({ max: 50 }),
  text: piece,
});

function edited(
  articles: readonly Article[],
  { kind, article, at, text }: { kind: number; article: number; at: number; text: string },
): readonly Article[] {
  const index = article % Math.max(1, articles.length);
  const pieces = articles[index]?.pieces ?? [];
  const row = at % Math.max(1, pieces.length);
  switch (kind) {
    case 0:
      return articles.with(index, { pieces: pieces.toSpliced(row, 0, { text }) });
    case 1:
      return articles.with(index, { pieces: pieces.toSpliced(row, 1) });
    case 2:
      return articles.with(index, { pieces: pieces.toSpliced(row, 1, { text }) });
    case 3:
      return articles.toSpliced(index, 1, { pieces: pieces.slice(0, row) }, { pieces: pieces.slice(row) });
    case 4:
      return articles.length > 1 ? articles.toSpliced(index, 1) : articles;
    case 5:
      return [...articles.slice(index), ...articles.slice(0, index)];
    default:
      return articles.toSpliced(index, 0, { pieces: [{ text }, ...pieces] });
  }
}

describe("evidence of a document that is edited", () => {
  test("is that of a fresh look at it, and the same object with the same version of places only where every answer is the same", () => {
    fastCheck.assert(
      fastCheck.property(
        fastCheck.array(fastCheck.array(piece, { maxLength: 12 }), { minLength: 1, maxLength: 5 }),
        fastCheck.array(edit, { minLength: 1, maxLength: 12 }),
        fastCheck.subarray(Object.keys(QUESTIONS), { minLength: 1 }),
        (texts, edits, asked) => {
          let articles: readonly Article[] = texts.map((pieces) => ({
            pieces: pieces.map((text) => ({ text })),
          }));
          const unitsOf = createUnits();
          const gather = createEvidence();
          const answers = (evidence: DumpEvidence) => asked.map((name) => QUESTIONS[name]?.(evidence));
          let before:
            | { readonly evidence: DumpEvidence; readonly said: unknown; readonly places: number }
            | undefined;
          for (const one of edits) {
            const units = unitsOf(articles);
            const evidence = gather(units);
            const said = answers(evidence);
            expect(said).toEqual(answers(gatherEvidence(units)));
            const places = evidence.placesVersion();
            if (before?.evidence === evidence && before.places === places) {
              expect(said).toEqual(before.said);
            }
            before = { evidence, said, places };
            articles = edited(articles, one);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });

  test("is the same object when a paragraph changes that says nothing of links", () => {
    const lines = ["https://example.com/aSome News\n", "Some News\n", "https://example.com/a\n"];
    const pieces = lines.map((text) => ({ text }));
    const first = { pieces };
    const unitsOf = createUnits();
    const gather = createEvidence();
    const paragraph = "Nothing is to be learnt here of links. ".repeat(10);
    const evidence = gather(unitsOf([first, { pieces: [...pieces, { text: paragraph }] }]));
    for (const [name, ask] of Object.entries(QUESTIONS)) {
      expect(ask(evidence), name).toBeDefined();
    }
    expect(gather(unitsOf([first, { pieces: [...pieces, { text: `${paragraph}x` }] }]))).toBe(evidence);
    expect(gather(unitsOf([first, { pieces: [...pieces, { text: "https://example.com/b" }] }]))).not.toBe(
      evidence,
    );
  });
});
