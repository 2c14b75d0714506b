import { type Article, articleAt, type Block, blockAt, type Dump } from "../../core/article/model.ts";

/** The block at an offset with the article it lies in. */
export interface PlacedBlock {
  readonly block: Block;
  readonly article: Article;
}

/** The block that is not blank and holds an offset, if it lies in an article. */
export function placedBlockAt(dump: Dump, offset: number): PlacedBlock | undefined {
  const article = articleAt(dump, offset);
  const block = article === undefined ? undefined : blockAt(article.blocks, offset);
  return article === undefined || block === undefined || block.role === "blank"
    ? undefined
    : { article, block };
}

/** Every copy of a block's value under its role, in text order, itself among them; just itself where it stands alone. */
export function copiesOf({ block, article }: PlacedBlock): readonly Block[] {
  const first = block.repeats ?? block;
  return article.blocks.filter((other) => other === first || other.repeats === first);
}

/** The other end of the tie between a related link and its dates: the link of a date, the dates of a link. */
export function relatedTo({ block, article }: PlacedBlock): readonly Block[] {
  if (block.relatesTo !== undefined) {
    return [block.relatesTo];
  }
  if (block.role !== "relatedLink") {
    return [];
  }
  const first = block.repeats ?? block;
  return article.blocks.filter((other) => other.relatesTo === first || other.relatesTo === block);
}
