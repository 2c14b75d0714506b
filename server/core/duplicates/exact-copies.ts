import { type Block, blockValue } from "../article/model.ts";
import { foldForComparison, foldForProof } from "../text/fold.ts";
import { makePassage } from "./passage.ts";

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
 * space, quotes and dashes are folded, in the order of the list. Candidates are found by the fingerprint of their
 * words and confirmed by the folded texts. Linear, but for texts made to have one fingerprint and not be the same.
 */
export function* findExactCopies(text: string, blocks: readonly Block[]): Iterable<ExactCopy> {
  const firsts = new Map<number, Original[]>();
  for (const copy of blocks) {
    const { fingerprint } = makePassage(text, copy);
    const known = firsts.get(fingerprint);
    if (known === undefined) {
      firsts.set(fingerprint, [{ block: copy, folded: undefined }]);
      continue;
    }
    const folded = foldForComparison(blockValue(text, copy));
    const original = known.find((candidate) => foldedOf(text, candidate) === folded);
    if (original !== undefined) {
      yield {
        copy,
        original: original.block,
        isLiteral: literal(text, copy) === literal(text, original.block),
      };
    } else if (known.length < MOST_ORIGINALS) {
      known.push({ block: copy, folded });
    }
  }
}

/** Passages of the same words that differ in punctuation alone; more of them there are only in made-up files. */
const MOST_ORIGINALS = 16;

interface Original {
  readonly block: Block;
  folded: string | undefined;
}

/** Folded only when a second block has the same words, which few do. */
function foldedOf(text: string, original: Original): string {
  original.folded ??= foldForComparison(blockValue(text, original.block));
  return original.folded;
}

function literal(text: string, block: Block): string {
  return foldForProof(blockValue(text, block));
}
