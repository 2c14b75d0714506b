import type { ArticleRecord, BodyPart } from "./article-record.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/**
 * An article as Markdown with YAML front matter. The keys are those that dumps with front matter have themselves, so
 * that an exported article is read again as one. Nothing in the dump's words works as markup.
 */
export function markdownArticle(record: ArticleRecord): string {
  const parts = [
    frontMatter(record),
    ...(record.headline === undefined ? [] : [`# ${escapeMarkdown(oneLine(record.headline))}`]),
    ...(record.dateline === undefined ? [] : [escapeMarkdown(record.dateline)]),
    ...record.body.map(bodyPart),
  ];
  return `${parts.join("\n\n")}\n`;
}

function bodyPart({ role, text }: BodyPart): string {
  switch (role) {
    case "heading":
      return `## ${escapeMarkdown(oneLine(text))}`;
    case "standfirst":
    case "paragraph":
      return escapeMarkdown(text);
  }
}

/** The fields of an article as YAML between lines of dashes, by the keys that dumps with front matter have themselves. */
export function frontMatter(record: ArticleRecord): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["title", record.headline],
    ["url", record.url],
    ["source", record.publisher],
    ["date", record.datePublished],
    ["modified", record.dateModified],
    ["description", record.description],
    ["language", record.inLanguage],
    ["section", record.articleSection],
    ["copyright_year", record.copyrightYear],
    ["legal_name", record.legalName],
    ["email", record.email],
    ["telephone", record.telephone],
  ];
  const lines = fields.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${yamlString(value)}`],
  );
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["author", record.authors],
    ["image", record.images],
    ["tags", record.keywords],
  ];
  for (const [key, values] of lists) {
    const [only, ...others] = values;
    const isSingle = others.length === 0 && key !== "tags";
    if (only !== undefined) {
      lines.push(`${key}: ${isSingle ? yamlString(only) : `[${values.map(yamlString).join(", ")}]`}`);
    }
  }
  return ["---", ...lines, "---"].join("\n");
}

/**
 * A double-quoted scalar of YAML 1.2 (§7.3.1): JSON's escapes are YAML's too, so JSON's quoting does; what YAML counts as a
 * line break or does not allow, and JSON does not escape, is escaped besides.
 */
function yamlString(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
