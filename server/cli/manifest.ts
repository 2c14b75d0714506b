import { createHash } from "node:crypto";
import type { Operation } from "../core/checks/check.ts";
import { type LineIndex, lineAt, withoutFinalLineBreak } from "../core/text/lines.ts";
import { type Span, sliceSpan } from "../core/text/span.ts";
import type { CleanedText } from "./cleaned-text.ts";
import type { InputFile } from "./input-files.ts";
import { rangeOf } from "./ranges.ts";
import type { ReadFile } from "./read-dump.ts";

export interface CleanedCopy {
  readonly file: InputFile;
  readonly output: string;
  readonly read: ReadFile;
  readonly cleaned: CleanedText;
  /** Of the copy. */
  readonly bytes: Uint8Array;
  /** What became of the annotations, where the raw file has any. */
  readonly annotations: { readonly annotations: number; readonly orphans: number } | undefined;
}

/** One line of JSON that says what a cleaned copy has that the raw file has not, so that each can be told from the other. */
export function manifestLine({ file, output, read, cleaned, bytes, annotations }: CleanedCopy): string {
  const { lines, plan, isDump } = cleaned;
  const changes = plan.groups.flatMap(({ check, fixes }) =>
    fixes.flatMap(({ fix }) => fix.operations.map((operation) => changeOf(lines, check, operation))),
  );
  const record = {
    path: file.path,
    output,
    recognised: isDump,
    raw: { sha256: sha256(read.bytes), bytes: read.bytes.length },
    cleaned: { sha256: sha256(bytes), bytes: bytes.length },
    ...(annotations === undefined ? {} : { annotations }),
    changes: changes.sort((first, second) => first.lines[0] - second.lines[0]),
  };
  return `${JSON.stringify(record)}\n`;
}

interface ManifestChange {
  readonly kind: Operation["kind"];
  /** The check that asked for it. */
  readonly check: string;
  /** First and last line of the raw file, counted from 1. */
  readonly lines: readonly [number, number];
  readonly range: object;
  /** The raw text concerned. */
  readonly text: string;
  /** Of a move: the raw line before which the text was put. */
  readonly to?: number;
  /** Of a replacement. */
  readonly newText?: string;
}

function changeOf(lines: LineIndex, check: string, operation: Operation): ManifestChange {
  const span = operation.kind === "split" ? { start: operation.at, end: operation.at } : operation.span;
  // What is replaced is shown whole: it can be a line break.
  const isReplaced = operation.kind === "replace";
  const shown: Span = isReplaced ? span : withoutFinalLineBreak(lines.text, span);
  const last = isReplaced && shown.end > shown.start ? shown.end - 1 : shown.end;
  const change = {
    kind: operation.kind,
    check,
    lines: [lineAt(lines, shown.start) + 1, lineAt(lines, last) + 1] as const,
    range: rangeOf(lines, span),
    text: sliceSpan(lines.text, shown),
  };
  switch (operation.kind) {
    case "move":
      return { ...change, to: lineAt(lines, operation.to) + 1 };
    case "replace":
      return { ...change, newText: operation.newText };
    case "remove":
    case "split":
    case "join":
      return change;
  }
}

/** In lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
