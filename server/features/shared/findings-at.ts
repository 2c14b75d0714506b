import type { PlacedUnit } from "../../core/article/model.ts";
import { placeArticle, unitIndexAt } from "../../core/article/place-units.ts";
import type { UnitFinding } from "../../core/checks/checked-dump.ts";
import { placeFinding, placesOf } from "../../core/checks/place-findings.ts";
import { isEmptySpan, type Span, shiftSpan, spanLength, spansOverlap } from "../../core/text/span.ts";
import type { Analysis } from "../feature-context.ts";
import {
  createNumbering,
  type IdentifiedFinding,
  identifyFindings,
  nameFinding,
} from "./identify-findings.ts";

/**
 * The findings that touch a span, in text order. Editors ask at each move of the cursor, so that only these are put together, and of the others
 * no more is looked at than it takes to number those that are alike.
 */
export function findingsAt(analysis: Analysis, asked: Span): readonly IdentifiedFinding[] {
  const { dump, byUnit, ofFile } = analysis.checked;
  const touched: (readonly [unit: number, finding: UnitFinding])[] = [];
  // A finding can end where the next unit starts.
  const first = Math.max(0, unitIndexAt(dump.units, asked.start) - 1);
  const last = unitIndexAt(dump.units, asked.end);
  for (let index = first; index <= last && index < dump.units.length; index++) {
    const { start } = dump.units[index] as PlacedUnit;
    for (const finding of byUnit[index] as readonly UnitFinding[]) {
      if (touches(shiftSpan(finding.span, start), asked)) {
        touched.push([index, finding]);
      }
    }
  }
  // What is wrong with a whole file stands among the findings of its articles.
  return ofFile.length > 0 || touched.length > FEW
    ? identifyFindings(analysis.text, analysis.findings).filter(({ finding }) => touches(finding.span, asked))
    : touched.map(([index, finding]) => identify(analysis, index, finding));
}

/** At more findings it is better to number them all. */
const FEW = 50;

/** The finding with a fingerprint. */
export function findingWith(analysis: Analysis, fingerprint: string): IdentifiedFinding | undefined {
  const { dump, byUnit, ofFile } = analysis.checked;
  if (ofFile.length > 0) {
    return identifyFindings(analysis.text, analysis.findings).find((one) => one.fingerprint === fingerprint);
  }
  const number = createNumbering();
  for (const [index, findings] of byUnit.entries()) {
    const { unit } = dump.units[index] as PlacedUnit;
    for (const finding of findings) {
      const isOfCheck = fingerprint.startsWith(`${finding.check}:`);
      if (isOfCheck && number(nameFinding(unit.text, finding)) === fingerprint) {
        return placed(analysis, index, finding, fingerprint);
      }
    }
  }
  return undefined;
}

/** A cursor at either end of a finding belongs to it; a selection has to share a character with it. */
function touches(finding: Span, asked: Span): boolean {
  return isEmptySpan(asked) || isEmptySpan(finding)
    ? finding.start <= asked.end && asked.start <= finding.end
    : spansOverlap(finding, asked);
}

/** By its name, and how many of that name stand before it: those of the same check and length are asked for theirs. */
function identify(analysis: Analysis, unitIndex: number, finding: UnitFinding): IdentifiedFinding {
  const { dump, byUnit } = analysis.checked;
  const textOf = (index: number): string => (dump.units[index] as PlacedUnit).unit.text;
  const name = nameFinding(textOf(unitIndex), finding);
  const length = spanLength(finding.span);
  const number = createNumbering();
  for (let index = 0; index <= unitIndex; index++) {
    for (const other of byUnit[index] as readonly UnitFinding[]) {
      if (other === finding && index === unitIndex) {
        break;
      }
      const isAlike = other.check === finding.check && spanLength(other.span) === length;
      if (isAlike && nameFinding(textOf(index), other) === name) {
        number(name);
      }
    }
  }
  return placed(analysis, unitIndex, finding, number(name));
}

function placed(
  { checked: { dump }, phrases }: Analysis,
  unitIndex: number,
  finding: UnitFinding,
  fingerprint: string,
): IdentifiedFinding {
  const own = dump.units[unitIndex] as PlacedUnit;
  const telling = { placeOf: placesOf(dump), phrases };
  return { finding: placeFinding(finding, own, placeArticle(own), telling), fingerprint };
}
