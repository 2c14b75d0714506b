import { type CalendarDay, readDateline, readIsoTime } from "../article/dates.ts";
import type { Article } from "../article/model.ts";
import { type ArticleRecord, recordOf, stated } from "./article-record.ts";

export type CitationFormat = "csl" | "ris";

/** A name of CSL-JSON: taken apart where that is safe, else as it stands. */
export type CitedName = { readonly family: string; readonly given: string } | { readonly literal: string };

/**
 * A reference to an article that Zotero, Pandoc and citation processors read: CSL-JSON (a list of one item, as their files
 * have) or RIS. The access date stays empty, because the dump does not tell when somebody read the page; times stand as
 * stated in the note, the issue date is the day that is stated, in whatever zone that was.
 *
 * @param text The text of the dump that the article was read from.
 */
export function citation(text: string, article: Article, format: CitationFormat): string {
  const record = recordOf(text, article);
  switch (format) {
    case "csl":
      return `${JSON.stringify([cslItem(record)], undefined, 2)}\n`;
    case "ris":
      return risRecord(record);
  }
}

/** https://docs.citationstyles.org/en/stable/specification.html, the schema csl-data.json 1.0.2. */
export function cslItem(record: ArticleRecord): Readonly<Record<string, unknown>> {
  const names = citedNames(record);
  const day = issueDay(record);
  return {
    id: record.url ?? record.headline ?? "article",
    type: "article-newspaper",
    ...stated({
      title: record.headline,
      author: names.length === 0 ? undefined : names,
      "container-title": record.publisher,
      issued: day === undefined ? undefined : { "date-parts": [[day.year, day.month, day.day]] },
      URL: record.url,
      abstract: record.description,
      section: record.articleSection,
      language: record.inLanguage,
      keyword: record.keywords.length === 0 ? undefined : record.keywords.join(", "),
      note: datesNote(record),
    }),
  };
}

/**
 * The RIS form (Research Information Systems, 2011): two letters, two spaces, a hyphen, a space, the value on one line,
 * CR LF behind each. `T2` is where Zotero and others look for the newspaper's name.
 */
function risRecord(record: ArticleRecord): string {
  const day = issueDay(record);
  const tags: readonly (readonly [string, string | undefined])[] = [
    ["TY", "NEWS"],
    ["TI", record.headline],
    ...citedNames(record).map((name) => ["AU", risName(name)] as const),
    ["T2", record.publisher],
    ["PY", day === undefined ? undefined : pad(day.year, 4)],
    ["DA", day === undefined ? undefined : `${pad(day.year, 4)}/${pad(day.month, 2)}/${pad(day.day, 2)}`],
    ["UR", record.url],
    ["AB", record.description],
    ["SE", record.articleSection],
    ["LA", record.inLanguage],
    ...record.keywords.map((keyword) => ["KW", keyword] as const),
    ["N1", datesNote(record)],
  ];
  const lines = tags.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}`]));
  return [...lines, "ER  - ", ""].join("\r\n");
}

function risName(name: CitedName): string {
  return "literal" in name ? name.literal : `${name.family}, ${name.given}`;
}

function datesNote({ datePublished, dateModified, dateline }: ArticleRecord): string | undefined {
  const parts = [
    datePublished === undefined ? [] : [`Published ${datePublished}`],
    dateModified === undefined ? [] : [`Updated ${dateModified}`],
    datePublished === undefined && dateline !== undefined ? [`Dated ${dateline}`] : [],
  ].flat();
  return parts.length === 0 ? undefined : parts.join("; ");
}

/** The day that the metadata states, else that of the page's date line. */
function issueDay({ datePublished, dateline }: ArticleRecord): CalendarDay | undefined {
  if (datePublished !== undefined) {
    const day = readIsoTime(datePublished, { start: 0, end: datePublished.length })?.day;
    if (day !== undefined) {
      return day;
    }
  }
  return dateline === undefined
    ? undefined
    : readDateline(dateline, { start: 0, end: dateline.length })?.published.day;
}

function citedNames(record: ArticleRecord): readonly CitedName[] {
  return record.authors.map((author) => citedName(author, record));
}

/**
 * A byline does not say which of its words is the family name, or whether it is a person at all (`Associated Press`). Taken
 * apart are `Lindqvist, Petra`, and two capitalised words with the author's picture beside them.
 */
function citedName(author: string, record: ArticleRecord): CitedName {
  const inverted = /^(\p{Lu}[\p{L}\p{M}'’-]*), (\p{Lu}[\p{L}\p{M}'’. -]*)$/u.exec(author);
  if (inverted !== null) {
    return { family: inverted[1] as string, given: inverted[2] as string };
  }
  const words = author.split(" ");
  const [given, family] = words;
  const isPictured = record.authors.length === 1 && record.authorImages.length > 0;
  const isPair = words.length === 2 && words.every(isNamePart) && author !== record.publisher;
  if (isPictured && isPair && given !== undefined && family !== undefined) {
    return { family, given };
  }
  return { literal: author };
}

/** A capital and small letters behind it, perhaps twice: `Petra`, `Anne-Marie`, `O’Neill`; no `AFP`, and no word of a newsroom. */
function isNamePart(word: string): boolean {
  return /^\p{Lu}\p{Ll}*(?:['’-]?\p{Lu}\p{Ll}+)*$/u.test(word) && !NEWSROOM_WORDS.has(word.toLowerCase());
}

const NEWSROOM_WORDS: ReadonlySet<string> = new Set(
  "agency agencies press news newsroom staff editorial editors editor desk team service services international wire radio today times post media correspondent reporter reporters redaktion agentur редакция агентство новости служба".split(
    " ",
  ),
);

/** Line breaks and other controls would end a field or forge another. */
function oneLine(value: string): string {
  return value.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
