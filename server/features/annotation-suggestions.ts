import type { StatementSuggestion, SuggestionsResult } from "../annotations-protocol.ts";
import { findStatements } from "../core/attribution/find-statements.ts";
import type { Statement } from "../core/attribution/statement.ts";
import { sliceSpan } from "../core/text/span.ts";
import type { Reading } from "./feature-context.ts";

/** What the rules of attribution take for statements. */
export function provideSuggestions(reading: Reading): SuggestionsResult {
  const suggestions = findStatements(reading.dump).map((statement) => suggestionOf(reading, statement));
  return { version: reading.version, suggestions, bodies: bodiesOf(reading) };
}

function bodiesOf({ dump, convert }: Reading): SuggestionsResult["bodies"] {
  return dump.articles.flatMap(({ blocks }) => {
    const body = blocks.filter(({ zone, role }) => zone === "body" && role !== "blank");
    const [first] = body;
    const last = body.at(-1);
    return first === undefined || last === undefined
      ? []
      : [convert.range({ start: first.content.start, end: last.content.end })];
  });
}

function suggestionOf(
  { text, convert }: Reading,
  { id, source, cue, content, within, chain }: Statement,
): StatementSuggestion {
  return {
    id,
    content: content.map((span) => convert.range(span)),
    cue: cue === undefined ? null : convert.range(cue),
    source: source === undefined ? null : convert.range(source.span),
    sourceText: source === undefined ? null : sliceSpan(text, source.span),
    name: source?.name ?? null,
    kind: source?.kind ?? null,
    within: within ?? null,
    chain: chain.map(({ name, kind }) => ({ name, kind })),
  };
}
