import type { Unit } from "../../article/model.ts";
import { type LineIndex, lineAt } from "../../text/lines.ts";
import { isEmptySpan, type Span } from "../../text/span.ts";
import type { LinePlace, Words } from "../check.ts";

/** The number of the line that an offset is on, as a reader counts: from 1. */
export function lineNumber(lines: LineIndex, offset: number): number {
  return lineAt(lines, offset) + 1;
}

/** `line 7` or `lines 36 to 39`. */
export function linesInWords(lines: LineIndex, span: Span): string {
  const first = lineNumber(lines, span.start);
  const last = lineNumber(lines, isEmptySpan(span) ? span.start : span.end - 1);
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}

/** Whether two offsets are on one line. */
export function isSameLine(lines: LineIndex, first: number, second: number): boolean {
  return lineAt(lines, first) === lineAt(lines, second);
}

/** The number of the line that an offset of a unit is on, for a message or for the data of a finding. */
export function lineOf(offset: number, unit?: Unit): LinePlace {
  return { form: "number", span: { start: offset, end: offset }, ...(unit === undefined ? {} : { unit }) };
}

/** `line 7` or `lines 36 to 39`, for a message. */
export function linesOf(span: Span, unit?: Unit): LinePlace {
  return { form: "line", span, ...(unit === undefined ? {} : { unit }) };
}

/** A template's tag: text that names lines. */
export function words(
  texts: TemplateStringsArray,
  ...values: readonly (string | number | LinePlace | Words)[]
): Words {
  const parts: (string | LinePlace)[] = [texts[0] as string];
  for (const [index, value] of values.entries()) {
    if (typeof value === "object" && "parts" in value) {
      parts.push(...value.parts);
    } else {
      parts.push(typeof value === "number" ? String(value) : value);
    }
    parts.push(texts[index + 1] as string);
  }
  return parts.every((part) => typeof part === "string") ? parts.join("") : { parts };
}

/** `1, 2 and 3`. */
export function wordsInList(list: readonly Words[]): Words {
  return list.reduce((all, one, index) =>
    index === list.length - 1 ? words`${all} and ${one}` : words`${all}, ${one}`,
  );
}

/** What is known of a place by those who know where units stand. */
export interface Placement {
  /** The zero-based number of the unit's first line; of the finding's own unit without one. */
  firstLine(unit: Unit | undefined): number;
  /** The line index of the unit; of the finding's own without one. */
  lines(unit: Unit | undefined): LineIndex;
}

/** The text with the numbers of its lines. */
export function spellWords(text: Words, placement: Placement): string {
  return typeof text === "string"
    ? text
    : text.parts.map((part) => (typeof part === "string" ? part : spellPlace(part, placement))).join("");
}

function spellPlace({ form, span, unit }: LinePlace, placement: Placement): string {
  const lines = placement.lines(unit);
  const shift = placement.firstLine(unit) + 1;
  const first = lineAt(lines, span.start) + shift;
  const last = lineAt(lines, isEmptySpan(span) ? span.start : span.end - 1) + shift;
  if (form === "number") {
    return String(first);
  }
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}

/** Data with numbers in the places of lines; the very object where it names none. */
export function spellData(
  data: Readonly<Record<string, unknown>>,
  placement: Placement,
): Readonly<Record<string, unknown>> {
  return spellValue(data, placement) as Readonly<Record<string, unknown>>;
}

function spellValue(value: unknown, placement: Placement): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    const spelt = value.map((one) => spellValue(one, placement));
    return spelt.some((one, index) => one !== value[index]) ? spelt : value;
  }
  if (isLinePlace(value)) {
    return placement.firstLine(value.unit) + 1 + lineAt(placement.lines(value.unit), value.span.start);
  }
  const entries = Object.entries(value);
  const spelt = entries.map(([name, one]) => [name, spellValue(one, placement)] as const);
  return spelt.some(([, one], index) => one !== entries[index]?.[1]) ? Object.fromEntries(spelt) : value;
}

function isLinePlace(value: object): value is LinePlace {
  return "form" in value && "span" in value;
}
