import type { Range } from "vscode-languageserver-types";
import type { Occurrence, OccurrencesResult } from "../annotations-protocol.ts";
import { lineAt } from "../core/text/lines.ts";
import { isWordCharacter } from "../core/text/script.ts";
import { isEmptySpan, type Span, sliceSpan } from "../core/text/span.ts";
import type { Reading } from "./feature-context.ts";
import { previewText } from "./shared/preview.ts";

/** How much of a line is shown before an occurrence, and all in all, in code units. */
const CONTEXT_BEFORE = 30;
const CONTEXT_LENGTH = 100;

/** Every place where the words of a range stand, letter by letter; a word is not found inside a longer one. */
export function provideOccurrences(reading: Reading, range: Range): OccurrencesResult {
  const { text, convert } = reading;
  const wanted = convert.span(range);
  if (isEmptySpan(wanted)) {
    return { occurrences: [] };
  }
  const words = sliceSpan(text, wanted);
  const occurrences: Occurrence[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const span = { start: at, end: at + words.length };
    if (standsAlone(text, span, words)) {
      occurrences.push({ range: convert.range(span), context: contextOf(reading, span) });
    }
  }
  return { occurrences };
}

function standsAlone(text: string, { start, end }: Span, words: string): boolean {
  const goesOnBefore = isWordAt(words, 0) && isWordAt(text, start - 1);
  const goesOnBehind = isWordAt(words, words.length - 1) && isWordAt(text, end);
  return !goesOnBefore && !goesOnBehind;
}

function isWordAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return !Number.isNaN(unit) && isWordCharacter(unit);
}

function contextOf({ text, lines }: Reading, { start }: Span): string {
  const lineStart = lines.starts[lineAt(lines, start)] as number;
  const from = Math.max(lineStart, start - CONTEXT_BEFORE);
  const context = previewText(text.slice(from, start + CONTEXT_LENGTH), CONTEXT_LENGTH);
  return from > lineStart ? `…${context}` : context;
}
