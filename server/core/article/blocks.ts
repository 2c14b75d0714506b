import { foldForProof } from "../text/fold.ts";
import { lineJoiner } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { trimSpan } from "../text/white-space.ts";
import { type Block, blockValue, type Role, type Wrap, type Zone } from "./model.ts";

/** A block of whole lines whose content is all of it but the white space around it. */
export function createBlock(text: string, role: Role, zone: Zone, span: Span): Block {
  return { role, zone, span, content: trimSpan(text, span), wraps: noWraps };
}

/** Shared by all blocks without wraps, as a text of blank lines has hundreds of thousands of them. */
const noWraps: readonly Wrap[] = [];

/** A block for a line that holds nothing but white space. */
export function createBlankBlock(text: string, span: Span): Block {
  return createBlock(text, "blank", "none", span);
}

/**
 * A paragraph over several lines. `parts` are the lines' contents, trimmed, at least one; what lies between two of them
 * is the wrap. Without a run-together line nothing proves the wraps.
 */
export function createParagraph(text: string, zone: Zone, span: Span, parts: readonly Span[]): Block {
  const content = { start: (parts[0] as Span).start, end: (parts.at(-1) as Span).end };
  if (parts.length === 1) {
    return { role: "paragraph", zone, span, content, wraps: noWraps };
  }
  const wraps: Wrap[] = [];
  for (let index = 1; index < parts.length; index++) {
    const start = (parts[index - 1] as Span).end;
    const end = (parts[index] as Span).start;
    wraps.push({ span: { start, end }, joiner: lineJoiner(text, start - 1, end), proved: false });
  }
  return { role: "paragraph", zone, span, content, wraps };
}

/**
 * The same blocks, with `repeats` set wherever an earlier block holds the same value under the same role, after folding
 * white space, quotes and dashes. Running text is left alone: that a paragraph stands twice is for a check to say.
 */
export function linkRepeats(text: string, blocks: readonly Block[]): Block[] {
  const firsts = new Map<string, Block>();
  return blocks.map((block) => {
    if (!rolesThatRepeat.has(block.role)) {
      return block;
    }
    const key = `${block.role} ${foldForProof(blockValue(text, block))}`;
    const first = firsts.get(key);
    if (first !== undefined) {
      return { ...block, repeats: first };
    }
    firsts.set(key, block);
    return block;
  });
}

const rolesThatRepeat: ReadonlySet<Role> = new Set<Role>([
  "url",
  "headline",
  "publisher",
  "description",
  "datePublished",
  "dateModified",
  "keywords",
  "keyword",
  "image",
  "relatedLink",
  "author",
  "authorImage",
  "articleSection",
  "inLanguage",
  "copyrightYear",
  "email",
  "telephone",
  "legalName",
]);
