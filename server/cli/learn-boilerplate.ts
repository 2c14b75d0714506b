import {
  countLines,
  type LearnedBoilerplate,
  learnBoilerplate,
  newLineTally,
} from "../core/checks/shared/learned-boilerplate.ts";
import { type InputFile, searchFilesQuietly } from "./input-files.ts";
import { parseDump, readInput } from "./read-dump.ts";

/** So many files say what their sites repeat; a line that a quarter of the articles has is met in them. */
const MOST_FILES_READ = 600;

/** In bytes. */
const MOST_BYTES_READ = 16_000_000;
const LARGEST_FILE = 1_000_000;

/** Of a larger collection the files that are found first stand for all. */
const MOST_FILES_FOUND = 100_000;

/**
 * What sites repeat on their pages, learned from files spread evenly over all that are to be checked. They are read twice
 * then, but for a bounded number of them, so that a check takes as long as before however many there are.
 */
export async function learnFromFiles(
  paths: readonly string[],
  encoding: string | undefined,
): Promise<readonly LearnedBoilerplate[]> {
  const files: InputFile[] = [];
  for (const file of searchFilesQuietly(paths)) {
    if (file.path !== "-" && file.size <= LARGEST_FILE) {
      files.push(file);
    }
    if (files.length >= MOST_FILES_FOUND) {
      break;
    }
  }
  const tally = newLineTally();
  let bytes = 0;
  for (const file of spread(files, MOST_FILES_READ)) {
    bytes += file.size;
    if (bytes > MOST_BYTES_READ) {
      break;
    }
    const read = await readInput(file, encoding);
    if (typeof read !== "string") {
      countLines(tally, await parseDump(read.text));
    }
  }
  return learnBoilerplate(tally);
}

/** So many of the files, at even distances. */
function spread(files: readonly InputFile[], count: number): readonly InputFile[] {
  if (files.length <= count) {
    return files;
  }
  return Array.from(
    { length: count },
    (_, index) => files[Math.floor((index * files.length) / count)] as InputFile,
  );
}
