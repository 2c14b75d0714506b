import { formatRecognisers } from "../core/article/formats/recognisers.ts";
import type { FormatId, PlacedUnit } from "../core/article/model.ts";
import type { UnitFinding } from "../core/checks/checked-dump.ts";
import type { Phrases } from "../core/text/phrases.ts";
import { isSameJson } from "../core/text/same-json.ts";
import type { StatusParams } from "../protocol.ts";
import type { Analysis } from "./feature-context.ts";
import { createLongestLineFinder } from "./shared/longest-line.ts";

export interface StatusOptions {
  /** The most findings that are listed (`pressmark.maxFindings`). */
  readonly limit: number;
}

/**
 * Provides what the status item shows of version after version of one document; undefined where that is what was said before. Counts are of all
 * findings, also of those that are not listed.
 */
export type StatusProvider = (analysis: Analysis, options: StatusOptions) => StatusParams | undefined;

export function createStatusProvider(): StatusProvider {
  const counted = new WeakMap<readonly UnitFinding[], Counts>();
  const longestLineOf = createLongestLineFinder();
  let units: readonly PlacedUnit[] = [];
  let before: StatusParams | undefined;

  function countsOf(findings: readonly UnitFinding[]): Counts {
    const counts = counted.get(findings) ?? countFindings(findings);
    counted.set(findings, counts);
    return counts;
  }

  return (analysis, { limit }) => {
    const { dump, byUnit, ofFile } = analysis.checked;
    const longestLine = longestLineOf(dump.units);
    const counts = sumCounts([...byUnit, ofFile].map(countsOf));
    const status = {
      uri: analysis.uri,
      version: analysis.version,
      articles: articlesOf(analysis, { units, articles: before?.articles ?? [] }),
      counts,
      ignored: analysis.ignored ?? 0,
      omitted: omissions(
        counts.errors + counts.warnings + counts.notes + counts.repeats,
        limit,
        analysis.phrases,
      ),
      ...(longestLine === undefined ? {} : { longestLine }),
    };
    ({ units } = dump);
    const isSame = before !== undefined && isSameJson({ ...before, version: status.version }, status);
    before = status;
    return isSame ? undefined : status;
  };
}

/** The articles; those that are the very units at the very lines of before are the objects of before. */
function articlesOf(
  { dump, convert, text, phrases }: Analysis,
  before: { readonly units: readonly PlacedUnit[]; readonly articles: StatusParams["articles"] },
): StatusParams["articles"] {
  const articles: StatusParams["articles"][number][] = [];
  for (const [index, placed] of dump.units.entries()) {
    const { article } = placed.unit;
    if (article === undefined) {
      continue;
    }
    const next = dump.units[index + 1];
    // The last one ends at a column.
    const isKept =
      next !== undefined && before.units[index] === placed && before.units[index + 1]?.line === next.line;
    const known = isKept ? before.articles[articles.length] : undefined;
    articles.push(
      known ?? {
        formatName: phrases.say(formatName(article.format)),
        confidence: article.confidence,
        evidence: article.evidence.map(({ summary }) => phrases.say(summary)),
        range: {
          start: { line: placed.line, character: 0 },
          end: next === undefined ? convert.position(text.length) : { line: next.line, character: 0 },
        },
      },
    );
  }
  const isSame =
    articles.length === before.articles.length &&
    articles.every((article, index) => article === before.articles[index]);
  return isSame ? before.articles : articles;
}

type Counts = Readonly<Record<"errors" | "warnings" | "notes" | "repeats", number>>;

function sumCounts(all: readonly Counts[]): Counts {
  const sum = { errors: 0, warnings: 0, notes: 0, repeats: 0 };
  for (const { errors, warnings, notes, repeats } of all) {
    sum.errors += errors;
    sum.warnings += warnings;
    sum.notes += notes;
    sum.repeats += repeats;
  }
  return sum;
}

/** Each finding counts once: what can go and is only a hint is a repeat, any other hint a note. */
function countFindings(findings: readonly UnitFinding[]): Counts {
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

/** The status of a document whose check was stopped as it took too long. */
export function stoppedStatus(
  { uri, version }: Pick<StatusParams, "uri" | "version">,
  milliseconds: number,
  phrases: Phrases,
): StatusParams {
  const seconds = Math.round(milliseconds / 1000);
  return {
    uri,
    version,
    articles: [],
    counts: { errors: 0, warnings: 0, notes: 0, repeats: 0 },
    ignored: 0,
    omitted: [],
    stopped: phrases.say(
      "Checking took more than {0} s and was stopped. It is tried again when the text changes.",
      seconds,
    ),
  };
}

function omissions(count: number, limit: number, phrases: Phrases): string[] {
  return count <= limit
    ? []
    : [
        phrases.count(
          count - limit,
          "{0} finding is not listed: the setting pressmark.maxFindings allows {1} per file.",
          "{0} findings are not listed: the setting pressmark.maxFindings allows {1} per file.",
          limit,
        ),
      ];
}

function formatName(id: FormatId): string {
  return formatRecognisers.find((recogniser) => recogniser.id === id)?.name ?? id;
}
