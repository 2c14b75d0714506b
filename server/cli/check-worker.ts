import { parentPort } from "node:worker_threads";
import { type ArticleLines, articleLines } from "../core/checks/shared/learned-boilerplate.ts";
import { checkRead, type FileCheck, readDump } from "./check-file.ts";
import type { FileCheckOptions } from "./check-options.ts";
import { createSift, keepAll, type Sift } from "./ignore-files.ts";
import type { InputFile } from "./input-files.ts";

/** What a worker is asked, with the type of its answer. */
export interface WorkerAnswers {
  readonly learn: readonly ArticleLines[];
  readonly check: FileCheck;
}

export interface WorkerTask {
  readonly kind: keyof WorkerAnswers;
  readonly file: InputFile;
}

/** Holds for the tasks behind it and has no answer. */
export interface WorkerOptions {
  readonly kind: "options";
  readonly options: FileCheckOptions;
}

/** Answers each task, one after the other in the order of the tasks. */
export function serveChecks(): void {
  const port = parentPort;
  if (port === null) {
    throw new Error("This runs in a worker thread only.");
  }
  let prepared: Prepared | undefined;
  let last: Promise<void> = Promise.resolve();
  port.on("message", (message: WorkerTask | WorkerOptions) => {
    if (message.kind === "options") {
      last = last.then(() => {
        prepared = prepare(message.options);
      });
      return;
    }
    last = last.then(async () => {
      if (prepared === undefined) {
        throw new Error("A worker was given a file before its options.");
      }
      const answered = await answer(message, prepared);
      // What is written is handed over, not copied.
      const output = "output" in answered ? answered.output.map(({ buffer }) => buffer) : [];
      port.postMessage(answered, output);
    });
  });
}

interface Prepared {
  readonly options: FileCheckOptions;
  readonly sift: Sift;
}

function prepare(options: FileCheckOptions): Prepared {
  return { options, sift: options.honoursIgnoreFiles ? createSift() : keepAll };
}

async function answer(
  { kind, file }: WorkerTask,
  { options, sift }: Prepared,
): Promise<WorkerAnswers[keyof WorkerAnswers]> {
  const read = await readDump(file, options.encoding);
  switch (kind) {
    case "learn":
      return "trouble" in read ? [] : articleLines(read);
    case "check":
      return checkRead(file, read, options, sift);
  }
}
