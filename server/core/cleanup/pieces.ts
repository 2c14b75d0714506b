import type { TextEdit } from "../text/edits.ts";
import { mergePassages, type Passage, type PassageMap } from "../text/passage-map.ts";

/** A run of the old text that stands in the new one; never empty. */
export interface KeptPiece {
  readonly kind: "kept";
  readonly start: number;
  readonly end: number;
  /** Whether it stands somewhere else than between what was before it and behind it. */
  readonly moved: boolean;
}

/** Text that the old one does not have at this place; never empty. */
export interface InsertedPiece {
  readonly kind: "inserted";
  readonly text: string;
  /** Why: a line break, what joins two lines, or the new text of a replacement. */
  readonly reason: "line break" | "joiner" | "replacement";
}

export type Piece = KeptPiece | InsertedPiece;

/** Appends a piece, joining it with the last one where both are one run of the old text. Empty runs are left out. */
export function appendPiece(pieces: Piece[], piece: Piece): void {
  if (piece.kind === "kept") {
    if (piece.start >= piece.end) return;
    const last = pieces.at(-1);
    if (last?.kind === "kept" && last.end === piece.start && last.moved === piece.moved) {
      pieces[pieces.length - 1] = { ...last, end: piece.end };
      return;
    }
  }
  pieces.push(piece);
}

export function textOf(text: string, pieces: readonly Piece[]): string {
  return pieces.map((piece) => pieceText(text, piece)).join("");
}

/** What lies between the pieces that stay in place is what the edits replace. */
export function editsOf(text: string, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let newText = "";

  function closeGap(end: number): void {
    if (newText !== text.slice(at, end)) {
      edits.push({ span: { start: at, end }, newText });
    }
    newText = "";
  }

  for (const piece of pieces) {
    if (piece.kind === "inserted" || piece.moved) {
      newText += pieceText(text, piece);
      continue;
    }
    closeGap(piece.start);
    at = piece.end;
  }
  closeGap(text.length);
  return edits;
}

/** Text that is no longer there is led to the place behind what stood before it. */
export function passageMapOf(oldLength: number, pieces: readonly Piece[]): PassageMap {
  const kept: Passage[] = [];
  let newLength = 0;
  for (const piece of pieces) {
    if (piece.kind === "inserted") {
      newLength += piece.text.length;
      continue;
    }
    kept.push({ start: piece.start, end: piece.end, to: newLength, kind: "kept" });
    newLength += piece.end - piece.start;
  }
  kept.sort((first, second) => first.start - second.start);
  const passages: Passage[] = [];
  let at = 0;
  let to = 0;
  for (const passage of kept) {
    if (passage.start > at) passages.push({ start: at, end: passage.start, to, kind: "gone" });
    passages.push(passage);
    at = passage.end;
    to = passage.to + passage.end - passage.start;
  }
  if (oldLength > at) passages.push({ start: at, end: oldLength, to, kind: "gone" });
  return { oldLength, newLength, passages: mergePassages(passages) };
}

function pieceText(text: string, piece: Piece): string {
  return piece.kind === "kept" ? text.slice(piece.start, piece.end) : piece.text;
}
