import { foldForProof } from "../../../text/fold.ts";
import { isUnspacedTerminator, letterCase } from "../../../text/script.ts";
import { type Span, sliceSpan } from "../../../text/span.ts";
import type { Role } from "../../model.ts";
import { isLabel, type NewsLine } from "./news-lines.ts";
import { countSentenceJoints } from "./run-together.ts";

/** Values longer than this are running text: they are never compared as values. */
export const LONGEST_VALUE = 600;

/** A keyword is no longer. */
const LONGEST_PART = 60;

/** What was found out about lines when it was first asked for, by line number. Lives for one parse or recognition. */
export interface LineFacts {
  /** Folded values. */
  readonly values: (string | undefined)[];
  /** How many sentences follow the one before without a space, up to `MOST_JOINTS`. */
  readonly joints: (number | undefined)[];
  /** How many neighbours of the body the article on one line holds side by side; see `findJoins`. */
  sideBySide: number;
}

export function createLineFacts(): LineFacts {
  return { values: [], joints: [], sideBySide: 0 };
}

/**
 * The lines of one article that hold something, and the roles found so far. Lives for one parse; `roles` is what the
 * passes over the head fill in, each leaving alone what an earlier one has decided.
 */
export interface Rows {
  readonly text: string;
  readonly lines: readonly NewsLine[];
  readonly roles: (Role | undefined)[];
  readonly facts: LineFacts;
}

export function createRows(text: string, lines: readonly NewsLine[], facts: LineFacts): Rows {
  const filled = lines.filter(({ kind }) => kind !== "blank");
  return { text, lines: filled, roles: new Array<Role | undefined>(filled.length).fill(undefined), facts };
}

/** What a row says, with white space, quotes and dashes folded; empty for running text and outside the article. */
export function rowValue(rows: Rows, row: number): string {
  const line = rows.lines[row];
  if (line === undefined || line.content.end - line.content.start > LONGEST_VALUE) {
    return "";
  }
  const known = rows.facts.values[line.number];
  if (known !== undefined) {
    return known;
  }
  const value = foldForProof(sliceSpan(rows.text, line.content));
  rows.facts.values[line.number] = value;
  return value;
}

/** Whether a row says a value; the empty one is said by none. */
export function hasValue(rows: Rows, row: number, value: string): boolean {
  const line = rows.lines[row];
  // Folding never makes a text longer.
  if (line === undefined || value === "" || line.content.end - line.content.start < value.length) {
    return false;
  }
  return !differsAtOnce(rows.text, line.content.start, value, 0) && rowValue(rows, row) === value;
}

/** Whether two rows of text say the same, which is not nothing. */
export function saySame(rows: Rows, row: number, other: number): boolean {
  const line = rows.lines[row];
  const otherLine = rows.lines[other];
  if (line === undefined || otherLine === undefined) {
    return false;
  }
  if (differsAtOnce(rows.text, line.content.start, rows.text, otherLine.content.start)) {
    return false;
  }
  const value = rowValue(rows, row);
  return value !== "" && value === rowValue(rows, other);
}

/**
 * Whether two texts differ in their first words: letters and most signs stay themselves when they are folded, so two that differ
 * behind what is equal prove it, and most lines are told apart without being folded.
 */
export function differsAtOnce(
  first: string,
  firstStart: number,
  second: string,
  secondStart: number,
): boolean {
  for (let index = 0; index < 24; index++) {
    const unit = first.charCodeAt(firstStart + index);
    const other = second.charCodeAt(secondStart + index);
    if (unit !== other) {
      return staysItself(unit) && staysItself(other);
    }
  }
  return false;
}

/** ASCII that can be seen, but for quotation marks, which stand for one another. */
function staysItself(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f && unit !== 0x22 && unit !== 0x27 && unit !== 0x60;
}

/** Two sentences that follow the one before without a space tell as much as a hundred. */
const MOST_JOINTS = 2;

export function sentenceJoints(rows: Rows, row: number): number {
  const line = rows.lines[row] as NewsLine;
  const known = rows.facts.joints[line.number];
  if (known !== undefined) {
    return known;
  }
  const joints = countSentenceJoints(rows.text, line.content, MOST_JOINTS);
  rows.facts.joints[line.number] = joints;
  return joints;
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
  if (line?.kind !== "text" || !canBeList(rows.text, line.content)) {
    return undefined;
  }
  const value = rowValue(rows, row);
  const parts = value.split(/[,،、]/u).map((part) => part.trim());
  const isList =
    parts.length >= 2 &&
    parts.every((part) => part.length > 0 && part.length <= LONGEST_PART && wordCount(part) <= 6);
  return isList && !/[.!?…]["']?$/u.test(value) ? parts : undefined;
}

/** A full stop that needs no space behind it, or has one: what stands there are sentences. */
function isInnerSentenceEnd(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    isUnspacedTerminator(unit) ||
    (unit === 0x2e &&
      text.charCodeAt(at + 1) === 0x20 &&
      isSmallLetter(text, at - 1) &&
      isSmallLetter(text, at - 2))
  );
}

/** `St. Petersburg`, `J. Smith`: behind a letter or two with a capital a full stop ends no sentence. */
function isSmallLetter(text: string, at: number): boolean {
  return letterCase(text, at) === "lower";
}

/** Whether a line can be a list of keywords by its length and its commas. */
export function canBeList(text: string, content: Span): boolean {
  return content.end - content.start <= LONGEST_VALUE && looksLikeList(text, content);
}

/** Whether a comma comes early and then again and again, before the line is folded and taken apart. */
function looksLikeList(text: string, span: Span): boolean {
  let partStart = span.start;
  for (let at = span.start; at < span.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2c || unit === 0x060c || unit === 0x3001) {
      partStart = at + 1;
    } else if (at - partStart > LONGEST_PART + 10 || isInnerSentenceEnd(text, at)) {
      return false;
    }
  }
  return partStart > span.start;
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
