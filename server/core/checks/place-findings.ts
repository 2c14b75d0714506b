import { type Article, articleAt, type Dump, type PlacedUnit, type Unit } from "../article/model.ts";
import { compareSpans, type Span, shiftSpan } from "../text/span.ts";
import type { Operation, ReportedFinding, UnplacedFix } from "./check.ts";
import type { CheckedDump, UnitFinding } from "./checked-dump.ts";
import { type Placement, spellData, spellWords } from "./shared/line-words.ts";

/** Where units stand in one version of a document. */
export type PlaceOfUnit = (unit: Unit) => PlacedUnit;

/** All findings of a dump in text order, where they stand in the whole text. */
export function placeFindings({ dump, byUnit, ofFile }: CheckedDump): readonly ReportedFinding[] {
  const placeOf = placesOf(dump);
  const placed: ReportedFinding[] = [];
  let article = 0;
  for (const [index, findings] of byUnit.entries()) {
    const own = dump.units[index] as PlacedUnit;
    const home = own.unit.article === undefined ? undefined : dump.articles[article++];
    for (const finding of findings) {
      placed.push(placeFinding(finding, own, home, placeOf));
    }
  }
  return ofFile.length === 0 ? placed : withFindingsOfFile(placed, ofFile, dump);
}

function withFindingsOfFile(
  placed: ReportedFinding[],
  ofFile: readonly UnitFinding[],
  dump: Dump,
): readonly ReportedFinding[] {
  for (const finding of ofFile) {
    const article = articleAt(dump, finding.span.start);
    placed.push({ ...finding, article } as ReportedFinding);
  }
  return placed.sort((first, second) => compareSpans(first.span, second.span));
}

/** Where the units of a dump stand; worked out when it is first asked for. */
export function placesOf({ units }: Dump): PlaceOfUnit {
  let places: ReadonlyMap<Unit, PlacedUnit> | undefined;
  return (unit) => {
    places ??= new Map(units.map((one) => [one.unit, one]));
    const place = places.get(unit);
    if (place === undefined) {
      throw new RangeError("A finding names a unit that is no part of its dump.");
    }
    return place;
  };
}

/** Says where a unit's finding stands in the whole text, and numbers the lines it names. */
export function placeFinding(
  finding: UnitFinding,
  own: PlacedUnit,
  article: Article | undefined,
  placeOf: PlaceOfUnit,
): ReportedFinding {
  const placement = placementOf(own, placeOf);
  const { data, fixes } = finding;
  return {
    ...finding,
    ...placeWords(finding, own, placeOf),
    ...(data === undefined ? {} : { data: spellData(data, placement) }),
    ...(fixes === undefined ? {} : { fixes: fixes.map((fix) => placeFix(fix, own.start, placement)) }),
    article,
  } as ReportedFinding;
}

/** The part of a placed finding that a list of findings shows. */
export function placeWords(
  { span, message, related }: UnitFinding,
  own: PlacedUnit,
  placeOf: PlaceOfUnit,
): Pick<ReportedFinding, "span" | "message" | "related"> {
  const placement = placementOf(own, placeOf);
  const startOf = (unit: Unit | undefined): number => (unit === undefined ? own : placeOf(unit)).start;
  return {
    span: shiftSpan(span, own.start),
    message: spellWords(message, placement),
    ...(related === undefined
      ? {}
      : {
          related: related.map((place) => ({
            span: shiftSpan(place.span, startOf(place.unit)),
            message: spellWords(place.message, placement),
          })),
        }),
  };
}

function placementOf(own: PlacedUnit, placeOf: PlaceOfUnit): Placement {
  const at = (unit: Unit | undefined): PlacedUnit => (unit === undefined ? own : placeOf(unit));
  return { firstLine: (unit) => at(unit).line, lines: (unit) => at(unit).unit.lines };
}

function placeFix(fix: UnplacedFix, shift: number, placement: Placement) {
  const { operations, comparison } = fix;
  return {
    ...fix,
    title: spellWords(fix.title, placement),
    operations: shift === 0 ? operations : operations.map((operation) => shiftOperation(operation, shift)),
    ...(comparison === undefined
      ? {}
      : {
          comparison: {
            goes: shiftSpan(comparison.goes, shift),
            stays: shiftSpan(comparison.stays, shift),
          },
        }),
  };
}

function shiftOperation(operation: Operation, shift: number): Operation {
  switch (operation.kind) {
    case "split":
      return { ...operation, at: operation.at + shift };
    case "move":
      return { ...operation, span: shiftSpan(operation.span, shift), to: operation.to + shift };
    default:
      return { ...operation, span: shiftSpan(operation.span, shift) as Span };
  }
}
