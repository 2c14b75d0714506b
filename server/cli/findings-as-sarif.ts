import { ALL_CHECKS } from "../core/checks/all.ts";
import type { ReportedFinding, Severity } from "../core/checks/check.ts";
import { hashText } from "../core/text/hash.ts";
import type { LineIndex } from "../core/text/lines.ts";
import { type Span, sliceSpan } from "../core/text/span.ts";
import type { CheckedFile } from "./findings-as-json.ts";
import { rangeOf } from "./ranges.ts";

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
export function findingsAsSarif({ path, lines, findings }: CheckedFile): string {
  return findings.map((finding) => JSON.stringify(resultOf(path, lines, finding))).join(",\n");
}

function resultOf(path: string, lines: LineIndex, finding: ReportedFinding): object {
  return {
    ruleId: finding.check,
    ruleIndex: ALL_CHECKS.findIndex(({ id }) => id === finding.check),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: placeOf(path, lines, finding.span) }],
    relatedLocations: (finding.related ?? []).map(({ span, message }, index) => ({
      id: index,
      message: { text: message },
      physicalLocation: placeOf(path, lines, span),
    })),
    partialFingerprints: {
      "checkAndText/v1": hashText(`${finding.check}\n${sliceSpan(lines.text, finding.span)}`)
        .toString(16)
        .padStart(8, "0"),
    },
  };
}

function placeOf(path: string, lines: LineIndex, span: Span): object {
  const { start, end } = rangeOf(lines, span);
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
