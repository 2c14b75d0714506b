import { parse } from "../../../server/core/article/parse.ts";
import { citation } from "../../../server/core/export/citation.ts";
import { exportArticles } from "../../../server/core/export/export-articles.ts";
import { drawMutatedDump } from "../corpus.ts";
import { hold, shown, type Target } from "../property.ts";

/** Exports: each form is what its standard says, with as many articles as the dump has, and hides no formula or markup. */
export const exporting: Target = {
  name: "exporting",
  share: 2,
  make: drawMutatedDump,
  check(text) {
    const dump = parse(text);
    const count = dump.articles.length;
    const lines = exportArticles(dump, "jsonl").split("\n").slice(0, -1);
    hold(lines.length === count, "JSON Lines has a line per article", () => `${lines.length} of ${count}`);
    for (const line of lines) {
      JSON.parse(line);
    }
    const linked = exportArticles(dump, "jsonld");
    if (linked !== "") {
      JSON.parse(linked);
    }
    const rows = readCsv(exportArticles(dump, "csv"));
    hold(rows.length === count + 1, "CSV has a row per article", () => `${rows.length} of ${count + 1}`);
    for (const row of rows) {
      hold(row.length === rows[0]?.length, "CSV rows are of one length", () => `${row.length}`);
      for (const cell of row) {
        hold(!/^[=@\t\r]|^[+-](?=.*[\p{L}|!])/su.test(cell), "no cell is a formula", () => shown(cell));
      }
    }
    const markdown = exportArticles(dump, "md");
    hold(
      !/(?<!\\)(?:\\\\)*[<[]/u.test(withoutFrontMatter(markdown)),
      "Markdown holds no markup of the dump",
      () => shown(markdown),
    );
    exportArticles(dump, "txt");
    for (const article of dump.articles) {
      for (const format of ["csl", "ris"] as const) {
        citation(text, article, format);
      }
    }
  },
};

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      at++;
      for (;;) {
        const quote = text.indexOf('"', at);
        hold(quote >= 0, "CSV quotes close", () => shown(text.slice(at)));
        cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
    } else {
      const end = /,|\r\n/gu;
      end.lastIndex = at;
      const stop = end.exec(text)?.index ?? text.length;
      cell = text.slice(at, stop);
      hold(!/["\r\n]/u.test(cell), "a plain CSV cell is plain", () => shown(cell));
      at = stop;
    }
    row.push(cell);
    if (text[at] === ",") {
      at++;
    } else {
      hold(text.startsWith("\r\n", at), "CSV rows end with CR LF", () => shown(text.slice(at)));
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function withoutFrontMatter(markdown: string): string {
  return markdown.replaceAll(/^---\n(?:[^\n]*\n)*?---\n/gmu, "");
}
