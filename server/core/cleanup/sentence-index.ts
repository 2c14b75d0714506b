import type { Block } from "../article/model.ts";
import { sentenceSpans } from "../text/sentences.ts";
import { containsSpan, type Span } from "../text/span.ts";
import { trimSpan } from "../text/white-space.ts";
import { foldBlockPart } from "./fold-block.ts";

/** A block that stays, with the parts of its content that do. */
export interface StayingBlock {
  readonly block: Block;
  readonly parts: readonly Span[];
}

/** A sentence (or a heading, or what else a block ends with) of a staying block. */
export interface KeptSentence {
  readonly block: Block;
  readonly span: Span;
  /** The index of its folded text among the distinct ones. */
  readonly form: number;
}

/** The sentences that stay, found by how they begin. */
export interface SentenceIndex {
  /** In text order. */
  readonly sentences: readonly KeptSentence[];
  /** The distinct folded texts. */
  readonly forms: readonly string[];
  /** Per form the sentences that have it, as ascending indices. */
  readonly places: readonly (readonly number[])[];
  /** The lengths of the forms that start with these characters (PREFIX_LENGTH, or fewer when the form is shorter). */
  readonly lengthsByPrefix: ReadonlyMap<string, readonly number[]>;
  /** The lengths below PREFIX_LENGTH that forms have. */
  readonly shortLengths: readonly number[];
  readonly formsByHash: ReadonlyMap<number, readonly number[]>;
  readonly longest: number;
  /** The staying parts as a whole; folded when they are first asked for, which few proofs need. */
  wholeParts(): readonly FoldedPart[];
}

export interface FoldedPart {
  readonly block: Block;
  readonly span: Span;
  readonly text: string;
}

/** Code units. Long enough that in running text few sentences share one, short enough that few sentences are shorter. */
export const PREFIX_LENGTH = 16;

/** A rolling hash: `hash(ab) = hash(a) · BASE^|b| + hash(b)` modulo 2³². Odd, so that no letter is shifted out; any other will do. */
const BASE = 0x01000193;

/**
 * Sentences are those of the whole block, so that a part that is left of one is none: what was taken apart must not serve
 * as proof that something else is still there.
 */
export function indexSentences(text: string, staying: readonly StayingBlock[]): SentenceIndex {
  const sentences: KeptSentence[] = [];
  const forms: string[] = [];
  const places: number[][] = [];
  const formByText = new Map<string, number>();
  for (const { block, parts } of staying) {
    for (const span of sentenceSpans(text, block.content)) {
      for (const piece of piecesOf(text, span, parts)) {
        const folded = foldBlockPart(text, block, piece).text;
        let form = formByText.get(folded);
        if (form === undefined) {
          form = forms.length;
          formByText.set(folded, form);
          forms.push(folded);
          places.push([]);
        }
        (places[form] as number[]).push(sentences.length);
        sentences.push({ block, span: piece, form });
      }
    }
  }
  let whole: readonly FoldedPart[] | undefined;
  const wholeParts = () => {
    whole ??= staying.flatMap(({ block, parts }) =>
      parts.map((span) => ({ block, span, text: foldBlockPart(text, block, span).text })),
    );
    return whole;
  };
  return { sentences, forms, places, ...indexForms(forms), wholeParts };
}

/**
 * A sentence that stays whole; or the pieces that splits alone make of it, each of which ends a line of the new text as
 * its paragraph does, so that the run-together line may be cut there as well. Nothing when a part of it is taken out.
 */
function piecesOf(text: string, sentence: Span, parts: readonly Span[]): readonly Span[] {
  if (parts.some((part) => containsSpan(part, sentence))) {
    return [sentence];
  }
  const pieces: Span[] = [];
  let at = sentence.start;
  for (const part of parts) {
    if (part.end <= at) continue;
    if (part.start > at) break;
    const piece = { start: at, end: Math.min(part.end, sentence.end) };
    pieces.push(trimSpan(text, piece));
    at = piece.end;
    if (at === sentence.end) return pieces;
  }
  return [];
}

function indexForms(forms: readonly string[]) {
  const lengths = new Map<string, Set<number>>();
  const shortLengths = new Set<number>();
  const formsByHash = new Map<number, number[]>();
  let longest = 0;
  for (const [form, text] of forms.entries()) {
    longest = Math.max(longest, text.length);
    const prefix = text.slice(0, PREFIX_LENGTH);
    if (prefix.length < PREFIX_LENGTH) shortLengths.add(text.length);
    const known = lengths.get(prefix);
    if (known === undefined) lengths.set(prefix, new Set([text.length]));
    else known.add(text.length);
    const hash = hashForm(text);
    const sameHash = formsByHash.get(hash);
    if (sameHash === undefined) formsByHash.set(hash, [form]);
    else sameHash.push(form);
  }
  const lengthsByPrefix = new Map(
    [...lengths].map(([prefix, found]) => [prefix, [...found].sort((a, b) => b - a)]),
  );
  return { lengthsByPrefix, shortLengths: [...shortLengths].sort((a, b) => b - a), formsByHash, longest };
}

function hashForm(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Finds the forms that stand at places of one text, each in time that does not depend on the form's length. */
export interface FormFinder {
  /** The forms that the text has from `at` on, the longest first. */
  formsAt(at: number): number[];
}

export function formFinder(index: SentenceIndex, text: string): FormFinder {
  const hashes = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) {
    hashes[at + 1] = (Math.imul(hashes[at] as number, BASE) + text.charCodeAt(at)) | 0;
  }
  const powers = new Int32Array(Math.min(index.longest, text.length) + 1);
  powers[0] = 1;
  for (let exponent = 1; exponent < powers.length; exponent++) {
    powers[exponent] = Math.imul(powers[exponent - 1] as number, BASE);
  }

  function addFormsOfLength(found: number[], at: number, length: number): void {
    if (at + length > text.length) return;
    const before = Math.imul(hashes[at] as number, powers[length] as number);
    const hash = ((hashes[at + length] as number) - before) | 0;
    for (const form of index.formsByHash.get(hash) ?? []) {
      const candidate = index.forms[form] as string;
      if (candidate.length === length && text.startsWith(candidate, at)) found.push(form);
    }
  }

  return {
    formsAt(at) {
      const found: number[] = [];
      for (const length of index.lengthsByPrefix.get(text.slice(at, at + PREFIX_LENGTH)) ?? []) {
        addFormsOfLength(found, at, length);
      }
      // A text that ends here is as short as these, and was looked up as its own prefix above.
      if (text.length - at >= PREFIX_LENGTH) {
        for (const length of index.shortLengths) addFormsOfLength(found, at, length);
      } else {
        for (const length of index.shortLengths) {
          if (at + length < text.length) addFormsOfLength(found, at, length);
        }
      }
      return found;
    },
  };
}
