import { sentenceSpans } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import type { Language } from "./language.ts";
import { findQuotations, type Quotation, quotationIndex } from "./quotations.ts";
import { withoutInsertions } from "./quoted-insertions.ts";
import { refineTags } from "./refine-tags.ts";
import { type Token, tokenise } from "./tokens.ts";

/** A sentence with the whole of each quotation that begins in it: tokens `[first, end)`. */
export interface Sentence {
  readonly first: number;
  readonly end: number;
}

export interface Paragraph {
  readonly text: string;
  readonly span: Span;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  /** For each token its quotation, or -1. */
  readonly quotationAt: Int32Array;
  readonly sentences: readonly Sentence[];
  /** Whether nearly all words begin with a capital, as in headlines. */
  readonly isTitleCase: boolean;
}

export function readParagraph(text: string, span: Span, language: Language): Paragraph {
  const tokens = tokenise(text, span, language);
  const marked = findQuotations(text, tokens);
  const quotations = language.insertsInQuotations ? withoutInsertions(tokens, marked) : marked;
  const quotationAt = quotationIndex(tokens, quotations);
  const sentences = sentencesOf(text, span, tokens, quotationAt);
  const isTitleCase = hasTitleCase(tokens);
  for (const { first, end } of sentences) {
    refineTags(tokens, first, end, language, isTitleCase ? "headline" : "running");
  }
  return { text, span, language, tokens, quotations, quotationAt, sentences, isTitleCase };
}

/** Longer ones are cut: nobody writes them, and what looks around in a sentence stays linear on the whole. */
const LONGEST_SENTENCE = 500;

function sentencesOf(
  text: string,
  span: Span,
  tokens: readonly Token[],
  quotationAt: Int32Array,
): Sentence[] {
  const sentences: Sentence[] = [];
  const edges = sentenceSpans(text, span).map(({ end }) => end);
  let first = 0;
  let edge = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { end } = tokens[at] as Token;
    while (edge < edges.length && (edges[edge] as number) < end) {
      edge++;
    }
    const isEdge = edges[edge] === end || isRunTogether(text, tokens, at);
    const isInside =
      at + 1 < tokens.length && quotationAt[at] === quotationAt[at + 1] && (quotationAt[at] as number) >= 0;
    if (at + 1 === tokens.length || (isEdge && !isInside) || at + 1 - first >= LONGEST_SENTENCE) {
      sentences.push({ first, end: at + 1 });
      first = at + 1;
    }
  }
  return sentences;
}

/** `as saying.“While the`: paragraphs that were run together. */
function isRunTogether(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (next === undefined || before === undefined || next.start !== token.end) {
    return false;
  }
  const isEnd = token.tag === "stop" || (token.tag === "quote" && before.tag === "stop");
  const letter = text.charAt(before.end - 1);
  return (
    isEnd &&
    (next.isCapital || next.lower === "“") &&
    (letter === letter.toLowerCase() || before.tag === "stop")
  );
}

function hasTitleCase(tokens: readonly Token[]): boolean {
  let long = 0;
  let capital = 0;
  if (tokens.length > 40) {
    return false;
  }
  for (const { lower, isCapital, tag } of tokens) {
    if (lower.length > 3 && tag !== "number") {
      long++;
      capital += isCapital ? 1 : 0;
    }
  }
  return long >= 3 && capital / long > 0.7;
}
