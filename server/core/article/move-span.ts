import type { Span } from "../text/span.ts";
import type { TextChange } from "./text-change.ts";

/** A span of a text after an edit that lies wholly inside the span, or outside it. */
export function moveSpan(span: Span, { start, oldEnd, newEnd }: TextChange): Span {
  const shift = newEnd - oldEnd;
  return shift === 0 || span.end <= start
    ? span
    : { start: span.start >= oldEnd ? span.start + shift : span.start, end: span.end + shift };
}
