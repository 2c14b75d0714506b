import { isHighSurrogate, isLowSurrogate } from "../text/characters.ts";
import type { Span } from "../text/span.ts";
import type { TextQuote } from "./annotation.ts";

/** UTF-16 code units of context that a quotation keeps on either side: enough to tell most places apart, and what others keep. */
export const CONTEXT_LENGTH = 32;

/** What stands in a span, with its surroundings; no character of two code units is cut. */
export function quoteAt(text: string, span: Span, contextLength: number): TextQuote {
  const from = outsidePair(text, Math.max(0, span.start - contextLength), 1);
  const to = outsidePair(text, Math.min(text.length, span.end + contextLength), -1);
  return {
    exact: text.slice(span.start, span.end),
    prefix: text.slice(Math.min(from, span.start), span.start),
    suffix: text.slice(span.end, Math.max(to, span.end)),
  };
}

/** The offset, or the next one in the direction given where it would part a surrogate pair. */
function outsidePair(text: string, at: number, direction: 1 | -1): number {
  const isInside =
    at > 0 &&
    at < text.length &&
    isLowSurrogate(text.charCodeAt(at)) &&
    isHighSurrogate(text.charCodeAt(at - 1));
  return isInside ? at + direction : at;
}
