import type { Article, Block, Dump } from "../core/article/model.ts";
import { blockValue } from "../core/article/model.ts";
import { indexLines, type LineIndex, positionAt } from "../core/text/lines.ts";
import { type Command, EXIT_CLEAN, EXIT_TROUBLE } from "./command.ts";
import { readDumps } from "./dump-files.ts";
import { oneOf, readOptions } from "./options.ts";
import { displayLine, displayPath, writeOut } from "./output.ts";
import { rangeOf } from "./ranges.ts";

const HELP = `Usage: pressmark outline [--format text|json] [--encoding NAME] PATH...

Shows what each part of a dump is: its role, its place and its value.

  --format text|json  text: a line per part; json: a line per file (default: text)
  --encoding NAME     of files that are not UTF-8 and have no byte order mark

Example:
  pressmark outline dumps/2022-01-05.txt
`;

export const outlineCommand: Command = {
  help: HELP,
  async run(parameters) {
    const { values, positionals } = readOptions("outline", parameters, {
      format: { type: "string", default: "text" },
      encoding: { type: "string" },
    });
    const format = oneOf("--format", values.format, ["text", "json"]);
    const files = readDumps("outline", positionals, values.encoding);
    for await (const dump of files.dumps) {
      await writeOut(format === "json" ? outlineAsJson(dump) : outlineAsText(dump));
    }
    return files.hadTrouble() ? EXIT_TROUBLE : EXIT_CLEAN;
  },
};

type DumpFile = Dump & { readonly path: string };

function outlineAsText({ path, text, articles }: DumpFile): string {
  const lines = indexLines(text);
  const formats = articles.map(
    ({ format, confidence }) => `${format} (${Math.floor(confidence * 100)} % sure)`,
  );
  const rows = articles.flatMap(({ blocks }) => blocks.map((block) => blockAsText(lines, block)));
  return `${displayPath(path)}: ${formats.length === 0 ? "not recognised" : formats.join(", ")}\n${rows.join("")}`;
}

function outlineAsJson({ path, text, articles, blocks }: DumpFile): string {
  const lines = indexLines(text);
  const inside = new Set(articles.flatMap((article) => article.blocks));
  const record = {
    path,
    articles: articles.map((article) => articleAsJson(lines, article)),
    blocks: blocks.filter((block) => !inside.has(block)).map((block) => blockAsJson(lines, block)),
  };
  return `${JSON.stringify(record)}\n`;
}

function articleAsJson(lines: LineIndex, { format, confidence, blocks }: Article): object {
  return { format, confidence, blocks: blocks.map((block) => blockAsJson(lines, block)) };
}

function blockAsJson(lines: LineIndex, block: Block): object {
  return {
    role: block.role,
    zone: block.zone,
    range: rangeOf(lines, block.span),
    value: blockValue(lines.text, block),
    repeats: block.repeats === undefined ? null : rangeOf(lines, block.repeats.span),
    relatesTo: block.relatesTo === undefined ? null : rangeOf(lines, block.relatesTo.span),
  };
}

/** The longest value shown in a text outline, in UTF-16 units: with number and role it fills a wide terminal. */
const SHOWN_LENGTH = 100;

function blockAsText(lines: LineIndex, block: Block): string {
  if (block.role === "blank") {
    return "";
  }
  const { line } = positionAt(lines, block.content.start, "utf-16");
  const value = displayLine(blockValue(lines.text, block));
  const shown = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH - 1)}…` : value;
  const repeats = block.repeats === undefined ? "" : ` (repeats line ${lineOf(lines, block.repeats)})`;
  const relates = block.relatesTo === undefined ? "" : ` (belongs to line ${lineOf(lines, block.relatesTo)})`;
  return `${String(line + 1).padStart(6)}  ${block.role.padEnd(16)} ${shown}${repeats}${relates}\n`;
}

function lineOf(lines: LineIndex, block: Block): number {
  return positionAt(lines, block.content.start, "utf-16").line + 1;
}
