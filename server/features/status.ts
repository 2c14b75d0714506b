import { formatRecognisers } from "../core/article/formats/recognisers.ts";
import type { FormatId } from "../core/article/model.ts";
import type { ReportedFinding } from "../core/checks/check.ts";
import { countOf } from "../core/checks/shared/quote-text.ts";
import type { StatusParams } from "../protocol.ts";
import type { Analysis } from "./feature-context.ts";

/** What the status item shows of an analysis. Counts are of all findings, also of those that are not listed. */
export function provideStatus(analysis: Analysis, { limit }: { readonly limit: number }): StatusParams {
  return {
    uri: analysis.uri,
    version: analysis.version,
    articles: analysis.dump.articles.map((article) => ({
      formatName: formatName(article.format),
      confidence: article.confidence,
      evidence: article.evidence.map(({ summary }) => summary),
      range: analysis.convert.range(article.span),
    })),
    counts: countFindings(analysis.findings),
    ignored: analysis.ignored ?? 0,
    omitted: omissions(analysis.findings.length, limit),
  };
}

/** Each finding counts once: what can go and is only a hint is a repeat, any other hint a note. */
function countFindings(findings: readonly ReportedFinding[]): StatusParams["counts"] {
  const counts = { errors: 0, warnings: 0, notes: 0, repeats: 0 };
  for (const { severity, unnecessary } of findings) {
    switch (severity) {
      case "error":
        counts.errors++;
        break;
      case "warning":
        counts.warnings++;
        break;
      case "information":
        counts.notes++;
        break;
      case "hint":
        counts[unnecessary === true ? "repeats" : "notes"]++;
        break;
    }
  }
  return counts;
}

function omissions(count: number, limit: number): string[] {
  return count <= limit
    ? []
    : [
        `${countOf(count - limit, "finding is", "findings are")} not listed: ` +
          `the setting pressmark.maxFindings allows ${limit} per file.`,
      ];
}

function formatName(id: FormatId): string {
  return formatRecognisers.find((recogniser) => recogniser.id === id)?.name ?? id;
}
