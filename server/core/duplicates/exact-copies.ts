import { type Block, blockValue } from "../article/model.ts";
import { foldForComparison, foldForProof } from "../text/fold.ts";
import { hashText } from "../text/hash.ts";

/** A block that says what an earlier one says. */
export interface ExactCopy {
  readonly copy: Block;
  /** The first of all that are the same. */
  readonly original: Block;
  /** Whether not even case and compatibility forms differ, so that removing the copy loses no character that counts. */
  readonly isLiteral: boolean;
}

/**
 * The blocks that are the same as an earlier one of the list once wraps are joined and compatibility forms, case, white
 * space, quotes and dashes are folded, in the order of the list. Found by a hash, confirmed by the folded text. Linear.
 */
export function* findExactCopies(text: string, blocks: readonly Block[]): Iterable<ExactCopy> {
  const firsts = new Map<number, Block[]>();
  for (const copy of blocks) {
    const folded = foldForComparison(blockValue(text, copy));
    const key = hashText(folded);
    const known = firsts.get(key);
    const original = known?.find((block) => foldForComparison(blockValue(text, block)) === folded);
    if (original !== undefined) {
      yield { copy, original, isLiteral: literal(text, copy) === literal(text, original) };
    } else if (known === undefined) {
      firsts.set(key, [copy]);
    } else {
      known.push(copy);
    }
  }
}

function literal(text: string, block: Block): string {
  return foldForProof(blockValue(text, block));
}
