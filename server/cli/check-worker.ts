import { parentPort, workerData } from "node:worker_threads";
import { checkFile } from "./check-file.ts";
import type { FileCheckOptions } from "./check-options.ts";
import { createSift, keepAll } from "./ignore-files.ts";
import type { InputFile } from "./input-files.ts";

export interface WorkerTask {
  readonly file: InputFile;
}

/** Answers each task with its FileCheck, one after the other in the order of the tasks. */
export function serveChecks(): void {
  const port = parentPort;
  if (port === null) {
    throw new Error("This runs in a worker thread only.");
  }
  const options = workerData as FileCheckOptions;
  const sift = options.honoursIgnoreFiles ? createSift() : keepAll;
  let last: Promise<void> = Promise.resolve();
  port.on("message", ({ file }: WorkerTask) => {
    last = last.then(async () => port.postMessage(await checkFile(file, options, sift)));
  });
}
