import { foldForProof } from "../../../text/fold.ts";
import { sliceSpan } from "../../../text/span.ts";
import type { Role } from "../../model.ts";
import { isLabel, type NewsLine } from "./news-lines.ts";

/** Values longer than this are running text: they are never compared as values. */
const LONGEST_VALUE = 600;

/**
 * The lines of one article that hold something, and the roles found so far. Lives for one parse; `roles` is what the
 * passes over the head fill in, each leaving alone what an earlier one has decided.
 */
export interface Rows {
  readonly text: string;
  readonly lines: readonly NewsLine[];
  readonly roles: (Role | undefined)[];
  /** Folded values, filled in when they are first asked for. */
  readonly values: (string | undefined)[];
}

export function createRows(text: string, lines: readonly NewsLine[]): Rows {
  const filled = lines.filter(({ kind }) => kind !== "blank");
  return { text, lines: filled, roles: filled.map(() => undefined), values: [] };
}

/** What a row says, with white space, quotes and dashes folded; empty for running text and outside the article. */
export function rowValue(rows: Rows, row: number): string {
  const known = rows.values[row];
  if (known !== undefined) {
    return known;
  }
  const line = rows.lines[row];
  const isShort = line !== undefined && line.content.end - line.content.start <= LONGEST_VALUE;
  const value = isShort ? foldForProof(sliceSpan(rows.text, line.content)) : "";
  rows.values[row] = value;
  return value;
}

export function hasValue(rows: Rows, row: number, value: string): boolean {
  const line = rows.lines[row];
  // Folding never makes a text longer, so most rows are told apart without being read.
  return (
    line !== undefined &&
    line.content.end - line.content.start >= value.length &&
    rowValue(rows, row) === value
  );
}

/** Whether a row is a tag, a name or a label that has no role yet. */
export function isFreeLabel(rows: Rows, row: number): boolean {
  const line = rows.lines[row];
  return line !== undefined && rows.roles[row] === undefined && isLabel(rows.text, line);
}

/** Whether a row is text of any length that has no role yet. */
export function isFreeText(rows: Rows, row: number): boolean {
  return rows.lines[row]?.kind === "text" && rows.roles[row] === undefined;
}

/**
 * The parts of a list of keywords on one line, or undefined when the line is none: three parts or more (two when
 * `knownParts` holds one of them), each a few words, no full stop at the end.
 */
export function listParts(rows: Rows, row: number): readonly string[] | undefined {
  const line = rows.lines[row];
  if (line?.kind !== "text" || line.content.end - line.content.start > LONGEST_VALUE) {
    return undefined;
  }
  const value = rowValue(rows, row);
  if (!value.includes(",") && !value.includes("،") && !value.includes("、")) {
    return undefined;
  }
  const parts = value.split(/[,،、]/u).map((part) => part.trim());
  const isList =
    parts.length >= 2 && parts.every((part) => part.length > 0 && part.length <= 60 && wordCount(part) <= 6);
  return isList && !/[.!?…]["']?$/u.test(value) ? parts : undefined;
}

export function wordCount(value: string): number {
  let words = 0;
  for (let at = 0; at < value.length; at++) {
    if (value.charCodeAt(at) !== 0x20 && (at === 0 || value.charCodeAt(at - 1) === 0x20)) {
      words++;
    }
  }
  return words;
}
