import type { Block, Role } from "../article/model.ts";
import { type ExactCopy, findExactCopies } from "../duplicates/exact-copies.ts";
import { isUnspacedScript } from "../text/script.ts";
import { scanWords } from "../text/words.ts";
import type { Check, CheckContext, Finding } from "./check.ts";
import { linesInWords } from "./shared/line-words.ts";

export interface DuplicateParagraphOptions {
  /** A paragraph of fewer words may well be said twice: “No comment,” he said. */
  readonly minimumWords: number;
  /** The same for headings and captions, which pages repeat by custom. */
  readonly minimumWordsOfLabels: number;
}

/** A paragraph of the body that says again what one above it says. */
export const duplicateParagraph: Check<"article", DuplicateParagraphOptions> = {
  id: "duplicate-paragraph",
  summary: "A paragraph that stands in the article twice",
  severity: "warning",
  bestFix: "safe",
  reach: "article",
  defaults: { minimumWords: 5, minimumWordsOfLabels: 12 },
  *run(article, context) {
    const passages = article.blocks.filter((block) => isLongEnough(block, context));
    for (const copy of findExactCopies(context.dump.text, passages)) {
      yield findingFor(copy, context);
    }
  },
};

const LABELS: ReadonlySet<Role> = new Set<Role>(["heading", "caption"]);
const PASSAGES: ReadonlySet<Role> = new Set<Role>(["paragraph", "standfirst"]);

function isLongEnough(block: Block, { dump, options }: CheckContext<DuplicateParagraphOptions>): boolean {
  if (block.zone !== "body") {
    return false;
  }
  if (PASSAGES.has(block.role)) {
    return hasWords(dump.text, block, options.minimumWords);
  }
  return LABELS.has(block.role) && hasWords(dump.text, block, options.minimumWordsOfLabels);
}

/**
 * Characters of scripts without spaces count as words one by one, though about two of them make one (Unicode Standard Annex
 * 29 leaves them to dictionaries), so of them twice as many are asked for.
 */
function hasWords(text: string, block: Block, least: number): boolean {
  const head = {
    start: block.content.start,
    end: Math.min(block.content.end, block.content.start + least * LONG_WORD),
  };
  const { starts } = scanWords(text, head);
  const first = starts[0];
  const isUnspaced = first !== undefined && isUnspacedScript(text.codePointAt(first) ?? 0);
  return starts.length >= (isUnspaced ? 2 * least : least);
}

/** Code units; enough words of a paragraph are found in so many times their number. */
const LONG_WORD = 64;

function findingFor({ copy, original, isLiteral }: ExactCopy, { lines }: CheckContext): Finding {
  const where = linesInWords(lines, original.content);
  return {
    span: copy.content,
    message: isLiteral
      ? `This ${nameOf(copy)} is the same as the one on ${where}, word for word. Removing it loses nothing.`
      : `This ${nameOf(copy)} is the same as the one on ${where} but for capitals or the form of letters. Compare the two and remove one.`,
    related: [{ span: original.content, message: "The first copy" }],
    data: { kind: "exact", scope: "article" },
    unnecessary: true,
    fixes: [
      {
        title: `Remove the repeated ${nameOf(copy)}`,
        safety: isLiteral ? "safe" : "review",
        operations: [{ kind: "remove", span: copy.content }],
      },
    ],
  };
}

function nameOf(block: Block): string {
  return block.role === "heading" || block.role === "caption" ? block.role : "paragraph";
}
