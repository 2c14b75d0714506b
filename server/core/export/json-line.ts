import { type ArticleRecord, bodyText, stated } from "./article-record.ts";

/**
 * An article as one line of JSON Lines, with its line break: the fields by their schema.org names, lists as lists, fields
 * that the dump does not hold missing.
 */
export function jsonLine(record: ArticleRecord): string {
  const { authors, authorImages, keywords, images, relatedStories, captions, body: _, ...fields } = record;
  const line = {
    ...fields,
    ...stated({
      author: orNothing(authors),
      authorImage: orNothing(authorImages),
      keywords: orNothing(keywords),
      image: orNothing(images),
      relatedLink: orNothing(relatedStories),
      caption: orNothing(captions),
      articleBody: bodyText(record),
    }),
  };
  return `${JSON.stringify(line)}\n`;
}

function orNothing<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list;
}
