import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { reportTrouble } from "./output.ts";

/** The endings of the known formats' files, in any case. Files named by the user are read whatever their ending. */
export const DUMP_EXTENSIONS: readonly string[] = [".txt", ".text", ".md", ".markdown"];

export interface InputFile {
  /** As it is shown: the path given, or below it. "-" is standard input. */
  readonly path: string;
  /** From the folder that was given; for a file given by itself its name. What `--out-dir` keeps. */
  readonly relativePath: string;
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

function* filesOf(paths: readonly string[], report: Report): Iterable<InputFile> {
  for (const path of paths) {
    if (path === "-") {
      yield { path, relativePath: "standard-input.txt", size: 0 };
      continue;
    }
    const status = tryTo(path, report, () => statSync(path));
    if (status?.isDirectory()) {
      yield* filesBelow(path, "", new Set(), report);
    } else if (status?.isFile()) {
      yield { path, relativePath: lastName(path), size: status.size };
    } else if (status !== undefined) {
      report(path, "is neither a file nor a folder.");
    }
  }
}

function* filesBelow(
  folder: string,
  relative: string,
  above: ReadonlySet<string>,
  report: Report,
): Iterable<InputFile> {
  const real = tryTo(folder, report, () => realpathSync(folder));
  if (real === undefined) {
    return;
  }
  if (above.has(real)) {
    report(folder, "is a link back to a folder that it lies in; it was left out.");
    return;
  }
  const entries = tryTo(folder, report, () => readdirSync(folder, { withFileTypes: true }));
  const within = new Set(above).add(real);
  for (const entry of (entries ?? []).sort(byName)) {
    if (entry.name.startsWith(".")) {
      continue;
    }
    const path = join(folder, entry.name);
    const relativePath = join(relative, entry.name);
    if (entry.isDirectory()) {
      yield* filesBelow(path, relativePath, within, report);
    } else if (entry.isSymbolicLink()) {
      yield* linkedFiles(path, relativePath, within, report);
    } else if (entry.isFile() && isDumpName(entry.name)) {
      const size = tryTo(path, report, () => statSync(path).size);
      if (size !== undefined) {
        yield { path, relativePath, size };
      }
    }
  }
}

/** A link leads anywhere; only one that has a dump's name or leads to a folder is this program's business. */
function* linkedFiles(
  path: string,
  relativePath: string,
  within: ReadonlySet<string>,
  report: Report,
): Iterable<InputFile> {
  const isNamedAsDump = isDumpName(path);
  const status = tryTo(path, isNamedAsDump ? report : () => {}, () => statSync(path));
  if (status?.isDirectory()) {
    yield* filesBelow(path, relativePath, within, report);
  } else if (status?.isFile() && isNamedAsDump) {
    yield { path, relativePath, size: status.size };
  }
}

function isDumpName(name: string): boolean {
  const lower = name.toLowerCase();
  return DUMP_EXTENSIONS.some((extension) => lower.endsWith(extension));
}

/** By code units, which is the same on every machine, unlike a comparison by language. */
function byName(first: Dirent, second: Dirent): number {
  return first.name < second.name ? -1 : first.name > second.name ? 1 : 0;
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

/** What a failed file operation means, in a sentence. */
export function explainFileError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "ENOENT":
      return "there is no such file or folder.";
    case "EACCES":
    case "EPERM":
      return "permission denied.";
    case "ELOOP":
      return "is a link that leads back to itself.";
    case "EISDIR":
      return "is a folder, not a file.";
    case "ENOSPC":
      return "the disk is full.";
    case "EROFS":
      return "the disk is read-only.";
    default:
      return error instanceof Error ? `${error.message}.` : `${String(error)}.`;
  }
}
