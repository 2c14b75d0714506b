import { dominantLineBreak } from "../text/line-breaks.ts";
import { type LineIndex, withoutFinalLineBreak } from "../text/lines.ts";
import { mergeSpans, type Span } from "../text/span.ts";
import { type Chain, chainsOf } from "./chains.ts";
import { changeLineBreaks } from "./change-line-breaks.ts";
import { followBlankLines } from "./follow-blank-lines.ts";
import { appendPiece, type Piece } from "./pieces.ts";
import { contentStart, type MoveOperation, type SettledOperations } from "./settle-operations.ts";

/** One or more lines as they stand in the new text. */
interface Item {
  readonly pieces: readonly Piece[];
  /** The line break behind the pieces in the old text; undefined for a last line without one. */
  readonly lineBreak: Span | undefined;
  readonly moved: boolean;
}

export interface Layout {
  readonly pieces: readonly Piece[];
  /** With the blank lines that went along. */
  readonly removals: readonly Span[];
  readonly moves: readonly MoveOperation[];
}

/** Puts the lines of a text in their new order, changed as the operations say. */
export function layOut(lines: LineIndex, settled: SettledOperations): Layout {
  const { text } = lines;
  const lineBreak = dominantLineBreak(lines);
  const ownChains = chainsOf(lines, settled, lineBreak);
  const followers = followBlankLines(lines, ownChains, settled.moves);
  const chains = [...ownChains, ...followers.gone].sort(
    (first, second) => first.span.start - second.span.start,
  );
  const items = orderItems(text, chains, followers.moves);
  return {
    pieces: changeLineBreaks(withLineBreaks(text, items, lineBreak), settled.lineBreaks),
    removals: mergeSpans([...settled.removals, ...followers.gone.map(({ span }) => span)]),
    moves: followers.moves,
  };
}

/** Walks the text once, taking moved lines out where they were and putting them in where they lead. */
function orderItems(text: string, chains: readonly Chain[], moves: readonly MoveOperation[]): Item[] {
  const items: Item[] = [];
  const moveByStart = new Map(moves.map((move) => [move.span.start, move]));
  const movesByPlace = new Map<number, MoveOperation[]>();
  for (const move of moves) {
    const arriving = movesByPlace.get(move.to);
    if (arriving === undefined) movesByPlace.set(move.to, [move]);
    else arriving.push(move);
  }
  const marks = [...new Set([...moveByStart.keys(), ...movesByPlace.keys()])].sort((a, b) => a - b);

  /** Lays a range of lines; of a moved range, only what leads strictly inside it arrives in it. */
  function layRange(range: Span, mover: MoveOperation | undefined): void {
    let at = range.start;
    for (let index = firstAtOrAfter(marks, range.start, identity); index < marks.length; index++) {
      const mark = marks[index] as number;
      if (mark > range.end) break;
      if (mark < at) continue;
      layLines({ start: at, end: mark }, mover !== undefined);
      at = mark;
      const isInside = mark > range.start && mark < range.end;
      if (mover === undefined || isInside) {
        for (const arriving of movesByPlace.get(mark) ?? []) layRange(arriving.span, arriving);
      }
      const leaving = moveByStart.get(mark);
      if (leaving !== undefined && leaving !== mover && mark < range.end) at = leaving.span.end;
    }
    layLines({ start: at, end: range.end }, mover !== undefined);
  }

  function layLines(range: Span, moved: boolean): void {
    let at = range.start;
    for (let index = firstAtOrAfter(chains, range.start, startOfChain); index < chains.length; index++) {
      const chain = chains[index] as Chain;
      if (chain.span.start >= range.end) break;
      layUntouched({ start: at, end: chain.span.start }, moved);
      if (chain.pieces !== undefined) {
        items.push({
          pieces: chain.pieces.map((piece) => placed(piece, moved)),
          lineBreak: chain.lineBreak,
          moved,
        });
      }
      at = chain.span.end;
    }
    layUntouched({ start: at, end: range.end }, moved);
  }

  function layUntouched(span: Span, moved: boolean): void {
    if (span.start >= span.end) return;
    const content = withoutFinalLineBreak(text, span);
    const pieces: Piece[] = [];
    appendPiece(pieces, { kind: "kept", start: content.start, end: content.end, moved });
    const lineBreak = content.end < span.end ? { start: content.end, end: span.end } : undefined;
    items.push({ pieces, lineBreak, moved });
  }

  layRange({ start: contentStart(text), end: text.length }, undefined);
  return items;
}

function placed(piece: Piece, moved: boolean): Piece {
  return piece.kind === "kept" ? { ...piece, moved } : piece;
}

/**
 * Every line but the last ends with a line break; the last one has one exactly when the old text ended with one, so
 * there is no empty last line where it did not.
 */
function withLineBreaks(text: string, items: readonly Item[], lineBreak: string): Piece[] {
  const start = contentStart(text);
  const pieces: Piece[] = [];
  appendPiece(pieces, { kind: "kept", start: 0, end: start, moved: false });
  for (const { pieces: own, lineBreak: ownBreak, moved } of items) {
    for (const piece of own) {
      appendPiece(pieces, piece);
    }
    if (ownBreak === undefined) {
      pieces.push({ kind: "inserted", text: lineBreak, reason: "line break" });
    } else {
      appendPiece(pieces, { kind: "kept", ...ownBreak, moved });
    }
  }
  const endsWithBreak = text.length > start && isLineBreak(text.charCodeAt(text.length - 1));
  return endsWithBreak ? pieces : withoutFinalLineBreaks(text, pieces);
}

function withoutFinalLineBreaks(text: string, pieces: readonly Piece[]): Piece[] {
  const shorter = [...pieces];
  for (let last = shorter.pop(); last !== undefined; last = shorter.pop()) {
    if (last.kind === "inserted" && last.reason === "line break") {
      continue;
    }
    if (last.kind === "inserted") {
      return [...shorter, last];
    }
    let end = last.end;
    while (end > last.start && isLineBreak(text.charCodeAt(end - 1))) {
      end--;
    }
    if (end > last.start) {
      return [...shorter, { ...last, end }];
    }
  }
  return [];
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

function firstAtOrAfter<T>(sorted: readonly T[], offset: number, startOf: (entry: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(sorted[middle] as T) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function identity(offset: number): number {
  return offset;
}

function startOfChain(chain: Chain): number {
  return chain.span.start;
}
