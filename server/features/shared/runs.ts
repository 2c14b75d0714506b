import type { Block } from "../../core/article/model.ts";
import type { Span } from "../../core/text/span.ts";

/** Neighbouring blocks that belong together, blank lines between them left out of account. */
export interface Run<Kind> {
  readonly kind: Kind;
  /** At least one, none of them blank. */
  readonly blocks: readonly Block[];
  /** From the first block's content to the last one's. */
  readonly span: Span;
}

/**
 * Parts blocks into runs of the same kind, in text order.
 *
 * @param kindOf What a block counts as; undefined leaves it out and ends the run.
 */
export function runsOf<Kind>(
  blocks: readonly Block[],
  kindOf: (block: Block) => Kind | undefined,
): Run<Kind>[] {
  const runs: { kind: Kind; blocks: Block[]; span: Span }[] = [];
  let open: { kind: Kind; blocks: Block[]; span: Span } | undefined;
  for (const block of blocks) {
    if (block.role === "blank") {
      continue;
    }
    const kind = kindOf(block);
    if (kind === undefined) {
      open = undefined;
    } else if (open !== undefined && open.kind === kind) {
      open.blocks.push(block);
      open.span = { start: open.span.start, end: block.content.end };
    } else {
      open = { kind, blocks: [block], span: block.content };
      runs.push(open);
    }
  }
  return runs;
}
