import { availableParallelism } from "node:os";
import { ALL_CHECKS } from "../core/checks/all.ts";
import type { CheckConfiguration, Severity, SeveritySetting } from "../core/checks/check.ts";
import { nearestName } from "./nearest-name.ts";
import { oneOf, readOptions, requirePaths, wholeNumber } from "./options.ts";
import { isTerminal } from "./output.ts";
import { readEncodingName } from "./text-encoding.ts";
import { UsageError } from "./usage-error.ts";

export const SEVERITIES: readonly Severity[] = ["hint", "information", "warning", "error"];

export type CheckFormat = "text" | "json" | "sarif";

/** What one file's check needs to know; sent to worker threads, so plain data only. */
export interface FileCheckOptions {
  readonly format: CheckFormat;
  readonly configuration: CheckConfiguration;
  readonly minimum: Severity;
  readonly encoding: string | undefined;
  /** Whether the findings themselves are wanted, not only their counts. */
  readonly isDetailed: boolean;
  readonly isColoured: boolean;
  /** Whether findings that `.pressmark/ignore.json` names are left out. */
  readonly honoursIgnoreFiles: boolean;
}

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly file: FileCheckOptions;
  /** Undefined for `never`. */
  readonly failOn: Severity | undefined;
  readonly isSummary: boolean;
  readonly sample: { readonly size: number; readonly seed: number } | undefined;
  readonly jobs: number;
}

export async function readCheckOptions(parameters: readonly string[]): Promise<CheckOptions> {
  const { values, positionals } = readOptions("check", parameters, {
    format: { type: "string", default: "text" },
    select: { type: "string", multiple: true },
    ignore: { type: "string", multiple: true },
    "min-severity": { type: "string", default: "hint" },
    "fail-on": { type: "string", default: "warning" },
    summary: { type: "boolean", default: false },
    sample: { type: "string" },
    seed: { type: "string" },
    jobs: { type: "string" },
    encoding: { type: "string" },
    "no-ignore-file": { type: "boolean", default: false },
  });
  const failOn = oneOf("--fail-on", values["fail-on"], [...SEVERITIES, "never"]);
  const format = oneOf("--format", values.format, ["text", "json", "sarif"]);
  const sample = readSample(values.sample, values.seed);
  if (format === "sarif" && (values.summary || sample !== undefined)) {
    throw new UsageError(
      "check --format sarif writes findings only; --summary and --sample go with text and json.",
    );
  }
  return {
    paths: requirePaths("check", positionals),
    file: {
      format,
      configuration: { severities: readSelection(values.select, values.ignore) },
      minimum: oneOf("--min-severity", values["min-severity"], SEVERITIES),
      encoding: values.encoding === undefined ? undefined : readEncodingName(values.encoding),
      isDetailed: !values.summary && sample === undefined,
      isColoured: format === "text" && process.env["NO_COLOR"] === undefined && (await isTerminal("output")),
      honoursIgnoreFiles: !values["no-ignore-file"],
    },
    failOn: failOn === "never" ? undefined : failOn,
    isSummary: values.summary,
    sample,
    jobs: values.jobs === undefined ? availableParallelism() : wholeNumber("--jobs", values.jobs, 1),
  };
}

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}

function readSample(size: string | undefined, seed: string | undefined): CheckOptions["sample"] {
  if (size === undefined) {
    if (seed !== undefined) {
      throw new UsageError("check --seed goes with --sample.");
    }
    return undefined;
  }
  return {
    size: wholeNumber("--sample", size, 1),
    seed: seed === undefined ? 0 : wholeNumber("--seed", seed, 0),
  };
}

/** Every check that is not wanted is `off`; a selected one that is ignored too is ignored. */
function readSelection(
  selected: readonly string[] | undefined,
  ignored: readonly string[] | undefined,
): Readonly<Record<string, SeveritySetting>> {
  const wanted = selected === undefined ? undefined : readIds("--select", selected);
  const unwanted = readIds("--ignore", ignored ?? []);
  const off = ALL_CHECKS.filter(({ id }) => unwanted.has(id) || (wanted !== undefined && !wanted.has(id)));
  return Object.fromEntries(off.map(({ id }) => [id, "off"]));
}

/** The checks that a list names, by their own ids or by their group's. */
function readIds(option: string, lists: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of lists.flatMap((list) => list.split(",")).map((part) => part.trim())) {
    const named = ALL_CHECKS.filter(({ id, group }) => id === name || group === name);
    if (named.length === 0) {
      throw new UsageError(unknownCheck(option, name));
    }
    for (const { id } of named) {
      found.add(id);
    }
  }
  return found;
}

function unknownCheck(option: string, name: string): string {
  const ids = ALL_CHECKS.map(({ id }) => id);
  const near = nearestName(name, ids);
  const hint = near === undefined ? `The checks are: ${ids.join(", ")}.` : `Did you mean ${near}?`;
  return `${option}: there is no check ${JSON.stringify(name)}. ${hint}`;
}
