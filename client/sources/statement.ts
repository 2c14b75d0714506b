import type * as vscode from "vscode";
import type {
  SourceLink,
  StatementSuggestion,
  SuggestionsResult,
} from "../../server/annotations-protocol.ts";
import { asRange } from "../annotate/annotation.ts";

/** A statement that the rules find, its places in the editor's terms. */
export interface Statement extends Omit<StatementSuggestion, "content" | "cue" | "source"> {
  readonly content: readonly vscode.Range[];
  readonly cue: vscode.Range | null;
  readonly source: vscode.Range | null;
  readonly chain: readonly SourceLink[];
}

/** All statements of a document, as of one version of it. */
export interface DocumentStatements {
  readonly version: number;
  /** In text order. */
  readonly statements: readonly Statement[];
  /** Of each article the text that readers read, in text order. */
  readonly bodies: readonly vscode.Range[];
}

export function asDocumentStatements({
  version,
  suggestions,
  bodies,
}: SuggestionsResult): DocumentStatements {
  return {
    version,
    statements: suggestions.map(asStatement),
    bodies: bodies.map(asRange),
  };
}

/** Where a statement is shown: at its content. */
export function placeOf({ content, source, cue }: Statement): vscode.Range | undefined {
  return content[0] ?? source ?? cue ?? undefined;
}

/** Whether a position is in any part of a statement. */
export function holds({ content, source, cue }: Statement, range: vscode.Range): boolean {
  return [...content, source, cue].some((part) => part?.contains(range) === true);
}

function asStatement(suggestion: StatementSuggestion): Statement {
  const { content, cue, source } = suggestion;
  return {
    ...suggestion,
    content: content.map(asRange),
    cue: cue && asRange(cue),
    source: source && asRange(source),
  };
}
