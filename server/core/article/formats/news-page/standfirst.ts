import type { Span } from "../../../text/span.ts";
import { scanWords } from "../../../text/words.ts";

/** What is known about the first text below a date line that stands alone. */
export interface FirstText {
  readonly span: Span;
  /** The text below it. */
  readonly next: Span | undefined;
  readonly description: Span | undefined;
  /** Whether the article on one line holds it; undefined when there is no such line. */
  readonly isInArticleBody: boolean | undefined;
  /** Whether the article on one line holds the text below it. */
  readonly isNextInArticleBody: boolean;
  /** Whether nothing in the head stands twice, as after a clean-up. */
  readonly isTidy: boolean;
}

/**
 * Whether the first text below a lone date line is the page's announcement and not yet the article. The article on one
 * line leaves the announcement out, and the description mostly says what the first paragraph says. Where neither tells,
 * pages have an announcement behind the date, on its line; a tidied text has it on the next one.
 */
export function isStandfirst(text: string, first: FirstText): boolean {
  if (first.next === undefined) {
    return false;
  }
  if (first.isInArticleBody === true) {
    return false;
  }
  if (first.isNextInArticleBody) {
    return true;
  }
  if (first.description !== undefined) {
    const own = resemblance(text, first.description, first.span);
    const next = resemblance(text, first.description, first.next);
    if (Math.max(own, next) >= 0.5 && own !== next) {
      return next > own;
    }
  }
  return first.isTidy;
}

/** The words that two texts share, as a share of the shorter one's, 0..1. */
export function resemblance(text: string, first: Span, second: Span): number {
  const firstWords = wordSet(text, first);
  const secondWords = wordSet(text, second);
  const smaller = Math.min(firstWords.size, secondWords.size);
  if (smaller === 0) {
    return 0;
  }
  let shared = 0;
  for (const word of firstWords) {
    if (secondWords.has(word)) {
      shared++;
    }
  }
  return shared / smaller;
}

const LONGEST_COMPARED = 1_500;

function wordSet(text: string, span: Span): ReadonlySet<number> {
  const words = scanWords(text, {
    start: span.start,
    end: Math.min(span.end, span.start + LONGEST_COMPARED),
  });
  return new Set(words.hashes);
}
