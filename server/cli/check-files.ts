import {
  articleLines,
  canLearnFrom,
  type LearnedBoilerplate,
} from "../core/checks/shared/learned-boilerplate.ts";
import { checkRead, type FileCheck, type ReadDump, readDump } from "./check-file.ts";
import type { CheckOptions } from "./check-options.ts";
import { createSift, keepAll } from "./ignore-files.ts";
import type { InputFile } from "./input-files.ts";
import { filesToLearnFrom, learnFromLines, withLearned } from "./learn-boilerplate.ts";
import type { Survey } from "./survey-files.ts";
import { tuneEngine } from "./tune-engine.ts";

/**
 * Below this many bytes one thread is done before others have started: a worker takes some 40 ms to start, in which one
 * thread checks about two megabytes (measured on two cores, Node 24).
 */
const LEAST_BYTES_FOR_WORKERS = 4_000_000;

/**
 * The checks of all files, in the order of the files, as they get ready. Several files of one site say what it repeats on
 * its pages, so some of them are read before the first is checked.
 */
export async function* checkFiles(
  survey: Survey,
  options: CheckOptions,
  workerProgram: URL,
): AsyncIterable<FileCheck> {
  const isInTurn = survey.isWhole && (survey.bytes < LEAST_BYTES_FOR_WORKERS || survey.known.length === 1);
  const restoreEngine = await tuneEngine(survey.bytes, isInTurn ? "one thread" : "workers");
  try {
    if (isInTurn) {
      yield* checkInTurn(survey, options);
    } else {
      // Threads are loaded for those calls alone that use them: Node takes some 4 ms to make them ready.
      const { checkInWorkers } = await import("./check-pool.ts");
      yield* checkInWorkers(survey, options, workerProgram);
    }
  } finally {
    restoreEngine();
  }
}

/** Little enough is read here that what was read for learning is kept for checking. */
async function* checkInTurn({ known, files }: Survey, options: CheckOptions): AsyncIterable<FileCheck> {
  const kept = new Map<InputFile, ReadDump>();
  for (const file of filesToLearnFrom(known, options.file)) {
    kept.set(file, await readDump(file, options.file.encoding));
  }
  const fileOptions = withLearned(options.file, learnFromDumps([...kept.values()]));
  const sift = fileOptions.honoursIgnoreFiles ? createSift() : keepAll;
  for (const file of files) {
    const read = kept.get(file) ?? (await readDump(file, fileOptions.encoding));
    kept.delete(file);
    yield checkRead(file, read, fileOptions, sift);
  }
}

function learnFromDumps(read: readonly ReadDump[]): readonly LearnedBoilerplate[] {
  const dumps = read.filter((one) => "units" in one);
  const articles = dumps.flatMap(({ units }) => units).filter(({ unit }) => unit.article !== undefined);
  return canLearnFrom(articles.length) ? learnFromLines(dumps.map(articleLines)) : [];
}
