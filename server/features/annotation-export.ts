import type { ExportAnnotationsResult } from "../annotations-protocol.ts";
import type { AnnotationCollection } from "../core/annotations/annotation.ts";
import { describeTargets } from "../core/annotations/describe-targets.ts";
import {
  ANNOTATION_FORMATS,
  type AnnotationFormat,
  exportAnnotations,
} from "../core/export/marks/export-annotations.ts";
import type { Reading } from "./feature-context.ts";

export type TableDelimiter = NonNullable<Parameters<typeof exportAnnotations>[2]>;

const DELIMITERS: readonly string[] = [",", ";", "\t"] satisfies readonly TableDelimiter[];

/** The annotations of a document in another form. */
export function provideAnnotationExport(
  { dump, text }: Reading,
  collection: AnnotationCollection,
  sha256: string,
  format: AnnotationFormat,
  delimiter: TableDelimiter | undefined,
): ExportAnnotationsResult {
  const annotations = describeTargets(text, collection.annotations);
  const { name } = collection.dump;
  const described = { ...collection, annotations, dump: { name, sha256, length: text.length } };
  const files = exportAnnotations([{ name, dump, collection: described, sha256 }], format, delimiter);
  return { files, annotations: annotations.length };
}

export function isAnnotationFormat(format: unknown): format is AnnotationFormat {
  return (ANNOTATION_FORMATS as readonly unknown[]).includes(format);
}

export function isTableDelimiter(delimiter: unknown): delimiter is TableDelimiter {
  return typeof delimiter === "string" && DELIMITERS.includes(delimiter);
}
