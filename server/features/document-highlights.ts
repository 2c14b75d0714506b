import { type DocumentHighlight, DocumentHighlightKind, type Position } from "vscode-languageserver-types";
import { type Article, articleAt, blockValue, type Role } from "../core/article/model.ts";
import { isWordCharacter } from "../core/text/script.ts";
import type { Span } from "../core/text/span.ts";
import type { Reading } from "./feature-context.ts";

/** The fields whose values are names of somebody or something that the article may speak of again. */
const nameRoles: ReadonlySet<Role> = new Set<Role>([
  "author",
  "publisher",
  "legalName",
  "articleSection",
  "keyword",
  "keywords",
]);

/** A name longer than this is a sentence that landed in the wrong field. */
const LONGEST_NAME = 200;

/**
 * Where else in the article the name under the pointer stands: the value of an author, publisher or keyword, in whatever
 * case. Undefined where the pointer is on no such name: an editor then falls back to the word, which it does not for an
 * empty list. Linear in the article's length and that of its metadata.
 */
export function provideDocumentHighlights(
  reading: Reading,
  position: Position,
): DocumentHighlight[] | undefined {
  const offset = reading.convert.offset(position);
  const article = articleAt(reading.dump, offset);
  const name = article === undefined ? undefined : nameAt(reading.text, article, offset);
  if (article === undefined || name === undefined) {
    return undefined;
  }
  return occurrencesOf(reading.text, foldedSpan(reading.text, article.span), name).map((span) => ({
    range: reading.convert.range(span),
    kind: DocumentHighlightKind.Text,
  }));
}

/** The longest name that stands at an offset; folded for comparison. */
function nameAt(text: string, article: Article, offset: number): string | undefined {
  const window = foldedSpan(text, {
    start: Math.max(0, offset - LONGEST_NAME),
    end: Math.min(text.length, offset + LONGEST_NAME),
  });
  let longest: string | undefined;
  for (const name of namesOf(text, article)) {
    if (name.length > (longest?.length ?? 0) && standsAt(text, window, name, offset)) {
      longest = name;
    }
  }
  return longest;
}

function namesOf(text: string, article: Article): ReadonlySet<string> {
  const names = new Set<string>();
  for (const block of article.blocks) {
    if (!nameRoles.has(block.role) || block.repeats !== undefined) {
      continue;
    }
    const value = blockValue(text, block);
    for (const name of block.role === "keywords" ? value.split(/[,;]/) : [value]) {
      const trimmed = name.trim();
      if (trimmed !== "" && trimmed.length <= LONGEST_NAME) {
        names.add(foldCase(trimmed));
      }
    }
  }
  return names;
}

function standsAt(text: string, window: FoldedSpan, name: string, offset: number): boolean {
  return occurrencesOf(text, window, name).some(({ start, end }) => start <= offset && offset <= end);
}

/** A part of a text, folded once for many searches. */
interface FoldedSpan {
  readonly start: number;
  readonly folded: string;
}

function foldedSpan(text: string, span: Span): FoldedSpan {
  return { start: span.start, folded: foldCase(text.slice(span.start, span.end)) };
}

/** The places where a folded name stands as a whole word or words. */
function occurrencesOf(text: string, { start, folded }: FoldedSpan, name: string): Span[] {
  const found: Span[] = [];
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
    const occurrence = { start: start + at, end: start + at + name.length };
    if (standsFree(text, occurrence)) {
      found.push(occurrence);
    }
  }
  return found;
}

function standsFree(text: string, { start, end }: Span): boolean {
  const startsInWord =
    start > 0 && isWordCharacter(text.charCodeAt(start - 1)) && isWordCharacter(text.charCodeAt(start));
  const endsInWord =
    end < text.length && isWordCharacter(text.charCodeAt(end - 1)) && isWordCharacter(text.charCodeAt(end));
  return !startsInWord && !endsInWord;
}

/** Lower case with every code unit in its place; where lower-casing would move them (İ) the text stays as it is. */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
