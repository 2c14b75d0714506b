import { exportArticles, separatorOf } from "../core/export/export-articles.ts";
import { type Command, EXIT_CLEAN, EXIT_TROUBLE } from "./command.ts";
import { readDumps } from "./dump-files.ts";
import { oneOf, readOptions } from "./options.ts";
import { writeOut } from "./output.ts";

const HELP = `Usage: pressmark export --format txt|md|jsonl|csv [--encoding NAME] PATH...

Prints the articles of all files in another form: wraps joined, repeats once, nothing invented.

  --format FORM    txt: headline, dates and paragraphs; md: Markdown with front matter; jsonl: a line of JSON per article;
                   csv: a table with a row per article (RFC 4180)
  --encoding NAME  of files that are not UTF-8 and have no byte order mark

Examples:
  pressmark export --format csv dumps/ > articles.csv
  pressmark export --format txt dumps/2022-01-05.txt
`;

export const exportCommand: Command = {
  help: HELP,
  async run(parameters) {
    const { values, positionals } = readOptions("export", parameters, {
      format: { type: "string", default: "txt" },
      encoding: { type: "string" },
    });
    const format = oneOf("--format", values.format, ["txt", "md", "jsonl", "csv"]);
    const files = readDumps("export", positionals, values.encoding);
    let isFirst = true;
    for await (const dump of files.dumps) {
      if (dump.articles.length > 0) {
        const whole = exportArticles(dump, format);
        // The table's header, which holds no line break itself, stands once over the rows of all files.
        const text = format === "csv" && !isFirst ? whole.slice(whole.indexOf("\r\n") + 2) : whole;
        await writeOut(isFirst ? text : `${separatorOf(format)}${text}`);
        isFirst = false;
      }
    }
    return files.hadTrouble() ? EXIT_TROUBLE : EXIT_CLEAN;
  },
};
