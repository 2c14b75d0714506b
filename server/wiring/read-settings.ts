import type { CheckConfiguration, SeveritySetting } from "../core/checks/check.ts";
import { DEFAULT_CONFIGURATION } from "../core/checks/run-checks.ts";
import type { CopyOptions } from "../core/duplicates/copy-options.ts";

/** The user's settings as the features take them. */
export interface Settings {
  readonly checks: CheckConfiguration;
  readonly fieldHints: boolean;
  /** At least 1. */
  readonly maxFindings: number;
}

/** VS Code shows no more problems of one file. */
const DEFAULT_MAX_FINDINGS = 1_000;

export const defaultSettings: Settings = {
  checks: DEFAULT_CONFIGURATION,
  fieldHints: true,
  maxFindings: DEFAULT_MAX_FINDINGS,
};

/**
 * Reads the section `pressmark` of the settings. What is missing or of the wrong type takes its default: a slip of the
 * pen in one setting must not switch off the others. Keys may be nested (`{"checks": {"glued-link": "off"}}`), which is
 * what VS Code sends, or written with dots (`{"checks.glued-link": "off"}`), as other editors' users write them.
 */
export function readSettings(section: unknown): Settings {
  const fields = flatten(section);
  const severities: Record<string, SeveritySetting> = {};
  for (const [key, value] of fields) {
    if (key.startsWith("checks.") && isSeveritySetting(value)) {
      severities[key.slice("checks.".length)] = value;
    }
  }
  const hints = fields.get("inlayHints.fields");
  const limit = fields.get("maxFindings");
  const options = duplicateOptions(fields);
  return {
    checks: options === undefined ? { severities } : { severities, options },
    fieldHints: typeof hints === "boolean" ? hints : defaultSettings.fieldHints,
    maxFindings: isCount(limit) ? Math.floor(limit) : defaultSettings.maxFindings,
  };
}

/** `duplicates.*`: what counts as a repeated paragraph. Undefined where nothing valid is set. */
function duplicateOptions(fields: ReadonlyMap<string, unknown>): CheckConfiguration["options"] {
  const words = fields.get("duplicates.minimumWords");
  const percent = fields.get("duplicates.minimumSimilarity");
  const across = fields.get("duplicates.acrossArticles");
  const options: Partial<CopyOptions> = {
    ...(isCount(words) ? { minimumWords: Math.floor(words) } : {}),
    ...(isCount(percent) && percent >= LEAST_SIMILARITY && percent <= 100
      ? { minimumSimilarity: percent / 100 }
      : {}),
    ...(typeof across === "boolean" ? { acrossArticles: across } : {}),
  };
  return Object.keys(options).length === 0 ? undefined : { "duplicate-paragraph": options };
}

/** Percent; two paragraphs that share less than half of their words are two paragraphs. */
const LEAST_SIMILARITY = 50;

/**
 * The section `pressmark` of what a client pushed: some send it wrapped (`{"pressmark": {…}}`), some flat
 * (`{"pressmark.maxFindings": 5}`), some send the section itself. Undefined when it says nothing about Pressmark.
 */
export function sectionOf(settings: unknown): unknown {
  if (!isRecord(settings)) {
    return undefined;
  }
  if (isRecord(settings["pressmark"])) {
    return settings["pressmark"];
  }
  const prefix = "pressmark.";
  const own = Object.entries(settings).filter(([key]) => key.startsWith(prefix));
  if (own.length > 0) {
    return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value]));
  }
  return Object.keys(settings).some((key) => knownKeys.has(key.split(".")[0] ?? "")) ? settings : undefined;
}

const knownKeys: ReadonlySet<string> = new Set(["checks", "duplicates", "inlayHints", "maxFindings"]);

/** Two levels deep is as far as settings go; a map, so that no key can reach a prototype. */
function flatten(section: unknown): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  if (!isRecord(section)) {
    return fields;
  }
  for (const [key, value] of Object.entries(section)) {
    if (isRecord(value)) {
      for (const [inner, innerValue] of Object.entries(value)) {
        fields.set(`${key}.${inner}`, innerValue);
      }
    } else {
      fields.set(key, value);
    }
  }
  return fields;
}

function isSeveritySetting(value: unknown): value is SeveritySetting {
  return (
    value === "inherit" ||
    value === "off" ||
    value === "hint" ||
    value === "information" ||
    value === "warning" ||
    value === "error"
  );
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 1;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
