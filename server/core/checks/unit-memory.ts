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
  const known = new Map<unknown, WeakMap<object, unknown>>();

  function keptBy(read: unknown): WeakMap<object, unknown> {
    const kept = known.get(read) ?? new WeakMap<object, unknown>();
    known.set(read, kept);
    return kept;
  }

  return {
    perBlock<T>(unit: Unit, index: number, read: (own: OwnBlock) => T): T {
      const kept = known.get(read) ?? keptBy(read);
      const key = unit.keys[index] as object;
      const before = kept.get(key) as T | undefined;
      if (before !== undefined || kept.has(key)) {
        return before as T;
      }
      const value = read(ownBlock(unit, index));
      kept.set(key, value);
      return value;
    },
    perUnit<T>(unit: Unit, read: (unit: Unit) => T): T {
      const kept = known.get(read) ?? keptBy(read);
      const before = kept.get(unit) as T | undefined;
      if (before !== undefined || kept.has(unit)) {
        return before as T;
      }
      const value = read(unit);
      kept.set(unit, value);
      return value;
    },
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
