import type { Article } from "../../article/model.ts";
import { foldForComparison } from "../../text/fold.ts";
import { hashTextWide } from "../../text/hash.ts";
import { type LineIndex, lineAt, lineContentSpan } from "../../text/lines.ts";
import { type Span, sliceSpan, spanLength } from "../../text/span.ts";
import type { ReportedFinding } from "../check.ts";
import { hostOf } from "./article-host.ts";
import { type IgnoreEntry, ignoreKey } from "./ignore-entry.ts";

/** The entries of an ignore file, for looking findings up. */
export interface IgnoreIndex {
  /** As `ignoreKey` gives them. */
  readonly keys: ReadonlySet<string>;
  /** The checks that any entry names; findings of others need no look. */
  readonly checks: ReadonlySet<string>;
}

export function indexIgnoreEntries(entries: readonly IgnoreEntry[]): IgnoreIndex {
  return {
    keys: new Set(entries.map((entry) => ignoreKey(entry))),
    checks: new Set(entries.map(({ check }) => check)),
  };
}

/** Findings with those taken out that somebody decided to ignore. */
export interface RemainingFindings<F> {
  readonly findings: readonly F[];
  /** How many were taken out. */
  readonly ignored: number;
}

/** What tells a finding from others to whoever ignores it. */
export type IgnorableFinding = Pick<ReportedFinding, "check" | "span" | "data">;

/** The text that findings and their article have their offsets in. */
export interface FindingsPlace {
  readonly lines: LineIndex;
  /** The path of the dump as entries name it; undefined where it has none. */
  readonly file: string | undefined;
}

/**
 * Takes out the findings that the entries name.
 *
 * @param file The dump's path as entries name it; undefined where it has none.
 */
export function withoutIgnored(
  lines: LineIndex,
  findings: readonly ReportedFinding[],
  index: IgnoreIndex,
  file: string | undefined,
): RemainingFindings<ReportedFinding> {
  return leaveOutIgnored({ lines, file }, findings, ({ article }) => article, index);
}

/** The same for findings in offsets of any text, as of an article's own. The very list where the entries name none of them. */
export function leaveOutIgnored<F extends IgnorableFinding>(
  place: FindingsPlace,
  findings: readonly F[],
  articleOf: (finding: F) => Article | undefined,
  index: IgnoreIndex,
): RemainingFindings<F> {
  if (index.keys.size === 0 || !findings.some(({ check }) => index.checks.has(check))) {
    return { findings, ignored: 0 };
  }
  const left = findings.filter((finding) => !isIgnored(place, finding, articleOf(finding), index));
  return left.length === findings.length
    ? { findings, ignored: 0 }
    : { findings: left, ignored: findings.length - left.length };
}

function isIgnored(
  { lines, file }: FindingsPlace,
  finding: IgnorableFinding,
  article: Article | undefined,
  { keys, checks }: IgnoreIndex,
): boolean {
  const { check } = finding;
  if (!checks.has(check)) {
    return false;
  }
  const site = siteOf(lines, { article });
  const fingerprint = contentFingerprint(lines, finding);
  const places = [
    {},
    ...(file === undefined ? [] : [{ file }]),
    ...(site === undefined ? [] : [{ site }]),
    ...(file === undefined || site === undefined ? [] : [{ file, site }]),
  ];
  return places.some(
    (place, index) =>
      keys.has(ignoreKey({ check, ...place, fingerprint })) ||
      // A check by itself is switched off in the settings, not here.
      (index > 0 && keys.has(ignoreKey({ check, ...place }))),
  );
}

/** The site of the article that a finding lies in. */
export function siteOf(
  { text }: LineIndex,
  { article }: Pick<ReportedFinding, "article">,
): string | undefined {
  return article === undefined ? undefined : hostOf(text, article);
}

/** A shorter text, such as a single character, says nothing by itself; its line does. In code units. */
const TELLING_LENGTH = 24;

/** Of a megabyte on one line its start, its end and its length are enough. In code units. */
const HASHED_LENGTH = 4_096;

/**
 * What a finding is about, whatever line it stands on: the folded text, for a short one with its line, and what kind of trouble
 * it is. Findings of one check with the same content are the same to whoever ignores one of them.
 */
export function contentFingerprint(
  lines: LineIndex,
  { span, data }: Pick<ReportedFinding, "span" | "data">,
): string {
  const parts = [contentOf(lines.text, span)];
  if (spanLength(span) < TELLING_LENGTH) {
    parts.push(contentOf(lines.text, lineContentSpan(lines, lineAt(lines, span.start))));
  }
  for (const name of ["kind", "field"]) {
    const value = data?.[name];
    if (typeof value === "string") {
      parts.push(value);
    }
  }
  return hashTextWide(parts.join("\n")).toString(36);
}

function contentOf(text: string, span: Span): string {
  const length = spanLength(span);
  if (length <= 2 * HASHED_LENGTH) {
    return foldForComparison(sliceSpan(text, span)).trim();
  }
  const head = foldForComparison(text.slice(span.start, span.start + HASHED_LENGTH)).trim();
  return `${head}${length}${foldForComparison(text.slice(span.end - HASHED_LENGTH, span.end)).trim()}`;
}

/** As many code units of a text as an entry shows of it. */
const LONGEST_EXCERPT = 60;

/** How a finding's text starts, on one line and without controls. */
export function excerptOf(text: string, span: Span): string {
  const start = text.slice(span.start, Math.min(span.end, span.start + 4 * LONGEST_EXCERPT));
  const line = start
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .trim();
  return [...line].slice(0, LONGEST_EXCERPT).join("");
}
