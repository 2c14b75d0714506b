import type { Span } from "../text/span.ts";
import type { Block, Unit, Wrap } from "./model.ts";
import type { TextChange } from "./text-change.ts";

/**
 * The keys of a unit that was read again: those of before for blocks that the edit left as they were, the blocks themselves for the rest.
 *
 * @param change In offsets of the units.
 */
export function carryKeys(old: Unit, unit: Unit, change: TextChange): readonly object[] {
  const keys: object[] = [...unit.blocks];
  let first = 0;
  while (
    first < unit.blocks.length &&
    first < old.blocks.length &&
    (unit.blocks[first] as Block).span.end <= change.start &&
    isSameBlock(old.blocks[first] as Block, unit.blocks[first] as Block, 0)
  ) {
    keys[first] = old.keys[first] as object;
    first++;
  }
  const shift = change.newEnd - change.oldEnd;
  let last = unit.blocks.length - 1;
  let oldLast = old.blocks.length - 1;
  while (
    last >= first &&
    oldLast >= first &&
    (unit.blocks[last] as Block).span.start >= change.newEnd &&
    isSameBlock(old.blocks[oldLast] as Block, unit.blocks[last] as Block, shift)
  ) {
    keys[last] = old.keys[oldLast] as object;
    last--;
    oldLast--;
  }
  return keys;
}

/** Whether two blocks of the same text are the same but for where they stand. */
function isSameBlock(old: Block, block: Block, shift: number): boolean {
  return (
    old.role === block.role &&
    old.zone === block.zone &&
    old.value === block.value &&
    isMoved(old.span, block.span, shift) &&
    isMoved(old.content, block.content, shift) &&
    old.wraps.length === block.wraps.length &&
    old.wraps.every((wrap, index) => isSameWrap(wrap, block.wraps[index] as Wrap, shift))
  );
}

function isSameWrap(old: Wrap, wrap: Wrap, shift: number): boolean {
  return old.joiner === wrap.joiner && old.proved === wrap.proved && isMoved(old.span, wrap.span, shift);
}

function isMoved(old: Span, span: Span, shift: number): boolean {
  return old.start + shift === span.start && old.end + shift === span.end;
}
