import type { LineIndex } from "../text/lines.ts";
import type { Steps } from "../text/steps.ts";
import { RECOGNITION_HEAD_LENGTH } from "./format.ts";
import { formatOf } from "./formats/all.ts";
import { type ParsedDump, parseAgainAs, parseAs, parseEditedBlock, parseInSteps } from "./parse-as.ts";
import { recognise } from "./recognise.ts";
import type { TextChange } from "./text-change.ts";

/**
 * Reads a text as the dump it is recognised as. Total and lossless: any string gives a dump whose blocks tile it, and
 * the same string gives the same dump. Linear in the text's length.
 *
 * This loads every format's parser. The command line, which starts for every file of a shell loop, loads only the one
 * it needs: `parseAs(text, await loadFormat(recognise(text).format))`.
 *
 * @param lines The line index of `text` when the caller has one already.
 */
export function parse(text: string, lines?: LineIndex): ParsedDump {
  return parseAs(text, formatOf(recognise(text).format), lines);
}

/** The same, article by article. */
export function parseOpened(lines: LineIndex): Steps<ParsedDump> {
  return parseInSteps(lines, formatOf(recognise(lines.text).format));
}

/**
 * Reads a text after an edit: what `parse` gives, but for the units that the edit does not touch, which are those of before.
 *
 * @param before What `parse` or this gave for the text before the edit.
 * @param lines Of the text after it.
 */
export function* parseAgain(before: ParsedDump, lines: LineIndex, change: TextChange): Steps<ParsedDump> {
  const edited = parseEditedBlock(before, lines, change);
  if (edited !== undefined) {
    return edited;
  }
  // The recogniser sees the head alone, and a break behind it at most.
  const isHeadKept = change.start > RECOGNITION_HEAD_LENGTH;
  const format = isHeadKept ? before.reading.format : formatOf(recognise(lines.text).format);
  return yield* parseAgainAs(before, lines, change, format);
}
