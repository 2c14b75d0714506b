import { parse } from "../../../server/core/article/parse.ts";
import { citation } from "../../../server/core/export/citation.ts";
import { exportArticles } from "../../../server/core/export/export-articles.ts";
import { readCsv } from "../../core/export/marks/readers.ts";
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
    const rows = readCsv(exportArticles(dump, "csv"), ",");
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

function withoutFrontMatter(markdown: string): string {
  return markdown.replaceAll(/^---\n(?:[^\n]*\n)*?---\n/gmu, "");
}
