import type { TextEdit } from "vscode-languageserver-types";
import type { TextEdit as OffsetEdit } from "../../core/text/edits.ts";
import { type LineIndex, lineAt, lineSpan } from "../../core/text/lines.ts";
import type { Span } from "../../core/text/span.ts";
import type { Reading } from "../feature-context.ts";

/**
 * How far an edit reaches. `exact`: from the first character that changes to the last. `lines`: whole lines, for clients that
 * may count columns otherwise than the protocol has it. Vim's ALE counts bytes, and behind the first letter that is not ASCII
 * it would put an exact edit in the wrong place and destroy words, silently.
 */
export type EditReach = "exact" | "lines";

/** The core's edits, in text order, in LSP's shape. Either reach gives the same text. */
export function toTextEdits(
  reading: Pick<Reading, "text" | "lines" | "convert">,
  edits: readonly OffsetEdit[],
  reach: EditReach,
): TextEdit[] {
  if (reach === "exact") {
    return edits.map(({ span, newText }) => ({ range: reading.convert.range(span), newText }));
  }
  return groupsOfLines(reading, edits).map(({ lines, edits: group }) => ({
    range: {
      start: { line: lines.first, character: 0 },
      // Behind the last line the text is at its end, whatever is a column there.
      end: { line: lines.last + 1, character: 0 },
    },
    newText: withEdits(reading.text, spanOfLines(reading, lines), group),
  }));
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

interface LineGroup {
  readonly lines: Lines;
  readonly edits: readonly OffsetEdit[];
}

/** Edits that meet on a line are one. */
function groupsOfLines({ lines }: Pick<Reading, "lines">, edits: readonly OffsetEdit[]): LineGroup[] {
  const groups: LineGroup[] = [];
  for (const edit of edits) {
    const first = lineAt(lines, edit.span.start);
    const last = lastLineOf(lines, edit.span, first);
    const before = groups.at(-1);
    if (before !== undefined && before.lines.last >= first) {
      groups[groups.length - 1] = {
        lines: { first: before.lines.first, last: Math.max(before.lines.last, last) },
        edits: [...before.edits, edit],
      };
    } else {
      groups.push({ lines: { first, last }, edits: [edit] });
    }
  }
  return groups;
}

/** An edit that ends where a line begins leaves that line alone. */
function lastLineOf(lines: LineIndex, { end }: Span, first: number): number {
  const last = lineAt(lines, end);
  return last > first && lineSpan(lines, last).start === end ? last - 1 : last;
}

function spanOfLines({ lines }: Pick<Reading, "lines">, { first, last }: Lines): Span {
  return { start: lineSpan(lines, first).start, end: lineSpan(lines, last).end };
}

function withEdits(text: string, { start, end }: Span, edits: readonly OffsetEdit[]): string {
  let at = start;
  let result = "";
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at, end);
}
