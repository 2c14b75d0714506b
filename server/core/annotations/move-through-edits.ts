import { compareEdits, type TextEdit } from "../text/edits.ts";
import { isUnspacedScript, isWordCharacter } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { type Annotation, type Target, targetsOf, withTargets } from "./annotation.ts";

/**
 * The annotations where they stand after edits of an open document. The rules:
 *
 * - Text put inside a mark belongs to it, text put beside it does not, save letters that go on with its first or last word:
 *   `source` + `s`, `un` + `named`.
 * - Of a mark that an edit cuts into, what is left stays marked. Text that replaces a mark from edge to edge takes its place
 *   when it is the same words changed a little, as in mending a misprint.
 * - An edit that replaces more than the mark keeps it when its words stand, once, in the new text.
 * - Otherwise it is an orphan, at the place where it was. `anchorAnnotations` brings it back when its text comes back.
 *
 * Annotations that do not change are the same objects. Linear in marks and edits.
 *
 * @param text Before the edits, which all refer to it and do not overlap.
 */
export function moveThroughEdits(
  annotations: readonly Annotation[],
  text: string,
  edits: readonly TextEdit[],
): readonly Annotation[] {
  const moves = edits
    .map((edit) => trimEdit(text, edit))
    .filter(({ span, newText }) => span.end > span.start || newText !== "")
    .sort(compareEdits);
  if (moves.length === 0) {
    return annotations;
  }
  const shifts = [0];
  for (const { span, newText } of moves) {
    shifts.push((shifts.at(-1) as number) + newText.length - (span.end - span.start));
  }
  const firstChange = (moves[0] as TextEdit).span.start;
  const change: Change = { text, edits: moves, shifts };
  return annotations.map((annotation) => {
    for (const { target } of targetsOf(annotation)) {
      if (target.position !== undefined && target.position.end >= firstChange) {
        return withTargets(annotation, (each) => [moveTarget(each, change)]);
      }
    }
    return annotation;
  });
}

interface Change {
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** By how much the text behind so many edits has moved. */
  readonly shifts: readonly number[];
}

function moveTarget(target: Target, change: Change): Target {
  if (target.position === undefined) {
    return target;
  }
  const moved = moveSpan(target.position, change);
  if (target.orphan !== undefined || target.position.start === target.position.end) {
    return { ...target, position: moved };
  }
  return moved.start < moved.end
    ? { ...target, position: moved }
    : { ...target, position: moved, orphan: "Its text was deleted." };
}

/** An empty span where nothing is left. */
function moveSpan(span: Span, change: Change): Span {
  const { text, edits, shifts } = change;
  let index = firstTouching(edits, span.start);
  let start = span.start + (shifts[index] as number);
  let end = span.end + (shifts[index] as number);
  for (; index < edits.length; index++) {
    const edit = edits[index] as TextEdit;
    if (edit.span.start > span.end) break;
    const shift = edit.newText.length - (edit.span.end - edit.span.start);
    const from = edit.span.start + (shifts[index] as number);
    const to = from + edit.newText.length;
    const isInsertion = edit.span.start === edit.span.end;
    if (isInsertion && edit.span.start === span.start) {
      const grown = span.start < span.end ? wordBefore(text, span.start, edit.newText) : 0;
      start = to - grown;
      end += shift;
    } else if (isInsertion && edit.span.start === span.end) {
      end = from + wordBehind(text, span.end, edit.newText);
    } else if (edit.span.end <= span.start) {
      start += shift;
      end += shift;
    } else if (edit.span.start >= span.end) {
      break;
    } else if (edit.span.start <= span.start && edit.span.end >= span.end) {
      return replacedWhole(text.slice(span.start, span.end), span, edit, from);
    } else if (edit.span.start < span.start) {
      start = to;
      end += shift;
    } else if (edit.span.end > span.end) {
      end = from;
    } else {
      end += shift;
    }
  }
  return { start, end: Math.max(start, end) };
}

function replacedWhole(marked: string, span: Span, edit: TextEdit, from: number): Span {
  const found = edit.newText.indexOf(marked);
  if (found >= 0 && edit.newText.indexOf(marked, found + 1) < 0) {
    return { start: from + found, end: from + found + marked.length };
  }
  const isSame = edit.span.start === span.start && edit.span.end === span.end;
  return isSame && isLike(marked, edit.newText)
    ? { start: from, end: from + edit.newText.length }
    : { start: from, end: from };
}

/** Longer texts are looked for by `anchorAnnotations`, which has better means. */
const LONGEST_COMPARED = 200;

/** Whether at least half of the letters are the same, in order. */
function isLike(first: string, second: string): boolean {
  if (second.length === 0 || first.length > LONGEST_COMPARED || second.length > LONGEST_COMPARED) {
    return false;
  }
  let row = new Uint16Array(second.length + 1);
  for (let one = 0; one < first.length; one++) {
    const next = new Uint16Array(second.length + 1);
    for (let other = 0; other < second.length; other++) {
      next[other + 1] =
        first.charCodeAt(one) === second.charCodeAt(other)
          ? (row[other] as number) + 1
          : Math.max(row[other + 1] as number, next[other] as number);
    }
    row = next;
  }
  return (row[second.length] as number) * 2 >= Math.max(first.length, second.length);
}

/** The edit without what its two sides have in common, so that it says what really changes. */
function trimEdit(text: string, { span, newText }: TextEdit): TextEdit {
  let { start, end } = span;
  let from = 0;
  let to = newText.length;
  while (start < end && from < to && text.charCodeAt(start) === newText.charCodeAt(from)) {
    start++;
    from++;
  }
  while (start < end && from < to && text.charCodeAt(end - 1) === newText.charCodeAt(to - 1)) {
    end--;
    to--;
  }
  return { span: { start, end }, newText: newText.slice(from, to) };
}

/** The first edit that does not end before the offset. */
function firstTouching(edits: readonly TextEdit[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edits[middle] as TextEdit).span.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much of the end of a text put before a mark goes on with the mark's first word. */
function wordBefore(text: string, start: number, inserted: string): number {
  const isWordStart = isWordAt(text, start) && !isWordAt(text, start - 1);
  let length = 0;
  while (isWordStart && length < inserted.length && isWordAt(inserted, inserted.length - 1 - length))
    length++;
  return length;
}

/** How much of the start of a text put behind a mark goes on with the mark's last word. */
function wordBehind(text: string, end: number, inserted: string): number {
  const isWordEnd = isWordAt(text, end - 1) && !isWordAt(text, end);
  let length = 0;
  while (isWordEnd && length < inserted.length && isWordAt(inserted, length)) length++;
  return length;
}

/** Scripts that write without spaces do not tell where a word goes on, so there marks never grow. */
function isWordAt(text: string, at: number): boolean {
  const unit = at < 0 ? Number.NaN : text.charCodeAt(at);
  return unit >= 0 && isWordCharacter(unit) && !isUnspacedScript(unit);
}
