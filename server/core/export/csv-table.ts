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
 * A dump is hostile, and a spreadsheet program runs a cell that starts like a formula: such a cell gets an apostrophe in
 * front, which these programs hide (https://owasp.org/www-community/attacks/CSV_Injection). Who wants the dump's words and
 * nothing else takes JSON Lines.
 */
export function csvTable(records: readonly ArticleRecord[]): string {
  const header = COLUMNS.map(([name]) => name);
  const rows = records.map((record) =>
    COLUMNS.map(([, value]) => csvCell(withoutFormula(value(record) ?? ""))),
  );
  return [header, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** What starts a formula, in its full-width form too; a plain number or telephone number may start with a sign. */
function withoutFormula(value: string): string {
  const isFormula = /^[=@\t\r＝＠＋－]/u.test(value) || /^[+-](?![\d\s()./-]*$)/u.test(value);
  return isFormula ? `'${value}` : value;
}

/** A cell as it stands in a row of comma-separated values. Spaces at its edges are kept safe from readers that trim. */
export function csvCell(value: string): string {
  return delimitedCell(value, ",");
}

/** The same where another delimiter stands between the cells. */
export function delimitedCell(value: string, delimiter: string): string {
  const isPlain = !/["\r\n]/u.test(value) && !value.includes(delimiter) && value.trim() === value;
  return isPlain ? value : `"${value.replaceAll('"', '""')}"`;
}

function list(values: readonly string[]): string {
  return values.join("; ");
}
