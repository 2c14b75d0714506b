import type { PlacedUnit } from "../core/article/model.ts";
import { ALL_CHECKS } from "../core/checks/all.ts";
import type { ReportedFinding, Severity } from "../core/checks/check.ts";
import { hashText } from "../core/text/hash.ts";
import type { Span } from "../core/text/span.ts";
import type { CheckedFile, FindingsForm } from "./findings-writer.ts";
import { rangeAmong, textAmong } from "./ranges.ts";

/** SARIF 2.1.0 (OASIS): `level` knows no hint, which is what `none` is nearest to in viewers that still list it. */
const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** The log up to its first result; results follow, parted by commas, then `SARIF_END`. */
export function sarifStart(version: string): string {
  const rules = ALL_CHECKS.map(({ id, summary, severity }) => ({
    id,
    shortDescription: { text: summary },
    defaultConfiguration: { level: LEVELS[severity] },
  }));
  const driver = JSON.stringify({ name: "Pressmark", version, rules });
  return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${driver}},"columnKind":"utf16CodeUnits","results":[`;
}

export const SARIF_END = "]}]}\n";

/** The file's results, parted by commas; empty when there are none. */
export function findingsAsSarif({ path, units }: CheckedFile): FindingsForm {
  return {
    start: "",
    separator: ",\n",
    end: "",
    write: (finding) => JSON.stringify(resultOf(path, units, finding)),
  };
}

function resultOf(path: string, units: readonly PlacedUnit[], finding: ReportedFinding): object {
  return {
    ruleId: finding.check,
    ruleIndex: ALL_CHECKS.findIndex(({ id }) => id === finding.check),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: placeOf(path, units, finding.span) }],
    relatedLocations: (finding.related ?? []).map(({ span, message }, index) => ({
      id: index,
      message: { text: message },
      physicalLocation: placeOf(path, units, span),
    })),
    partialFingerprints: {
      "checkAndText/v1": hashText(`${finding.check}\n${textAmong(units, finding.span)}`)
        .toString(16)
        .padStart(8, "0"),
    },
  };
}

function placeOf(path: string, units: readonly PlacedUnit[], span: Span): object {
  const { start, end } = rangeAmong(units, span);
  return {
    artifactLocation: { uri: uriOf(path) },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}

/** A relative path as a relative reference (RFC 3986), so that the log can be read on another machine. */
function uriOf(path: string): string {
  return path.split(/[\\/]/).map(encodeURIComponent).join("/");
}
