import type { Dump, PlacedUnit } from "../article/model.ts";
import { indexLines, type LineIndex } from "../text/lines.ts";
import { ENGLISH, type Phrases } from "../text/phrases.ts";
import type { CheckConfiguration, ReportedFinding } from "./check.ts";
import { checkInTurn } from "./check-in-turn.ts";
import { checkOnce } from "./checker.ts";
import { placeFindings, placeInTurn } from "./place-findings.ts";

/** Every check at its built-in level. */
export const DEFAULT_CONFIGURATION: CheckConfiguration = { severities: {} };

/**
 * All findings of a dump, in text order (the longer span first where two start together, then in the order of the
 * list of checks). A dump in which no format was recognised has no findings: nothing is known about its lines.
 *
 * @param lines The line index of `dump.text` when the caller has one already.
 * @param phrases The language of the messages.
 */
export function checkDump(
  dump: Dump,
  configuration: CheckConfiguration = DEFAULT_CONFIGURATION,
  lines: LineIndex = indexLines(dump.text),
  phrases: Phrases = ENGLISH,
): readonly ReportedFinding[] {
  return placeFindings(checkOnce(dump, lines, configuration), phrases);
}

/**
 * The same findings in the same order, some at a time: none of them is held here, so that they need not be in memory at once.
 *
 * @param units Those of the dump.
 */
export function checkDumpInTurn(
  units: readonly PlacedUnit[],
  configuration: CheckConfiguration,
  phrases: Phrases = ENGLISH,
): Iterable<readonly ReportedFinding[]> {
  return placeInTurn(units, checkInTurn(units, configuration), phrases);
}
