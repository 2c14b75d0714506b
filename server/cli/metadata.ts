import { recordOf } from "../core/export/article-record.ts";
import { newsArticle, SCHEMA_CONTEXT } from "../core/export/news-article.ts";
import { type Command, EXIT_CLEAN, EXIT_TROUBLE } from "./command.ts";
import { readDumps } from "./dump-files.ts";
import { oneOf, readOptions } from "./options.ts";
import { writeOut } from "./output.ts";

const HELP = `Usage: pressmark metadata [--format json] [--encoding NAME] PATH...

Prints what the dumps state about their articles: a line of JSON per article, a schema.org NewsArticle (JSON-LD).
Nothing is invented: what a dump does not state is left out, and times are as stated.

  --format json    the only form, and the default
  --encoding NAME  of files that are not UTF-8 and have no byte order mark

Example:
  pressmark metadata dumps/ > metadata.jsonl
`;

export const metadataCommand: Command = {
  help: HELP,
  async run(parameters) {
    const { values, positionals } = readOptions("metadata", parameters, {
      format: { type: "string", default: "json" },
      encoding: { type: "string" },
    });
    oneOf("--format", values.format, ["json"]);
    const files = readDumps("metadata", positionals, values.encoding);
    for await (const { text, articles } of files.dumps) {
      for (const article of articles) {
        const metadata = { "@context": SCHEMA_CONTEXT, ...newsArticle(recordOf(text, article)) };
        await writeOut(`${JSON.stringify(metadata)}\n`);
      }
    }
    return files.hadTrouble() ? EXIT_TROUBLE : EXIT_CLEAN;
  },
};
