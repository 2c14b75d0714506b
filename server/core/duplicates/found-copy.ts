import type { Block, Unit } from "../article/model.ts";
import type { Span } from "../text/span.ts";
import type { Copy } from "./copy.ts";
import type { GroupCopy, Place } from "./search-group.ts";

/** Where a passage stands: offsets of its unit's text. */
export interface FoundPassage {
  readonly unit: Unit;
  /** At least one, in text order. */
  readonly blocks: readonly Block[];
  readonly span: Span;
}

/** See `Copy`. */
export interface FoundCopy extends Pick<Copy, "kind" | "scope" | "isLiteral" | "similarity" | "differences"> {
  readonly copy: FoundPassage;
  readonly kept: readonly FoundPassage[];
  /** Other copies of what stays, in text order; a few are enough to name. */
  readonly others: readonly FoundPassage[];
}

/**
 * Says where the places of a group are. Of many copies of one passage all name the same few others, so each place is looked up once.
 *
 * @param find The block of a passage, by its number in the group: its unit, and its number among the unit's blocks.
 */
export function passagesOf(
  find: (number: number) => { readonly unit: Unit; readonly block: number },
): (place: Place) => FoundPassage {
  const known = new Map<Place, FoundPassage>();
  return (place) => {
    const before = known.get(place);
    if (before !== undefined) {
      return before;
    }
    const { unit, block } = find(place.first);
    // Pieces of one passage stand one behind the other.
    const blocks = unit.blocks.slice(block, find(place.last).block + 1);
    const [from, to] = [blocks[0] as Block, blocks.at(-1) as Block];
    const span = { start: from.content.start + place.start, end: to.content.start + place.end };
    const found = { unit, blocks, span };
    known.set(place, found);
    return found;
  };
}

/** A copy of a group where it stands. */
export function foundCopy(
  { kind, isLiteral, similarity, differences, copy, kept, others }: GroupCopy,
  scope: Copy["scope"],
  passageAt: (place: Place) => FoundPassage,
): FoundCopy {
  return {
    kind,
    scope,
    isLiteral,
    similarity,
    differences,
    copy: passageAt(copy),
    kept: kept.map(passageAt),
    others: others.map(passageAt),
  };
}

export function inTextOrder(first: FoundCopy, second: FoundCopy): number {
  return (
    first.copy.span.start - second.copy.span.start ||
    first.copy.span.end - second.copy.span.end ||
    (first.kept[0]?.span.start ?? 0) - (second.kept[0]?.span.start ?? 0)
  );
}

export function areEqualLists<Item>(
  first: readonly Item[],
  second: readonly Item[],
  areEqual: (one: Item, other: Item) => boolean,
): boolean {
  return first.length === second.length && first.every((one, index) => areEqual(one, second[index] as Item));
}

export function areEqualCopies(first: FoundCopy, second: FoundCopy): boolean {
  return (
    first === second ||
    (first.kind === second.kind &&
      first.scope === second.scope &&
      first.isLiteral === second.isLiteral &&
      first.similarity === second.similarity &&
      first.differences === second.differences &&
      areEqualPlaces(first.copy, second.copy) &&
      areEqualLists(first.kept, second.kept, areEqualPlaces) &&
      areEqualLists(first.others, second.others, areEqualPlaces))
  );
}

function areEqualPlaces(first: FoundPassage, second: FoundPassage): boolean {
  return (
    first.unit === second.unit &&
    first.span.start === second.span.start &&
    first.span.end === second.span.end &&
    areEqualLists(first.blocks, second.blocks, Object.is)
  );
}
