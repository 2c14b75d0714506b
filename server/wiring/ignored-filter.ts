import { articleAt, type PlacedUnit } from "../core/article/model.ts";
import type { CheckedDump, UnitFinding } from "../core/checks/checked-dump.ts";
import { leaveOutIgnored, type RemainingFindings } from "../core/checks/shared/ignored-findings.ts";
import type { LineIndex } from "../core/text/lines.ts";
import type { Ignoring } from "../features/feature-context.ts";

/** Takes the ignored findings out of version after version of one document; what stays is the same array as long as what came is. */
export type IgnoredFilter = (
  all: CheckedDump,
  lines: LineIndex,
  ignoring: Ignoring | undefined,
) => { readonly checked: CheckedDump; readonly ignored: number };

export function createIgnoredFilter(): IgnoredFilter {
  let index: Ignoring["index"] | undefined;
  let known = new WeakMap<readonly UnitFinding[], RemainingFindings<UnitFinding>>();

  return (all, lines, ignoring) => {
    if (ignoring === undefined || ignoring.index.keys.size === 0) {
      return { checked: all, ignored: 0 };
    }
    if (ignoring.index !== index) {
      index = ignoring.index;
      known = new WeakMap();
    }
    const { file } = ignoring;
    let ignored = 0;
    const byUnit = all.byUnit.map((findings, number) => {
      const { unit } = all.dump.units[number] as PlacedUnit;
      const place = { lines: unit.lines, file };
      const left =
        known.get(findings) ?? leaveOutIgnored(place, findings, () => unit.article, ignoring.index);
      known.set(findings, left);
      ignored += left.ignored;
      return left.findings;
    });
    const ofFile = leaveOutIgnored(
      { lines, file },
      all.ofFile,
      ({ span }) => articleAt(all.dump, span.start),
      ignoring.index,
    );
    return {
      checked: { ...all, byUnit, ofFile: ofFile.findings },
      ignored: ignored + ofFile.ignored,
    };
  };
}
