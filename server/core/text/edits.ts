import type { Span } from "./span.ts";

/** Replaces the text of `span` by `newText`. Edits of one list refer to the same text and never overlap. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Orders edits as they stand in the text; at one place insertions come before a replacement. */
export function compareEdits(first: TextEdit, second: TextEdit): number {
  return first.span.start - second.span.start || first.span.end - second.span.end;
}

/**
 * The text after all edits.
 *
 * @throws RangeError when two edits overlap or one lies outside the text: both are faults of the caller, and
 * a silently wrong text would be worse.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort(compareEdits)) {
    if (edit.span.start < at || edit.span.end < edit.span.start || edit.span.end > text.length) {
      throw new RangeError(
        `Edit ${edit.span.start}-${edit.span.end} overlaps another edit or leaves the text.`,
      );
    }
    parts.push(text.slice(at, edit.span.start), edit.newText);
    at = edit.span.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
