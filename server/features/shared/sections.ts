import type { Article, Block } from "../../core/article/model.ts";
import type { Span } from "../../core/text/span.ts";

/**
 * The parts of an article as a reader leads through them. A dump's order cannot be relied on, so the head is what stands
 * before the first block of the body, the tail what stands behind the last, and either can be missing. What is not body
 * but stands inside it (the date of a related story, a stray address) belongs to the body's span.
 */
export interface ArticleSections {
  readonly head: Section | undefined;
  readonly body: BodySection | undefined;
  readonly tail: Section | undefined;
}

export interface Section {
  /** From the first to the last block that is not blank, without white space at either end. */
  readonly span: Span;
  /** In text order, no blank ones. */
  readonly blocks: readonly Block[];
}

export interface BodySection extends Section {
  /** What stands before the first heading. */
  readonly opening: readonly Block[];
  readonly parts: readonly HeadedSection[];
}

/** A heading with what stands below it, up to the next heading. */
export interface HeadedSection extends Section {
  readonly heading: Block;
}

export function sectionsOf(article: Article): ArticleSections {
  const blocks = article.blocks.filter(({ role }) => role !== "blank");
  const first = blocks.findIndex(({ zone }) => zone === "body");
  if (first < 0) {
    return { head: sectionOf(blocks), body: undefined, tail: undefined };
  }
  const last = blocks.findLastIndex(({ zone }) => zone === "body");
  return {
    head: sectionOf(blocks.slice(0, first)),
    body: bodyOf(blocks.slice(first, last + 1)),
    tail: sectionOf(blocks.slice(last + 1)),
  };
}

/** The innermost section that holds an offset: a headed one, else body, head or tail. */
export function sectionAt(sections: ArticleSections, offset: number): Section | undefined {
  const holds = (section: Section | undefined) =>
    section !== undefined && section.span.start <= offset && offset <= section.span.end;
  return (
    sections.body?.parts.find(holds) ?? [sections.body, sections.head, sections.tail].find(holds) ?? undefined
  );
}

function sectionOf(blocks: readonly Block[]): Section | undefined {
  const first = blocks[0];
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) {
    return undefined;
  }
  return { span: { start: first.content.start, end: last.content.end }, blocks };
}

function bodyOf(blocks: readonly Block[]): BodySection | undefined {
  const section = sectionOf(blocks);
  if (section === undefined) {
    return undefined;
  }
  const headings = blocks.flatMap(({ role }, index) => (role === "heading" ? [index] : []));
  const parts = headings.flatMap((start, index) => {
    const part = sectionOf(blocks.slice(start, headings[index + 1]));
    return part === undefined ? [] : [{ ...part, heading: blocks[start] as Block }];
  });
  return { ...section, opening: blocks.slice(0, headings[0]), parts };
}
