import type { UnitEdit } from "../article/edit-block.ts";
import type { Dump, Unit } from "../article/model.ts";
import { createLinkReader, type LinkReader, readUnitLinks, type UnitLinks } from "../links/unit-links.ts";
import type { LineIndex } from "../text/lines.ts";
import { compareSpans } from "../text/span.ts";
import { finish, type Steps } from "../text/steps.ts";
import { ALL_CHECKS } from "./all.ts";
import { type AskedPlaces, checksMisplaced, movePlaces } from "./asked-places.ts";
import type { AnyCheck, CheckConfiguration, Finding, Severity, UnitMemory } from "./check.ts";
import type { CheckedDump, UnitFinding } from "./checked-dump.ts";
import { keepsLinksOf, recheckUnit } from "./recheck-unit.ts";
import {
  type ActiveCheck,
  contextsOf,
  isArticleCheck,
  runOnArticle,
  runOnUnit,
  withLevel,
} from "./run-on-unit.ts";
import { createUnitMemory, NO_MEMORY } from "./unit-memory.ts";

/**
 * Checks version after version of a document at the same levels: what an edit cannot reach is not looked at again.
 *
 * @param edit What led to this version from the one before, where it was no more than that.
 */
export type Checker = (dump: Dump, lines: LineIndex, edit?: UnitEdit) => Steps<CheckedDump>;

export function createChecker(configuration: CheckConfiguration): Checker {
  const readLinks = createLinkReader();
  const check = checkerWith(configuration, createUnitMemory());
  return (dump, lines, edit) => check(dump, lines, readLinks, edit);
}

/** Checks a dump that is looked at once, and keeps nothing. */
export function checkOnce(dump: Dump, lines: LineIndex, configuration: CheckConfiguration): CheckedDump {
  return finish(checkerWith(configuration, NO_MEMORY)(dump, lines, readUnitLinks));
}

interface KnownUnit {
  readonly links: UnitLinks;
  /** Of each check that looks at the article alone. */
  readonly own: readonly (readonly UnitFinding[])[];
  readonly places: AskedPlaces;
  /** What the checks of the whole dump gave for this unit. */
  readonly ofDump: readonly (readonly Finding[])[];
  readonly all: readonly UnitFinding[];
}

type OwnFindings = Pick<KnownUnit, "links" | "own" | "places">;

function checkerWith(
  configuration: CheckConfiguration,
  memory: UnitMemory,
): (dump: Dump, lines: LineIndex, readLinks: LinkReader, edit?: UnitEdit) => Steps<CheckedDump> {
  const active = activeChecks(configuration);
  const ofArticle = active.filter(isArticleCheck);
  const ofFile = active.filter((one) => one.check.reach === "file");
  const ofDump = active.flatMap((one) =>
    one.check.reach === "dump" ? [{ one, run: one.check.begin(one.options) }] : [],
  );
  let known: ReadonlyMap<Unit, KnownUnit> = new Map();
  let placesVersion = 0;

  return function* (dump, lines, readLinks, edit) {
    const units = dump.units.map(({ unit }) => unit);
    if (!units.some(({ article }) => article !== undefined)) {
      known = new Map();
      const linksOf = (unit: Unit): UnitLinks => readUnitLinks([unit]).of(unit);
      return { dump, byUnit: units.map(() => []), ofFile: [], linksOf };
    }
    // Where the version before was not checked, nothing is known of what the edit touched.
    const touched = edit === undefined ? undefined : known.get(edit.before);
    const keepsLinks = edit !== undefined && touched !== undefined && keepsLinksOf(edit, memory);
    const links = readLinks(units, edit === undefined ? undefined : { ...edit, keepsLinks });
    if (edit === undefined) {
      yield* links.prepare();
    }
    const dumpFindings: (readonly (readonly Finding[])[])[] = [];
    for (const { run } of ofDump) {
      dumpFindings.push(yield* run(units, memory));
    }
    const now = new Map<Unit, KnownUnit>();
    const byUnit: (readonly UnitFinding[])[] = [];
    for (const [index, unit] of units.entries()) {
      const given = dumpFindings.map((findings) => findings[index] as readonly Finding[]);
      const own = links.of(unit);
      const kept = keptUnit(unit, own, given);
      let found: KnownUnit;
      if (kept !== undefined) {
        found = kept;
      } else if (edit !== undefined && touched !== undefined && unit === edit.after) {
        const places = movePlaces(touched.places, edit);
        const edited = { links: own, keepsLinks: links.isMoved, memory, places };
        const findings = yield* recheckUnit(ofArticle, edit, touched.own, edited);
        found = recombine(touched, { links: own, own: findings, places }, given);
      } else {
        found = combine(ownKept(unit, own) ?? (yield* checkUnit(unit, own)), given);
      }
      if (links.placesVersion !== placesVersion) {
        found = yield* placeAgain(unit, found);
      }
      now.set(unit, found);
      byUnit.push(found.all);
    }
    placesVersion = links.placesVersion;
    known = now;
    return { dump, byUnit, ofFile: checkFile(lines, units), linksOf: links.of };
  };

  function keptUnit(
    unit: Unit,
    links: UnitLinks,
    given: readonly (readonly Finding[])[],
  ): KnownUnit | undefined {
    const before = known.get(unit);
    const isKept =
      before?.links === links && given.every((findings, check) => findings === before.ofDump[check]);
    return isKept ? before : undefined;
  }

  /** What the checks of an article found, where neither it nor its links are others. */
  function ownKept(unit: Unit, links: UnitLinks): OwnFindings | undefined {
    const before = known.get(unit);
    return before?.links === links ? before : undefined;
  }

  function* checkUnit(unit: Unit, links: UnitLinks): Steps<OwnFindings> {
    const places: AskedPlaces = new Map();
    return { links, own: yield* runOnUnit(ofArticle, unit, links, memory, places), places };
  }

  /** What names a line that now stands elsewhere is found again. */
  function* placeAgain(unit: Unit, found: KnownUnit): Steps<KnownUnit> {
    const { links, ofDump: given } = found;
    const misplaced = checksMisplaced(found.places, links.placeOf);
    if (misplaced.size === 0) {
      return found;
    }
    const places: AskedPlaces = new Map([...found.places].filter(([check]) => !misplaced.has(check)));
    const contextFor = contextsOf(unit, links, memory, places);
    const own: (readonly UnitFinding[])[] = [];
    for (const [index, one] of ofArticle.entries()) {
      const context = misplaced.has(one.check) ? contextFor(one) : undefined;
      const before = found.own[index] as readonly UnitFinding[];
      own.push(context === undefined ? before : yield* runOnArticle(one, context.article, context));
    }
    return combine({ links, own, places }, given);
  }

  function combine(found: OwnFindings, given: readonly (readonly Finding[])[]): KnownUnit {
    const { links, own, places } = found;
    return { links, own, places, ofDump: given, all: inTextOrder(own.flat(), given) };
  }

  /** The very list of before where the edit changed nothing in it. */
  function recombine(
    before: KnownUnit,
    found: OwnFindings,
    given: readonly (readonly Finding[])[],
  ): KnownUnit {
    return isSameList(found.own, before.own) && isSameList(given, before.ofDump)
      ? { ...found, ofDump: given, all: before.all }
      : combine(found, given);
  }

  function inTextOrder(
    own: readonly UnitFinding[],
    given: readonly (readonly Finding[])[],
  ): readonly UnitFinding[] {
    const all = [...own];
    for (const [check, findings] of given.entries()) {
      const { one } = ofDump[check] as (typeof ofDump)[number];
      for (const finding of findings) {
        all.push(withLevel(finding, one));
      }
    }
    return all.sort(compareFindings);
  }

  function checkFile(lines: LineIndex, units: readonly Unit[]): readonly UnitFinding[] {
    return ofFile.flatMap((one) =>
      one.check.reach === "file"
        ? [...one.check.run({ lines, units, memory }, one.options)].map((finding) => withLevel(finding, one))
        : [],
    );
  }
}

function isSameList(first: readonly unknown[], second: readonly unknown[]): boolean {
  return first.length === second.length && first.every((one, index) => one === second[index]);
}

const orders: ReadonlyMap<string, number> = new Map(ALL_CHECKS.map(({ id }, order) => [id, order]));

/** In text order; the sort is stable, so findings of one check at one place keep the order they came in. */
export function compareFindings(first: UnitFinding, second: UnitFinding): number {
  return (
    compareSpans(first.span, second.span) ||
    (orders.get(first.check) as number) - (orders.get(second.check) as number)
  );
}

/** The checks that are on at a configuration's levels, in their order. */
export function activeChecks(configuration: CheckConfiguration): readonly ActiveCheck[] {
  return ALL_CHECKS.flatMap((check) => {
    const level = levelOf(check, configuration);
    const options = { ...check.defaults, ...configuration.options?.[check.id] };
    return level === "off" ? [] : [{ check, level, options }];
  });
}

/** Where a level is set: for the check itself, else for its group; `built-in` when neither says anything. */
export function levelOf(check: AnyCheck, configuration: CheckConfiguration): Severity | "off" | "built-in" {
  const own = configuration.severities[check.id] ?? "inherit";
  if (own !== "inherit") {
    return own;
  }
  const group = check.group === undefined ? "inherit" : (configuration.severities[check.group] ?? "inherit");
  return group === "inherit" ? (check.builtInLevel ?? "built-in") : group;
}
