import { type LineIndex, lineAt, lineContentSpan, lineCount, lineSpan } from "../text/lines.ts";
import { isBlankSpan } from "../text/white-space.ts";
import type { Chain } from "./chains.ts";
import type { MoveOperation } from "./settle-operations.ts";

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
 * A block that is moved takes the parting behind it along. At the end of the text there is none behind: then the one
 * before goes. Only blank lines that no operation touches follow.
 */
export function followBlankLines(
  lines: LineIndex,
  chains: readonly Chain[],
  moves: readonly MoveOperation[],
): Followers {
  const touched = touchedLines(lines, chains, moves);
  const lineTotal =
    lineSpan(lines, lineCount(lines) - 1).start === lines.text.length
      ? lineCount(lines) - 1
      : lineCount(lines);
  const gone: Chain[] = [];
  const longerMoves = [...moves];
  let swallowedTo = -1;

  function isFreeBlank(line: number): boolean {
    return (
      line >= 0 &&
      line < lineTotal &&
      !touched.has(line) &&
      isBlankSpan(lines.text, lineContentSpan(lines, line))
    );
  }

  function swallow(first: number, last: number): void {
    for (let line = first; line <= last; line++) gone.push(goneLine(lines, line));
    swallowedTo = Math.max(swallowedTo, last);
  }

  for (const run of leavingRuns(lines, chains, moves)) {
    const before = run.firstLine - 1;
    const isParted =
      before < 0 || before === swallowedTo || isBlankSpan(lines.text, lineContentSpan(lines, before));
    if (!isParted) continue;
    let last = run.lastLine;
    while (isFreeBlank(last + 1)) last++;
    const end = lineSpan(lines, last).end;
    const move = run.move === undefined ? undefined : moves[run.move];
    // Led to right behind that parting, the block would stay where it is.
    if (move !== undefined && move.to === end) {
      continue;
    }
    if (last > run.lastLine && move !== undefined && move.to < lines.text.length) {
      longerMoves[run.move as number] = {
        ...move,
        span: { start: move.span.start, end },
      };
      swallowedTo = last;
    } else if (last > run.lastLine) {
      swallow(run.lastLine + 1, last);
    } else if (run.lastLine === lineTotal - 1) {
      let first = run.firstLine;
      while (first - 1 > swallowedTo && isFreeBlank(first - 1)) first--;
      swallow(first, run.firstLine - 1);
    }
  }
  return { gone, moves: longerMoves };
}

/** Lines that an operation changes, and those at the edges and destinations of moves. */
function touchedLines(
  lines: LineIndex,
  chains: readonly Chain[],
  moves: readonly MoveOperation[],
): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const { firstLine, lastLine } of chains) {
    for (let line = firstLine; line <= lastLine; line++) touched.add(line);
  }
  for (const { span, to } of moves) {
    touched.add(lineAt(lines, span.start));
    touched.add(lineAt(lines, to));
  }
  return touched;
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
