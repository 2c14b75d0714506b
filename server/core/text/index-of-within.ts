import type { Span } from "./span.ts";

/**
 * The first offset inside the span at which the short text `sought` stands whole, or -1. `String.indexOf` knows no end: called for
 * each line of a text that does not hold what is sought, it reads the whole rest every time.
 */
export function indexOfWithin(text: string, sought: string, span: Span): number {
  const first = sought.charCodeAt(0);
  const last = span.end - sought.length;
  for (let at = span.start; at <= last; at++) {
    if (text.charCodeAt(at) === first && (sought.length === 1 || text.startsWith(sought, at))) {
      return at;
    }
  }
  return -1;
}
