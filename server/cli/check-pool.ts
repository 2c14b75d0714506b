import { Worker } from "node:worker_threads";
import type { FileCheck } from "./check-file.ts";
import type { CheckOptions } from "./check-options.ts";
import type { WorkerTask } from "./check-worker.ts";
import type { InputFile } from "./input-files.ts";

/** Files under way per worker: one in work and a few waiting, so that no worker idles while results are written. */
const FILES_PER_WORKER = 4;

/**
 * Of what a check makes, nearly all is done with at once. Left to itself Node gives such short-lived things 48 MB per
 * thread before it looks; with 6 it takes no longer and needs 150 MB less for a file of 10 MB (measured, Node 24).
 */
const YOUNG_MEGABYTES = 6;

/**
 * Checks files on worker threads and gives the results in the order of the files. No more files are under way than the
 * workers need, so that memory stays flat however many there are and however slowly the results are taken.
 *
 * @throws when a worker ends by itself, which only a fault of the program or a lack of memory makes it do.
 */
export async function* checkInWorkers(
  files: Iterable<InputFile>,
  options: CheckOptions,
  workerProgram: URL,
): AsyncIterable<FileCheck> {
  const workers: CheckWorker[] = [];
  const underWay: Promise<FileCheck>[] = [];
  try {
    for (const file of files) {
      // A worker more is started when all are busy, so that a single file costs one.
      if (workers.length < options.jobs && workers.every(({ waiting }) => waiting > 0)) {
        workers.push(new CheckWorker(workerProgram, options));
      }
      const idlest = workers.reduce((best, worker) => (worker.waiting < best.waiting ? worker : best));
      underWay.push(idlest.check(file));
      if (underWay.length >= options.jobs * FILES_PER_WORKER) {
        yield await (underWay.shift() as Promise<FileCheck>);
      }
    }
    while (underWay.length > 0) {
      yield await (underWay.shift() as Promise<FileCheck>);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}

class CheckWorker {
  readonly #thread: Worker;
  /** In the order of the tasks, which is the order in which the thread answers. */
  readonly #waiting: { resolve(check: FileCheck): void; reject(error: Error): void }[] = [];
  #failure: Error | undefined;

  constructor(workerProgram: URL, options: CheckOptions) {
    this.#thread = new Worker(workerProgram, {
      workerData: options.file,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    this.#thread.on("message", (check: FileCheck) => this.#waiting.shift()?.resolve(check));
    this.#thread.on("error", (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.#thread.on("exit", (code) => this.#fail(new Error(`A worker ended with code ${code}.`)));
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  check(file: InputFile): Promise<FileCheck> {
    const answer = new Promise<FileCheck>((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ resolve, reject });
      const task: WorkerTask = { file };
      this.#thread.postMessage(task);
    });
    // The pool awaits the answers in order; one that fails before its turn must not count as unhandled.
    answer.catch(() => {});
    return answer;
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) {
      reject(error);
    }
  }
}
