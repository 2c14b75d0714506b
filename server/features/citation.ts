import type { Position } from "vscode-languageserver-types";
import { articleAt } from "../core/article/model.ts";
import { type CitationFormat, citation } from "../core/export/citation.ts";
import type { TextResult } from "../protocol.ts";
import type { Reading } from "./feature-context.ts";

/** Whether a client asked for a format that there is. */
export function isCitationFormat(value: unknown): value is CitationFormat {
  return value === "csl" || value === "ris";
}

/** A reference for the article at a position; null outside any article. */
export function provideCitation(
  reading: Reading,
  position: Position,
  format: CitationFormat,
): TextResult | null {
  const article = articleAt(reading.dump, reading.convert.offset(position));
  return article === undefined ? null : { text: citation(reading.text, article, format) };
}
