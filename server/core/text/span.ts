/** A half-open range `[start, end)` of a text, in UTF-16 code units from the start of the whole text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function spanLength(span: Span): number {
  return span.end - span.start;
}

/** The same span so many code units further down; the very object where it does not move. */
export function shiftSpan(span: Span, shift: number): Span {
  return shift === 0 ? span : { start: span.start + shift, end: span.end + shift };
}

export function isEmptySpan(span: Span): boolean {
  return span.end <= span.start;
}

/** Whether `inner` lies wholly inside `outer`; an empty span at either edge counts as inside. */
export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two spans share at least one code unit. */
export function spansOverlap(first: Span, second: Span): boolean {
  return first.start < second.end && second.start < first.end;
}

/** Whether an offset lies in the span or right behind it, as a cursor at the end of a word belongs to the word. */
export function touchesOffset(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/**
 * The text of a span as a string of its own. An engine's `slice` of a long text is a view that keeps all of that text in memory; joining
 * two pieces copies them.
 */
export function ownText(text: string, span: Span): string {
  return span.start === 0 && span.end === text.length
    ? text
    : [text.slice(span.start, span.start + 1), text.slice(span.start + 1, span.end)].join("");
}

/** Orders by start, the longer span first where two start together, so that parents come before their children. */
export function compareSpans(first: Span, second: Span): number {
  return first.start - second.start || second.end - first.end;
}

/** The spans' union as sorted, disjoint spans; touching spans are merged. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort(compareSpans);
  const merged: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) {
      last.end = Math.max(last.end, span.end);
    } else {
      merged.push({ start: span.start, end: span.end });
    }
  }
  return merged;
}
