import type { TextEdit } from "../core/text/edits.ts";
import { applyEdits } from "../core/text/edits.ts";

/** Lines of context around a change, as `diff -u` gives. */
const CONTEXT = 3;

/** Lines that were replaced by others; lines hold their line feed, the last one of a text may have none. */
interface Change {
  readonly oldStart: number;
  readonly oldLines: readonly string[];
  readonly newLines: readonly string[];
}

/**
 * A unified diff, as `patch` reads it. The edits say what changed, so nothing is searched for and it is exact.
 *
 * @param edits In text order, not overlapping.
 * @returns the empty string when the edits change nothing.
 */
export function unifiedDiff(path: string, text: string, edits: readonly TextEdit[]): string {
  const lines = splitLines(text);
  const changes = changedLines(text, lines, edits);
  if (changes.length === 0) {
    return "";
  }
  const parts = [`--- ${path}\n+++ ${path}\n`];
  let shift = 0;
  for (let first = 0; first < changes.length; ) {
    let last = first;
    while (last + 1 < changes.length && startOf(changes, last + 1) - endOf(changes, last) <= 2 * CONTEXT) {
      last++;
    }
    const hunk = hunkOf(lines, changes.slice(first, last + 1), shift);
    parts.push(hunk.text);
    shift += hunk.shift;
    first = last + 1;
  }
  return parts.join("");
}

function startOf(changes: readonly Change[], index: number): number {
  return (changes[index] as Change).oldStart;
}

function endOf(changes: readonly Change[], index: number): number {
  return startOf(changes, index) + (changes[index] as Change).oldLines.length;
}

function hunkOf(
  lines: readonly string[],
  changes: readonly Change[],
  shift: number,
): { text: string; shift: number } {
  const from = Math.max(0, startOf(changes, 0) - CONTEXT);
  const until = Math.min(lines.length, endOf(changes, changes.length - 1) + CONTEXT);
  const rows: string[] = [];
  let at = from;
  let grown = 0;
  for (const { oldStart, oldLines, newLines } of changes) {
    rows.push(...lines.slice(at, oldStart).map((line) => row(" ", line)));
    rows.push(...oldLines.map((line) => row("-", line)), ...newLines.map((line) => row("+", line)));
    grown += newLines.length - oldLines.length;
    at = oldStart + oldLines.length;
  }
  rows.push(...lines.slice(at, until).map((line) => row(" ", line)));
  const oldRange = rangeOf(from, until - from);
  const newRange = rangeOf(from + shift, until - from + grown);
  return { text: `@@ -${oldRange} +${newRange} @@\n${rows.join("")}`, shift: grown };
}

function row(sign: " " | "-" | "+", line: string): string {
  return line.endsWith("\n") ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;
}

/** An empty range names the line before it, counted from 1. */
function rangeOf(start: number, length: number): string {
  return `${length === 0 ? start : start + 1},${length}`;
}

function changedLines(text: string, lines: readonly string[], edits: readonly TextEdit[]): Change[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length;
  }
  const changes: Change[] = [];
  let line = 0;
  for (let index = 0; index < edits.length; ) {
    const group: TextEdit[] = [];
    while (line + 1 < lines.length && (starts[line + 1] ?? 0) <= (edits[index] as TextEdit).span.start) {
      line++;
    }
    const first = line;
    // An edit belongs to the group when it begins on a line that the group already changes.
    for (; index < edits.length; index++) {
      const edit = edits[index] as TextEdit;
      if (group.length > 0 && edit.span.start >= (starts[line + 1] ?? Number.POSITIVE_INFINITY)) {
        break;
      }
      group.push(edit);
      while (line + 1 < lines.length && (starts[line + 1] ?? 0) <= edit.span.end) {
        line++;
      }
    }
    const start = starts[first] ?? 0;
    const end = starts[line + 1] ?? text.length;
    const local = group.map(({ span, newText }) => ({
      span: { start: span.start - start, end: span.end - start },
      newText,
    }));
    const change = withoutSameEnds({
      oldStart: first,
      oldLines: lines.slice(first, line + 1),
      newLines: splitLines(applyEdits(text.slice(start, end), local)),
    });
    if (change.oldLines.length > 0 || change.newLines.length > 0) {
      changes.push(change);
    }
    line++;
  }
  return changes;
}

function withoutSameEnds({ oldStart, oldLines, newLines }: Change): Change {
  let before = 0;
  const shorter = Math.min(oldLines.length, newLines.length);
  while (before < shorter && oldLines[before] === newLines[before]) {
    before++;
  }
  let behind = 0;
  while (behind < shorter - before && oldLines.at(-1 - behind) === newLines.at(-1 - behind)) {
    behind++;
  }
  return {
    oldStart: oldStart + before,
    oldLines: oldLines.slice(before, oldLines.length - behind),
    newLines: newLines.slice(before, newLines.length - behind),
  };
}

/** Lines with their line feeds, which is what `patch` takes for lines; none for the empty text. */
function splitLines(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}
