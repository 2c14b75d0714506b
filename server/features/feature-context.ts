import type { Dump } from "../core/article/model.ts";
import type { ReportedFinding } from "../core/checks/check.ts";
import type { CheckedDump } from "../core/checks/checked-dump.ts";
import type { IgnoreIndex } from "../core/checks/shared/ignored-findings.ts";
import type { LineIndex } from "../core/text/lines.ts";
import type { Phrases } from "../core/text/phrases.ts";
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
  /** The reader's language. */
  readonly phrases: Phrases;
}

/** The ignore file that applies to a document. */
export interface Ignoring {
  /** URI of the folder that holds it, with a slash at its end. */
  readonly folder: string;
  /** The document's path from there. */
  readonly file: string;
  /** URI of the ignore file, which need not be there. */
  readonly listUri: string;
  /** Its text. */
  readonly list: string | undefined;
  readonly index: IgnoreIndex;
}

/** What there is soon of a version: one that is not checked yet has its structure, and no findings. */
export type ReadingOrAnalysis = Reading & Partial<Pick<Analysis, "checked">>;

/** One version of a document, read and checked. */
export interface Analysis extends Reading {
  /** The findings unit by unit, without the ignored ones: those that an edit did not reach are the very arrays of the version before. */
  readonly checked: CheckedDump;
  /** All of them, in text order, at the levels that the settings give; put together when they are asked for. */
  readonly findings: readonly ReportedFinding[];
  /** How many findings are ignored; none when missing. */
  readonly ignored?: number;
  readonly ignoring?: Ignoring;
}
