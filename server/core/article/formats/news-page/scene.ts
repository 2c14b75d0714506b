import type { Span } from "../../../text/span.ts";
import { shareOfWords, visualWidth } from "../../line-kinds.ts";
import type { Evidence } from "../../model.ts";
import { isProse, isTitleLike, type NewsLine, type NewsLineKind } from "./news-lines.ts";
import { type Rows, sentenceJoints } from "./rows.ts";

/** The rows, and which of them are of which kind, in text order. */
export interface Scene extends Rows {
  readonly byKind: ReadonlyMap<NewsLineKind, readonly number[]>;
}

export function groupByKind(lines: readonly NewsLine[]): ReadonlyMap<NewsLineKind, readonly number[]> {
  const byKind = new Map<NewsLineKind, number[]>();
  for (let row = 0; row < lines.length; row++) {
    const { kind } = lines[row] as NewsLine;
    const rows = byKind.get(kind);
    if (rows === undefined) {
      byKind.set(kind, [row]);
    } else {
      rows.push(row);
    }
  }
  return byKind;
}

export function evidenceOf(summary: string, weight: number, span: Span): Evidence {
  return { summary, weight, span };
}

export function contentOf(rows: Rows, first: number, last: number): Span {
  return {
    start: (rows.lines[first] as NewsLine).content.start,
    end: (rows.lines[last] as NewsLine).content.end,
  };
}

/** Rows of a kind, unless so many of the rows are of it that the text is a log, a list or a table. */
export function rowsOfKind(rows: Scene, kind: NewsLineKind, mostShare: number): readonly number[] {
  const found = rows.byKind.get(kind) ?? [];
  return found.length <= Math.max(2, rows.lines.length * mostShare) ? found : [];
}

/** A title that is no rule, code, or sentence. */
export function isPlainTitle(rows: Rows, line: NewsLine): boolean {
  return (
    isTitleLike(rows.text, line) &&
    visualWidth(rows.text, line.content, 24) >= 20 &&
    // Rules, code and settings stand several times in a file, too.
    shareOfWords(rows.text, line.content) >= 0.75 &&
    !isProse(rows.text, line)
  );
}

export function isWideProse(rows: Rows, line: NewsLine): boolean {
  return isProse(rows.text, line) && visualWidth(rows.text, line.content, 100) >= 100;
}

/** Whether at least two of the lines below are wide running text. */
export function isAboveText(rows: Rows, row: number): boolean {
  let wide = 0;
  for (let below = row + 1; below <= row + 6; below++) {
    const line = rows.lines[below];
    wide +=
      line !== undefined && isProse(rows.text, line) && visualWidth(rows.text, line.content, 60) >= 60
        ? 1
        : 0;
  }
  return wide >= 2;
}

/** A long line of written text in which sentences follow each other without a space. */
export function isRunTogether(rows: Rows, row: number): boolean {
  const line = rows.lines[row];
  if (line?.kind !== "text" || line.content.end - line.content.start < 200) {
    return false;
  }
  if (sentenceJoints(rows, row) < 2 || !isSpaced(rows.text, line.content)) {
    return false;
  }
  // In code and change logs dots and capitals meet without being sentences' ends.
  return shareOfWords(rows.text, line.content) >= 0.9;
}

/** Written text has a space about every six letters, German every eight; program text and data have fewer. */
function isSpaced(text: string, span: Span): boolean {
  const end = Math.min(span.end, span.start + 200);
  let spaces = 0;
  for (let at = span.start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20) {
      // Tables are padded with runs of them.
      spaces += text.charCodeAt(at - 1) === 0x20 ? 0 : 1;
    } else if (unit === 0x7b || unit === 0x7d || unit === 0x3c || unit === 0x3d) {
      return false;
    }
  }
  return spaces * 11 >= end - span.start;
}
