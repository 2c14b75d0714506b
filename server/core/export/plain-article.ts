import type { ArticleRecord } from "./article-record.ts";

/** The article as a reader would copy it from the page: headline, dates as stated, paragraphs, a blank line between all. */
export function plainArticle(record: ArticleRecord): string {
  const parts = [record.headline, datesOf(record), ...record.body.map(({ text }) => text)];
  return `${parts.filter((part) => part !== undefined && part !== "").join("\n\n")}\n`;
}

/** The date line that the page shows; without one, what its metadata states. */
function datesOf({ dateline, datePublished, dateModified }: ArticleRecord): string | undefined {
  if (dateline !== undefined) {
    return dateline;
  }
  const dates = [
    datePublished === undefined ? [] : [`Published ${datePublished}`],
    dateModified === undefined ? [] : [`Updated ${dateModified}`],
  ];
  return dates.flat().join("\n");
}
