import { Worker } from "node:worker_threads";
import type { LearnedBoilerplate } from "../core/checks/shared/learned-boilerplate.ts";
import type { FileCheck } from "./check-file.ts";
import type { CheckOptions, FileCheckOptions } from "./check-options.ts";
import type { WorkerAnswers, WorkerOptions, WorkerTask } from "./check-worker.ts";
import type { InputFile } from "./input-files.ts";
import { filesToLearnFrom, learnFromLines, withLearned } from "./learn-boilerplate.ts";
import type { Survey } from "./survey-files.ts";

/** Files under way per worker: one in work and a few waiting, so that no worker idles while results are written. */
const FILES_PER_WORKER = 4;

/**
 * Results are given in the order of the files, so that those behind a large one wait for it: so much more is under way meanwhile, in bytes of
 * the files, which their results take about as much of, and in files.
 */
const BYTES_UNDER_WAY = 24_000_000;
const MOST_FILES_UNDER_WAY = 256;

/**
 * Of what a check makes, nearly all is done with at once. Left to itself Node gives such short-lived things 48 MB per thread before it looks,
 * and two threads hold 340 MB; with 6 it looks ten thousand times in 99 MB of files, which takes a third of the time; with 24 they hold
 * 300 MB (measured, Node 24).
 */
const YOUNG_MEGABYTES = 24;

/**
 * Checks files on worker threads and gives the results in the order of the files. No more files are under way than the
 * workers need, so that memory stays flat however many there are and however slowly the results are taken.
 *
 * @throws when a worker ends by itself, which only a fault of the program or a lack of memory makes it do.
 */
export async function* checkInWorkers(
  { known, files }: Survey,
  options: CheckOptions,
  workerProgram: URL,
): AsyncIterable<FileCheck> {
  const pool = new CheckPool(options, workerProgram);
  try {
    pool.learned(await learn(pool, filesToLearnFrom(known, options.file)));
    yield* pool.answers("check", files);
  } finally {
    await pool.end();
  }
}

async function learn(pool: CheckPool, files: readonly InputFile[]): Promise<readonly LearnedBoilerplate[]> {
  const found: WorkerAnswers["learn"][] = [];
  for await (const lines of pool.answers("learn", files)) {
    found.push(lines);
  }
  return learnFromLines(found);
}

class CheckPool {
  readonly #workers: CheckWorker[] = [];
  readonly #workerProgram: URL;
  readonly #jobs: number;
  #options: FileCheckOptions;

  constructor({ file, jobs }: CheckOptions, workerProgram: URL) {
    this.#options = file;
    this.#jobs = jobs;
    this.#workerProgram = workerProgram;
  }

  /** What is checked from now on is checked with this. */
  learned(learned: readonly LearnedBoilerplate[]): void {
    this.#options = withLearned(this.#options, learned);
    for (const worker of this.#workers) {
      worker.prepare(this.#options);
    }
  }

  /** One answer per file, in the order of the files. */
  async *answers<Kind extends WorkerTask["kind"]>(
    kind: Kind,
    files: Iterable<InputFile>,
  ): AsyncIterable<WorkerAnswers[Kind]> {
    const underWay: { readonly answer: Promise<WorkerAnswers[Kind]>; readonly size: number }[] = [];
    let bytes = 0;
    const isEnough = (): boolean =>
      underWay.length >= this.#jobs * FILES_PER_WORKER &&
      (bytes >= BYTES_UNDER_WAY || underWay.length >= MOST_FILES_UNDER_WAY);
    for (const file of files) {
      underWay.push({ answer: this.#idlest().answer(kind, file), size: file.size });
      bytes += file.size;
      while (isEnough()) {
        const [first] = underWay.splice(0, 1) as [(typeof underWay)[number]];
        yield await first.answer;
        bytes -= first.size;
      }
    }
    for (const { answer } of underWay) {
      yield await answer;
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.end()));
  }

  /** A worker more is started when all are busy, so that a single file costs one. */
  #idlest(): CheckWorker {
    if (this.#workers.length < this.#jobs && this.#workers.every(({ waiting }) => waiting > 0)) {
      const worker = new CheckWorker(this.#workerProgram);
      worker.prepare(this.#options);
      this.#workers.push(worker);
    }
    return this.#workers.reduce((best, worker) => (worker.bytes < best.bytes ? worker : best));
  }
}

const LEAST_BYTES_OF_TASK = 1_000;

type Answer = WorkerAnswers[keyof WorkerAnswers];

class CheckWorker {
  readonly #thread: Worker;
  /** In the order of the tasks, which is the order in which the thread answers. */
  readonly #waiting: {
    readonly size: number;
    resolve(answer: Answer): void;
    reject(error: Error): void;
  }[] = [];
  #bytes = 0;
  #failure: Error | undefined;

  constructor(workerProgram: URL) {
    this.#thread = new Worker(workerProgram, {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    this.#thread.on("message", (answer: Answer) => {
      const task = this.#waiting.shift();
      this.#bytes -= task?.size ?? 0;
      task?.resolve(answer);
    });
    this.#thread.on("error", (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.#thread.on("exit", (code) => this.#fail(new Error(`A worker ended with code ${code}.`)));
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Of the files that it has still to do; a file takes some time however small it is. */
  get bytes(): number {
    return this.#bytes + this.#waiting.length * LEAST_BYTES_OF_TASK;
  }

  prepare(options: FileCheckOptions): void {
    this.#post({ kind: "options", options });
  }

  answer<Kind extends WorkerTask["kind"]>(kind: Kind, file: InputFile): Promise<WorkerAnswers[Kind]> {
    const answer = new Promise<Answer>((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ size: file.size, resolve, reject });
      this.#bytes += file.size;
      this.#post({ kind, file });
    });
    // The pool awaits the answers in order; one that fails before its turn must not count as unhandled.
    answer.catch(() => {});
    return answer as Promise<WorkerAnswers[Kind]>;
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }

  #post(message: WorkerTask | WorkerOptions): void {
    this.#thread.postMessage(message);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) {
      reject(error);
    }
  }
}
