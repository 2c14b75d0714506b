import * as vscode from "vscode";
import { kindName, shortened } from "../annotate/describe.ts";
import { counted, phrases } from "../phrases.ts";
import { listed, plainText } from "../plain-text.ts";
import type { SourceCounts, SourceGroup } from "./group-sources.ts";
import { placeOf, type Statement } from "./statement.ts";

const STATEMENT_LENGTH = 100;
const NAME_LENGTH = 60;

/** Who a group is, on one line. */
export function nameOfGroup({ name }: SourceGroup): string {
  return name === undefined ? vscode.l10n.t("nobody named") : shortened(name, NAME_LENGTH);
}

/** What a statement says, on one line. */
export function contentOf(document: vscode.TextDocument, { content }: Statement): string {
  return shortened(content.map((range) => document.getText(range)).join(" … "), STATEMENT_LENGTH);
}

export function cueOf(document: vscode.TextDocument, { cue }: Statement): string {
  return cue === null ? "" : shortened(document.getText(cue), NAME_LENGTH);
}

/** "9 sources: 6 named, 1 unnamed, 2 via other media". */
export function countsInWords({ total, named, described, unnamed, viaMedia }: SourceCounts): string {
  const parts = listed([
    counted(named, "{0} named", "{0} named"),
    counted(described, "{0} described", "{0} described"),
    counted(unnamed, "{0} unnamed", "{0} unnamed"),
    counted(viaMedia, "{0} via other media", "{0} via other media"),
  ]);
  const sources = phrases.count(total, "{0} source", "{0} sources");
  return parts === "" ? sources : `${sources}: ${parts}`;
}

export function kindOfGroup({ kind }: SourceGroup): string {
  return kind === null ? "" : kindName(kind);
}

/** Text of others, appended as text: nothing in it becomes a link or a picture. */
export function statementTooltip(document: vscode.TextDocument, statement: Statement): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(statement.content.map((range) => document.getText(range)).join(" … "));
  const chain = statement.chain.map(({ name }) => name).join(" ← ");
  if (chain !== "") {
    tooltip.appendMarkdown("\n\n");
    tooltip.appendText(chain);
  }
  return tooltip;
}

/** What a screen reader says of a statement. */
export function spokenStatement(document: vscode.TextDocument, statement: Statement): string {
  const line = (placeOf(statement)?.start.line ?? 0) + 1;
  const source = plainText(statement.name ?? statement.sourceText ?? vscode.l10n.t("nobody named"));
  return vscode.l10n.t("{0}: {1}. Line {2}", source, contentOf(document, statement), line);
}
