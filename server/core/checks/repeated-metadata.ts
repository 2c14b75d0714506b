import { type Article, type Block, blockValue } from "../article/model.ts";
import { foldForProof } from "../text/fold.ts";
import type { Check, CheckContext, Finding } from "./check.ts";
import { countedWords, linesOf, words } from "./shared/line-words.ts";
import { roleInWords } from "./shared/role-words.ts";

/**
 * Metadata that the dump holds already. Lines that stood side by side before and do so again are one repeat: the
 * publisher's name, e-mail, telephone and legal name over again are one finding with one fix, not four.
 */
export const repeatedMetadata: Check<"article"> = {
  id: "repeated-metadata",
  summary: "Metadata that stands in the dump a second time",
  severity: "hint",
  bestFix: "safe",
  reach: "article",
  defaults: {},
  // It looks at heads, dates and links to other stories.
  reachOf: () => "nothing",
  *run(article, context) {
    for (const run of repeatedRuns(article)) {
      yield findingFor(run, context);
    }
  },
};

/** Adjacent repeats, and the earlier blocks that they repeat in the same order. */
interface RepeatedRun {
  readonly blocks: readonly Block[];
  readonly copies: readonly Block[];
}

/** Of the earlier copies of one value so many are tried as the start of a longer repeat. */
const MOST_COPIES = 16;

/**
 * Cuts the repeats into the longest runs that stood once before in the same order, as Lempel and Ziv's parse of 1977
 * does with letters. Without an earlier run a repeat stands for itself, whatever its neighbours are.
 */
function* repeatedRuns(article: Article): Iterable<RepeatedRun> {
  const blocks = article.blocks.filter((block) => block.role !== "blank");
  const places = new Map<Block, number[]>();
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at] as Block;
    const length = isRemovableRepeat(block) ? longestEarlierRun(blocks, places, at) : 0;
    const count = length === 1 ? sameValueRun(blocks, at) : length;
    if (length > 0) {
      const start = earlierStart(blocks, places, at, length);
      yield { blocks: blocks.slice(at, at + count), copies: blocks.slice(start, start + length) };
    }
    for (const passed of blocks.slice(at, at + Math.max(count, 1))) {
      remember(places, passed, at);
      at++;
    }
  }
}

/** The headline that opens the body repeats the one above and still belongs where it is, as all of the body does. */
function isRemovableRepeat(block: Block): boolean {
  return block.repeats !== undefined && block.zone !== "body" && block.zone !== "none";
}

/** One value over and over, with nothing between its copies, is one repeat too. */
function sameValueRun(blocks: readonly Block[], at: number): number {
  let count = 1;
  while (at + count < blocks.length) {
    const next = blocks[at + count] as Block;
    if (!isRemovableRepeat(next) || identityOf(next) !== identityOf(blocks[at] as Block)) {
      break;
    }
    count++;
  }
  return count;
}

function longestEarlierRun(
  blocks: readonly Block[],
  places: ReadonlyMap<Block, readonly number[]>,
  at: number,
): number {
  let longest = 1;
  for (const start of placesOf(blocks, places, at)) {
    longest = Math.max(longest, commonLength(blocks, start, at));
  }
  return longest;
}

function earlierStart(
  blocks: readonly Block[],
  places: ReadonlyMap<Block, readonly number[]>,
  at: number,
  length: number,
): number {
  return placesOf(blocks, places, at).find((start) => commonLength(blocks, start, at) >= length) ?? at;
}

function placesOf(
  blocks: readonly Block[],
  places: ReadonlyMap<Block, readonly number[]>,
  at: number,
): readonly number[] {
  return places.get(identityOf(blocks[at] as Block)) ?? [];
}

function commonLength(blocks: readonly Block[], start: number, at: number): number {
  let length = 0;
  while (at + length < blocks.length) {
    const block = blocks[at + length] as Block;
    const earlier = blocks[start + length] as Block;
    if (!isRemovableRepeat(block) || identityOf(block) !== identityOf(earlier)) {
      break;
    }
    length++;
  }
  return length;
}

function remember(places: Map<Block, number[]>, block: Block, at: number): void {
  const known = places.get(identityOf(block));
  if (known === undefined) {
    places.set(identityOf(block), [at]);
  } else if (known.length < MOST_COPIES) {
    known.push(at);
  }
}

/** The first block that holds this value stands for all its copies. */
function identityOf(block: Block): Block {
  return block.repeats ?? block;
}

function findingFor(run: RepeatedRun, { text }: CheckContext): Finding {
  const first = run.blocks[0] as Block;
  const last = run.blocks.at(-1) as Block;
  const span = { start: first.content.start, end: last.content.end };
  const firstCopy = run.copies[0] as Block;
  const lastCopy = run.copies.at(-1) as Block;
  const copySpan = { start: firstCopy.content.start, end: lastCopy.content.end };
  const isOne = run.blocks.length === 1;
  const isExact = run.blocks.every((block) => isSameForProof(text, block, identityOf(block)));
  const removal = isOne
    ? "Remove the repeated line"
    : countedWords(run.blocks.length, "Remove the {0} repeated entry", "Remove the {0} repeated entries");
  return {
    span,
    message: isOne
      ? [
          words`The ${roleInWords(first.role)} is already on ${linesOf(copySpan)}.`,
          "It can go: nothing is lost.",
        ]
      : [
          countedWords(
            run.blocks.length,
            "This {0} entry is already on {1}.",
            "These {0} entries are already on {1}.",
            linesOf(copySpan),
          ),
          "They can go: nothing is lost.",
        ],
    related: [{ span: copySpan, message: "The same, further up" }],
    data: { roles: run.blocks.map((block) => block.role), count: run.blocks.length },
    unnecessary: true,
    fixes: [
      {
        title: removal,
        safety: isExact ? "safe" : "review",
        operations: run.blocks.map((block) => ({ kind: "remove", span: block.content })),
      },
    ],
  };
}

function isSameForProof(text: string, block: Block, original: Block): boolean {
  return foldForProof(blockValue(text, block)) === foldForProof(blockValue(text, original));
}
