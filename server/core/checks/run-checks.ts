import type { Article, Block, Dump } from "../article/model.ts";
import { articleAt } from "../article/model.ts";
import { indexLines, type LineIndex } from "../text/lines.ts";
import { compareSpans } from "../text/span.ts";
import { ALL_CHECKS } from "./all.ts";
import type {
  AnyCheck,
  CheckConfiguration,
  CheckContext,
  Finding,
  ReportedFinding,
  ScopeOf,
  Severity,
} from "./check.ts";

/** Every check at its built-in level. */
export const DEFAULT_CONFIGURATION: CheckConfiguration = { severities: {} };

/**
 * All findings of a dump, in text order (the longer span first where two start together, then in the order of the
 * list of checks). A dump in which no format was recognised has no findings: nothing is known about its lines.
 *
 * @param lines The line index of `dump.text` when the caller has one already.
 */
export function checkDump(
  dump: Dump,
  configuration: CheckConfiguration = DEFAULT_CONFIGURATION,
  lines: LineIndex = indexLines(dump.text),
): readonly ReportedFinding[] {
  const found: ReportedFinding[] = [];
  const once = onceFor(dump, lines);
  for (const check of ALL_CHECKS) {
    for (const finding of runCheck(check, dump, configuration, lines, once)) {
      found.push(finding);
    }
  }
  return sortFindings(found);
}

/** The findings of one check, in the order the check yields them; none when its level is `off`. */
export function* runCheck(
  check: AnyCheck,
  dump: Dump,
  configuration: CheckConfiguration,
  lines: LineIndex,
  once: CheckContext["once"] = onceFor(dump, lines),
): Iterable<ReportedFinding> {
  const level = levelOf(check, configuration);
  const first = dump.articles[0];
  if (level === "off" || first === undefined) {
    return;
  }
  const options = { ...check.defaults, ...configuration.options?.[check.id] };
  if (check.reach === "dump") {
    for (const finding of check.run(dump, { dump, article: first, lines, options, once })) {
      yield reported(finding, check, level, articleAt(dump, finding.span.start));
    }
    return;
  }
  for (const article of dump.articles) {
    const context: CheckContext = { dump, article, lines, options, once };
    for (const finding of runOnArticle(check, article, context)) {
      yield reported(finding, check, level, article);
    }
  }
}

/** Remembers what was worked out for one run of the checks. */
function onceFor(dump: Dump, lines: LineIndex): CheckContext["once"] {
  const known = new Map<unknown, { readonly value: unknown }>();
  return <T>(make: (dump: Dump, lines: LineIndex) => T): T => {
    const made = known.get(make) ?? { value: make(dump, lines) };
    known.set(make, made);
    return made.value as T;
  };
}

/** Where a level is set: for the check itself, else for its group; `built-in` when neither says anything. */
export function levelOf(check: AnyCheck, configuration: CheckConfiguration): Severity | "off" | "built-in" {
  const own = configuration.severities[check.id] ?? "inherit";
  if (own !== "inherit") {
    return own;
  }
  const group = check.group === undefined ? "inherit" : (configuration.severities[check.group] ?? "inherit");
  return group === "inherit" ? "built-in" : group;
}

/** A new array in text order; the sort is stable, so findings at one place keep the order they came in. */
export function sortFindings(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return [...findings].sort((first, second) => compareSpans(first.span, second.span));
}

function* runOnArticle(
  check: Exclude<AnyCheck, { reach: "dump" }>,
  article: Article,
  context: CheckContext,
): Iterable<Finding> {
  switch (check.reach) {
    case "article":
      yield* check.run(article, context);
      return;
    case "block":
      for (const block of article.blocks) {
        yield* check.run(block, context);
      }
      return;
    case "neighbours":
      for (const neighbours of neighboursOf(article.blocks)) {
        yield* check.run(neighbours, context);
      }
  }
}

/** Each block that is not blank between its nearest neighbours that are not blank. */
function* neighboursOf(blocks: readonly Block[]): Iterable<ScopeOf<"neighbours">> {
  let previous: Block | undefined;
  let block: Block | undefined;
  for (const next of blocks) {
    if (next.role === "blank") {
      continue;
    }
    if (block !== undefined) {
      yield { previous, block, next };
    }
    previous = block;
    block = next;
  }
  if (block !== undefined) {
    yield { previous, block, next: undefined };
  }
}

function reported(
  finding: Finding,
  check: AnyCheck,
  level: Severity | "built-in",
  article: Article | undefined,
): ReportedFinding {
  const severity = level === "built-in" ? (finding.severity ?? check.severity) : level;
  return { ...finding, check: check.id, severity, article };
}
