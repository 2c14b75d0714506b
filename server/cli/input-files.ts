import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { explainFileError } from "./file-error.ts";
import { type FilePlace, nameOf, openablePath, placeInside } from "./file-place.ts";
import { reportTrouble } from "./output.ts";

/** The endings of the known formats' files, in any case. Files named by the user are read whatever their ending. */
export const DUMP_EXTENSIONS: readonly string[] = [".txt", ".text", ".md", ".markdown"];

export interface InputFile extends FilePlace {
  /** In bytes; 0 for standard input. */
  readonly size: number;
}

/** Counts what could not be read while the search goes on. */
export interface Search {
  readonly files: Iterable<InputFile>;
  /** Whether anything went wrong so far; each trouble was reported when it was met. */
  hadTrouble(): boolean;
}

/**
 * The files that the paths stand for, in a stable order: as given, and below a folder by name. Hidden files and folders
 * (their names start with a dot) are left out below a folder. A path that is not there, a folder that cannot be read and
 * a link that leads back into its own folder are reported on standard error, and the search goes on.
 */
export function searchFiles(paths: readonly string[]): Search {
  let trouble = false;
  const report = (path: string, what: string) => {
    trouble = true;
    reportTrouble(path, what);
  };
  return { files: filesOf(paths, report), hadTrouble: () => trouble };
}

type Report = (path: string, what: string) => void;

/** One folder is searched so often at most, by however many links it is reached: links could multiply without end. */
const MOST_VISITS = 16;

/** The search of one call. */
interface Walk {
  readonly report: Report;
  /** How often each folder was searched, by its real path. */
  readonly visits: Map<string, number>;
}

function* filesOf(paths: readonly string[], report: Report): Iterable<InputFile> {
  const walk: Walk = { report, visits: new Map() };
  for (const path of paths) {
    if (path === "-") {
      yield { path, relativePath: "standard-input.txt", size: 0 };
      continue;
    }
    const status = tryTo(path, report, () => statSync(path));
    if (status?.isDirectory()) {
      yield* filesBelow({ path, relativePath: "" }, new Set(), walk);
    } else if (status?.isFile()) {
      yield { path, relativePath: lastName(path), size: status.size };
    } else if (status !== undefined) {
      report(path, "is neither a file nor a folder.");
    }
  }
}

function* filesBelow(folder: FilePlace, above: ReadonlySet<string>, walk: Walk): Iterable<InputFile> {
  const { report, visits } = walk;
  const real = tryTo(folder.path, report, () =>
    realpathSync.native(openablePath(folder), { encoding: "latin1" }),
  );
  if (real === undefined) {
    return;
  }
  if (above.has(real)) {
    report(folder.path, "is a link back to a folder that it lies in; it was left out.");
    return;
  }
  const visit = (visits.get(real) ?? 0) + 1;
  visits.set(real, visit);
  if (visit > MOST_VISITS) {
    if (visit === MOST_VISITS + 1) {
      report(folder.path, `is reached by more than ${MOST_VISITS} links; the others were left out.`);
    }
    return;
  }
  const entries = tryTo(folder.path, report, () => entriesOf(folder));
  const within = new Set(above).add(real);
  for (const entry of entries ?? []) {
    const place = placeInside(folder, entry.name);
    if (entry.kind === "folder") {
      yield* filesBelow(place, within, walk);
    } else if (entry.kind === "link") {
      yield* linkedFiles(place, within, walk);
    } else if (isDumpName(place.path)) {
      const size = tryTo(place.path, report, () => statSync(openablePath(place)).size);
      if (size !== undefined) {
        yield { ...place, size };
      }
    }
  }
}

interface FolderEntry {
  readonly name: string | Buffer;
  readonly kind: "folder" | "link" | "file";
}

/** What a folder holds that can matter, in the order of its names; neither hidden things nor devices, pipes and sockets. */
function entriesOf(folder: FilePlace): readonly FolderEntry[] {
  const path = openablePath(folder);
  const named = readdirSync(path, { withFileTypes: true });
  // Only a name that is no UTF-8 is read with this character, unless somebody has it in a name.
  const isSpelt = named.every(({ name }) => !name.includes("\ufffd"));
  const entries = isSpelt ? named : readdirSync(path, { withFileTypes: true, encoding: "buffer" });
  return entries
    .map((entry) => ({
      name: typeof entry.name === "string" ? entry.name : nameOf(Buffer.from(entry.name)),
      kind: kindOf(entry),
    }))
    .filter((entry): entry is FolderEntry => entry.kind !== undefined && !startsWithDot(entry.name))
    .sort(byName);
}

function kindOf(entry: Dirent<string> | Dirent<NonSharedBuffer>): FolderEntry["kind"] | undefined {
  if (entry.isDirectory()) {
    return "folder";
  }
  if (entry.isSymbolicLink()) {
    return "link";
  }
  return entry.isFile() ? "file" : undefined;
}

function startsWithDot(name: string | Buffer): boolean {
  return typeof name === "string" ? name.startsWith(".") : name[0] === DOT;
}

const DOT = 0x2e;

/** A link leads anywhere; only one that has a dump's name or leads to a folder is this program's business. */
function* linkedFiles(place: FilePlace, within: ReadonlySet<string>, walk: Walk): Iterable<InputFile> {
  const isNamedAsDump = isDumpName(place.path);
  const report = isNamedAsDump ? walk.report : () => {};
  const status = tryTo(place.path, report, () => statSync(openablePath(place)));
  if (status?.isDirectory()) {
    yield* filesBelow(place, within, walk);
  } else if (status?.isFile() && isNamedAsDump) {
    yield { ...place, size: status.size };
  }
}

function isDumpName(name: string): boolean {
  const lower = name.toLowerCase();
  return DUMP_EXTENSIONS.some((extension) => lower.endsWith(extension));
}

/** By code units, which is the same on every machine, unlike a comparison by language; what is no UTF-8 comes last. */
function byName({ name: first }: FolderEntry, { name: second }: FolderEntry): number {
  if (typeof first === "string" && typeof second === "string") {
    return first < second ? -1 : first > second ? 1 : 0;
  }
  if (typeof first === "string" || typeof second === "string") {
    return typeof first === "string" ? -1 : 1;
  }
  return Buffer.compare(first, second);
}

function lastName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== "") ?? path;
}

function tryTo<Result>(path: string, report: Report, action: () => Result): Result | undefined {
  try {
    return action();
  } catch (error) {
    report(path, explainFileError(error));
    return undefined;
  }
}
