import * as vscode from "vscode";
import type { StatusParams } from "../server/protocol.ts";
import { phrases } from "./phrases.ts";

/** Something of a document that is not shown as the rest is, for its size. */
export interface DisplayLimit {
  /** Tells it from other limits. */
  readonly id: "findings" | "longLine" | "largeText";
  /** What and why, in as few words as a line of the language status has room for. */
  readonly summary: string;
  /** The same in full, and what it means. */
  readonly explanation: string;
  /** The setting that moves the limit. */
  readonly setting: string;
}

/**
 * VS Code gives larger texts no colours, no folds and no wrapping (`LARGE_FILE_SIZE_THRESHOLD` and `LARGE_FILE_LINE_COUNT_THRESHOLD` of its
 * `textModel.ts`), in characters and lines.
 */
const LARGE_TEXT = 20 * 1024 * 1024;
const LARGE_LINE_COUNT = 300_000;

/** What of a document, which was checked, the reader does not see, and why: it is to look neither clean nor broken. */
export function displayLimits(document: vscode.TextDocument, status: StatusParams): readonly DisplayLimit[] {
  return [omittedFindings(document, status), longLine(document, status), largeText(document)].filter(
    (limit) => limit !== undefined,
  );
}

function omittedFindings(
  document: vscode.TextDocument,
  { counts, omitted }: StatusParams,
): DisplayLimit | undefined {
  const [explanation] = omitted;
  if (explanation === undefined) {
    return undefined;
  }
  const found = counts.errors + counts.warnings + counts.notes + counts.repeats;
  const limit = vscode.workspace.getConfiguration("pressmark", document).get<number>("maxFindings", found);
  return {
    id: "findings",
    summary: phrases.count(
      Math.max(found - limit, 1),
      "{0} finding over the limit is not listed",
      "{0} findings over the limit are not listed",
    ),
    explanation,
    setting: "pressmark.maxFindings",
  };
}

function longLine(document: vscode.TextDocument, { longestLine }: StatusParams): DisplayLimit | undefined {
  const editor = vscode.workspace.getConfiguration("editor", document);
  const limit = editor.get<number>("maxTokenizationLineLength", 20_000);
  if (longestLine === undefined || longestLine.length < limit) {
    return undefined;
  }
  const line = longestLine.line + 1;
  return {
    id: "longLine",
    summary: vscode.l10n.t("Line {0} is too long for all its colours", inWords(line)),
    explanation: vscode.l10n.t(
      "VS Code colours what stands in a line up to {0} characters only, and line {1} has {2}. Pressmark checks all of it.",
      inWords(limit),
      inWords(line),
      inWords(longestLine.length),
    ),
    setting: "editor.maxTokenizationLineLength",
  };
}

function largeText(document: vscode.TextDocument): DisplayLimit | undefined {
  const isOptimised = vscode.workspace
    .getConfiguration("editor", document)
    .get("largeFileOptimizations", true);
  if (!isOptimised || !isLarge(document)) {
    return undefined;
  }
  return {
    id: "largeText",
    summary: vscode.l10n.t("Too large for VS Code to colour and fold"),
    explanation: vscode.l10n.t(
      "VS Code neither colours nor folds a text of more than 20 MB or 300,000 lines. Pressmark checks all of it.",
    ),
    setting: "editor.largeFileOptimizations",
  };
}

function isLarge(document: vscode.TextDocument): boolean {
  const { end } = document.lineAt(document.lineCount - 1).range;
  return document.lineCount > LARGE_LINE_COUNT || document.offsetAt(end) > LARGE_TEXT;
}

function inWords(number: number): string {
  return number.toLocaleString(vscode.env.language);
}
