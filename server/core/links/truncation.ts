import type { Span } from "../text/span.ts";
import type { Scene } from "./draft.ts";

/** Where an ellipsis stands in for a part of a link. */
export interface Cut {
  readonly kind: "cut-off" | "cut-out";
  /** The ellipsis, with the brackets around it. */
  readonly span: Span;
  /** The end of the link as written, the ellipsis included. */
  readonly end: number;
}

/**
 * Finds `…` or `...` at the end of a link (also in brackets, `[…]`) or inside its path.
 *
 * @param run From behind the host to the end of the characters that a URL could take in, final punctuation included.
 */
export function findCut(text: string, run: Span): Cut | undefined {
  for (let at = run.start; at < run.end; at++) {
    const unit = text.charCodeAt(at);
    if (
      unit !== ELLIPSIS &&
      !(unit === DOT && text.charCodeAt(at + 1) === DOT && text.charCodeAt(at + 2) === DOT)
    ) {
      continue;
    }
    let end = at;
    while (end < run.end && (text.charCodeAt(end) === ELLIPSIS || text.charCodeAt(end) === DOT)) {
      end++;
    }
    const isBracketed =
      "[(".includes(text.charAt(at - 1)) && "])".includes(text.charAt(end)) && end < run.end;
    const start = isBracketed ? at - 1 : at;
    end += isBracketed ? 1 : 0;
    if (end - start < (unit === ELLIPSIS ? 1 : 3)) {
      continue;
    }
    const rest = text.slice(end, Math.min(run.end, end + 200));
    if (/^[.,;:!?)'’…\]]*$/.test(rest)) {
      return { kind: "cut-off", span: { start, end }, end };
    }
    // `compare/v1.0...v1.1` is an address; three dots that stand for a part of one touch a slash.
    const isGap = unit === ELLIPSIS || text.charAt(start - 1) === "/" || rest.startsWith("/");
    if (isGap && /^[\p{L}\p{N}/?=&_%-]/u.test(rest)) {
      return { kind: "cut-out", span: { start, end }, end: run.end };
    }
    at = end - 1;
  }
  return undefined;
}

/** The whole link that a cut one is the start (and the end) of, when exactly one good link of the dump is. */
export function completed({ evidence }: Scene, start: string, end: string): string | null {
  const known = evidence.completions(start, end);
  return known.length === 1 ? (known[0] as string) : null;
}

const ELLIPSIS = 0x2026;
const DOT = 0x2e;
