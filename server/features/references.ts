import type { Location, Position } from "vscode-languageserver-types";
import { compareSpans } from "../core/text/span.ts";
import type { Analysis } from "./feature-context.ts";
import { copiesOf, placedBlockAt, relatedTo } from "./shared/copies.ts";
import { copiesOfParagraph } from "./shared/paragraph-copies.ts";

/** All copies of a repeated value or paragraph and what is tied to it (the date of a related story, the link of a date). */
export function provideReferences(
  analysis: Analysis,
  position: Position,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Location[] {
  const placed = placedBlockAt(analysis.dump, analysis.convert.offset(position));
  if (placed === undefined) {
    return [];
  }
  const { kept, others } = copiesOfParagraph(analysis, placed.block);
  const declaration = kept ?? (placed.block.relatesTo ?? placed.block.repeats ?? placed.block).content;
  const blocks = [...new Set([...copiesOf(placed), ...relatedTo(placed)])].map(({ content }) => content);
  return [...blocks, ...others]
    .filter(({ start }) => includeDeclaration || start !== declaration.start)
    .sort(compareSpans)
    .map((span) => ({ uri: analysis.uri, range: analysis.convert.range(span) }));
}
