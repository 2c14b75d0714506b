import type { Block } from "../article/model.ts";
import type { Comparison } from "./compare-passages.ts";
import { type Passage, type PassageRank, rankPassage } from "./passage.ts";
import type { WordRun, WordStream } from "./word-stream.ts";

/** A passage in its place among the others. */
export interface Entry {
  readonly passage: Passage;
  readonly rank: PassageRank;
  /** The number of its article. */
  readonly article: number;
  /** Whether it follows the entry before it with nothing between them. */
  readonly isNextTo: boolean;
}

export function entryOf(
  { stream, options }: Comparison,
  block: Block,
  run: WordRun,
  before: Block | undefined,
): Entry {
  const passage: Passage = { blocks: [block], span: block.content, run };
  return {
    passage,
    rank: rankPassage(stream, passage, options),
    article: 0,
    isNextTo: before !== undefined && before.span.end === block.span.start,
  };
}

/**
 * The neighbours of a line that go on where it stands in a longer passage: the first and the last of them by number. A
 * paragraph whose lines the parser could not join is several blocks, each of which stands in the whole one.
 *
 * @param place Where the words of the piece stand in the whole.
 */
export function growPieces(
  stream: WordStream,
  entries: readonly Entry[],
  { piece, whole, place }: { readonly piece: number; readonly whole: number; readonly place: WordRun },
): { readonly first: number; readonly last: number } {
  const { run } = (entries[whole] as Entry).passage;
  let { from, to } = place;
  let first = piece;
  let last = piece;
  const least = piece - MOST_PIECES;
  const most = piece + MOST_PIECES;
  while (
    from > run.from &&
    first > Math.max(0, least) &&
    (entries[first] as Entry).isNextTo &&
    first - 1 !== whole
  ) {
    const start = startBefore(stream, (entries[first - 1] as Entry).passage.run, from);
    if (start === undefined || start < run.from) {
      break;
    }
    from = start;
    first--;
  }
  while (to < run.to && last + 1 < Math.min(entries.length, most) && last + 1 !== whole) {
    const next = entries[last + 1] as Entry;
    const end = next.isNextTo ? endBehind(stream, next.passage.run, to) : undefined;
    if (end === undefined || end > run.to) {
      break;
    }
    to = end;
    last++;
  }
  return { first, last };
}

/** Lines of one paragraph; more of them have none but made-up files. */
const MOST_PIECES = 200;

/** A number or a word that the line break cut in two makes a word more or less on either side. */
const SLIPS: readonly number[] = [0, 1, -1];

/** So many words at the edge of a line are compared; one of them may be cut in two. */
const WORDS_AT_EDGE = 2;

/** Where a line starts whose words stand right before a place; undefined where they do not. */
function startBefore({ hashes }: WordStream, line: WordRun, place: number): number | undefined {
  const length = line.to - line.from;
  for (const slip of SLIPS) {
    for (let back = 1; back <= Math.min(WORDS_AT_EDGE, length); back++) {
      if (hashes[line.to - back] === hashes[place - slip - back]) {
        return place - slip - length;
      }
    }
  }
  return undefined;
}

/** Where a line ends whose words stand right behind a place; undefined where they do not. */
function endBehind({ hashes }: WordStream, line: WordRun, place: number): number | undefined {
  const length = line.to - line.from;
  for (const slip of SLIPS) {
    for (let ahead = 0; ahead < Math.min(WORDS_AT_EDGE, length); ahead++) {
      if (hashes[line.from + ahead] === hashes[place - slip + ahead]) {
        return place - slip + length;
      }
    }
  }
  return undefined;
}
