import type { Article, Block } from "../../article/model.ts";
import { isCopiedElsewhere } from "./run-together-line.ts";

/** A trouble and the block that it stands in. */
export interface OwnTrouble<Trouble> {
  readonly block: Block;
  readonly trouble: Trouble;
}

/**
 * The troubles of an article's blocks. Those in the article on one line are left out where the article's paragraphs show the
 * same trouble: they go with that line; what is wrong in that line alone is reported there.
 *
 * @param keyOf What makes two troubles the same wherever they stand.
 */
export function* ownTroubles<Trouble>(
  article: Article,
  find: (block: Block) => Iterable<Trouble>,
  keyOf: (trouble: Trouble) => string,
): Iterable<OwnTrouble<Trouble>> {
  const known = new Set<string>();
  const copied: Block[] = [];
  for (const block of article.blocks) {
    if (isCopiedElsewhere(block, article)) {
      copied.push(block);
      continue;
    }
    for (const trouble of find(block)) {
      if (block.zone === "body") {
        known.add(keyOf(trouble));
      }
      yield { block, trouble };
    }
  }
  for (const block of copied) {
    for (const trouble of find(block)) {
      if (!known.has(keyOf(trouble))) {
        yield { block, trouble };
      }
    }
  }
}

/** What stands around a span, white space aside: it tells one place of a text from others, and is the same in a copy. */
export function surroundingsOf(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - REACH), start).replace(/\s+/gu, "");
  const behind = text.slice(end, end + REACH).replace(/\s+/gu, "");
  return `${before.slice(-COMPARED)} ${text.slice(start, end)} ${behind.slice(0, COMPARED)}`;
}

/** Code units on either side; the paragraph's end is nearer than the line's, so few are compared. */
const REACH = 24;
const COMPARED = 6;
