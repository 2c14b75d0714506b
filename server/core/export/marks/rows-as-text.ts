import { delimitedCell } from "../csv-table.ts";
import type { AnnotationRow } from "./annotation-row.ts";

/** How a table is written: for programs by RFC 4180, or so that a spreadsheet opens it as it is meant. */
export interface TableForm {
  readonly delimiter: "," | ";" | "\t";
  /** A byte order mark, by which Excel knows UTF-8, and a mark before cells that it would take for a formula. */
  readonly isForSpreadsheets: boolean;
}

const COLUMNS: readonly (readonly [
  name: string,
  value: (row: AnnotationRow) => string | number | undefined,
])[] = [
  ["file", ({ file }) => file],
  ["hash", ({ hash }) => hash],
  ["url", ({ url }) => url],
  ["headline", ({ headline }) => headline],
  ["publisher", ({ publisher }) => publisher],
  ["author", ({ author }) => author],
  ["published", ({ published }) => published],
  ["modified", ({ modified }) => modified],
  [
    "raw line",
    ({ rawLines }) => rawLines && (rawLines[0] === rawLines[1] ? rawLines[0] : rawLines.join("-")),
  ],
  ["start", ({ start }) => start],
  ["end", ({ end }) => end],
  ["label", ({ labels }) => labels.join("; ")],
  ["quote", ({ quote }) => quote],
  ["cue", ({ cue }) => cue],
  ["source", ({ source }) => source],
  ["name", ({ name }) => name],
  ["kind", ({ kind }) => kind],
  ["chain", ({ chain }) => chain.join(" ← ")],
  ["note", ({ notes }) => notes.join("\n")],
  ["annotator", ({ annotator }) => annotator],
  ["created", ({ created }) => created],
  ["orphan", ({ orphan }) => orphan],
  ["comparison", ({ comparison }) => comparison],
  ["verdict", ({ verdict }) => verdict],
  ["within", ({ within }) => within],
  ["raw file", ({ rawFile }) => rawFile],
  ["raw hash", ({ rawHash }) => rawHash],
  ["id", ({ id }) => id],
];

/** A header and a row per annotation, CR LF behind each. */
export function rowsAsCsv(rows: readonly AnnotationRow[], form: TableForm): string {
  const { delimiter, isForSpreadsheets } = form;
  const cell = (value: string | number | undefined): string => {
    const text = String(value ?? "");
    return delimitedCell(isForSpreadsheets && typeof value === "string" ? guarded(text) : text, delimiter);
  };
  const lines = [COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, value]) => value(row)))];
  const table = lines.map((cells) => `${cells.map(cell).join(delimiter)}\r\n`).join("");
  return isForSpreadsheets ? `\ufeff${table}` : table;
}

/** A cell that a spreadsheet would run as a formula starts with an apostrophe, which it takes for "this is text". */
function guarded(text: string): string {
  return /^\s*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r]/u.test(text) ? `'${text}` : text;
}

/** A line of JSON per annotation; what is not stated is missing. */
export function rowsAsJsonLines(rows: readonly AnnotationRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}
