import type { Position, Range } from "vscode-languageserver-types";
import type { Analysis } from "./feature-context.ts";
import { copiesOf, placedBlockAt, relatedTo } from "./shared/copies.ts";
import { copiesOfParagraph } from "./shared/paragraph-copies.ts";

/** Where a definition leads to, and from where. */
export interface DefinitionTarget {
  readonly uri: string;
  /** What the pointer stands on, so that an editor underlines it whole. */
  readonly origin: Range;
  readonly range: Range;
}

/**
 * From a repeat to the first copy, from a paragraph to the one that it repeats, from a related date to its link, and from a
 * link to its dates; else nowhere.
 */
export function provideDefinition(analysis: Analysis, position: Position): DefinitionTarget[] {
  const placed = placedBlockAt(analysis.dump, analysis.convert.offset(position));
  if (placed === undefined) {
    return [];
  }
  const { block } = placed;
  const related = relatedTo(placed);
  const isFirstOfSeveral = copiesOf(placed).length > 1 && block.repeats === undefined;
  // A first copy is its own definition: editors then offer the references, which are the other copies.
  const { kept, others } = copiesOfParagraph(analysis, block);
  const first = block.repeats ?? (isFirstOfSeveral ? block : undefined);
  const paragraph = kept ?? (others.length > 0 ? block.content : undefined);
  const targets = related.length > 0 ? related.map(({ content }) => content) : [first?.content ?? paragraph];
  return targets
    .filter((target) => target !== undefined)
    .map((target) => ({
      uri: analysis.uri,
      origin: analysis.convert.range(block.content),
      range: analysis.convert.range(target),
    }));
}
