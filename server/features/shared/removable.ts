import type { ReportedFinding } from "../../core/checks/check.ts";
import type { Span } from "../../core/text/span.ts";

/** Whether a span lies wholly in text that can go. */
export type IsRemovable = (span: Span) => boolean;

/** A question to ask of spans in text order: what findings mark as unnecessary. Linear over all the questions together. */
export function removableText(
  findings: readonly Pick<ReportedFinding, "span" | "unnecessary">[],
): IsRemovable {
  const spans = findings.filter(({ unnecessary }) => unnecessary === true).map(({ span }) => span);
  let next = 0;
  let asked = 0;
  return (span) => {
    if (span.start < asked) {
      next = 0;
    }
    asked = span.start;
    while (next < spans.length && (spans[next] as Span).end < span.end) {
      next++;
    }
    const found = spans[next];
    return found !== undefined && found.start <= span.start && span.end <= found.end && span.start < span.end;
  };
}
