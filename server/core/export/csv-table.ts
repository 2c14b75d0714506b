import { type ArticleRecord, bodyText } from "./article-record.ts";

/** The columns in order, by the schema.org names of the fields. */
const COLUMNS: readonly (readonly [name: string, value: (record: ArticleRecord) => string | undefined])[] = [
  ["url", ({ url }) => url],
  ["headline", ({ headline }) => headline],
  ["publisher", ({ publisher }) => publisher],
  ["author", ({ authors }) => list(authors)],
  ["datePublished", ({ datePublished }) => datePublished],
  ["dateModified", ({ dateModified }) => dateModified],
  ["dateline", ({ dateline }) => dateline],
  ["description", ({ description }) => description],
  ["keywords", ({ keywords }) => list(keywords)],
  ["articleSection", ({ articleSection }) => articleSection],
  ["inLanguage", ({ inLanguage }) => inLanguage],
  ["copyrightYear", ({ copyrightYear }) => copyrightYear],
  ["legalName", ({ legalName }) => legalName],
  ["email", ({ email }) => email],
  ["telephone", ({ telephone }) => telephone],
  ["image", ({ images }) => list(images)],
  ["relatedLink", ({ relatedStories }) => list(relatedStories.map(({ url }) => url))],
  ["articleBody", bodyText],
];

/**
 * A table as RFC 4180 describes it: a header, one row per article, CR LF behind each, cells in double quotes where they
 * need them. Lists are parted by `; `.
 *
 * The cells hold the dump's words and nothing else. A spreadsheet program may take one that starts with `=`, `+`, `-` or
 * `@` for a formula (a telephone number does start so); putting a mark before these would change the data for every other
 * reader, so it is left to a form that says it is for spreadsheets.
 */
export function csvTable(records: readonly ArticleRecord[]): string {
  const header = COLUMNS.map(([name]) => name);
  const rows = records.map((record) => COLUMNS.map(([, value]) => csvCell(value(record) ?? "")));
  return [header, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** A cell as it stands in a row. Spaces at its edges are kept safe from readers that trim. */
export function csvCell(value: string): string {
  const isPlain = !/[",\r\n]/u.test(value) && value.trim() === value;
  return isPlain ? value : `"${value.replaceAll('"', '""')}"`;
}

function list(values: readonly string[]): string {
  return values.join("; ");
}
