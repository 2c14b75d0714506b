import { checkDump } from "../core/checks/run-checks.ts";
import { type CleanUpPlan, planCleanUp } from "../core/cleanup/plan.ts";
import { indexLines, type LineIndex } from "../core/text/lines.ts";
import { parseDump } from "./read-dump.ts";

export interface CleanedText {
  readonly lines: LineIndex;
  readonly isDump: boolean;
  readonly plan: CleanUpPlan;
}

/** Plans all fixes that provably lose nothing, with every check at its built-in level. */
export async function cleanText(text: string): Promise<CleanedText> {
  const lines = indexLines(text);
  const dump = await parseDump(text);
  const plan = planCleanUp(dump, checkDump(dump, { severities: {} }, lines), { lines });
  return { lines, isDump: dump.articles.length > 0, plan };
}
