import { boilerplate } from "../core/checks/boilerplate.ts";
import {
  type ArticleLines,
  countArticleLines,
  type LearnedBoilerplate,
  learnBoilerplate,
  newLineTally,
} from "../core/checks/shared/learned-boilerplate.ts";
import type { FileCheckOptions } from "./check-options.ts";
import type { InputFile } from "./input-files.ts";

/** So many files say what their sites repeat; a line that a quarter of the articles has is met in them. */
const MOST_FILES_READ = 600;

/** In bytes. */
const MOST_BYTES_READ = 16_000_000;
const LARGEST_FILE = 1_000_000;

/**
 * The files that say what sites repeat on their pages, spread evenly over all that are to be checked; none where nobody
 * wants to know. A bounded number, so that a check takes as long as before however many files there are.
 */
export function filesToLearnFrom(
  known: readonly InputFile[],
  { configuration }: FileCheckOptions,
): readonly InputFile[] {
  if (configuration.severities[boilerplate.id] === "off") {
    return [];
  }
  const fit = known.filter(({ path, size }) => path !== "-" && size <= LARGEST_FILE);
  const files = spread(fit, MOST_FILES_READ);
  let bytes = 0;
  const end = files.findIndex(({ size }) => {
    bytes += size;
    return bytes > MOST_BYTES_READ;
  });
  return end < 0 ? files : files.slice(0, end);
}

/** @param found What the files say, in their order. */
export function learnFromLines(found: Iterable<readonly ArticleLines[]>): readonly LearnedBoilerplate[] {
  const tally = newLineTally();
  for (const lines of found) {
    countArticleLines(tally, lines);
  }
  return learnBoilerplate(tally);
}

/** The options of a check that knows what sites repeat. */
export function withLearned(
  options: FileCheckOptions,
  learned: readonly LearnedBoilerplate[],
): FileCheckOptions {
  const { configuration } = options;
  const optionsOfChecks = { ...configuration.options, [boilerplate.id]: { learned } };
  return { ...options, configuration: { ...configuration, options: optionsOfChecks } };
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
