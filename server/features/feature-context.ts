import type { Dump } from "../core/article/model.ts";
import type { ReportedFinding } from "../core/checks/check.ts";
import type { LineIndex } from "../core/text/lines.ts";
import type { Converter } from "./convert.ts";

/** One version of a document, read. What most features need. */
export interface Reading {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: LineIndex;
  readonly dump: Dump;
  /** The only way from offsets to LSP positions and back. */
  readonly convert: Converter;
}

/** One version of a document, read and checked. */
export interface Analysis extends Reading {
  /** In text order, at the levels that the settings give. */
  readonly findings: readonly ReportedFinding[];
}
