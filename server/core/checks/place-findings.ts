import { type Article, articleAt, type Dump, type PlacedUnit, type Unit } from "../article/model.ts";
import { joinUnits, placeArticle } from "../article/place-units.ts";
import { indexLines } from "../text/lines.ts";
import type { Phrases } from "../text/phrases.ts";
import { compareSpans, type Span, shiftSpan } from "../text/span.ts";
import type { Operation, ReportedFinding, UnplacedFix } from "./check.ts";
import type { CheckInTurn } from "./check-in-turn.ts";
import type { CheckedDump, UnitFinding } from "./checked-dump.ts";
import { type Placement, spellData, spellWords } from "./shared/line-words.ts";

/** Where units stand in one version of a document. */
export type PlaceOfUnit = (unit: Unit) => PlacedUnit;

/** What turns findings of units into what a reader is told. */
export interface Telling {
  readonly placeOf: PlaceOfUnit;
  /** The reader's language. */
  readonly phrases: Phrases;
}

/** Where the offsets of a finding count from: a unit that stands somewhere, or the whole file. */
type Origin = Pick<PlacedUnit, "start" | "line"> & { readonly unit: Pick<Unit, "lines"> };

/** All findings of a dump in text order, where they stand in the whole text. */
export function placeFindings(
  { dump, byUnit, ofFile }: CheckedDump,
  phrases: Phrases,
): readonly ReportedFinding[] {
  const telling: Telling = { placeOf: placesOf(dump), phrases };
  const placed: ReportedFinding[] = [];
  let article = 0;
  for (const [index, findings] of byUnit.entries()) {
    const own = dump.units[index] as PlacedUnit;
    const home = own.unit.article === undefined ? undefined : dump.articles[article++];
    for (const finding of findings) {
      placed.push(placeFinding(finding, own, home, telling));
    }
  }
  return ofFile.length === 0 ? placed : withFindingsOfFile(placed, ofFile, dump, telling);
}

/**
 * The same for a dump that is checked in turn: the findings of a unit at a time, each time in text order and behind those before. What comes
 * back holds the units and no whole text, which would be as much again.
 */
export function placeInTurn(
  units: readonly PlacedUnit[],
  { byUnit, ofFile }: CheckInTurn,
  phrases: Phrases,
): Iterable<readonly ReportedFinding[]> {
  const telling: Telling = { placeOf: placesOf({ units }), phrases };
  const placedOfFile = ofFile.length === 0 ? [] : withFindingsOfFile([], ofFile, joinUnits(units), telling);
  return placeUnits(units, byUnit, placedOfFile, telling);
}

function* placeUnits(
  units: readonly PlacedUnit[],
  byUnit: CheckInTurn["byUnit"],
  ofFile: readonly ReportedFinding[],
  telling: Telling,
): Iterable<readonly ReportedFinding[]> {
  let index = 0;
  let next = 0;
  for (const findings of byUnit) {
    const own = units[index++] as PlacedUnit;
    const article = placeArticle(own);
    const placed: ReportedFinding[] = [];
    for (const finding of findings) {
      const reported = placeFinding(finding, own, article, telling);
      for (let first = ofFile[next]; isBefore(first, reported); first = ofFile[++next]) {
        placed.push(first);
      }
      placed.push(reported);
    }
    yield placed;
  }
  yield ofFile.slice(next);
}

function isBefore(first: ReportedFinding | undefined, second: ReportedFinding): first is ReportedFinding {
  return first !== undefined && compareSpans(first.span, second.span) < 0;
}

function withFindingsOfFile(
  placed: ReportedFinding[],
  ofFile: readonly UnitFinding[],
  dump: Dump,
  telling: Telling,
): readonly ReportedFinding[] {
  const file: Origin = { start: 0, line: 0, unit: { lines: indexLines(dump.text) } };
  for (const finding of ofFile) {
    const article = articleAt(dump, finding.span.start);
    placed.push(placeFinding(finding, file, article, telling));
  }
  return placed.sort((first, second) => compareSpans(first.span, second.span));
}

/** Where the units of a dump stand; worked out when it is first asked for. */
export function placesOf({ units }: Pick<Dump, "units">): PlaceOfUnit {
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
  own: Origin,
  article: Article | undefined,
  telling: Telling,
): ReportedFinding {
  const placement = placementOf(own, telling);
  const { unmoved: _, ...told } = finding;
  const { data, fixes } = told;
  return {
    ...told,
    ...placeWords(finding, own, telling),
    ...(data === undefined ? {} : { data: spellData(data, placement) }),
    ...(fixes === undefined ? {} : { fixes: fixes.map((fix) => placeFix(fix, own.start, placement)) }),
    article,
  } as ReportedFinding;
}

/** The part of a placed finding that a list of findings shows. */
export function placeWords(
  { span, message, related }: UnitFinding,
  own: Origin,
  telling: Telling,
): Pick<ReportedFinding, "span" | "message" | "related"> {
  const placement = placementOf(own, telling);
  const startOf = (unit: Unit | undefined): number =>
    (unit === undefined ? own : telling.placeOf(unit)).start;
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

function placementOf(own: Origin, { placeOf, phrases }: Telling): Placement {
  const at = (unit: Unit | undefined): Origin => (unit === undefined ? own : placeOf(unit));
  return { firstLine: (unit) => at(unit).line, lines: (unit) => at(unit).unit.lines, phrases };
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
