import { type ArticleRecord, bodyText, stated } from "./article-record.ts";

export const SCHEMA_CONTEXT = "https://schema.org";

/**
 * An article as a schema.org NewsArticle (https://schema.org/NewsArticle), without the context. Nothing is invented: what the
 * dump does not hold is missing, times and languages stand as stated. Contact data go under the publisher, whose they are.
 */
export function newsArticle(record: ArticleRecord): Readonly<Record<string, unknown>> {
  return {
    "@type": "NewsArticle",
    ...stated({
      url: record.url,
      headline: record.headline,
      description: record.description,
      datePublished: record.datePublished,
      dateModified: record.dateModified,
      dateline: record.dateline,
      author: oneOrMore(authorsOf(record)),
      publisher: publisherOf(record),
      image: oneOrMore(record.images),
      articleSection: record.articleSection,
      keywords: record.keywords.length === 0 ? undefined : record.keywords,
      inLanguage: record.inLanguage,
      copyrightYear: yearOf(record.copyrightYear),
      articleBody: bodyText(record),
    }),
  };
}

function authorsOf({ authors, authorImages, publisher }: ArticleRecord): readonly object[] {
  const [onlyImage, ...otherImages] = authorImages;
  const hasOneImage = authors.length === 1 && otherImages.length === 0;
  return authors.map((name) => ({
    "@type": name === publisher ? "Organization" : "Person",
    name,
    ...stated({ image: hasOneImage ? onlyImage : undefined }),
  }));
}

function publisherOf({ publisher, legalName, email, telephone }: ArticleRecord): object | undefined {
  const fields = stated({ name: publisher, legalName, email, telephone });
  return Object.keys(fields).length === 0 ? undefined : { "@type": "Organization", ...fields };
}

function oneOrMore<Item>(items: readonly Item[]): Item | readonly Item[] | undefined {
  return items.length <= 1 ? items[0] : items;
}

/** schema.org wants a number; what is not four digits stands as it is. */
function yearOf(year: string | undefined): number | string | undefined {
  return year !== undefined && /^\d{4}$/u.test(year) ? Number(year) : year;
}
