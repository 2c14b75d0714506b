import { type IgnoreEntry, ignoreKey } from "./ignore-entry.ts";

/** Where the list lies in a folder, with forward slashes. */
export const IGNORE_FILE = ".pressmark/ignore.json";

/** The version of the format that is written. Files of a later one are read as far as they make sense and never changed. */
const VERSION = 1;

/** What an ignore file says, and what is wrong with it. */
export interface IgnoreList {
  /** Without doubles, in the order of the file. */
  readonly entries: readonly IgnoreEntry[];
  /** A sentence for the user; undefined when all is well. */
  readonly problem: string | undefined;
}

/**
 * Reads an ignore file, whatever is in it: what is not an entry is left out, and a file that is no JSON ignores nothing.
 *
 * @param json The file's text; undefined or blank where there is none.
 */
export function readIgnoreList(json: string | undefined): IgnoreList {
  const { values, problem } = readValues(json);
  const entries = new Map<string, IgnoreEntry>();
  for (const value of values) {
    const entry = entryOf(value);
    if (entry !== undefined) {
      entries.set(ignoreKey(entry), entry);
    }
  }
  return { entries: [...entries.values()], problem };
}

/**
 * The text of the file with an entry more; the same text when the entry is in it.
 *
 * @throws RangeError when the file is one that this program must not change: no JSON, or of a later version.
 */
export function withIgnoreEntry(json: string | undefined, entry: IgnoreEntry): string {
  const { values, problem } = readValues(json);
  refuse(problem);
  const key = ignoreKey(entry);
  const isThere = values.some((value) => keyOf(value) === key);
  return isThere && json !== undefined ? json : writeValues([...values, entry]);
}

/**
 * The text of the file without the entries of these keys (as `ignoreKey` gives them).
 *
 * @throws RangeError when the file is one that this program must not change: no JSON, or of a later version.
 */
export function withoutIgnoreEntries(json: string | undefined, keys: ReadonlySet<string>): string {
  const { values, problem } = readValues(json);
  refuse(problem);
  const kept = values.filter((value) => !keys.has(keyOf(value) ?? ""));
  return kept.length === values.length && json !== undefined ? json : writeValues(kept);
}

function refuse(problem: string | undefined): void {
  if (problem !== undefined) {
    throw new RangeError(problem);
  }
}

interface Values {
  readonly values: readonly unknown[];
  readonly problem: string | undefined;
}

function readValues(json: string | undefined): Values {
  if (json === undefined || json.trim() === "") {
    return { values: [], problem: undefined };
  }
  const parsed = parseJson(json);
  if (!isRecord(parsed)) {
    return { values: [], problem: ".pressmark/ignore.json is no JSON object, so nothing is ignored." };
  }
  const version = own(parsed, "version");
  const ignored = own(parsed, "ignored");
  const values = Array.isArray(ignored) ? ignored : [];
  if (version !== VERSION) {
    return {
      values,
      problem:
        typeof version === "number" && version > VERSION
          ? ".pressmark/ignore.json was written by a later version of Pressmark; it is read as far as possible and not changed."
          : ".pressmark/ignore.json does not say “version”: 1; it is read as far as possible and not changed.",
    };
  }
  return Array.isArray(ignored)
    ? { values, problem: undefined }
    : { values, problem: ".pressmark/ignore.json has no list “ignored”, so nothing is ignored." };
}

/** A byte order mark is what some editors put before JSON. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/u, ""));
  } catch {
    return undefined;
  }
}

/** Fields that an entry can have; all are strings. */
const FIELDS = ["check", "file", "site", "fingerprint", "text"] as const;

/** The entry a value is; undefined where a field has the wrong type or it would ignore everything a check finds. */
function entryOf(value: unknown): IgnoreEntry | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const fields = FIELDS.map((name): [string, unknown] => [name, own(value, name)]).filter(
    ([, field]) => field !== undefined,
  );
  if (!fields.every(([, field]) => typeof field === "string" && field !== "")) {
    return undefined;
  }
  const entry = Object.fromEntries(fields) as unknown as IgnoreEntry;
  const isBounded = entry.file !== undefined || entry.site !== undefined || entry.fingerprint !== undefined;
  return entry.check !== undefined && isBounded ? entry : undefined;
}

function keyOf(value: unknown): string | undefined {
  const entry = entryOf(value);
  return entry === undefined ? undefined : ignoreKey(entry);
}

/**
 * One entry per line in a stable order, so that a difference shows what was changed. What is no entry stays, behind the
 * others: somebody wrote it.
 */
function writeValues(values: readonly unknown[]): string {
  const entries = new Map<string, string>();
  const others: string[] = [];
  for (const value of values) {
    const entry = entryOf(value);
    if (entry === undefined) {
      others.push(JSON.stringify(value));
    } else {
      entries.set(sortKey(entry), lineOf(entry));
    }
  }
  const sorted = [...entries].sort(([first], [second]) => (first < second ? -1 : 1)).map(([, line]) => line);
  const lines = [...sorted, ...others].map((line) => `    ${line}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "ignored": ${list}\n}\n`;
}

function sortKey({ site, file, check, fingerprint }: IgnoreEntry): string {
  return [site ?? "", file ?? "", check, fingerprint ?? ""].join("\u0000");
}

/** Fields in a fixed order, with a space behind each colon and comma. */
function lineOf(entry: IgnoreEntry): string {
  const fields = FIELDS.flatMap((name) => {
    const value = entry[name];
    return value === undefined ? [] : [`"${name}": ${JSON.stringify(value)}`];
  });
  return `{ ${fields.join(", ")} }`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field of the object itself: nothing that every object inherits counts as one. */
function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
