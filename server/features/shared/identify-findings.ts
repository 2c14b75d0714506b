import type { ReportedFinding } from "../../core/checks/check.ts";
import { hashText } from "../../core/text/hash.ts";
import { type Span, spanLength } from "../../core/text/span.ts";

/** A finding can be a line of megabytes; its beginning, end and length tell it apart well enough. */
const HASHED_LENGTH = 256;

/** A finding with the name by which it is found again in another answer about the same version. */
export interface IdentifiedFinding {
  readonly finding: ReportedFinding;
  /** Not the position, so that it outlives an edit elsewhere: check, hash of the text, and which of several alike. */
  readonly fingerprint: string;
}

export function identifyFindings(text: string, findings: readonly ReportedFinding[]): IdentifiedFinding[] {
  const number = createNumbering();
  return nameFindings(text, findings).map((name, index) => ({
    finding: findings[index] as ReportedFinding,
    fingerprint: number(name),
  }));
}

/** The names of findings, which several alike have in common. The same whether the text is the dump's or an article's own. */
export function nameFindings(
  text: string,
  findings: readonly Pick<ReportedFinding, "check" | "span">[],
): readonly string[] {
  return findings.map((finding) => nameFinding(text, finding));
}

export function nameFinding(text: string, { check, span }: Pick<ReportedFinding, "check" | "span">): string {
  return `${check}:${hashOfSpan(text, span)}`;
}

/** Makes fingerprints of the names of all findings of a dump, in text order. */
export function createNumbering(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}:${count}`;
  };
}

function hashOfSpan(text: string, span: Span): string {
  const head = hashText(text, span.start, Math.min(span.end, span.start + HASHED_LENGTH));
  const tail = hashText(text, Math.max(span.start, span.end - HASHED_LENGTH), span.end);
  return ((head ^ Math.imul(tail, 31) ^ spanLength(span)) >>> 0).toString(36);
}
