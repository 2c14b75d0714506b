import type { Position, Range } from "vscode-languageserver-types";
import type { Block } from "../core/article/model.ts";
import type { Reading } from "./feature-context.ts";
import { copiesOf, placedBlockAt, relatedTo } from "./shared/copies.ts";

/** Where a definition leads to, and from where. */
export interface DefinitionTarget {
  readonly uri: string;
  /** What the pointer stands on, so that an editor underlines it whole. */
  readonly origin: Range;
  readonly range: Range;
}

/** From a repeat to the first copy, from a related date to its link, and from a link to its dates; else nowhere. */
export function provideDefinition(reading: Reading, position: Position): DefinitionTarget[] {
  const placed = placedBlockAt(reading.dump, reading.convert.offset(position));
  if (placed === undefined) {
    return [];
  }
  const { block } = placed;
  const related = relatedTo(placed);
  const isFirstOfSeveral = copiesOf(placed).length > 1 && block.repeats === undefined;
  // A first copy is its own definition: editors then offer the references, which are the other copies.
  const targets = related.length > 0 ? related : [block.repeats ?? (isFirstOfSeveral ? block : undefined)];
  return targets
    .filter((target): target is Block => target !== undefined)
    .map((target) => ({
      uri: reading.uri,
      origin: reading.convert.range(block.content),
      range: reading.convert.range(target.content),
    }));
}
