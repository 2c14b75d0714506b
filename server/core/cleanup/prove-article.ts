import { type Article, type Block, blockValue, type Role } from "../article/model.ts";
import { foldForProof } from "../text/fold.ts";
import { startsLowerCase } from "../text/script.ts";
import { endsSentence } from "../text/sentences.ts";
import { compareSpans, type Span } from "../text/span.ts";
import { isBlankSpan, trimSpan } from "../text/white-space.ts";
import { type FoundSegment, findPassage, isTokenBoundary, newSearchBudget } from "./find-passage.ts";
import { type Alignment, alignFolded, foldBlockPart } from "./fold-block.ts";
import { indexSentences, type SentenceIndex, type StayingBlock } from "./sentence-index.ts";
import type { LostSpan, ProofOutcome, Witness } from "./witness.ts";

/** A block of which something is removed. */
interface CutBlock {
  readonly block: Block;
  /** The nearest blocks that are not blank. */
  readonly before: Block | undefined;
  readonly behind: Block | undefined;
  /** In its content, in text order, not blank. */
  readonly removed: readonly Span[];
  /** What stays of its content, not blank. */
  readonly parts: readonly Span[];
}

/** Running text: its words may stand anywhere among its kind. All other roles are fields, whose value counts as a whole. */
const TEXT_ROLES: ReadonlySet<Role> = new Set([
  "articleBody",
  "paragraph",
  "heading",
  "standfirst",
  "caption",
  "boilerplate",
  "unknown",
  "blank",
]);

/**
 * Proves that the removed spans of one article stand in what stays of it. A value that a split breaks in two proves nothing
 * that stood in one; of a sentence so broken the pieces count as the lines that they become.
 *
 * @param removed In text order.
 * @param splits Where lines of the text are broken, in text order.
 */
export function proveArticle(
  text: string,
  article: Article,
  removed: readonly Span[],
  splits: readonly number[],
): ProofOutcome {
  const { cut, staying } = takeApart(text, article.blocks, removed, splits);
  const budget = newSearchBudget();
  const bodyIndex = once(() =>
    indexSentences(
      text,
      staying.filter(({ block }) => isArticleText(block)),
    ),
  );
  const textIndex = once(() =>
    indexSentences(
      text,
      staying.filter(({ block }) => isText(block)),
    ),
  );
  const fields = once(() => indexFields(text, staying));
  const lost: LostSpan[] = [];
  const witnesses: Witness[] = [];
  const alignments: Alignment[] = [];
  for (const cutBlock of cut) {
    const { block, removed: spans } = cutBlock;
    if (!isText(block)) {
      proveField(cutBlock);
      continue;
    }
    for (const span of spans) provePassage(block, span, isArticleText(block) ? bodyIndex() : textIndex());
  }
  return { lost, witnesses, alignments };

  function proveField({ block, parts, before, behind }: CutBlock): void {
    const copy = fields().get(fieldKey(text, block));
    if (parts.length > 0) {
      lost.push({ span: block.content, reason: "A part of this value would be cut off." });
    } else if (breaksSentence(text, before, behind)) {
      lost.push({ span: block.content, reason: "This may be a part of the sentence around it." });
    } else if (copy === undefined) {
      lost.push({ span: block.content, reason: "No other line of the same field holds this value." });
    } else {
      witnesses.push({ removed: block.content, kept: [copy.content] });
      if (block.value === undefined && copy.value === undefined) {
        const [first, second] = [block, copy].map((each) => foldBlockPart(text, each, each.content));
        if (first !== undefined && second !== undefined && first.text === second.text) {
          for (const run of alignFolded(first, 0, second, 0, first.text.length)) alignments.push(run);
        }
      }
    }
  }

  function provePassage(block: Block, span: Span, index: SentenceIndex): void {
    if (!endsBetweenWords(text, block, span)) {
      lost.push({ span, reason: "A word would be cut in two." });
      return;
    }
    const passage = foldBlockPart(text, block, span);
    const segments = findPassage(index, passage.text, budget);
    if (segments === undefined) {
      lost.push({ span, reason: "Not all of this text stands elsewhere in the article." });
      return;
    }
    const kept: Span[] = [];
    for (const segment of segments) {
      const place = foldBlockPart(text, segment.block, segment.span);
      kept.push(segmentSpan(place.offsets, segment));
      const runs = alignFolded(passage, segment.start, place, segment.offset, segment.length);
      for (const run of runs) alignments.push(run);
    }
    witnesses.push({ removed: span, kept: mergeInOrder(text, kept) });
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Tells for each block of an article what of it goes and what stays. */
function takeApart(
  text: string,
  blocks: readonly Block[],
  removed: readonly Span[],
  splits: readonly number[],
) {
  const cut: CutBlock[] = [];
  const staying: StayingBlock[] = [];
  const filled = blocks.filter((block) => !isBlankSpan(text, block.span));
  let next = 0;
  for (const [place, block] of filled.entries()) {
    while (next < removed.length && (removed[next] as Span).end <= block.span.start) next++;
    const own: Span[] = [];
    for (let index = next; index < removed.length; index++) {
      const span = removed[index] as Span;
      if (span.start >= block.span.end) break;
      own.push({ start: Math.max(span.start, block.span.start), end: Math.min(span.end, block.span.end) });
    }
    const parts = remainder(text, block.content, [...own, ...splitsInside(block.content, splits)]);
    if (parts.length > 0) staying.push({ block, parts });
    const gone = own.filter((span) => !isBlankSpan(text, span)).map((span) => trimSpan(text, span));
    if (gone.length > 0)
      cut.push({ block, before: filled[place - 1], behind: filled[place + 1], removed: gone, parts });
  }
  return { cut, staying };
}

/** The splits strictly inside a span, as empty spans; found by binary search, as there may be one in every line. */
function splitsInside({ start, end }: Span, splits: readonly number[]): Span[] {
  let low = 0;
  let high = splits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((splits[middle] as number) <= start) low = middle + 1;
    else high = middle;
  }
  const inside: Span[] = [];
  for (let index = low; index < splits.length && (splits[index] as number) < end; index++) {
    inside.push({ start: splits[index] as number, end: splits[index] as number });
  }
  return inside;
}

/** What is left of a span, in parts that are not blank. */
function remainder(text: string, span: Span, taken: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let at = span.start;
  const inOrder = [...taken, { start: span.end, end: span.end }].sort(compareSpans);
  for (const { start, end } of inOrder) {
    const part = { start: at, end: Math.min(start, span.end) };
    if (part.end > part.start && !isBlankSpan(text, part)) parts.push(part);
    at = Math.max(at, end);
  }
  return parts;
}

/** The text of the article itself: its body, rendered or run together. A description in the head is no substitute for it. */
function isArticleText(block: Block): boolean {
  return isText(block) && (block.zone === "body" || block.role === "articleBody");
}

function isText(block: Block): boolean {
  return TEXT_ROLES.has(block.role) || (block.role === "headline" && block.zone === "body");
}

/**
 * Whether a sentence seems to run over a block: a single word on a line of its own, where the page had a link, can look
 * like a tag that the head holds already.
 */
function breaksSentence(text: string, before: Block | undefined, behind: Block | undefined): boolean {
  const isCutShort = before !== undefined && isRunningText(before) && !endsSentence(text, before.content);
  return (
    isCutShort ||
    (behind !== undefined && isRunningText(behind) && startsLowerCase(text, behind.content.start))
  );
}

function isRunningText(block: Block): boolean {
  return block.zone === "body" && (block.role === "paragraph" || block.role === "standfirst");
}

/** The fields of the blocks that stay whole, the first block for each value. */
function indexFields(text: string, staying: readonly StayingBlock[]): ReadonlyMap<string, Block> {
  const fields = new Map<string, Block>();
  for (const { block, parts } of staying) {
    const isWhole =
      parts.length === 1 && parts[0]?.start === block.content.start && parts[0].end === block.content.end;
    if (!isWhole || isText(block)) continue;
    const key = fieldKey(text, block);
    if (!fields.has(key)) fields.set(key, block);
  }
  return fields;
}

/** A date that belongs to a related story is the same only with the same story. */
function fieldKey(text: string, block: Block): string {
  const owner = block.relatesTo === undefined ? "" : block.relatesTo.span.start;
  return `${block.role} ${owner} ${foldForProof(blockValue(text, block)).trim()}`;
}

function endsBetweenWords(text: string, { content }: Block, span: Span): boolean {
  const startsWhole = span.start <= content.start || isTokenBoundary(text, span.start);
  return startsWhole && (span.end >= content.end || isTokenBoundary(text, span.end));
}

function segmentSpan(offsets: Uint32Array, { offset, length }: FoundSegment): Span {
  return { start: offsets[offset] as number, end: (offsets[offset + length - 1] as number) + 1 };
}

/** Joins neighbours that only white space parts. */
function mergeInOrder(text: string, spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    const isNext = last !== undefined && last.end <= span.start;
    if (isNext && isInlineSpace(text, { start: last.end, end: span.start })) {
      merged[merged.length - 1] = { start: last.start, end: span.end };
    } else merged.push(span);
  }
  return merged;
}

function isInlineSpace(text: string, span: Span): boolean {
  return span.end - span.start <= 1 && isBlankSpan(text, span);
}
