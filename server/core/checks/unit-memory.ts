import type { Block, Unit } from "../article/model.ts";
import { shiftSpan } from "../text/span.ts";
import type { OwnBlock, UnitMemory } from "./check.ts";

/** Keeps nothing: for texts that are looked at once. */
export const NO_MEMORY: UnitMemory = {
  perBlock: (unit, index, read) => read(ownBlock(unit, index)),
  perUnit: (unit, read) => read(unit),
};

/** Keeps what was read as long as anybody has the block or the unit that it was read from. */
export function createUnitMemory(): UnitMemory {
  const known = new WeakMap<object, Map<unknown, unknown>>();

  function remember<T>(key: object, read: unknown, make: () => T): T {
    let kept = known.get(key);
    if (kept === undefined) {
      kept = new Map();
      known.set(key, kept);
    }
    if (!kept.has(read)) {
      kept.set(read, make());
    }
    return kept.get(read) as T;
  }

  return {
    perBlock: (unit, index, read) =>
      remember(unit.keys[index] as object, read, () => read(ownBlock(unit, index))),
    perUnit: (unit, read) => remember(unit, read, () => read(unit)),
  };
}

function ownBlock(unit: Unit, index: number): OwnBlock {
  const { span, role, zone, content, wraps, value } = unit.blocks[index] as Block;
  return {
    text: unit.text.slice(span.start, span.end),
    role,
    zone,
    content: shiftSpan(content, -span.start),
    wraps: wraps.map((wrap) => ({ ...wrap, span: shiftSpan(wrap.span, -span.start) })),
    ...(value === undefined ? {} : { value }),
  };
}
