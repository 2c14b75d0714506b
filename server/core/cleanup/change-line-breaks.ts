import type { Operation } from "../checks/check.ts";
import { isLineBreak } from "../text/line-breaks.ts";
import { sliceSpan } from "../text/span.ts";
import { appendPiece, type Piece } from "./pieces.ts";

type ReplaceOperation = Extract<Operation, { kind: "replace" }>;

/**
 * Whether a replacement only gives a line break another form. It ties no lines together and contradicts nothing: where its
 * line break stays, wherever its line goes, it is done; where the line is removed or joined, there is nothing left to do.
 */
export function changesLineBreak(text: string, { span, newText }: ReplaceOperation): boolean {
  return span.end - span.start <= 2 && isLineBreak(newText) && isLineBreak(sliceSpan(text, span));
}

/** Gives the line breaks that stand in the new text their new form. `changes` are disjoint and in text order. */
export function changeLineBreaks(pieces: readonly Piece[], changes: readonly ReplaceOperation[]): Piece[] {
  const changed: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== "kept") {
      changed.push(piece);
      continue;
    }
    let at = piece.start;
    for (let index = firstAtOrAfter(changes, piece.start); index < changes.length; index++) {
      const { span, newText } = changes[index] as ReplaceOperation;
      if (span.end > piece.end) {
        break;
      }
      appendPiece(changed, { ...piece, start: at, end: span.start });
      changed.push({ kind: "inserted", text: newText, reason: "line break" });
      at = span.end;
    }
    appendPiece(changed, { ...piece, start: at });
  }
  return changed;
}

function firstAtOrAfter(changes: readonly ReplaceOperation[], offset: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle] as ReplaceOperation).span.start < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
