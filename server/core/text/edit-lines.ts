import type { TextEdit } from "./edits.ts";
import { type LineIndex, lineAt } from "./lines.ts";

/**
 * The line index of a text after one edit, made from the index before it: only the lines that the edit touches are
 * scanned again, the line starts behind it are shifted.
 *
 * @throws RangeError when the edit lies outside the text.
 */
export function editLines(lines: LineIndex, edit: TextEdit): LineIndex {
  const { start, end } = edit.span;
  if (start < 0 || end < start || end > lines.text.length) {
    throw new RangeError(`Edit ${start}-${end} leaves a text of ${lines.text.length} characters.`);
  }
  const text = lines.text.slice(0, start) + edit.newText + lines.text.slice(end);
  const shift = edit.newText.length - (end - start);
  // One line more on either side: a CR at the end of the line before can become the CR LF of this one, and back.
  const firstLine = Math.max(0, lineAt(lines, start) - 1);
  const lineBehind = lineAt(lines, end) + 2;
  const scanEnd = (lines.starts[lineBehind] ?? lines.text.length) + shift;
  const starts = lines.starts.slice(0, firstLine + 1);
  addLineStarts(starts, text, starts[firstLine] as number, scanEnd);
  if (lineBehind < lines.starts.length) {
    // The start of the line behind the scan was found by the scan; those behind it only move.
    for (let line = lineBehind + 1; line < lines.starts.length; line++) {
      starts.push((lines.starts[line] as number) + shift);
    }
  }
  return { text, starts };
}

/** Adds the starts of the lines whose line break ends in `(from, to]`. */
function addLineStarts(starts: number[], text: string, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) {
      starts.push(at + 1);
    }
  }
}
