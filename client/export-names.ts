import { splitFileName } from "./file-name.ts";

/** What stands between the name and the extension where the plain name would be that of a source. */
const INFIX = ".article";

/** The name of a file's export: its own, with the format's extension, and never the file's own name. */
export function exportNameOf(fileName: string, extension: string): string {
  const { stem } = splitFileName(fileName);
  const name = stem + extension;
  return name.toLowerCase() === fileName.toLowerCase() ? stem + INFIX + extension : name;
}

/**
 * The names of the exports of many files: like `exportNameOf`, in the same sub-folders, and no two alike, also where
 * the file system does not tell capital letters apart.
 *
 * @param paths relative to the folder that is exported, with forward slashes. In the same order come the names.
 */
export function exportPathsOf(paths: readonly string[], extension: string): readonly string[] {
  const taken = new Set(paths.map((path) => path.toLowerCase()));
  return paths.map((path) => {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const name = path.slice(folder.length);
    const { stem } = splitFileName(name);
    let candidate = folder + exportNameOf(name, extension);
    for (let number = 1; taken.has(candidate.toLowerCase()); number++) {
      // `a.txt` and `a.md` side by side: the second keeps its whole name.
      candidate =
        folder + (number === 1 ? `${name}${INFIX}${extension}` : `${stem}${INFIX}-${number}${extension}`);
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}
