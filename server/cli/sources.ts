import { findStatements } from "../core/attribution/find-statements.ts";
import type { ChainLink, Source, Statement } from "../core/attribution/statement.ts";
import { indexLines, type LineIndex, positionAt } from "../core/text/lines.ts";
import type { Span } from "../core/text/span.ts";
import { type Command, EXIT_CLEAN, EXIT_TROUBLE } from "./command.ts";
import { readDumps } from "./dump-files.ts";
import { oneOf, readOptions } from "./options.ts";
import { displayLine, displayPath, writeOut } from "./output.ts";
import { rangeOf } from "./ranges.ts";

const HELP = `Usage: pressmark sources [--format text|json] [--encoding NAME] PATH...

Shows who says what: every statement with its source, the words that tie them together, and what is said. In English,
Russian and German. Any text file is read; one that is no dump of an article is taken as all body.

  --format text|json  text: a line per statement; json: a line per file (default: text)
  --encoding NAME     of files that are not UTF-8 and have no byte order mark

Example:
  pressmark sources --format json dumps/ > sources.jsonl
`;

export const sourcesCommand: Command = {
  help: HELP,
  async run(parameters) {
    const { values, positionals } = readOptions("sources", parameters, {
      format: { type: "string", default: "text" },
      encoding: { type: "string" },
    });
    const format = oneOf("--format", values.format, ["text", "json"]);
    const files = readDumps("sources", positionals, values.encoding);
    for await (const dump of files.dumps) {
      const lines = indexLines(dump.text);
      const statements = findStatements(dump);
      await writeOut(
        format === "json"
          ? statementsAsJson(dump.path, lines, statements)
          : statementsAsText(dump.path, lines, statements),
      );
    }
    return files.hadTrouble() ? EXIT_TROUBLE : EXIT_CLEAN;
  },
};

function statementsAsJson(path: string, lines: LineIndex, statements: readonly Statement[]): string {
  return `${JSON.stringify({ path, statements: statements.map((statement) => statementAsJson(lines, statement)) })}\n`;
}

function statementAsJson(lines: LineIndex, statement: Statement): object {
  const { id, source, cue, content, quotation, within, chain } = statement;
  return {
    id,
    source: source === undefined ? null : sourceAsJson(lines, source),
    cue: cue === undefined ? null : passage(lines, cue),
    content: contentAsJson(lines, content),
    quotation,
    within: within ?? null,
    chain: chain.map(linkAsJson),
  };
}

function sourceAsJson(lines: LineIndex, { span, kind, name }: Source): object {
  return { ...passage(lines, span), kind, name: name ?? null };
}

/** From the first to the last part; `parts` only where something else stands between them (`“A,” she said. “B.”`). */
function contentAsJson(lines: LineIndex, content: readonly Span[]): object {
  const parts = content.map((span) => passage(lines, span));
  return parts.length === 1 ? passage(lines, extent(content)) : { ...passage(lines, extent(content)), parts };
}

function extent(spans: readonly Span[]): Span {
  return {
    start: spans.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: spans.reduce((most, { end }) => Math.max(most, end), 0),
  };
}

function linkAsJson({ name, kind, statement }: ChainLink): object {
  return { name, kind, id: statement ?? null };
}

function passage(lines: LineIndex, span: Span): object {
  return { range: rangeOf(lines, span), text: lines.text.slice(span.start, span.end) };
}

/** The longest content shown in a text list, in UTF-16 units. */
const SHOWN_LENGTH = 100;

function statementsAsText(path: string, lines: LineIndex, statements: readonly Statement[]): string {
  const count = statements.length === 1 ? "1 statement" : `${statements.length} statements`;
  return `${displayPath(path)}: ${count}\n${statements.map((statement) => statementAsText(lines, statement)).join("")}`;
}

function statementAsText(lines: LineIndex, { source, cue, content, within, chain }: Statement): string {
  const place = cue ?? source?.span ?? extent(content);
  const { line } = positionAt(lines, place.start, "utf-16");
  const words = (span: Span) => displayLine(lines.text.slice(span.start, span.end).split(/\s+/).join(" "));
  const said = content.map(words).join(" … ");
  const shown = said.length > SHOWN_LENGTH ? `${said.slice(0, SHOWN_LENGTH - 1)}…` : said;
  const kind = source?.kind ?? "nobody";
  const speakers = chain.map(({ name }) => displayLine(name)).join(" ← ");
  const inner = within === undefined ? "" : "  ";
  return `${String(line + 1).padStart(6)}  ${kind.padEnd(12)} ${inner}${speakers} | ${cue === undefined ? "" : words(cue)} | ${shown}\n`;
}
