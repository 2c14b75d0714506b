import type { Unit } from "../../article/model.ts";
import { type LineIndex, lineAt } from "../../text/lines.ts";
import type { Phrases, PhraseValue } from "../../text/phrases.ts";
import { isEmptySpan, type Span } from "../../text/span.ts";
import type { LinePlace, Phrase, PhrasePart, Words } from "../check.ts";

/** The number of the line that an offset is on, as a reader counts: from 1. */
export function lineNumber(lines: LineIndex, offset: number): number {
  return lineAt(lines, offset) + 1;
}

/** `line 7` or `lines 36 to 39`, as a reader counts: from 1. */
export function linesInWords(phrases: Phrases, first: number, last: number): string {
  return first === last
    ? phrases.say("line {0}", String(first))
    : phrases.say("lines {0} to {1}", String(first), String(last));
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

/** A template's tag: a message with values in it. */
export function words(texts: TemplateStringsArray, ...values: readonly PhrasePart[]): Phrase {
  let english = texts[0] as string;
  for (let index = 1; index < texts.length; index++) {
    english += `{${index - 1}}${texts[index]}`;
  }
  return { english, values };
}

/** A message that counts things: `{0}` is their number, further values are `{1}`, … */
export function countedWords(
  count: number,
  one: string,
  other: string,
  ...values: readonly PhrasePart[]
): Phrase {
  return { english: other, one, values: [count, ...values] };
}

/** `1, 2 and 3`. */
export function wordsInList(list: readonly PhrasePart[]): Phrase {
  return words`${{ list }}`;
}

/** What is known of a place by those who know where units stand. */
export interface Placement {
  /** The zero-based number of the unit's first line; of the finding's own unit without one. */
  firstLine(unit: Unit | undefined): number;
  /** The line index of the unit; of the finding's own without one. */
  lines(unit: Unit | undefined): LineIndex;
  /** The reader's language. */
  readonly phrases: Phrases;
}

/** The text in the reader's language, with the numbers of its lines; several sentences one behind the other. */
export function spellWords(text: Words, placement: Placement): string {
  if (typeof text === "string") {
    return placement.phrases.say(text);
  }
  return "english" in text
    ? spellPhrase(text, placement)
    : text.map((sentence) => spellWords(sentence, placement)).join(" ");
}

function spellPhrase({ english, one, values }: Phrase, placement: Placement): string {
  const { phrases } = placement;
  if (one === undefined) {
    return phrases.say(english, ...values.map((value) => spellPart(value, placement)));
  }
  const [count, ...others] = values;
  const spelt = others.map((value) => spellPart(value, placement));
  return phrases.count(count as number, one, english, ...spelt);
}

function spellPart(part: PhrasePart, placement: Placement): PhraseValue {
  if (typeof part !== "object") {
    return part;
  }
  if ("english" in part) {
    return spellPhrase(part, placement);
  }
  if ("list" in part) {
    return placement.phrases.list(part.list.map((one) => String(spellPart(one, placement))));
  }
  return "day" in part ? placement.phrases.day(part.day) : spellPlace(part, placement);
}

function spellPlace({ form, span, unit }: LinePlace, placement: Placement): PhraseValue {
  const lines = placement.lines(unit);
  const shift = placement.firstLine(unit) + 1;
  const first = lineAt(lines, span.start) + shift;
  const last = lineAt(lines, isEmptySpan(span) ? span.start : span.end - 1) + shift;
  if (form === "number") {
    return String(first);
  }
  return linesInWords(placement.phrases, first, last);
}

/** The units, other than the finding's own, whose lines a message names. */
export function* unitsNamed(text: Words | PhrasePart): Iterable<Unit> {
  if (typeof text !== "object" || "day" in text) {
    return;
  }
  if ("form" in text) {
    if (text.unit !== undefined) {
      yield text.unit;
    }
    return;
  }
  for (const part of "english" in text ? text.values : "list" in text ? text.list : text) {
    yield* unitsNamed(part);
  }
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
