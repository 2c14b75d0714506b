import type { Dump } from "../core/article/model.ts";
import type { Severity } from "../core/checks/check.ts";
import { checkDump } from "../core/checks/run-checks.ts";
import { indexLines } from "../core/text/lines.ts";
import { type FileCheckOptions, isAtLeast, SEVERITIES } from "./check-options.ts";
import { findingsAsJson } from "./findings-as-json.ts";
import { findingsAsSarif } from "./findings-as-sarif.ts";
import { findingsAsText } from "./findings-as-text.ts";
import type { IgnoreTrouble, Sift } from "./ignore-files.ts";
import type { InputFile } from "./input-files.ts";
import { parseDump, readInput } from "./read-dump.ts";

/** The check of one file, ready to be written; plain data, as it comes from a worker thread. */
export interface FileCheck {
  readonly path: string;
  /** Of the file, in bytes. */
  readonly size: number;
  /** Why the file could not be read; the rest is empty then. */
  readonly trouble: string | undefined;
  /** In the wanted format, empty when there is nothing to write. */
  readonly output: string;
  readonly isDump: boolean;
  /** The most severe finding, whether it is shown or not; undefined without any. */
  readonly worst: Severity | undefined;
  /** Shown findings per check. */
  readonly counts: Readonly<Record<string, number>>;
  /** Findings that an ignore file names; they are in none of the above. */
  readonly ignored: number;
  /** What is wrong with the ignore file; undefined when all is well or there is none. */
  readonly ignoreTrouble: IgnoreTrouble | undefined;
}

/** A file that was read, or why it could not be. */
export type ReadDump = Dump | Trouble;

export interface Trouble {
  readonly trouble: string;
}

/** The text alone is kept: a check has no use for the bytes, which would take up memory as long as it runs. */
export async function readDump(file: InputFile, encoding: string | undefined): Promise<ReadDump> {
  const text = await readText(file, encoding);
  return typeof text === "string" ? parseDump(text) : text;
}

export function checkRead(file: InputFile, read: ReadDump, options: FileCheckOptions, sift: Sift): FileCheck {
  const { path, size } = file;
  if ("trouble" in read) {
    const nothing = { output: "", isDump: false, worst: undefined, counts: {}, ignored: 0 };
    return { path, size, trouble: read.trouble, ...nothing, ignoreTrouble: undefined };
  }
  const lines = indexLines(read.text);
  const found = checkDump(read, options.configuration, lines);
  const { findings, ignored, trouble } = sift(file, lines, found);
  const shown = findings.filter(({ severity }) => isAtLeast(severity, options.minimum));
  const counts: Record<string, number> = {};
  let worst: Severity | undefined;
  for (const { severity } of findings) {
    if (worst === undefined || SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(worst)) {
      worst = severity;
    }
  }
  for (const { check } of shown) {
    counts[check] = (counts[check] ?? 0) + 1;
  }
  return {
    path,
    size,
    trouble: undefined,
    output: options.isDetailed ? render(options, { path, dump: read, lines, findings: shown }) : "",
    isDump: read.articles.length > 0,
    worst,
    counts,
    ignored,
    ignoreTrouble: trouble,
  };
}

/** In a function of its own, so that nothing holds the bytes any longer. */
async function readText(file: InputFile, encoding: string | undefined): Promise<string | Trouble> {
  const read = await readInput(file, encoding);
  return typeof read === "string" ? { trouble: read } : read.text;
}

function render(options: FileCheckOptions, checked: Parameters<typeof findingsAsJson>[0]): string {
  switch (options.format) {
    case "json":
      return findingsAsJson(checked);
    case "sarif":
      return findingsAsSarif(checked);
    case "text":
      return findingsAsText(checked, options.isColoured);
  }
}
