import type { InputFile, Search } from "./input-files.ts";

/** Of a larger collection the files that are found first stand for all. */
const MOST_FILES_KNOWN = 100_000;

/** What is known of the files before the first of them is read. */
export interface Survey {
  /** Those found first, or all. */
  readonly known: readonly InputFile[];
  /** Of the known ones, together. */
  readonly bytes: number;
  /** Whether the known ones are all. */
  readonly isWhole: boolean;
  /** All of them, in the order in which they were found; to be gone through once. */
  readonly files: Iterable<InputFile>;
}

/** Looks for the files once for all that wants to know about them beforehand. */
export function surveyFiles(search: Search): Survey {
  const iterator = search.files[Symbol.iterator]();
  const known: InputFile[] = [];
  let bytes = 0;
  let isWhole = false;
  while (known.length < MOST_FILES_KNOWN) {
    const { value, done } = iterator.next();
    if (done === true) {
      isWhole = true;
      break;
    }
    known.push(value);
    bytes += value.size;
  }
  return { known, bytes, isWhole, files: isWhole ? known : chain(known, iterator) };
}

function* chain(known: readonly InputFile[], rest: Iterator<InputFile>): Iterable<InputFile> {
  yield* known;
  for (let next = rest.next(); next.done !== true; next = rest.next()) {
    yield next.value;
  }
}
