import { type Article, type Block, blockValue, type Role } from "../article/model.ts";
import { foldForProof } from "../text/fold.ts";

/** A paragraph, a heading or the standfirst, its wrapped lines joined. */
export interface BodyPart {
  readonly role: "standfirst" | "heading" | "paragraph";
  readonly text: string;
}

export interface RelatedStory {
  readonly url: string;
  /** As stated. */
  readonly date?: string;
}

/**
 * What an article says about itself, for every form it is exported in. Values stand as they do in the dump, each once;
 * what the dump does not hold is missing, and nothing is worked out from anything else.
 */
export interface ArticleRecord {
  readonly url?: string;
  readonly headline?: string;
  readonly publisher?: string;
  readonly description?: string;
  readonly datePublished?: string;
  readonly dateModified?: string;
  readonly dateline?: string;
  readonly articleSection?: string;
  readonly inLanguage?: string;
  readonly copyrightYear?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly legalName?: string;
  readonly authors: readonly string[];
  readonly authorImages: readonly string[];
  readonly keywords: readonly string[];
  readonly images: readonly string[];
  readonly relatedStories: readonly RelatedStory[];
  readonly captions: readonly string[];
  /** The rendered body; where there is none, the article run together on one line as one paragraph. */
  readonly body: readonly BodyPart[];
}

/** @param text The text of the dump that the article was read from. */
export function recordOf(text: string, article: Article): ArticleRecord {
  const valuesByRole = new Map<Role, string[]>();
  for (const block of article.blocks) {
    const values = valuesByRole.get(block.role);
    const value = blockValue(text, block);
    if (value === "") {
      continue;
    }
    if (values === undefined) {
      valuesByRole.set(block.role, [value]);
    } else {
      values.push(value);
    }
  }
  const all = (role: Role): string[] => eachOnce(valuesByRole.get(role) ?? []);
  const one = (role: Role): string | undefined => valuesByRole.get(role)?.[0];
  return {
    ...stated({
      url: one("url"),
      headline: one("headline"),
      publisher: one("publisher"),
      description: one("description"),
      datePublished: one("datePublished"),
      dateModified: one("dateModified"),
      dateline: one("dateline"),
      articleSection: one("articleSection"),
      inLanguage: one("inLanguage"),
      copyrightYear: one("copyrightYear"),
      email: one("email"),
      telephone: one("telephone"),
      legalName: one("legalName"),
    }),
    authors: all("author"),
    authorImages: all("authorImage"),
    keywords: eachOnce([...all("keyword"), ...all("keywords").flatMap(listItems)]),
    images: all("image"),
    relatedStories: relatedStories(text, article),
    captions: all("caption"),
    body: bodyOf(text, article),
  };
}

/** Without the fields that are undefined, so that they are missing in JSON and in a spread as well. */
export function stated<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Fields]?: NonNullable<Fields[Key]> };
}

/** The body as one text, a blank line between its parts; undefined when the article has none. */
export function bodyText({ body }: ArticleRecord): string | undefined {
  return body.length === 0 ? undefined : body.map(({ text }) => text).join("\n\n");
}

function bodyOf(text: string, article: Article): BodyPart[] {
  const parts: BodyPart[] = [];
  for (const block of article.blocks) {
    const { role } = block;
    if (block.zone === "body" && (role === "standfirst" || role === "heading" || role === "paragraph")) {
      parts.push({ role, text: blockValue(text, block) });
    }
  }
  if (parts.length > 0) {
    return parts;
  }
  const runTogether = article.blocks.find(({ role }) => role === "articleBody");
  return runTogether === undefined ? [] : [{ role: "paragraph", text: blockValue(text, runTogether) }];
}

function relatedStories(text: string, article: Article): RelatedStory[] {
  const dates = new Map<Block, string>();
  for (const block of article.blocks) {
    if (block.role === "relatedDate" && block.relatesTo !== undefined && !dates.has(block.relatesTo)) {
      dates.set(block.relatesTo, blockValue(text, block));
    }
  }
  return article.blocks
    .filter(({ role, repeats }) => role === "relatedLink" && repeats === undefined)
    .map((block) => {
      const date = dates.get(block);
      const url = blockValue(text, block);
      return date === undefined ? { url } : { url, date };
    });
}

/** The first of each value; white space, quotation marks and dashes make no difference, case does. */
function eachOnce(values: readonly string[]): string[] {
  const byFold = new Map<string, string>();
  for (const value of values) {
    const key = foldForProof(value);
    if (!byFold.has(key)) {
      byFold.set(key, value);
    }
  }
  return [...byFold.values()];
}

/** The parts of a list on one line: `russia, us, nato`. */
function listItems(list: string): string[] {
  return list
    .split(/[,;，、；]/u)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
