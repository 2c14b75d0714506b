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
  const found: number[] = [];
  addLineStarts(found, text, lines.starts[firstLine] as number, scanEnd);
  // The start of the line behind the scan was found by the scan; those behind it only move.
  const behind = Math.min(lineBehind + 1, lines.starts.length);
  const starts = new Int32Array(firstLine + 1 + found.length + lines.starts.length - behind);
  starts.set(lines.starts.subarray(0, firstLine + 1));
  starts.set(found, firstLine + 1);
  const moved = starts.subarray(firstLine + 1 + found.length);
  moved.set(lines.starts.subarray(behind));
  for (let line = 0; line < moved.length; line++) {
    moved[line] = (moved[line] as number) + shift;
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
