import type { Block, Dump } from "../../server/core/article/model.ts";

/** Everything a dump says, as text that is easily compared: blocks that others point at stand there by their place. */
export function plainDump(dump: Dump): string {
  return JSON.stringify(
    {
      units: dump.units.map(({ unit, start, line }) => ({
        start,
        line,
        text: unit.text,
        lines: [...unit.lines.starts],
        article: unit.article === undefined ? null : { ...unit.article, blocks: unit.blocks.map(plainBlock) },
        blocks: unit.blocks.map(plainBlock),
        keys: unit.keys.length,
      })),
      articles: dump.articles.map((article) => ({ ...article, blocks: article.blocks.map(plainBlock) })),
      blocks: dump.blocks.map(plainBlock),
    },
    undefined,
    1,
  );
}

function plainBlock({ repeats, relatesTo, ...block }: Block) {
  return { ...block, repeats: repeats?.span.start, relatesTo: relatesTo?.span.start };
}
