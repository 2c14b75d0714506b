import type { PlacedUnit } from "../core/article/model.ts";
import type { ReportedFinding } from "../core/checks/check.ts";
import { shiftSpan } from "../core/text/span.ts";
import type { CheckedFile, FindingsForm } from "./findings-writer.ts";
import { rangeAmong } from "./ranges.ts";

/** One line of JSON; docs/command-line.md states its shape. */
export function findingsAsJson({ path, units }: CheckedFile): FindingsForm {
  const articles = units.flatMap(({ unit: { article }, start }) =>
    article === undefined
      ? []
      : [
          {
            format: article.format,
            confidence: article.confidence,
            range: rangeAmong(units, shiftSpan(article.span, start)),
          },
        ],
  );
  const head = { path, articles };
  return {
    start: `${JSON.stringify(head).slice(0, -1)},"findings":[`,
    separator: ",",
    end: "]}\n",
    write: (finding) => JSON.stringify(findingAsJson(units, finding)),
  };
}

function findingAsJson(units: readonly PlacedUnit[], finding: ReportedFinding): object {
  const best = finding.fixes?.[0];
  return {
    code: finding.check,
    severity: finding.severity,
    message: finding.message,
    range: rangeAmong(units, finding.span),
    related: (finding.related ?? []).map(({ span, message }) => ({
      message,
      range: rangeAmong(units, span),
    })),
    fix: best === undefined ? null : { title: best.title, safe: best.safety === "safe" },
    data: finding.data ?? {},
  };
}
