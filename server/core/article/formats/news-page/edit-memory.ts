import type { Block, Unit } from "../../model.ts";
import { countSentenceJoints, foldUnits } from "./run-together.ts";

/** What is kept of an article that was read. */
export interface NewsPageHints {
  /** How many neighbours the article on one line holds side by side: it proves edges as long as there is one. */
  readonly sideBySide: number;
  /** There from the first edit on. */
  readonly memory?: EditMemory;
}

/**
 * What was found out about an article when an edit first asked for it. Good for all versions of the article up to the next edit that changes its
 * structure: roles stand under the same numbers, and the articles on one line are the same.
 */
export interface EditMemory {
  /** The numbers of the blocks that hold the article on one line. */
  readonly bodies: readonly number[];
  /** The numbers of the first and the last block of the body; -1 where there is none. */
  readonly edges: readonly [first: number, last: number];
  /** By the key of a block what its edited line told the parser. */
  readonly lines: WeakMap<object, KnownLine>;
  /** How many sentences of a block follow the one before without a space, up to two. */
  joints(unit: Unit, index: number): number;
  /** Whether a folded passage stands in one of the articles on one line. */
  stands(unit: Unit, passage: string): boolean;
}

/** A line of prose that says what no other line says, and not what the file starts with. */
export interface KnownLine {
  /** From the start of the block. */
  readonly start: number;
  readonly length: number;
  readonly telling: string;
  readonly firstLine: string;
}

export function createEditMemory({ blocks }: Unit): EditMemory {
  const bodies = blocks.flatMap(({ role }, index) => (role === "articleBody" ? [index] : []));
  const joints = new WeakMap<object, number>();
  const known = new Map<string, boolean>();
  let folded: readonly string[] | undefined;
  return {
    bodies,
    edges: [blocks.findIndex(isOfBody), blocks.findLastIndex(isOfBody)],
    lines: new WeakMap(),
    joints(unit, index) {
      const key = unit.keys[index] as object;
      const count =
        joints.get(key) ?? countSentenceJoints(unit.text, (unit.blocks[index] as Block).content, 2);
      joints.set(key, count);
      return count;
    },
    stands(unit, passage) {
      folded ??= bodies.map((index) => foldedContent(unit, index));
      const answer = known.get(passage) ?? folded.some((body) => body.includes(passage));
      if (known.size >= MOST_PASSAGES) {
        known.clear();
      }
      known.set(passage, answer);
      return answer;
    },
  };
}

/** Each edit asks for up to four, of which it remembers those that the next edit at the same place asks for again. */
const MOST_PASSAGES = 256;

export function isOfBody({ zone }: Block): boolean {
  return zone === "body";
}

function foldedContent(unit: Unit, index: number): string {
  const { content } = unit.blocks[index] as Block;
  return foldUnits(unit.text.slice(content.start, content.end));
}
