import type { Span } from "../text/span.ts";
import { isBlankSpan, isWhiteSpace, trimSpan } from "../text/white-space.ts";
import { appendPiece, type Piece } from "./pieces.ts";

/** What happens inside a line, or inside a run of lines that are joined. */
export type InlineChange =
  | { readonly kind: "remove"; readonly span: Span }
  | { readonly kind: "split"; readonly span: Span }
  | { readonly kind: "join"; readonly span: Span; readonly joiner: " " | "" }
  | { readonly kind: "replace"; readonly span: Span; readonly newText: string };

/** A run of old text, or what replaces one, with nothing removed inside. */
interface Fragment {
  readonly span: Span;
  readonly newText: string | undefined;
  /** Text that was removed right before it; white space that lay there and may be needed between two words. */
  cut: boolean;
  space: Span | undefined;
}

interface Cell {
  readonly fragments: readonly Fragment[];
  /** Whether something was removed at the cell's end, behind the last fragment. */
  readonly cutAtEnd: boolean;
}

/** What parts a cell from the one before. */
type Separator = Extract<InlineChange, { kind: "split" | "join" }>;

/**
 * The pieces that the content of a line (or of joined lines) becomes, without its final line break; undefined when
 * nothing but white space is left of it.
 *
 * @param content The text without the final line break.
 * @param changes In text order; joins, replacements and splits do not overlap.
 */
export function layChain(
  text: string,
  content: Span,
  changes: readonly InlineChange[],
  lineBreak: string,
): Piece[] | undefined {
  const { cells, separators } = cellsOf(text, content, changes);
  const filled = cells.flatMap((cell, index) => (cell.fragments.length > 0 ? [index] : []));
  if (filled.length === 0) return undefined;
  const pieces: Piece[] = [];
  for (const [order, index] of filled.entries()) {
    const previous = filled[order - 1];
    if (previous !== undefined) {
      appendSeparator(pieces, text, separators.slice(previous, index), lineBreak);
    }
    const isLast = order === filled.length - 1;
    appendCell(pieces, text, cells[index] as Cell, {
      trimStart: previous !== undefined,
      trimEnd: !isLast,
    });
  }
  return pieces;
}

/** Cuts the content at splits and joins; a cell whose text is all gone or blank has no fragments. */
function cellsOf(text: string, content: Span, changes: readonly InlineChange[]) {
  const cells: Cell[] = [];
  const separators: Separator[] = [];
  let fragments: Fragment[] = [];
  let at = content.start;
  let cut = false;
  let space: Span | undefined;

  function addFragment(span: Span, newText: string | undefined): void {
    const isBlank = newText === undefined ? isBlankSpan(text, span) : newText.trim() === "";
    if (isBlank && newText === undefined) {
      space ??= span.end > span.start ? span : undefined;
      return;
    }
    fragments.push({ span, newText, cut, space });
    cut = false;
    space = undefined;
  }

  function endCell(): void {
    cells.push({ fragments, cutAtEnd: cut });
    fragments = [];
    cut = false;
    space = undefined;
  }

  for (const change of changes) {
    const start = Math.min(Math.max(change.span.start, content.start), content.end);
    const end = Math.min(change.span.end, content.end);
    if (change.kind === "split" && start < at) continue;
    if (start > at) addFragment({ start: at, end: start }, undefined);
    if (change.kind === "remove") {
      if (end > Math.max(start, at)) {
        space ??= edgeSpace(text, { start: Math.max(start, at), end });
        cut = true;
      }
    } else if (change.kind === "replace") addFragment({ start, end }, change.newText);
    else {
      endCell();
      separators.push(change);
    }
    at = Math.max(at, end);
  }
  if (content.end > at) addFragment({ start: at, end: content.end }, undefined);
  endCell();
  return { cells, separators };
}

/** A white-space character at the edge of removed text that can stay as the space between its neighbours. */
function edgeSpace(text: string, removed: Span): Span | undefined {
  if (isInlineSpace(text.charCodeAt(removed.start))) return { start: removed.start, end: removed.start + 1 };
  if (isInlineSpace(text.charCodeAt(removed.end - 1))) return { start: removed.end - 1, end: removed.end };
  return undefined;
}

/** A byte order mark inside a text counts as white space and parts no words for a reader. */
function isInlineSpace(unit: number): boolean {
  return isWhiteSpace(unit) && unit !== 0x0a && unit !== 0x0d && unit !== 0xfeff;
}

/**
 * White space stays as it is, but not at a cut (one space is left between two words, none at an edge), and not at a
 * line break or joiner that was put in.
 */
function appendCell(
  pieces: Piece[],
  text: string,
  cell: Cell,
  edges: { readonly trimStart: boolean; readonly trimEnd: boolean },
): void {
  for (const [index, fragment] of cell.fragments.entries()) {
    const next = cell.fragments[index + 1];
    const isFirst = index === 0;
    const trimStart = fragment.cut || (isFirst && edges.trimStart);
    const trimEnd = next === undefined ? edges.trimEnd || cell.cutAtEnd : next.cut;
    if (fragment.cut && !isFirst)
      appendSpaceAtCut(pieces, text, cell.fragments[index - 1] as Fragment, fragment);
    else if (fragment.space !== undefined && !trimStart) appendKept(pieces, fragment.space);
    if (fragment.newText !== undefined) {
      pieces.push({ kind: "inserted", text: fragment.newText, reason: "replacement" });
      continue;
    }
    const trimmed = trimSpan(text, fragment.span);
    appendKept(pieces, {
      start: trimStart ? trimmed.start : fragment.span.start,
      end: trimEnd ? trimmed.end : fragment.span.end,
    });
  }
}

/** One of the white-space characters around removed text stays between what was before and behind it, if there was one. */
function appendSpaceAtCut(pieces: Piece[], text: string, before: Fragment, after: Fragment): void {
  const beforeEnd = before.newText === undefined ? trimSpan(text, before.span).end : before.span.end;
  const afterStart = after.newText === undefined ? trimSpan(text, after.span).start : after.span.start;
  if (beforeEnd < before.span.end) appendKept(pieces, { start: beforeEnd, end: beforeEnd + 1 });
  else if (after.space !== undefined)
    appendKept(pieces, { start: after.space.start, end: after.space.start + 1 });
  else if (afterStart > after.span.start) appendKept(pieces, { start: afterStart - 1, end: afterStart });
}

function appendSeparator(
  pieces: Piece[],
  text: string,
  separators: readonly Separator[],
  lineBreak: string,
): void {
  if (separators.some(({ kind }) => kind === "split")) {
    pieces.push({ kind: "inserted", text: lineBreak, reason: "line break" });
    return;
  }
  const joins = separators.filter((separator) => separator.kind === "join");
  if (joins.every(({ joiner }) => joiner === "")) return;
  // A space that is there already stays, so that the edit only takes the line break away.
  const space = joins.map(({ span }) => spaceAtEdge(text, span)).find((place) => place !== undefined);
  if (space === undefined) {
    pieces.push({ kind: "inserted", text: " ", reason: "joiner" });
  } else {
    appendKept(pieces, { start: space, end: space + 1 });
  }
}

function spaceAtEdge(text: string, span: Span): number | undefined {
  return [span.start, span.end - 1].find((place) => text.charCodeAt(place) === 0x20);
}

function appendKept(pieces: Piece[], span: Span): void {
  appendPiece(pieces, { kind: "kept", start: span.start, end: span.end, moved: false });
}
