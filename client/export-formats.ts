import * as vscode from "vscode";
import type { ExportFormat } from "../server/protocol.ts";

export interface ExportFormatChoice {
  readonly format: ExportFormat;
  readonly label: string;
  readonly detail: string;
  /** With the point. */
  readonly extension: string;
}

/** What articles can be exported as, in the order in which they are offered. */
export function exportFormats(): readonly ExportFormatChoice[] {
  return [
    {
      format: "txt",
      label: vscode.l10n.t("Text"),
      detail: vscode.l10n.t("The article alone: headline, date, paragraphs"),
      extension: ".txt",
    },
    {
      format: "md",
      label: "Markdown",
      detail: vscode.l10n.t("Front matter with the metadata, headings"),
      extension: ".md",
    },
    {
      format: "jsonl",
      label: "JSON Lines",
      detail: vscode.l10n.t("One record per article"),
      extension: ".jsonl",
    },
    { format: "csv", label: "CSV", detail: vscode.l10n.t("One row per article"), extension: ".csv" },
    {
      format: "jsonld",
      label: "JSON-LD",
      detail: "schema.org NewsArticle",
      extension: ".jsonld",
    },
  ];
}
