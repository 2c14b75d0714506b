import type { Article, Block } from "../../article/model.ts";

/**
 * Whether a block is the article on one line beside the article's paragraphs. What is wrong inside it is the trouble of that
 * line, which goes as a whole; where there are no paragraphs it is all there is, and is looked at like them.
 */
export function isCopiedElsewhere(block: Block, article: Article): boolean {
  return (
    block.role === "articleBody" &&
    article.blocks.some((other) => other.role === "paragraph" && other.zone === "body")
  );
}
