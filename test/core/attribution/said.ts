import { parse } from "../../../server/core/article/parse.ts";
import { findStatements } from "../../../server/core/attribution/find-statements.ts";
import type { Statement } from "../../../server/core/attribution/statement.ts";
import type { Span } from "../../../server/core/text/span.ts";

/**
 * The statements of a text, one line each: `source | cue | content`, `—` for a part that is not there, `…` between the parts
 * of a content, and `>` before a statement that stands within another.
 */
export function said(text: string): string[] {
  return findStatements(parse(text)).map((statement) => lineOf(text, statement));
}

/** The same with kind, name and form, for tests that look at them. */
export function sources(text: string): { source: string; kind: string; name: string | undefined }[] {
  return findStatements(parse(text)).flatMap(({ source }) =>
    source === undefined ? [] : [{ source: words(text, source.span), kind: source.kind, name: source.name }],
  );
}

export function lineOf(text: string, { source, cue, content, within }: Statement): string {
  const parts = [
    source === undefined ? "—" : words(text, source.span),
    cue === undefined ? "—" : words(text, cue),
    content.map((span) => words(text, span)).join(" … "),
  ];
  return `${within === undefined ? "" : "> "}${parts.join(" | ")}`;
}

export function words(text: string, { start, end }: Span): string {
  return text.slice(start, end).split(/\s+/).join(" ");
}
