import type { Operation } from "../checks/check.ts";
import { type LineIndex, lineAt, lineContentSpan, lineSpan } from "../text/lines.ts";
import { containsSpan, mergeSpans, type Span, spansOverlap } from "../text/span.ts";
import { isBlankSpan } from "../text/white-space.ts";
import { changesLineBreak } from "./change-line-breaks.ts";

export type RemoveOperation = Extract<Operation, { kind: "remove" }>;
export type SplitOperation = Extract<Operation, { kind: "split" }>;
export type JoinOperation = Extract<Operation, { kind: "join" }>;
export type MoveOperation = Extract<Operation, { kind: "move" }>;
export type ReplaceOperation = Extract<Operation, { kind: "replace" }>;

/** An operation that is left out because it contradicts another one or cannot be done at all. */
export interface DroppedOperation {
  readonly operation: Operation;
  /** A sentence for the log and for tests. */
  readonly reason: string;
}

/** Operations of any number of fixes after their contradictions are settled; each list is in text order. */
export interface SettledOperations {
  /** Disjoint. */
  readonly removals: readonly Span[];
  readonly splits: readonly number[];
  /** Disjoint, white space around at least one line break. */
  readonly joins: readonly JoinOperation[];
  /** Disjoint, and apart from removals and joins. */
  readonly replaces: readonly ReplaceOperation[];
  /** Line breaks that get another form wherever they stay; disjoint, and no part of `replaces`. */
  readonly lineBreaks: readonly ReplaceOperation[];
  /** Disjoint runs of whole lines, `to` at the start of a line or at the end of the text; no move goes round in a circle. */
  readonly moves: readonly MoveOperation[];
  readonly dropped: readonly DroppedOperation[];
}

/** Where the first line starts: behind a byte order mark, which belongs to the file and to no line. */
export function contentStart(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/**
 * Makes operations of several fixes fit together. Identical ones merge. The rules for contradictions do not depend on
 * the order they come in: a removal wins over what lies inside it; a move over a replacement or a join that would tie
 * the moved lines to others; a replacement over a join or split inside it; a join over a split at its place; of two
 * of one kind that overlap, the one that starts first, then the longer.
 */
export function settleOperations(lines: LineIndex, operations: readonly Operation[]): SettledOperations {
  const dropped: DroppedOperation[] = [];
  const possible = distinct(operations).filter((operation) => {
    const reason = impossibility(lines, operation);
    if (reason !== undefined) dropped.push({ operation, reason });
    return reason === undefined;
  });
  const start = contentStart(lines.text);
  const removals = mergeSpans(
    possible
      .filter(takesAway)
      .map(spanOf)
      .map((span) => ({ start: Math.max(span.start, start), end: span.end }))
      .filter((span) => span.end > span.start),
  );
  const moves = settleMoves(lines, possible.filter(isMove), dropped);
  const ties = lineBoundaries(moves);
  const isForm = (operation: ReplaceOperation) => changesLineBreak(lines.text, operation);
  const replacing = possible.filter(isReplace);
  const lineBreaks = firstOfEach(replacing.filter(isForm));
  const texts = replacing.filter((operation) => !isForm(operation));
  const replaces = settleReplaces(texts, removals, ties, lines, dropped);
  const joins = settleJoins(possible.filter(isJoin), replaces, ties, lines, dropped);
  const splits = settleSplits(possible.filter(isSplit), { removals, replaces, joins }, dropped);
  return { removals, splits, joins, replaces, lineBreaks, moves, dropped };
}

function takesAway(operation: Operation): boolean {
  return operation.kind === "remove" || (operation.kind === "replace" && operation.newText === "");
}

function isMove(operation: Operation): operation is MoveOperation {
  return operation.kind === "move";
}

function isReplace(operation: Operation): operation is ReplaceOperation {
  return operation.kind === "replace" && operation.newText !== "";
}

function isJoin(operation: Operation): operation is JoinOperation {
  return operation.kind === "join";
}

function isSplit(operation: Operation): operation is SplitOperation {
  return operation.kind === "split";
}

function distinct(operations: readonly Operation[]): Operation[] {
  const byKey = new Map<string, Operation>();
  for (const operation of operations) {
    const key = keyOf(operation);
    if (!byKey.has(key)) byKey.set(key, operation);
  }
  return [...byKey.values()].sort((first, second) => {
    const [a, b] = [spanOf(first), spanOf(second)];
    const byPlace = a.start - b.start || b.end - a.end;
    if (byPlace !== 0) return byPlace;
    const [firstKey, secondKey] = [keyOf(first), keyOf(second)];
    return firstKey < secondKey ? -1 : Number(firstKey > secondKey);
  });
}

function keyOf(operation: Operation): string {
  const { start, end } = spanOf(operation);
  switch (operation.kind) {
    case "remove":
    case "split":
      return `${operation.kind} ${start} ${end}`;
    case "join":
      // A space comes before nothing: of two joins at one place the one that keeps words apart is first.
      return `join ${start} ${end} ${operation.joiner === " " ? 0 : 1}`;
    case "move":
      return `move ${start} ${end} ${operation.to}`;
    case "replace":
      return `replace ${start} ${end} ${operation.newText}`;
  }
}

function spanOf(operation: Operation): Span {
  return operation.kind === "split" ? { start: operation.at, end: operation.at } : operation.span;
}

/** Why an operation makes no sense in this text by itself, or undefined. */
function impossibility(lines: LineIndex, operation: Operation): string | undefined {
  const { start, end } = spanOf(operation);
  const length = lines.text.length;
  if (!(start >= 0 && start <= end && end <= length)) return "It lies outside the text.";
  switch (operation.kind) {
    case "join": {
      const isBreak = isBlankSpan(lines.text, operation.span) && lineAt(lines, start) < lineAt(lines, end);
      return isBreak ? undefined : "It would join lines over something that is no line break.";
    }
    case "move":
      if (wholeLines(lines, operation.span) === undefined) return "It would move a part of a line.";
      if (destination(lines, operation.to) === undefined)
        return "It would move lines into the middle of another line.";
      return undefined;
    case "remove":
    case "split":
    case "replace":
      return undefined;
  }
}

/** The lines that a span holds, with the final line break, or undefined when it cuts a line. */
function wholeLines(lines: LineIndex, span: Span): Span | undefined {
  const first = contentStart(lines.text);
  const startLine = lineAt(lines, span.start);
  const start = Math.max(lineSpan(lines, startLine).start, first);
  if (!isBlankSpan(lines.text, { start, end: Math.max(span.start, start) })) return undefined;
  const endLine = lineAt(lines, span.end);
  const endsAtStart = span.end > start && lineSpan(lines, endLine).start === span.end;
  if (endsAtStart) return { start, end: span.end };
  const content = lineContentSpan(lines, endLine);
  if (!isBlankSpan(lines.text, { start: span.end, end: content.end })) return undefined;
  return { start, end: lineSpan(lines, endLine).end };
}

/** The start of the line that a move leads to; the end of a line means the next one. Undefined inside a line. */
function destination(lines: LineIndex, to: number): number | undefined {
  if (!(to >= 0 && to <= lines.text.length)) return undefined;
  const first = contentStart(lines.text);
  const line = lineAt(lines, to);
  const { start, end } = lineSpan(lines, line);
  if (to <= Math.max(start, first)) return Math.max(start, first);
  return to >= lineContentSpan(lines, line).end ? end : undefined;
}

function settleMoves(
  lines: LineIndex,
  moves: readonly MoveOperation[],
  dropped: DroppedOperation[],
): MoveOperation[] {
  const settled: MoveOperation[] = [];
  for (const operation of moves) {
    const span = wholeLines(lines, operation.span) as Span;
    const to = destination(lines, operation.to) as number;
    // Leading into the moved lines or to one of their edges, it leaves everything where it is.
    if (to >= span.start && to <= span.end) continue;
    const last = settled.at(-1);
    if (last !== undefined && spansOverlap(last.span, span)) {
      const isSame = last.span.start === span.start && last.span.end === span.end && last.to === to;
      if (!isSame) dropped.push({ operation, reason: "Its lines are moved by another operation." });
    } else if (leadsBack({ kind: "move", span, to }, settled)) {
      dropped.push({ operation, reason: "It would move lines into lines that are moved into them." });
    } else {
      settled.push({ kind: "move", span, to });
    }
  }
  return settled;
}

/**
 * Whether lines that would move into other moved lines, and with these into further ones, end up inside themselves.
 *
 * @param others Disjoint and in text order; may hold the move itself as it was.
 */
export function leadsBack(move: MoveOperation, others: readonly MoveOperation[]): boolean {
  let carrier = carrierOf(move.to, others);
  for (let steps = 0; carrier !== undefined && steps <= others.length; steps++) {
    if (isStrictlyInside(carrier.to, move.span)) return true;
    carrier = carrierOf(carrier.to, others);
  }
  return false;
}

function carrierOf(to: number, moves: readonly MoveOperation[]): MoveOperation | undefined {
  let low = 0;
  let high = moves.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((moves[middle] as MoveOperation).span.start < to) low = middle;
    else high = middle - 1;
  }
  const found = moves[low];
  return found !== undefined && isStrictlyInside(to, found.span) ? found : undefined;
}

function isStrictlyInside(offset: number, span: Span): boolean {
  return span.start < offset && offset < span.end;
}

/** The line starts that a join or replacement must not tie together: edges and destinations of moves, ascending. */
function lineBoundaries(moves: readonly MoveOperation[]): readonly number[] {
  return moves.flatMap(({ span, to }) => [span.start, span.end, to]).sort((first, second) => first - second);
}

/** Whether one of the boundaries is the start of a line that the span reaches into from a line before. */
function tiesMovedLines(lines: LineIndex, span: Span, boundaries: readonly number[]): boolean {
  const firstLineStart = lineSpan(lines, lineAt(lines, span.start)).start;
  const lastLineStart = lineSpan(lines, lineAt(lines, span.end)).start;
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((boundaries[middle] as number) <= firstLineStart) low = middle + 1;
    else high = middle;
  }
  const next = boundaries[low];
  return next !== undefined && next <= lastLineStart;
}

/** Those that overlap none before them. */
function firstOfEach(lineBreaks: readonly ReplaceOperation[]): ReplaceOperation[] {
  let end = 0;
  return lineBreaks.filter(({ span }) => {
    const isApart = span.start >= end;
    end = isApart ? span.end : end;
    return isApart;
  });
}

function settleReplaces(
  replaces: readonly ReplaceOperation[],
  removals: readonly Span[],
  ties: readonly number[],
  lines: LineIndex,
  dropped: DroppedOperation[],
): ReplaceOperation[] {
  const settled: ReplaceOperation[] = [];
  const start = contentStart(lines.text);
  const removed = spanCursor(removals);
  for (const operation of replaces) {
    const { span } = operation;
    const removal = removed(span);
    const last = settled.at(-1);
    if (removal !== undefined && containsSpan(removal, span)) continue;
    if (removal !== undefined) dropped.push({ operation, reason: "A part of its text is removed." });
    else if (span.start < start) dropped.push({ operation, reason: "It would replace the byte order mark." });
    else if (last !== undefined && span.start < Math.max(last.span.end, last.span.start + 1)) {
      dropped.push({ operation, reason: "Another operation replaces the same text." });
    } else if (tiesMovedLines(lines, span, ties))
      dropped.push({ operation, reason: "A part of its text is moved." });
    else settled.push(operation);
  }
  return settled;
}

function settleJoins(
  joins: readonly JoinOperation[],
  replaces: readonly ReplaceOperation[],
  ties: readonly number[],
  lines: LineIndex,
  dropped: DroppedOperation[],
): JoinOperation[] {
  const settled: JoinOperation[] = [];
  const replaced = spanCursor(replaces.map(({ span }) => span));
  for (const operation of joins) {
    const last = settled.at(-1);
    if (last !== undefined && spansOverlap(last.span, operation.span)) {
      dropped.push({ operation, reason: "Another operation joins the same lines." });
    } else if (replaced(operation.span) !== undefined) {
      dropped.push({ operation, reason: "Its line break is replaced." });
    } else if (tiesMovedLines(lines, operation.span, ties)) {
      dropped.push({ operation, reason: "One of its lines is moved, or another is moved between them." });
    } else {
      settled.push(operation);
    }
  }
  return settled;
}

function settleSplits(
  splits: readonly SplitOperation[],
  settled: Pick<SettledOperations, "removals" | "replaces" | "joins">,
  dropped: DroppedOperation[],
): number[] {
  const removed = spanCursor(settled.removals);
  const replaced = spanCursor(settled.replaces.map(({ span }) => span));
  const joined = spanCursor(settled.joins.map(({ span }) => ({ start: span.start - 1, end: span.end + 1 })));
  const offsets: number[] = [];
  for (const operation of splits) {
    const place = { start: operation.at, end: operation.at };
    if (removed(place) !== undefined) continue;
    if (replaced(place) !== undefined)
      dropped.push({ operation, reason: "The text at its place is replaced." });
    else if (joined(place) !== undefined) {
      dropped.push({ operation, reason: "Another operation joins the lines at its place." });
    } else offsets.push(operation.at);
  }
  return offsets;
}

/**
 * For queries in text order: the first of the sorted, disjoint spans that overlaps a span, or holds an empty one
 * strictly inside. Amortised constant time.
 */
function spanCursor(spans: readonly Span[]): (query: Span) => Span | undefined {
  let index = 0;
  return (query) => {
    while (index < spans.length && (spans[index] as Span).end <= query.start) index++;
    const candidate = spans[index];
    return candidate !== undefined && spansOverlap(candidate, query) ? candidate : undefined;
  };
}
