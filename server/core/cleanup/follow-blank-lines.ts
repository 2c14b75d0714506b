import { type LineIndex, lineAt, lineContentSpan, lineCount, lineSpan } from "../text/lines.ts";
import { isBlankSpan } from "../text/white-space.ts";
import type { Chain } from "./chains.ts";
import { leadsBack, type MoveOperation } from "./settle-operations.ts";

/** Blank lines that go, and moves with the blank lines that they take along. */
export interface Followers {
  readonly gone: readonly Chain[];
  readonly moves: readonly MoveOperation[];
}

/** A run of lines that are removed or moved away, side by side. */
interface Leaving {
  readonly firstLine: number;
  readonly lastLine: number;
  /** The index of the move that the run's last lines belong to, when it ends with one. */
  readonly move: number | undefined;
}

/**
 * Where blocks are parted by blank lines, removing one would leave two partings side by side: the one behind goes too.
 * A block that is moved takes the parting behind it along, and is put behind the parting at its new place. At the end of
 * the text there is none behind: then the one before goes. Only blank lines that no operation touches follow.
 */
export function followBlankLines(
  lines: LineIndex,
  chains: readonly Chain[],
  moves: readonly MoveOperation[],
): Followers {
  const changed = changedLines(chains);
  const mileposts = new Set(moves.flatMap(({ span, to }) => [lineAt(lines, span.start), lineAt(lines, to)]));
  const lastLine = lineCount(lines) - 1;
  const lineTotal = lineSpan(lines, lastLine).start === lines.text.length ? lastLine : lastLine + 1;
  const gone: Chain[] = [];
  const longerMoves = [...moves];
  let swallowedTo = -1;

  function isBlank(line: number): boolean {
    return isBlankSpan(lines.text, lineContentSpan(lines, line));
  }

  function isFreeBlank(line: number): boolean {
    return line >= 0 && line < lineTotal && !changed.has(line) && isBlank(line);
  }

  function swallow(first: number, last: number): void {
    for (let line = first; line <= last; line++) {
      gone.push(goneLine(lines, line));
    }
    swallowedTo = Math.max(swallowedTo, last);
  }

  /** Behind the blank lines at a place. */
  function behindParting(to: number): number {
    let line = lineAt(lines, to);
    while (isFreeBlank(line) && to < lines.text.length) {
      line++;
    }
    return Math.max(to, lineSpan(lines, line).start);
  }

  for (const run of leavingRuns(lines, chains, moves)) {
    const before = run.firstLine - 1;
    const isParted = before < 0 || before === swallowedTo || isBlank(before);
    if (!isParted) {
      continue;
    }
    let last = run.lastLine;
    while (isFreeBlank(last + 1) && !mileposts.has(last + 1)) {
      last++;
    }
    const move = run.move === undefined ? undefined : moves[run.move];
    const to = move === undefined ? 0 : behindParting(move.to);
    const span = { start: move?.span.start ?? 0, end: lineSpan(lines, last).end };
    if (last > run.lastLine && move !== undefined && move.to < lines.text.length) {
      const longer = { ...move, span, to };
      // Led to right behind its own parting, the block would stay where it is. Two blocks whose partings would lie inside
      // each other would carry each other out of the text.
      if ((to < span.start || to > span.end) && !leadsBack(longer, longerMoves)) {
        longerMoves[run.move as number] = longer;
        swallowedTo = last;
      }
    } else if (last > run.lastLine) {
      swallow(run.lastLine + 1, last);
    } else if (run.lastLine === lineTotal - 1) {
      let first = run.firstLine;
      while (first - 1 > swallowedTo && isFreeBlank(first - 1) && !mileposts.has(first - 1)) {
        first--;
      }
      swallow(first, run.firstLine - 1);
    }
  }
  return { gone, moves: longerMoves };
}

function changedLines(chains: readonly Chain[]): ReadonlySet<number> {
  const changed = new Set<number>();
  for (const { firstLine, lastLine } of chains) {
    for (let line = firstLine; line <= lastLine; line++) {
      changed.add(line);
    }
  }
  return changed;
}

function leavingRuns(lines: LineIndex, chains: readonly Chain[], moves: readonly MoveOperation[]): Leaving[] {
  const leaving: Leaving[] = moves.map(({ span }, move) => ({
    firstLine: lineAt(lines, span.start),
    lastLine: lineAt(lines, span.end - 1),
    move,
  }));
  for (const { firstLine, lastLine, pieces } of chains) {
    if (pieces === undefined) leaving.push({ firstLine, lastLine, move: undefined });
  }
  leaving.sort((first, second) => first.firstLine - second.firstLine || second.lastLine - first.lastLine);
  const runs: Leaving[] = [];
  for (const next of leaving) {
    const run = runs.at(-1);
    if (run === undefined || next.firstLine > run.lastLine + 1) runs.push(next);
    // What is removed inside moved lines leaves no gap where it is.
    else if (next.lastLine > run.lastLine) runs[runs.length - 1] = { ...next, firstLine: run.firstLine };
  }
  return runs;
}

function goneLine(lines: LineIndex, line: number): Chain {
  return {
    span: lineSpan(lines, line),
    firstLine: line,
    lastLine: line,
    pieces: undefined,
    lineBreak: undefined,
  };
}
