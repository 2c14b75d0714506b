import { type ArticlePart, findAttributions, readCorpus, scoreBest } from "./corpus.ts";
import { ATTRIBUTION_FLOORS } from "./floors.ts";
import { addScores, type Counts, fOne, parts, precision, recall, type Score } from "./score.ts";

export interface AttributionReport {
  /** A section of docs/accuracy.md. */
  readonly markdown: string;
  /** The figures that do not reach their floors, in words; empty where the corpus is not there. */
  readonly broken: readonly string[];
}

/** Measures who says what on the annotated articles beside the project, on both halves and on all. */
export function reportAttribution(): AttributionReport {
  const articles = readCorpus();
  if (articles === undefined) {
    return {
      markdown: "## Who says what\n\nThe annotated articles beside the project were not there.\n",
      broken: [],
    };
  }
  const scored = articles.map((article) => ({
    part: article.part,
    score: scoreBest(article, findAttributions(article.text)),
  }));
  const part = (...names: readonly ArticlePart[]) =>
    scored.filter((article) => names.includes(article.part)).map(({ score }) => score);
  const all = addScores(scored.map(({ score }) => score));
  const rows = [
    ...rowsOf("rules were made looking at these", part("first half", "third quarter", "four more")),
    ...rowsOf("nobody looked at these", part("held out")),
    ...rowsOf(
      "all",
      scored.map(({ score }) => score),
    ),
  ];
  const floors = ATTRIBUTION_FLOORS.map((floor) => ({ ...floor, value: floor.measure(all) }));
  return {
    markdown: markdownOf(articles.length, rows, floors),
    broken: floors
      .filter(({ value, limit }) => value < limit)
      .map(({ figure, value, limit }) => `${figure}: ${value.toFixed(3)}, at least ${limit}`),
  };
}

function rowsOf(name: string, scores: readonly Score[]): string[][] {
  const { exact, overlap, triples } = addScores(scores);
  const row = (what: string, how: string, counts: Counts) => [
    name,
    what,
    how,
    share(precision(counts)),
    share(recall(counts)),
    share(fOne(counts)),
  ];
  return [
    ...parts.map((part) => row(part, "overlap", overlap[part])),
    row("triple", "overlap", triples),
    ...parts.map((part) => row(part, "exact", exact[part])),
  ];
}

function markdownOf(
  articles: number,
  rows: readonly string[][],
  floors: readonly { figure: string; limit: number; value: number }[],
): string {
  return `## Who says what

Measured on ${articles} English news articles that people annotated (PolNeAR, development part), which lie beside the project. An article with several annotators
counts against the one it agrees with best. A span is right by *overlap* when it shares at least half of the characters that both cover, *exactly* when it covers
the same characters; white space does not count. A *triple* is right when source, cue and content all are. Statements within others are left out, as the annotation gives each
word to one attribution at the most. The rules were made looking at some of the articles, chosen by a hash of their names; twenty more were only counted and show what the rules are worth on text that they have not seen.

${table(["articles", "part", "right by", "precision", "recall", "F1"], rows)}

${table(
  ["figure, all articles", "floor", "measured", ""],
  floors.map(({ figure, limit, value }) => [
    figure,
    limit.toFixed(2),
    share(value),
    value >= limit ? "holds" : "**does not hold**",
  ]),
)}
`;
}

function share(value: number): string {
  return value.toFixed(3);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}
