import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describeTargets } from "../core/annotations/describe-targets.ts";
import type { AnnotatedDump } from "../core/export/marks/annotated-dump.ts";
import {
  ANNOTATION_FORMATS,
  type ExportedFile,
  exportAnnotations,
  needsFolder,
} from "../core/export/marks/export-annotations.ts";
import { type AnnotatedFile, annotatedFiles } from "./annotated-files.ts";
import { EXIT_CLEAN, EXIT_TROUBLE } from "./command.ts";
import { explainFileError } from "./file-error.ts";
import { oneOf, readOptions } from "./options.ts";
import { reportTrouble, writeOut } from "./output.ts";
import { parseDump } from "./read-dump.ts";
import { writeAtomically } from "./replace-file.ts";
import { textHash } from "./sidecar-file.ts";
import { UsageError } from "./usage-error.ts";

const DELIMITERS = { comma: ",", semicolon: ";", tab: "\t" } as const;

/** `pressmark annotations export`. */
export async function exportAnnotationsOf(parameters: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions("annotations export", parameters, {
    format: { type: "string" },
    delimiter: { type: "string" },
    "out-dir": { type: "string" },
    encoding: { type: "string" },
  });
  if (values.format === undefined) {
    throw new UsageError(`annotations export needs --format, one of ${ANNOTATION_FORMATS.join(", ")}.`);
  }
  const format = oneOf("--format", values.format, ANNOTATION_FORMATS);
  const delimiter = readDelimiter(format, values.delimiter);
  const outDir = values["out-dir"];
  if (outDir === undefined && needsFolder(format)) {
    throw new UsageError(
      `annotations export --format ${format} writes several files; it needs --out-dir DIR.`,
    );
  }
  const annotated = annotatedFiles(positionals, values.encoding);
  const dumps: AnnotatedDump[] = [];
  for await (const file of annotated.files) {
    dumps.push(await dumpOf(file, outDir === undefined ? file.file.path : file.file.relativePath));
  }
  const files = exportAnnotations(dumps, format, delimiter);
  if (outDir === undefined) {
    if (files.length > 1) {
      throw new UsageError(
        `annotations export --format ${format} gives a file for each dump; for several it needs --out-dir DIR.`,
      );
    }
    for (const { text } of files) await writeOut(text);
    return annotated.hadTrouble() ? EXIT_TROUBLE : EXIT_CLEAN;
  }
  const wasWritten = await writeFiles(outDir, files);
  return annotated.hadTrouble() || !wasWritten ? EXIT_TROUBLE : EXIT_CLEAN;
}

function readDelimiter(format: string, name: string | undefined) {
  if (name === undefined) {
    return undefined;
  }
  if (format !== "csv" && format !== "excel") {
    throw new UsageError("--delimiter goes with --format csv and excel.");
  }
  return DELIMITERS[oneOf("--delimiter", name, ["comma", "semicolon", "tab"])];
}

async function dumpOf({ read, sidecar }: AnnotatedFile, name: string): Promise<AnnotatedDump> {
  const { text } = read;
  const sha256 = textHash(text);
  const annotations = describeTargets(text, sidecar.collection.annotations);
  const dump = { ...sidecar.collection.dump, sha256, length: text.length };
  return {
    name,
    dump: await parseDump(text),
    sha256,
    collection: { ...sidecar.collection, dump, annotations },
  };
}

/** @returns whether all were written; what was not is reported. */
async function writeFiles(folder: string, files: readonly ExportedFile[]): Promise<boolean> {
  const written = new Set<string>();
  let isWhole = true;
  for (const { name, text } of files) {
    const path = join(folder, name);
    if (written.has(path)) {
      reportTrouble(path, "would be written for two dumps of the same name; only the first is there.");
      isWhole = false;
      continue;
    }
    written.add(path);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeAtomically(Buffer.from(path), Buffer.from(text, "utf8"));
    } catch (error) {
      reportTrouble(path, `could not be written: ${explainFileError(error)}`);
      isWhole = false;
    }
  }
  return isWhole;
}
