import { checkDump } from "../core/checks/run-checks.ts";
import { type CleanUpPlan, planCleanUp } from "../core/cleanup/plan.ts";
import { indexLines, type LineIndex } from "../core/text/lines.ts";
import type { IgnoreTrouble, Sift } from "./ignore-files.ts";
import type { InputFile } from "./input-files.ts";
import { parseDump } from "./read-dump.ts";

export interface CleanedText {
  readonly lines: LineIndex;
  readonly isDump: boolean;
  readonly plan: CleanUpPlan;
  readonly ignoreTrouble: IgnoreTrouble | undefined;
}

/** Plans all fixes that provably lose nothing, with every check at its built-in level, but for findings that are ignored. */
export async function cleanText(file: InputFile, text: string, sift: Sift): Promise<CleanedText> {
  const lines = indexLines(text);
  const dump = await parseDump(text);
  const { findings, trouble } = sift(file, () => lines, checkDump(dump, { severities: {} }, lines));
  const plan = planCleanUp(dump, findings, { lines });
  return { lines, isDump: dump.articles.length > 0, plan, ignoreTrouble: trouble };
}
