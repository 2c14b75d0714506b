import { readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { ReportedFinding } from "../core/checks/check.ts";
import { IGNORE_FILE, readIgnoreList } from "../core/checks/shared/ignore-list.ts";
import {
  type IgnoreIndex,
  indexIgnoreEntries,
  leaveOutIgnored,
  type RemainingFindings,
} from "../core/checks/shared/ignored-findings.ts";
import type { LineIndex } from "../core/text/lines.ts";
import { explainFileError } from "./file-error.ts";
import type { InputFile } from "./input-files.ts";

/** What the ignore files leave of a file's findings. */
export interface Sifted extends RemainingFindings<ReportedFinding> {
  /** The ignore file that could not be used as it is, with the reason. */
  readonly trouble: IgnoreTrouble | undefined;
}

export interface IgnoreTrouble {
  readonly path: string;
  readonly reason: string;
}

/** Takes out of a file's findings what its ignore file names. */
export type Sift = (file: InputFile, lines: () => LineIndex, findings: readonly ReportedFinding[]) => Sifted;

interface IgnoreFile {
  /** The folder that holds `.pressmark`. */
  readonly folder: string;
  readonly index: IgnoreIndex;
  readonly trouble: IgnoreTrouble | undefined;
}

/** Ignores nothing. */
export const keepAll: Sift = (_file, _lines, findings) => ({ findings, ignored: 0, trouble: undefined });

/**
 * Honours the `.pressmark/ignore.json` of the folder that a file lies in, or of the nearest folder above that has one. Each
 * folder is looked into once.
 */
export function createSift(): Sift {
  const byFolder = new Map<string, IgnoreFile | undefined>();

  function ignoreFileOf(folder: string): IgnoreFile | undefined {
    if (byFolder.has(folder)) {
      return byFolder.get(folder);
    }
    const above = dirname(folder);
    const found = readIgnoreFile(folder) ?? (above === folder ? undefined : ignoreFileOf(above));
    byFolder.set(folder, found);
    return found;
  }

  return (file, lines, findings) => {
    // What comes by standard input lies nowhere.
    const path = file.path === "-" ? undefined : resolve(file.path);
    const ignoreFile = path === undefined ? undefined : ignoreFileOf(dirname(path));
    if (path === undefined || ignoreFile === undefined) {
      return keepAll(file, lines, findings);
    }
    const place = {
      // Asked for only where an entry names the check of a finding.
      get lines() {
        return lines();
      },
      file: relative(ignoreFile.folder, path).split(sep).join("/"),
    };
    const left = leaveOutIgnored(place, findings, ({ article }) => article, ignoreFile.index);
    return { ...left, trouble: ignoreFile.trouble };
  };
}

function readIgnoreFile(folder: string): IgnoreFile | undefined {
  const path = join(folder, IGNORE_FILE);
  const nothing = indexIgnoreEntries([]);
  let json: string;
  try {
    if (!statSync(path).isFile()) {
      return { folder, index: nothing, trouble: { path, reason: "is no file, so nothing is ignored." } };
    }
    json = readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "ENOENT" || code === "ENOTDIR"
      ? undefined
      : { folder, index: nothing, trouble: { path, reason: explainFileError(error) } };
  }
  const { entries, problem } = readIgnoreList(json);
  return {
    folder,
    index: indexIgnoreEntries(entries),
    trouble: problem === undefined ? undefined : { path, reason: problem.replace(IGNORE_FILE, "it") },
  };
}
