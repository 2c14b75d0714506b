import type { Position } from "vscode-languageserver-types";
import { articleAt } from "../core/article/model.ts";
import type { SectionsResult } from "../protocol.ts";
import type { Reading } from "./feature-context.ts";
import { sectionsOf } from "./shared/sections.ts";

/** Where the metadata and the body of the article at a position are; null outside any article. */
export function provideSections(reading: Reading, position: Position): SectionsResult | null {
  const article = articleAt(reading.dump, reading.convert.offset(position));
  if (article === undefined) {
    return null;
  }
  const { head, body, tail } = sectionsOf(article);
  const metadata = head ?? tail;
  return {
    metadata: metadata === undefined ? null : reading.convert.range(metadata.span),
    body: body === undefined ? null : reading.convert.range(body.span),
  };
}
