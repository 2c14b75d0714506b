import type { Location, Position } from "vscode-languageserver-types";
import { compareSpans } from "../core/text/span.ts";
import type { Reading } from "./feature-context.ts";
import { copiesOf, placedBlockAt, relatedTo } from "./shared/copies.ts";

/** All copies of a repeated value and what is tied to it (the date of a related story, the link of a date). */
export function provideReferences(
  reading: Reading,
  position: Position,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Location[] {
  const placed = placedBlockAt(reading.dump, reading.convert.offset(position));
  if (placed === undefined) {
    return [];
  }
  const declaration = placed.block.relatesTo ?? placed.block.repeats ?? placed.block;
  return [...new Set([...copiesOf(placed), ...relatedTo(placed)])]
    .filter((block) => includeDeclaration || block !== declaration)
    .sort((first, second) => compareSpans(first.span, second.span))
    .map((block) => ({ uri: reading.uri, range: reading.convert.range(block.content) }));
}
