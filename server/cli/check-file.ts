import type { PlacedUnit } from "../core/article/model.ts";
import { joinUnits } from "../core/article/place-units.ts";
import type { Severity } from "../core/checks/check.ts";
import { checkDumpInTurn } from "../core/checks/run-checks.ts";
import { indexLines, type LineIndex } from "../core/text/lines.ts";
import { type FileCheckOptions, isAtLeast, SEVERITIES } from "./check-options.ts";
import { findingsAsJson } from "./findings-as-json.ts";
import { findingsAsSarif } from "./findings-as-sarif.ts";
import { findingsAsText } from "./findings-as-text.ts";
import { type CheckedFile, FindingsWriter } from "./findings-writer.ts";
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
  /** In the wanted format and UTF-8, in parts; empty when there is nothing to write. */
  readonly output: readonly Uint8Array<ArrayBuffer>[];
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
export type ReadDump = { readonly units: readonly PlacedUnit[] } | Trouble;

export interface Trouble {
  readonly trouble: string;
}

/** What a check has no use for goes, the bytes and the whole text: they would take up memory as long as it runs. */
export async function readDump(file: InputFile, encoding: string | undefined): Promise<ReadDump> {
  const text = await readText(file, encoding);
  return typeof text === "string" ? { units: (await parseDump(text)).units } : text;
}

export function checkRead(file: InputFile, read: ReadDump, options: FileCheckOptions, sift: Sift): FileCheck {
  const { path, size } = file;
  if ("trouble" in read) {
    const nothing = { output: [], isDump: false, worst: undefined, counts: {}, ignored: 0 };
    return { path, size, trouble: read.trouble, ...nothing, ignoreTrouble: undefined };
  }
  const { units } = read;
  const writer = options.isDetailed ? writerFor(options, { path, units }) : undefined;
  const counts: Record<string, number> = {};
  let worst: Severity | undefined;
  let allIgnored = 0;
  let ignoreTrouble: IgnoreTrouble | undefined;
  let known: LineIndex | undefined;
  const lines = () => {
    known ??= indexLines(joinUnits(units).text);
    return known;
  };
  for (const found of checkDumpInTurn(units, options.configuration)) {
    const { findings, ignored, trouble } = sift(file, lines, found);
    allIgnored += ignored;
    ignoreTrouble = trouble;
    for (const finding of findings) {
      const { check, severity } = finding;
      if (worst === undefined || SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(worst)) {
        worst = severity;
      }
      if (isAtLeast(severity, options.minimum)) {
        counts[check] = (counts[check] ?? 0) + 1;
        writer?.add(finding);
      }
    }
  }
  return {
    path,
    size,
    trouble: undefined,
    output: writer?.end() ?? [],
    isDump: units.some(({ unit }) => unit.article !== undefined),
    worst,
    counts,
    ignored: allIgnored,
    ignoreTrouble,
  };
}

/** In a function of its own, so that nothing holds the bytes any longer. */
async function readText(file: InputFile, encoding: string | undefined): Promise<string | Trouble> {
  const read = await readInput(file, encoding);
  if (typeof read === "string") {
    return { trouble: read };
  }
  giveBack(read.bytes);
  return read.text;
}

/** A large file's bytes lie in memory of their own, which Node 22 and later let go of before they tidy up. */
function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (buffer.byteLength === byteLength) {
    (buffer as ArrayBuffer & { readonly transfer?: (length: number) => unknown }).transfer?.(0);
  }
}

function writerFor(options: FileCheckOptions, file: CheckedFile): FindingsWriter {
  switch (options.format) {
    case "json":
      return new FindingsWriter(findingsAsJson(file));
    case "sarif":
      return new FindingsWriter(findingsAsSarif(file));
    case "text":
      return new FindingsWriter(findingsAsText(file, options.isColoured));
  }
}
