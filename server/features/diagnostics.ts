import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver-types";
import type { Severity } from "../core/checks/check.ts";
import { DIAGNOSTIC_SOURCE, type DiagnosticData } from "../protocol.ts";
import type { Analysis } from "./feature-context.ts";
import { type IdentifiedFinding, identifyFindings } from "./shared/identify-findings.ts";
import { mostSevere } from "./shared/most-severe.ts";

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
export function provideDiagnostics(analysis: Analysis, options: DiagnosticOptions): Diagnostic[] {
  const shown = new Set(mostSevere(analysis.findings, options.limit));
  return identifyFindings(analysis.text, analysis.findings)
    .filter(({ finding }) => shown.has(finding))
    .map((one) => toDiagnostic(analysis, options, one));
}

function toDiagnostic(
  analysis: Analysis,
  options: DiagnosticOptions,
  { finding, fingerprint }: IdentifiedFinding,
): Diagnostic {
  const data: DiagnosticData = { check: finding.check, fingerprint };
  const diagnostic: Diagnostic = {
    range: analysis.convert.range(finding.span),
    severity: severitiesOfDiagnostics[finding.severity],
    code: finding.check,
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
    data,
  };
  if (options.documentation !== undefined) {
    diagnostic.codeDescription = { href: `${options.documentation}${finding.check}.md` };
  }
  if (options.tags && finding.unnecessary === true) {
    diagnostic.tags = [DiagnosticTag.Unnecessary];
  }
  if (options.relatedInformation && finding.related !== undefined && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(
      ({ span, message }): DiagnosticRelatedInformation => ({
        location: { uri: analysis.uri, range: analysis.convert.range(span) },
        message,
      }),
    );
  }
  return diagnostic;
}
