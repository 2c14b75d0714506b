import type { ExportFormat } from "../server/protocol.ts";

export interface ExportFormatChoice {
  readonly format: ExportFormat;
  readonly label: string;
  readonly detail: string;
  /** With the point. */
  readonly extension: string;
}

/** What articles can be exported as, in the order in which they are offered. */
export const EXPORT_FORMATS: readonly ExportFormatChoice[] = [
  {
    format: "txt",
    label: "Text",
    detail: "The article alone: headline, date, paragraphs",
    extension: ".txt",
  },
  { format: "md", label: "Markdown", detail: "Front matter with the metadata, headings", extension: ".md" },
  { format: "jsonl", label: "JSON Lines", detail: "One record per article", extension: ".jsonl" },
  { format: "csv", label: "CSV", detail: "One row per article", extension: ".csv" },
  {
    format: "jsonld",
    label: "JSON-LD",
    detail: "schema.org NewsArticle",
    extension: ".jsonld",
  },
];
