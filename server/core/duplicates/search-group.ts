import type { Block } from "../article/model.ts";
import type { Steps } from "../text/steps.ts";
import type { Comparison } from "./compare-passages.ts";
import type { Copy } from "./copy.ts";
import { CopySearch } from "./copy-search.ts";
import { type Entry, entryOf } from "./entries.ts";
import type { Passage } from "./passage.ts";
import { SortedWords } from "./shared-words.ts";
import { hashShingles } from "./shingles.ts";
import { readWords, type WordRun } from "./word-stream.ts";

/** A passage of a group, in its place. */
export interface GroupPassage {
  readonly text: string;
  /** Of `text`. */
  readonly block: Block;
  /** Any number that tells its article from others. */
  readonly article: number;
  readonly isNextTo: boolean;
}

/** One passage of a group, several of them that stand one behind the other, or a part of one. */
export interface Place {
  /** Numbers in the group. */
  readonly first: number;
  readonly last: number;
  /** Offsets from the start of the first one's content, and of the last one's. */
  readonly start: number;
  readonly end: number;
}

/** A copy in a group; see `Copy`. */
export interface GroupCopy extends Pick<Copy, "kind" | "isLiteral" | "similarity" | "differences"> {
  readonly copy: Place;
  readonly kept: readonly Place[];
  /** Other copies of what stays, in text order, a few. */
  readonly others: readonly Place[];
}

export interface GroupOutcome {
  readonly copies: readonly GroupCopy[];
  /** Per passage 1 where it is a copy or a piece of one. */
  readonly gone: Uint8Array;
}

/**
 * Finds the copies in a group of passages, which are in text order. What comes out depends on these passages alone: they are put
 * into a text of their own.
 */
export function* searchGroup(
  passages: readonly GroupPassage[],
  scope: Copy["scope"],
  { options, withCapitals }: Pick<Comparison, "options" | "withCapitals">,
): Steps<GroupOutcome> {
  const { text, blocks } = ownText(passages);
  const { stream, runs } = readWords(
    text,
    blocks.map(({ content }) => content),
  );
  const comparison: Comparison = { stream, sorted: new SortedWords(stream), options, withCapitals };
  const entries = blocks.map((block, index): Entry => {
    const entry = entryOf(comparison, block, runs[index] as WordRun, blocks[index - 1]);
    const { article } = passages[index] as GroupPassage;
    return scope === "article" ? entry : { ...entry, article, isNextTo: false };
  });
  const search = new CopySearch(comparison, hashShingles(stream), entries, scope);
  const numbers = new Map(blocks.map((block, index) => [block, index] as const));
  // A passage that stays is the same object in all its copies, and so is its place.
  const places = new Map<Passage, Place>();
  const placeOf = (passage: Passage): Place => {
    const known = places.get(passage);
    if (known !== undefined) {
      return known;
    }
    const { blocks: own, span } = passage;
    const [first, last] = [own[0] as Block, own.at(-1) as Block];
    const place = {
      first: numbers.get(first) as number,
      last: numbers.get(last) as number,
      start: span.start - first.content.start,
      end: span.end - last.content.start,
    };
    places.set(passage, place);
    return place;
  };
  const copies: Omit<GroupCopy, "others">[] = [];
  for (const { kind, isLiteral, similarity, differences, copy, kept } of yield* search.run()) {
    copies.push({
      kind,
      isLiteral,
      similarity,
      differences,
      copy: placeOf(copy),
      kept: kept.map(placeOf),
    });
  }
  return { copies: withOthers(copies), gone: search.gone() };
}

/** A copy names at most so many others; where there are more, as of a line that stands there a thousand times, the first few. */
const MOST_OTHERS = 8;
const FEW_OTHERS = 2;

function withOthers(copies: readonly Omit<GroupCopy, "others">[]): readonly GroupCopy[] {
  const byKept = new Map<number, Place[]>();
  for (const { copy, kept } of copies) {
    for (const place of kept) {
      const known = byKept.get(startOf(place));
      if (known === undefined) {
        byKept.set(startOf(place), [copy]);
      } else if (known.length <= MOST_OTHERS) {
        known.push(copy);
      }
    }
  }
  return copies.map((found) => {
    const others: Place[] = [];
    for (const kept of found.kept) {
      const all = byKept.get(startOf(kept)) ?? [];
      const most = all.length > MOST_OTHERS ? FEW_OTHERS : MOST_OTHERS;
      for (const place of all) {
        if (others.length >= most) {
          break;
        }
        if (!isAmong([found.copy], place) && !isAmong(found.kept, place) && !isAmong(others, place)) {
          others.push(place);
        }
      }
    }
    return { ...found, others };
  });
}

function isAmong(places: readonly Place[], { first, start }: Place): boolean {
  return places.some((place) => place.first === first && place.start === start);
}

/** One number for the place where a passage starts; offsets stay far below the factor. */
function startOf({ first, start }: Place): number {
  return first * 0x2000_0000 + start;
}

/** The passages one behind the other, a line each; those that are not next to each other are parted by an empty line. */
function ownText(passages: readonly GroupPassage[]): {
  readonly text: string;
  readonly blocks: readonly Block[];
} {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let at = 0;
  for (const { text, block, isNextTo } of passages) {
    if (!isNextTo) {
      parts.push("\n");
      at++;
    }
    const { start, end } = block.content;
    const by = at - start;
    parts.push(text.slice(start, end), "\n");
    at += end - start + 1;
    blocks.push({
      ...block,
      span: { start: start + by, end: at },
      content: { start: start + by, end: end + by },
      wraps: block.wraps.map((wrap) => ({
        ...wrap,
        span: { start: wrap.span.start + by, end: wrap.span.end + by },
      })),
    });
  }
  return { text: parts.join(""), blocks };
}
