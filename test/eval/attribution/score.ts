import type { Span } from "../../../server/core/text/span.ts";
import type { Attribution } from "./brat.ts";

export interface Counts {
  readonly right: number;
  readonly found: number;
  readonly wanted: number;
}

export type Part = "source" | "cue" | "content";
export const parts: readonly Part[] = ["source", "cue", "content"];

/** Per part by the same characters and by overlap, and whole triples by overlap of all three parts. */
export interface Score {
  readonly exact: Readonly<Record<Part, Counts>>;
  readonly overlap: Readonly<Record<Part, Counts>>;
  readonly triples: Counts;
}

/** Two spans overlap when what they share is at least this much of what they cover together. */
export const LEAST_OVERLAP = 0.5;

/**
 * Compares what was found with what an annotator marked in one article. Each span is matched once, the best overlaps
 * first. Spans are sets of characters without white space, as a content may stand in several pieces.
 */
export function scoreArticle(
  text: string,
  found: readonly Attribution[],
  wanted: readonly Attribution[],
): Score {
  const foundSets = found.map((attribution) => charactersOf(text, attribution));
  const wantedSets = wanted.map((attribution) => charactersOf(text, attribution));
  const byPart = (least: number) => {
    const count = (part: Part): Counts => {
      const ours = foundSets.map((sets) => sets[part]).filter((set) => set.length > 0);
      const theirs = wantedSets.map((sets) => sets[part]).filter((set) => set.length > 0);
      const right = matches(ours, theirs, (first, second) => overlapOf(first, second), least);
      return { right, found: ours.length, wanted: theirs.length };
    };
    return { source: count("source"), cue: count("cue"), content: count("content") };
  };
  return {
    exact: byPart(1),
    overlap: byPart(LEAST_OVERLAP),
    triples: {
      right: matches(foundSets, wantedSets, leastOverlap, LEAST_OVERLAP),
      found: found.length,
      wanted: wanted.length,
    },
  };
}

export function addScores(scores: readonly Score[]): Score {
  const sum = (counts: readonly Counts[]): Counts => ({
    right: total(counts.map(({ right }) => right)),
    found: total(counts.map(({ found }) => found)),
    wanted: total(counts.map(({ wanted }) => wanted)),
  });
  const byPart = (kind: "exact" | "overlap") => ({
    source: sum(scores.map((score) => score[kind].source)),
    cue: sum(scores.map((score) => score[kind].cue)),
    content: sum(scores.map((score) => score[kind].content)),
  });
  return {
    exact: byPart("exact"),
    overlap: byPart("overlap"),
    triples: sum(scores.map(({ triples }) => triples)),
  };
}

export function precision({ right, found }: Counts): number {
  return found === 0 ? 0 : right / found;
}

export function recall({ right, wanted }: Counts): number {
  return wanted === 0 ? 0 : right / wanted;
}

export function fOne(counts: Counts): number {
  const [share, reach] = [precision(counts), recall(counts)];
  return share + reach === 0 ? 0 : (2 * share * reach) / (share + reach);
}

/** What the parts of an attribution have in common with those of another, the worst part; 1 where both lack a part. */
function leastOverlap(
  first: Readonly<Record<Part, readonly number[]>>,
  second: Readonly<Record<Part, readonly number[]>>,
): number {
  return Math.min(...parts.map((part) => overlapOf(first[part], second[part])));
}

/** How many pairs match at least so well, each item in one pair at the most. */
function matches<Item>(
  ours: readonly Item[],
  theirs: readonly Item[],
  likeness: (first: Item, second: Item) => number,
  least: number,
): number {
  const pairs: { first: number; second: number; value: number }[] = [];
  ours.forEach((first, at) => {
    theirs.forEach((second, other) => {
      const value = likeness(first, second);
      if (value >= least) {
        pairs.push({ first: at, second: other, value });
      }
    });
  });
  pairs.sort((one, other) => other.value - one.value);
  const usedOurs = new Set<number>();
  const usedTheirs = new Set<number>();
  for (const { first, second } of pairs) {
    if (!usedOurs.has(first) && !usedTheirs.has(second)) {
      usedOurs.add(first);
      usedTheirs.add(second);
    }
  }
  return usedOurs.size;
}

function charactersOf(text: string, attribution: Attribution): Record<Part, number[]> {
  const list = (spans: readonly Span[]) => {
    const offsets = new Set<number>();
    for (const { start, end } of spans) {
      for (let at = start; at < end; at++) {
        if (text.charAt(at).trim() !== "") {
          offsets.add(at);
        }
      }
    }
    return [...offsets].sort((first, second) => first - second);
  };
  return { source: list(attribution.source), cue: list(attribution.cue), content: list(attribution.content) };
}

/** Shared offsets over all offsets of two ascending lists; 1 for two empty ones. */
function overlapOf(first: readonly number[], second: readonly number[]): number {
  if (first.length === 0 && second.length === 0) {
    return 1;
  }
  let shared = 0;
  let at = 0;
  for (const offset of first) {
    while (at < second.length && (second[at] as number) < offset) {
      at++;
    }
    shared += second[at] === offset ? 1 : 0;
  }
  return shared / (first.length + second.length - shared);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
