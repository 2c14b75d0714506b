import { type LineIndex, lineAt, lineCount, lineSpan, withoutFinalLineBreak } from "../text/lines.ts";
import { containsSpan, type Span } from "../text/span.ts";
import { type InlineChange, layChain } from "./lay-chain.ts";
import type { Piece } from "./pieces.ts";
import { contentStart, type SettledOperations } from "./settle-operations.ts";

/** Lines that become one: a line that is changed inside, or a run of lines with what joins them. */
export interface Chain {
  /** Whole lines, with the final line break. */
  readonly span: Span;
  readonly firstLine: number;
  readonly lastLine: number;
  /** What the lines become, without the final line break; undefined when nothing is left of them. */
  readonly pieces: readonly Piece[] | undefined;
  /** The final line break; undefined for a last line without one. */
  readonly lineBreak: Span | undefined;
}

interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The lines that the operations change, in text order; moves do not count. */
export function chainsOf(lines: LineIndex, settled: SettledOperations, lineBreak: string): Chain[] {
  const changes = inlineChanges(settled);
  const chains: Chain[] = [];
  let next = 0;
  for (const { first, last } of touchedRanges(lines, settled)) {
    const span = {
      start: Math.max(lineSpan(lines, first).start, contentStart(lines.text)),
      end: lineSpan(lines, last).end,
    };
    if (span.start >= span.end) continue;
    // A change that ends before this range cannot reach into a later one.
    while (next < changes.length && isBefore(changes[next] as InlineChange, span)) next++;
    const own: InlineChange[] = [];
    for (let index = next; index < changes.length; index++) {
      const change = changes[index] as InlineChange;
      if (
        change.span.start >= span.end &&
        !(change.span.start === span.end && span.end === lines.text.length)
      )
        break;
      own.push(change);
    }
    const chain = chainOf(lines.text, span, { first, last }, own, lineBreak);
    // Blank lines that nothing is removed from stay blank lines.
    if (chain.pieces !== undefined || own.some(({ kind }) => kind === "remove")) {
      chains.push(chain);
    }
  }
  return chains;
}

function chainOf(
  text: string,
  span: Span,
  range: LineRange,
  changes: readonly InlineChange[],
  lineBreak: string,
): Chain {
  const content = withoutFinalLineBreak(text, span);
  const finalBreak = content.end < span.end ? { start: content.end, end: span.end } : undefined;
  const chain = { span, firstLine: range.first, lastLine: range.last, lineBreak: finalBreak };
  const removal = changes.find(({ kind }) => kind === "remove");
  if (removal !== undefined && containsSpan(removal.span, content)) return { ...chain, pieces: undefined };
  return { ...chain, pieces: layChain(text, content, changes, lineBreak) };
}

function isBefore(change: InlineChange, span: Span): boolean {
  const { start, end } = change.span;
  return end < span.start || (end === span.start && start < end);
}

function inlineChanges(settled: SettledOperations): InlineChange[] {
  const changes: InlineChange[] = [
    ...settled.removals.map((span) => ({ kind: "remove", span }) as const),
    ...settled.splits.map((at) => ({ kind: "split", span: { start: at, end: at } }) as const),
    ...settled.joins,
    ...settled.replaces,
  ];
  return changes.sort((first, second) => first.span.start - second.span.start || rank(first) - rank(second));
}

/** At one place: a line is split before what is removed or put in behind the split. */
function rank(change: InlineChange): number {
  return change.kind === "split" ? 0 : 1;
}

/** Ranges of lines that stand or fall together, in text order, apart from each other. */
function touchedRanges(lines: LineIndex, settled: SettledOperations): LineRange[] {
  const ranges: LineRange[] = [];
  for (const { span } of [...settled.joins, ...settled.replaces]) {
    ranges.push({ first: lineAt(lines, span.start), last: lineAt(lines, span.end) });
  }
  for (const at of settled.splits) ranges.push({ first: lineAt(lines, at), last: lineAt(lines, at) });
  for (const span of settled.removals) {
    const last = lineAt(lines, span.end - 1);
    for (let line = lineAt(lines, span.start); line <= last && line < lineCount(lines); line++) {
      ranges.push({ first: line, last: line });
    }
  }
  ranges.sort((first, second) => first.first - second.first || second.last - first.last);
  const merged: LineRange[] = [];
  for (const range of ranges) {
    const previous = merged.at(-1);
    if (previous === undefined || range.first > previous.last) merged.push(range);
    else merged[merged.length - 1] = { first: previous.first, last: Math.max(previous.last, range.last) };
  }
  return merged;
}
