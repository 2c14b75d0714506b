import { describe, expect, test } from "vitest";
import { readBrat } from "./brat.ts";
import { findAttributions, readCorpus, scoreBest } from "./corpus.ts";
import { ATTRIBUTION_FLOORS } from "./floors.ts";
import { addScores, type Counts, fOne, scoreArticle } from "./score.ts";

const corpus = readCorpus();

describe.skipIf(corpus === undefined)("who says what, on annotated news (skipped without ../shared)", () => {
  const score = addScores(
    (corpus ?? []).map((article) => scoreBest(article, findAttributions(article.text))),
  );

  test.each(ATTRIBUTION_FLOORS)("$figure is at least $limit", ({ limit, measure }) => {
    expect(measure(score)).toBeGreaterThanOrEqual(limit);
  });
});

describe("the measure itself", () => {
  const text = "Voss said the port was shut, and Roke denied it.";
  const attribution = (source: string, cue: string, content: string) => ({
    source: [spanOf(source)],
    cue: [spanOf(cue)],
    content: [spanOf(content)],
  });
  function spanOf(words: string) {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  }
  const right = attribution("Voss", "said", "the port was shut");

  test("the same is right, by overlap and exactly", () => {
    const { exact, overlap, triples } = scoreArticle(text, [right], [right]);
    const whole: Counts = { right: 1, found: 1, wanted: 1 };
    expect([exact.content, overlap.cue, triples]).toEqual([whole, whole, whole]);
    expect(fOne(whole)).toBe(1);
  });

  test("half of what both cover is an overlap and not the same; less is none", () => {
    const near = scoreArticle(text, [attribution("Voss", "said", "the port was")], [right]);
    expect([near.exact.content.right, near.overlap.content.right, near.triples.right]).toEqual([0, 1, 1]);
    const far = scoreArticle(text, [attribution("Voss", "said", "shut")], [right]);
    expect([far.overlap.content.right, far.triples.right]).toEqual([0, 0]);
  });

  test("a span counts once, and a missing part only matches a missing part", () => {
    const twice = scoreArticle(text, [right, right], [right]);
    expect(twice.triples).toEqual({ right: 1, found: 2, wanted: 1 });
    const nobody = { ...right, source: [] };
    expect(scoreArticle(text, [nobody], [right]).triples.right).toBe(0);
    expect(scoreArticle(text, [nobody], [nobody]).triples.right).toBe(1);
  });

  test("brat counts code points, and a span may have several pieces", () => {
    const emoji = "🙂 “A,” said Voss. “B.”";
    const annotations = [
      "T1\tContent 2 6;18 22\t“A,” “B.”",
      "T2\tCue 7 11\tsaid",
      "T3\tSource 12 16\tVoss",
      "T4\tAttribution 7 11\tsaid",
      "E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3",
    ].join("\n");
    const [only] = readBrat(annotations, emoji);
    const words = (spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => emoji.slice(start, end));
    expect(words(only?.content ?? [])).toEqual(["“A,”", "“B.”"]);
    expect(words(only?.source ?? [])).toEqual(["Voss"]);
  });
});
