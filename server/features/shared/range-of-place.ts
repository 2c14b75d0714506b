import type { Range } from "vscode-languageserver-types";
import { lineAt, lineContentSpan, lineCount } from "../../core/text/lines.ts";
import type { Span } from "../../core/text/span.ts";
import type { Reading } from "../feature-context.ts";

/**
 * The range of a place that is shown beside a finding. Where it fills its lines, these are named as a whole, with the last line break: so the
 * range stays the same while somebody types in them, and what was said of the finding need not be said again.
 */
export function rangeOfPlace({ lines, convert }: Pick<Reading, "lines" | "convert">, span: Span): Range {
  const first = lineAt(lines, span.start);
  const last = lineAt(lines, span.end);
  const fillsLines =
    lines.starts[first] === span.start &&
    last + 1 < lineCount(lines) &&
    lineContentSpan(lines, last).end === span.end;
  return fillsLines
    ? { start: { line: first, character: 0 }, end: { line: last + 1, character: 0 } }
    : convert.range(span);
}
