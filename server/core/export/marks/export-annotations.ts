import { SIDECAR_ENDING } from "../../annotations/vocabulary.ts";
import { writeCollection } from "../../annotations/write-collection.ts";
import type { AnnotatedDump } from "./annotated-dump.ts";
import { annotatedMarkdown } from "./annotated-markdown.ts";
import { annotationRows } from "./annotation-row.ts";
import { bratConfiguration, bratDocument } from "./brat-standoff.ts";
import { labelStudioTasks } from "./label-studio.ts";
import { rowsAsCsv, rowsAsJsonLines, type TableForm } from "./rows-as-text.ts";
import { webannoLayer } from "./webanno-layers.ts";
import { webannoTsv } from "./webanno-tsv.ts";

/** The forms that annotations are exported in. */
export const ANNOTATION_FORMATS = [
  "csv",
  "excel",
  "jsonl",
  "md",
  "label-studio",
  "webanno",
  "brat",
  "jsonld",
] as const;
export type AnnotationFormat = (typeof ANNOTATION_FORMATS)[number];

/** A file to be written, named relative to a folder of the caller's choice, in UTF-8. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** The formats whose files belong together and cannot be written one behind the other. */
export function needsFolder(format: AnnotationFormat): boolean {
  return format === "webanno" || format === "brat";
}

/**
 * The annotations of some dumps in another form, anchored before. Tables and tasks are one file for all; Markdown, JSON-LD,
 * WebAnno TSV and brat are files for each dump, the last two with what the program needs to know of the types.
 *
 * @param delimiter Of a table; a comma in `csv`, and in `excel` a semicolon, as most of Europe's spreadsheets expect.
 */
export function exportAnnotations(
  dumps: readonly AnnotatedDump[],
  format: AnnotationFormat,
  delimiter?: TableForm["delimiter"],
): readonly ExportedFile[] {
  const rows = () => dumps.flatMap((annotated) => annotationRows(annotated));
  switch (format) {
    case "csv":
      return [
        {
          name: "annotations.csv",
          text: rowsAsCsv(rows(), { delimiter: delimiter ?? ",", isForSpreadsheets: false }),
        },
      ];
    case "excel":
      return [
        {
          name: "annotations.csv",
          text: rowsAsCsv(rows(), { delimiter: delimiter ?? ";", isForSpreadsheets: true }),
        },
      ];
    case "jsonl":
      return [{ name: "annotations.jsonl", text: rowsAsJsonLines(rows()) }];
    case "label-studio":
      return [{ name: "label-studio.json", text: labelStudioTasks(dumps) }];
    case "md":
      return dumps.map((annotated) => ({
        name: `${annotated.name}.annotated.md`,
        text: annotatedMarkdown(annotated),
      }));
    case "jsonld":
      return dumps.map(({ name, collection }) => ({
        name: `${name}${SIDECAR_ENDING}`,
        text: writeCollection(collection),
      }));
    case "webanno":
      return [
        ...dumps.map((annotated) => ({ name: `${annotated.name}.tsv`, text: webannoTsv(annotated) })),
        { name: "pressmark-mark-layer.json", text: webannoLayer("marks") },
        { name: "pressmark-link-layer.json", text: webannoLayer("links") },
      ];
    case "brat":
      return [
        ...dumps.flatMap((annotated) => {
          const { text, standoff } = bratDocument(annotated);
          const stem = annotated.name.replace(/\.txt$/u, "");
          return [
            { name: `${stem}.txt`, text },
            { name: `${stem}.ann`, text: standoff },
          ];
        }),
        { name: "annotation.conf", text: bratConfiguration(dumps) },
      ];
  }
}
