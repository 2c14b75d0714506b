import type { Operation } from "../checks/check.ts";
import type { TextEdit } from "../text/edits.ts";
import type { LineIndex } from "../text/lines.ts";
import type { PassageMap } from "../text/passage-map.ts";
import type { Span } from "../text/span.ts";
import { layOut } from "./lay-out.ts";
import { editsOf, type Piece, passageMapOf, textOf } from "./pieces.ts";
import {
  type DroppedOperation,
  type JoinOperation,
  type MoveOperation,
  type ReplaceOperation,
  settleOperations,
} from "./settle-operations.ts";

/** What a set of operations makes of a text. */
export interface Composition {
  readonly lines: LineIndex;
  /** In text order, never overlapping, and touching nothing that stays: a move is a deletion and an insertion. */
  readonly edits: readonly TextEdit[];
  /** The text after all operations: `applyEdits(lines.text, edits)`. */
  readonly text: string;
  /** Where each passage of the old text stands in the new one. */
  readonly offsetMap: PassageMap;
  /** The new text in order: runs of the old one, and what was put between them. */
  readonly pieces: readonly Piece[];
  /** What was taken out, white space that went with it included; disjoint, in text order. */
  readonly removals: readonly Span[];
  /** Where lines are broken, in text order. */
  readonly splits: readonly number[];
  /** The replacements, joins and moves that were not dropped, in text order. */
  readonly replaces: readonly ReplaceOperation[];
  readonly joins: readonly JoinOperation[];
  readonly moves: readonly MoveOperation[];
  /** Contradictory or impossible operations; nothing was done for these. */
  readonly dropped: readonly DroppedOperation[];
}

/**
 * Composes the operations of one fix or of many, in any order, into one change of the text. The rules where they meet:
 *
 * - A removal wins over everything inside it. A line of which nothing is left goes with its line break; of a line that
 *   is cut, the line break stays and no white space is left dangling at the cut.
 * - Where whole lines go (or are moved away) between blank lines, the blank lines behind them go too (or along), so that
 *   blocks parted by blank lines stay so.
 * - A split breaks a line only where text is left on both sides, a join joins what is left of its lines.
 * - Moved lines carry the changes inside them along. Several moves to one place keep their text order. A place inside
 *   moved lines moves with them; one inside removed lines is where these were.
 * - Line breaks put in are those that the text mostly has. A text that ends without a line break still does afterwards.
 *
 * Operations that contradict each other are settled as `settleOperations` says and reported in `dropped`.
 */
export function composeOperations(lines: LineIndex, operations: readonly Operation[]): Composition {
  const settled = settleOperations(lines, operations);
  const { pieces, removals, moves } = layOut(lines, settled);
  return {
    lines,
    edits: editsOf(lines.text, pieces),
    text: textOf(lines.text, pieces),
    offsetMap: passageMapOf(lines.text.length, pieces),
    pieces,
    removals,
    splits: settled.splits,
    replaces: settled.replaces,
    joins: settled.joins,
    moves,
    dropped: settled.dropped,
  };
}
