import { checkFile, type FileCheck } from "./check-file.ts";
import type { CheckOptions } from "./check-options.ts";
import { createSift, keepAll } from "./ignore-files.ts";
import type { InputFile } from "./input-files.ts";
import { createProgress } from "./progress.ts";

/**
 * Below this many bytes one thread is done before others have started: a worker takes some 40 ms to start, in which one
 * thread checks about two megabytes (measured on two cores, Node 24).
 */
const LEAST_BYTES_FOR_WORKERS = 4_000_000;

/** So many files are looked at ahead to decide whether workers pay, so that a long search does not hold up the first. */
const MOST_FILES_LOOKED_AT = 20_000;

/** The checks of all files, in the order of the files, as they get ready. */
export async function* checkFiles(
  files: Iterable<InputFile>,
  options: CheckOptions,
  workerProgram: URL,
): AsyncIterable<FileCheck> {
  const iterator = files[Symbol.iterator]();
  const ahead: InputFile[] = [];
  let bytes = 0;
  while (ahead.length < MOST_FILES_LOOKED_AT && bytes < LEAST_BYTES_FOR_WORKERS) {
    const { value, done } = iterator.next();
    if (done === true) {
      break;
    }
    ahead.push(value);
    bytes += value.size;
  }
  const all = chain(ahead, iterator);
  // A single large file is checked on a thread too: a thread's memory can be limited.
  const isWorthWorkers = bytes >= LEAST_BYTES_FOR_WORKERS;
  const checks = isWorthWorkers ? await inWorkers(all, options, workerProgram) : checkInTurn(all, options);
  const progress = createProgress();
  try {
    for await (const check of checks) {
      progress.advance();
      yield check;
    }
  } finally {
    progress.end();
  }
}

/** Threads are loaded for those calls alone that use them: Node takes some 4 ms to make them ready. */
async function inWorkers(
  files: Iterable<InputFile>,
  options: CheckOptions,
  workerProgram: URL,
): Promise<AsyncIterable<FileCheck>> {
  const { checkInWorkers } = await import("./check-pool.ts");
  return checkInWorkers(files, options, workerProgram);
}

async function* checkInTurn(files: Iterable<InputFile>, options: CheckOptions): AsyncIterable<FileCheck> {
  const sift = options.file.honoursIgnoreFiles ? createSift() : keepAll;
  for (const file of files) {
    yield await checkFile(file, options.file, sift);
  }
}

function* chain(ahead: readonly InputFile[], rest: Iterator<InputFile>): Iterable<InputFile> {
  yield* ahead;
  for (let next = rest.next(); next.done !== true; next = rest.next()) {
    yield next.value;
  }
}
