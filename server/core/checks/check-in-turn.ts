import type { PlacedUnit, Unit } from "../article/model.ts";
import { joinUnits } from "../article/place-units.ts";
import { readUnitLinks } from "../links/unit-links.ts";
import { indexLines } from "../text/lines.ts";
import { finish } from "../text/steps.ts";
import type { CheckConfiguration, Finding } from "./check.ts";
import type { UnitFinding } from "./checked-dump.ts";
import { activeChecks, compareFindings } from "./checker.ts";
import { type ActiveCheck, isArticleCheck, runOnUnit, withLevels } from "./run-on-unit.ts";
import { NO_MEMORY } from "./unit-memory.ts";

/** What was found in a dump that is looked at once. */
export interface CheckInTurn {
  /** As in CheckedDump. */
  readonly ofFile: readonly UnitFinding[];
  /** As in CheckedDump, each unit's found when it is its turn: nothing holds those of the units before. */
  readonly byUnit: Iterable<readonly UnitFinding[]>;
}

/** Finds what `checkOnce` finds, for a dump whose findings may take up more memory than its text. */
export function checkInTurn(placed: readonly PlacedUnit[], configuration: CheckConfiguration): CheckInTurn {
  const units = placed.map(({ unit }) => unit);
  if (!units.some(({ article }) => article !== undefined)) {
    return { ofFile: [], byUnit: units.map(() => []) };
  }
  const active = activeChecks(configuration);
  return { ofFile: checkFile(active, placed, units), byUnit: findingsInTurn(active, units) };
}

function checkFile(
  active: readonly ActiveCheck[],
  placed: readonly PlacedUnit[],
  units: readonly Unit[],
): readonly UnitFinding[] {
  const file = {
    // Put together for the few files that a check has to look at whole.
    get lines() {
      return indexLines(joinUnits(placed).text);
    },
    units,
    memory: NO_MEMORY,
  };
  return active.flatMap((one) =>
    one.check.reach === "file" ? withLevels(one.check.run(file, one.options), one) : [],
  );
}

function* findingsInTurn(
  active: readonly ActiveCheck[],
  units: readonly Unit[],
): Iterable<readonly UnitFinding[]> {
  const ofArticle = active.filter(isArticleCheck);
  const ofDump = findingsOfDump(active, units);
  const links = readUnitLinks(units);
  for (const [index, unit] of units.entries()) {
    const own = finish(runOnUnit(ofArticle, unit, links.of(unit), NO_MEMORY, new Map()));
    const given = ofDump.map(({ one, found }) => withLevels(found[index] as readonly Finding[], one));
    yield [...own.flat(), ...given.flat()].sort(compareFindings);
  }
}

/** What the checks of the whole dump remember goes when they are done. */
function findingsOfDump(active: readonly ActiveCheck[], units: readonly Unit[]) {
  return active.flatMap((one) =>
    one.check.reach === "dump"
      ? [{ one, found: finish(one.check.begin(one.options)(units, NO_MEMORY)) }]
      : [],
  );
}
