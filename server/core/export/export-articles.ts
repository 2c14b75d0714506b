import type { Article, Dump } from "../article/model.ts";
import { type ArticleRecord, recordOf } from "./article-record.ts";
import { csvTable } from "./csv-table.ts";
import { jsonLine } from "./json-line.ts";
import { markdownArticle } from "./markdown-article.ts";
import { newsArticle, SCHEMA_CONTEXT } from "./news-article.ts";
import { plainArticle } from "./plain-article.ts";

/** The forms that articles are exported in, by their usual file name extension. */
export type ExportFormat = "txt" | "md" | "jsonl" | "csv" | "jsonld";

/**
 * The articles of a dump in another form, with `\n` for line breaks (CSV: CR LF, as RFC 4180 asks) and one at the end;
 * the empty string when there are none, save that a CSV table has its header all the same.
 *
 * @param articles Those of the dump that are wanted; all of them when missing.
 */
export function exportArticles(
  dump: Dump,
  format: ExportFormat,
  articles: readonly Article[] = dump.articles,
): string {
  return exportRecords(
    articles.map((article) => recordOf(dump.text, article)),
    format,
  );
}

/** The same of records that may come from several dumps. */
export function exportRecords(records: readonly ArticleRecord[], format: ExportFormat): string {
  switch (format) {
    case "txt":
      return records.map(plainArticle).join(separatorOf(format));
    case "md":
      return records.map(markdownArticle).join(separatorOf(format));
    case "jsonl":
      return records.map(jsonLine).join("");
    case "csv":
      return csvTable(records);
    case "jsonld":
      return records.length === 0 ? "" : `${JSON.stringify(linkedData(records), undefined, 2)}\n`;
  }
}

/** What stands between two articles, also where the articles of several dumps are written one after the other. */
export function separatorOf(format: ExportFormat): string {
  switch (format) {
    case "txt":
      return "\n* * *\n\n";
    case "md":
      return "\n";
    case "jsonl":
    case "csv":
    case "jsonld":
      return "";
  }
}

/** One article by itself, several as a graph. */
function linkedData(records: readonly ArticleRecord[]): object {
  const [first, ...others] = records;
  if (first !== undefined && others.length === 0) {
    return { "@context": SCHEMA_CONTEXT, ...newsArticle(first) };
  }
  return { "@context": SCHEMA_CONTEXT, "@graph": records.map(newsArticle) };
}
