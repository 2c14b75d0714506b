import type { Dump, Unit } from "../article/model.ts";
import type { UnitLinks } from "../links/unit-links.ts";
import type { Finding, Severity } from "./check.ts";

/** A finding of a unit with the check that made it and its severity; where the unit stands does not matter to it. */
export interface UnitFinding extends Finding {
  readonly check: string;
  readonly severity: Severity;
  /** What this was when it was found, where edits elsewhere only moved it since: it says the same of the same text, on the same lines of its unit. */
  readonly unmoved?: UnitFinding | undefined;
}

/** What was found in one version of a dump. */
export interface CheckedDump {
  readonly dump: Dump;
  /**
   * For each unit of the dump its findings in text order (the longer first where two start together, then in the order of the list of
   * checks). The very array of the version before where nothing in it changed.
   */
  readonly byUnit: readonly (readonly UnitFinding[])[];
  /** What is wrong with the file as a whole, in offsets of the text. */
  readonly ofFile: readonly UnitFinding[];
  /** The links of a unit as the checks see them, read when they are first asked for; the very object of before where nothing about them changed. Only of the newest version. */
  readonly linksOf: (unit: Unit) => UnitLinks;
}
