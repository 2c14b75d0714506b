import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver-types";
import type { PlacedUnit, Unit } from "../core/article/model.ts";
import { unitIndexAt } from "../core/article/place-units.ts";
import type { Severity } from "../core/checks/check.ts";
import type { CheckedDump, UnitFinding } from "../core/checks/checked-dump.ts";
import { compareFindings } from "../core/checks/checker.ts";
import { type PlaceOfUnit, placesOf, placeWords } from "../core/checks/place-findings.ts";
import { unitsNamed } from "../core/checks/shared/line-words.ts";
import { isSameJson } from "../core/text/same-json.ts";
import { type Span, shiftSpan } from "../core/text/span.ts";
import { finish, type Steps } from "../core/text/steps.ts";
import { DIAGNOSTIC_SOURCE, type DiagnosticData } from "../protocol.ts";
import type { Analysis } from "./feature-context.ts";
import { createNumbering, nameFinding, nameFindings } from "./shared/identify-findings.ts";
import {
  type CountsByRank,
  chooseShares,
  countByRank,
  type ReadersPlace,
  type Share,
  shareOf,
} from "./shared/most-severe.ts";
import { rangeOfPlace } from "./shared/range-of-place.ts";

/** What the client can show of a diagnostic, and what the user wants of them. */
export interface DiagnosticOptions {
  /** The most that are sent (`pressmark.maxFindings`). */
  readonly limit: number;
  readonly relatedInformation: boolean;
  readonly tags: boolean;
  /** Where the checks' pages are, with a slash at the end; undefined when nobody knows. */
  readonly documentation: string | undefined;
}

export const severitiesOfDiagnostics: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings as diagnostics, in text order; when there are too many, the most severe. */
export function provideDiagnostics(analysis: Analysis, options: DiagnosticOptions): readonly Diagnostic[] {
  return finish(createDiagnosticsProvider(options)(analysis));
}

/**
 * Provides the diagnostics of version after version of one document. What an edit did not reach is the very object of the version before, and
 * so is the whole list where nothing in it changed.
 */
export type DiagnosticsProvider = (analysis: Analysis, visible?: Span) => Steps<readonly Diagnostic[]>;

export function createDiagnosticsProvider(options: DiagnosticOptions): DiagnosticsProvider {
  let before: Provided | undefined;
  return function* (analysis, visible) {
    before = yield* provideAgain(analysis, options, visible, before);
    return before.items;
  };
}

/** What was provided for one version. */
interface Provided {
  readonly units: readonly UnitItems[];
  readonly items: readonly Diagnostic[];
}

/** The diagnostics of one unit, and all that they depend on. */
interface UnitItems {
  readonly unit: Unit;
  readonly findings: readonly UnitFinding[];
  readonly counts: CountsByRank;
  /** By which each finding is found again; see `identifyFindings`. */
  readonly names: readonly string[];
  readonly fingerprints: readonly string[];
  readonly line: number;
  readonly share: Share;
  /** Of each finding that is shown, by what it was before it moved. */
  readonly made: ReadonlyMap<UnitFinding, MadeDiagnostic>;
  /** The lines of other units that are named. */
  readonly others: readonly Place[];
  readonly items: readonly Diagnostic[];
}

interface MadeDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly others: readonly Place[];
}

interface Place {
  readonly unit: Unit;
  readonly line: number;
}

function* provideAgain(
  analysis: Analysis,
  options: DiagnosticOptions,
  visible: Span | undefined,
  before: Provided | undefined,
): Steps<Provided> {
  const { dump, byUnit } = withFileFindings(analysis.checked);
  const named: NamedUnit[] = [];
  for (let index = 0; index < byUnit.length; index++) {
    const one = nameUnit(analysis, byUnit, index, before);
    if (named.push(one) % UNITS_PER_STEP === 0 && one !== before?.units[index]) {
      yield;
    }
  }
  const shares = chooseShares(
    named.map(({ counts }) => counts),
    options.limit,
    readersPlace(dump.units, visible?.start ?? 0),
  );
  const fingerprints = numberNames(named, byUnit, before);
  const placeOf = placesOf(dump);
  const units: UnitItems[] = [];
  for (const [index, findings] of byUnit.entries()) {
    const own = dump.units[index] as PlacedUnit;
    const old = unitBefore(before, byUnit, index);
    const share = shares[index] as Share;
    const isKept =
      old !== undefined &&
      old.findings === findings &&
      old.line === own.line &&
      old.fingerprints === fingerprints[index] &&
      old.share.rank === share.rank &&
      old.share.ofRank === share.ofRank &&
      old.share.near === share.near &&
      areInPlace(old.others, placeOf);
    if (isKept) {
      units.push(old);
      continue;
    }
    const identified = { ...(named[index] as NamedUnit), fingerprints: fingerprints[index] as string[] };
    const made = new Map<UnitFinding, MadeDiagnostic>();
    const items = shareOf(findings, share).map((number, place) => {
      const finding = findings[number] as UnitFinding;
      const fingerprint = identified.fingerprints[number] as string;
      const identifiedFinding = { finding, fingerprint, own, placeOf };
      const known = old?.line === own.line ? old.made.get(originOf(finding)) : undefined;
      const one =
        known !== undefined && isStillRight(analysis, known, identifiedFinding, old?.unit === own.unit)
          ? known
          : withOldItem(makeDiagnostic(analysis, options, identifiedFinding), old?.items[place]);
      made.set(originOf(finding), one);
      return one.diagnostic;
    });
    const others = [...made.values()].flatMap((one) => one.others);
    units.push({
      ...identified,
      unit: own.unit,
      line: own.line,
      share,
      made,
      others,
      items: old !== undefined && isSameList(old.items, items) ? old.items : items,
    });
    yield;
  }
  return { units, items: joinItems(units, before) };
}

const UNITS_PER_STEP = 16;

function readersPlace(units: readonly PlacedUnit[], offset: number): ReadersPlace {
  const unit = unitIndexAt(units, offset);
  return { unit, offset: offset - (units[unit]?.start ?? 0) };
}

/** What is wrong with the whole file stands among the findings of the unit that it is shown in. */
function withFileFindings(checked: CheckedDump): CheckedDump {
  const { dump, ofFile } = checked;
  if (ofFile.length === 0) {
    return checked;
  }
  const byUnit = [...checked.byUnit];
  for (const finding of ofFile) {
    const index = unitIndexAt(dump.units, finding.span.start);
    const { start } = dump.units[index] as PlacedUnit;
    const own = { ...finding, span: shiftSpan(finding.span, -start) };
    byUnit[index] = [...(byUnit[index] as readonly UnitFinding[]), own].sort(compareFindings);
  }
  return { ...checked, byUnit };
}

/** A unit as it was: at its index, or, where units were put in or taken out above, at that counted from the end. */
function unitBefore(
  before: Provided | undefined,
  byUnit: CheckedDump["byUnit"],
  index: number,
): UnitItems | undefined {
  const fromStart = before?.units[index];
  if (before === undefined || fromStart?.findings === byUnit[index]) {
    return fromStart;
  }
  const fromEnd = before.units[before.units.length - byUnit.length + index];
  return fromEnd?.findings === byUnit[index] ? fromEnd : fromStart;
}

type NamedUnit = Pick<UnitItems, "findings" | "counts" | "names">;

function nameUnit(
  { dump }: Analysis,
  byUnit: CheckedDump["byUnit"],
  index: number,
  before: Provided | undefined,
): NamedUnit {
  const findings = byUnit[index] as readonly UnitFinding[];
  const old = unitBefore(before, byUnit, index);
  if (old !== undefined && old.findings === findings) {
    return old;
  }
  const { unit } = dump.units[index] as PlacedUnit;
  const names = old === undefined ? nameFindings(unit.text, findings) : namesAfter(old, unit, findings);
  return {
    findings,
    counts: countByRank(findings),
    names: old !== undefined && isSameList(old.names, names) ? old.names : names,
  };
}

/** Of a finding that only moved the text is the same. */
function namesAfter(old: NamedUnit, { text }: Unit, findings: readonly UnitFinding[]): readonly string[] {
  const known = new Map(
    old.findings.map((finding, number) => [originOf(finding), old.names[number]] as const),
  );
  return findings.map((finding) => known.get(originOf(finding)) ?? nameFinding(text, finding));
}

/** Fingerprints of all findings; of units without a change the very lists of before. */
function numberNames(
  named: readonly NamedUnit[],
  byUnit: CheckedDump["byUnit"],
  before: Provided | undefined,
): readonly (readonly string[])[] {
  const isKnown =
    before !== undefined &&
    before.units.length === named.length &&
    named.every(({ names }, index) => names === before.units[index]?.names);
  if (isKnown) {
    return before.units.map(({ fingerprints }) => fingerprints);
  }
  const number = createNumbering();
  return named.map(({ names }, index) => {
    const fingerprints = names.map(number);
    const old = unitBefore(before, byUnit, index)?.fingerprints;
    return old !== undefined && isSameList(old, fingerprints) ? old : fingerprints;
  });
}

function isSameList(first: readonly unknown[], second: readonly unknown[]): boolean {
  return first.length === second.length && first.every((one, index) => one === second[index]);
}

function placesNamed({ message, related }: UnitFinding): readonly Unit[] {
  const units = new Set<Unit>();
  for (const unit of unitsNamed(message)) {
    units.add(unit);
  }
  for (const place of related ?? []) {
    for (const unit of unitsNamed(place.message)) {
      units.add(unit);
    }
    if (place.unit !== undefined) {
      units.add(place.unit);
    }
  }
  return [...units];
}

function areInPlace(others: readonly Place[], placeOf: PlaceOfUnit): boolean {
  return others.every(({ unit, line }) => placeOf(unit).line === line);
}

function originOf(finding: UnitFinding): UnitFinding {
  return finding.unmoved ?? finding;
}

/** The same, with the old object where it says the same at the same place in the list. */
function withOldItem(made: MadeDiagnostic, old: Diagnostic | undefined): MadeDiagnostic {
  return old !== undefined && isSameJson(old, made.diagnostic) ? { ...made, diagnostic: old } : made;
}

function joinItems(units: readonly UnitItems[], before: Provided | undefined): readonly Diagnostic[] {
  const isSame =
    before !== undefined &&
    before.units.length === units.length &&
    units.every(({ items }, index) => items === before.units[index]?.items);
  return isSame ? before.items : units.flatMap(({ items }) => items);
}

interface IdentifiedUnitFinding {
  readonly finding: UnitFinding;
  readonly fingerprint: string;
  readonly own: PlacedUnit;
  readonly placeOf: PlaceOfUnit;
}

/** Whether what was made of a finding before it moved is what would be made of it now: it says the same, on the same lines of its unit. */
function isStillRight(
  analysis: Analysis,
  { diagnostic, others }: MadeDiagnostic,
  { finding, fingerprint, own, placeOf }: IdentifiedUnitFinding,
  isUnitSame: boolean,
): boolean {
  const { related = [] } = finding;
  const startOf = (unit: Unit | undefined): number => (unit === undefined ? own : placeOf(unit)).start;
  if ((diagnostic.data as DiagnosticData).fingerprint !== fingerprint || !areInPlace(others, placeOf)) {
    return false;
  }
  // Columns change with the text of a line only, and a finding that names a place in a unit that changed is another one.
  return (
    isUnitSame ||
    (isSameJson(diagnostic.range, analysis.convert.range(shiftSpan(finding.span, own.start))) &&
      (diagnostic.relatedInformation ?? []).every(({ location }, index) => {
        const place = related[index];
        return (
          place !== undefined &&
          isSameJson(location.range, rangeOfPlace(analysis, shiftSpan(place.span, startOf(place.unit))))
        );
      }))
  );
}

function makeDiagnostic(
  analysis: Analysis,
  options: DiagnosticOptions,
  identified: IdentifiedUnitFinding,
): MadeDiagnostic {
  const { placeOf } = identified;
  return {
    diagnostic: toDiagnostic(analysis, options, identified),
    others: placesNamed(identified.finding).map((unit) => ({ unit, line: placeOf(unit).line })),
  };
}

function toDiagnostic(
  analysis: Analysis,
  options: DiagnosticOptions,
  { finding, fingerprint, own, placeOf }: IdentifiedUnitFinding,
): Diagnostic {
  const { span, message, related } = placeWords(finding, own, { placeOf, phrases: analysis.phrases });
  const data: DiagnosticData = { check: finding.check, fingerprint };
  const diagnostic: Diagnostic = {
    range: analysis.convert.range(span),
    severity: severitiesOfDiagnostics[finding.severity],
    code: finding.check,
    source: DIAGNOSTIC_SOURCE,
    message,
    data,
  };
  if (options.documentation !== undefined) {
    diagnostic.codeDescription = { href: `${options.documentation}${finding.check}.md` };
  }
  if (options.tags && finding.unnecessary === true) {
    diagnostic.tags = [DiagnosticTag.Unnecessary];
  }
  if (options.relatedInformation && related !== undefined && related.length > 0) {
    diagnostic.relatedInformation = related.map(
      (place): DiagnosticRelatedInformation => ({
        location: { uri: analysis.uri, range: rangeOfPlace(analysis, place.span) },
        message: place.message,
      }),
    );
  }
  return diagnostic;
}
