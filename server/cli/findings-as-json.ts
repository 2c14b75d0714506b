import type { Dump } from "../core/article/model.ts";
import type { ReportedFinding } from "../core/checks/check.ts";
import type { LineIndex } from "../core/text/lines.ts";
import { rangeOf } from "./ranges.ts";

export interface CheckedFile {
  readonly path: string;
  readonly dump: Dump;
  readonly lines: LineIndex;
  /** Those to be shown, in text order. */
  readonly findings: readonly ReportedFinding[];
}

/** One line of JSON; docs/command-line.md states its shape. */
export function findingsAsJson({ path, dump, lines, findings }: CheckedFile): string {
  const head = {
    path,
    articles: dump.articles.map(({ format, confidence, span }) => ({
      format,
      confidence,
      range: rangeOf(lines, span),
    })),
  };
  // Each finding becomes text at once: the objects of all of them would take up more memory than the text of the file.
  const parts = findings.map((finding) => JSON.stringify(findingAsJson(lines, finding)));
  return `${JSON.stringify(head).slice(0, -1)},"findings":[${parts.join(",")}]}\n`;
}

function findingAsJson(lines: LineIndex, finding: ReportedFinding): object {
  const best = finding.fixes?.[0];
  return {
    code: finding.check,
    severity: finding.severity,
    message: finding.message,
    range: rangeOf(lines, finding.span),
    related: (finding.related ?? []).map(({ span, message }) => ({ message, range: rangeOf(lines, span) })),
    fix: best === undefined ? null : { title: best.title, safe: best.safety === "safe" },
    data: finding.data ?? {},
  };
}
