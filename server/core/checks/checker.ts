import type { UnitEdit } from "../article/edit-block.ts";
import type { Dump, Unit } from "../article/model.ts";
import { createLinkReader, type LinkReader, readUnitLinks, type UnitLinks } from "../links/unit-links.ts";
import type { LineIndex } from "../text/lines.ts";
import { compareSpans } from "../text/span.ts";
import { finish, type Steps } from "../text/steps.ts";
import { ALL_CHECKS } from "./all.ts";
import type { AnyCheck, CheckConfiguration, Finding, Severity, UnitMemory } from "./check.ts";
import type { CheckedDump, UnitFinding } from "./checked-dump.ts";
import { keepsLinksOf, recheckUnit } from "./recheck-unit.ts";
import { type ActiveCheck, isArticleCheck, runOnUnit, withLevel } from "./run-on-unit.ts";
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
  /** What the checks of the whole dump gave for this unit. */
  readonly ofDump: readonly (readonly Finding[])[];
  readonly all: readonly UnitFinding[];
}

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

  return function* (dump, lines, readLinks, edit) {
    const units = dump.units.map(({ unit }) => unit);
    if (!units.some(({ article }) => article !== undefined)) {
      known = new Map();
      return { dump, byUnit: units.map(() => []), ofFile: [] };
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
      const found =
        edit !== undefined && touched !== undefined && unit === edit.after
          ? recombine(
              touched,
              own,
              yield* recheckUnit(ofArticle, edit, touched.own, {
                links: own,
                keepsLinks: links.isMoved,
                memory,
              }),
              given,
            )
          : (keptUnit(unit, own, given) ??
            combine(own, ownKept(unit, own) ?? (yield* runOnUnit(ofArticle, unit, own, memory)), given));
      now.set(unit, found);
      byUnit.push(found.all);
    }
    known = now;
    return { dump, byUnit, ofFile: checkFile(lines, units) };
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
  function ownKept(unit: Unit, links: UnitLinks): KnownUnit["own"] | undefined {
    const before = known.get(unit);
    return before?.links === links ? before.own : undefined;
  }

  function combine(
    links: UnitLinks,
    own: readonly (readonly UnitFinding[])[],
    given: readonly (readonly Finding[])[],
  ): KnownUnit {
    return { links, own, ofDump: given, all: inTextOrder(own.flat(), given) };
  }

  /** The very list of before where the edit changed nothing in it. */
  function recombine(
    before: KnownUnit,
    links: UnitLinks,
    own: readonly (readonly UnitFinding[])[],
    given: readonly (readonly Finding[])[],
  ): KnownUnit {
    return isSameList(own, before.own) && isSameList(given, before.ofDump)
      ? { links, own, ofDump: given, all: before.all }
      : combine(links, own, given);
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
