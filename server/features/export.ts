import type { Position } from "vscode-languageserver-types";
import { articleAt } from "../core/article/model.ts";
import { exportArticles } from "../core/export/export-articles.ts";
import type { ExportFormat, ExportResult } from "../protocol.ts";
import type { Reading } from "./feature-context.ts";

const formats: Readonly<Record<ExportFormat, true>> = {
  txt: true,
  md: true,
  jsonl: true,
  csv: true,
  jsonld: true,
};

/** Whether a client asked for a format that there is. */
export function isExportFormat(value: unknown): value is ExportFormat {
  return typeof value === "string" && Object.hasOwn(formats, value);
}

/** The article at a position, or all of them, in another form. */
export function provideExport(reading: Reading, format: ExportFormat, position?: Position): ExportResult {
  const { dump, convert } = reading;
  const wanted = position === undefined ? dump.articles : [articleAt(dump, convert.offset(position))];
  const articles = wanted.filter((article) => article !== undefined);
  return {
    text: articles.length === 0 ? "" : exportArticles(dump, format, articles),
    articles: articles.length,
  };
}
