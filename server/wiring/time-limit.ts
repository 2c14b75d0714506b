import type { Runtime } from "./runtime.ts";

/** Something took so long that nobody waits for it any more, and was stopped. */
export class OutOfTime extends Error {
  override readonly name = "OutOfTime";
  readonly milliseconds: number;
  /** Whether the same was stopped before and only not tried again. */
  readonly isRepeated: boolean;

  constructor(milliseconds: number, isRepeated: boolean) {
    super(`stopped after ${milliseconds} ms`);
    this.milliseconds = milliseconds;
    this.isRepeated = isRepeated;
  }
}

/**
 * How long a step or a whole request may take, in milliseconds. A document of ten million characters is read and checked in
 * some seconds; this is what a machine that does ten other things needs, and more.
 */
export function timeLimit(documentLength = 0): number {
  return 30_000 + Math.ceil(documentLength / 50);
}

/** Does a step that does not pause under the limit, where the runtime can stop one. */
export function boundedStep<Result>(runtime: Runtime, milliseconds: number, step: () => Result): Result {
  return runtime.bounded === undefined ? step() : runtime.bounded(milliseconds, step);
}

/**
 * Waits for a request's work, but no longer than the limit: for what waits for something that never comes. A step that does
 * not pause and ends late is not disturbed by this: its result is there before the alarm is heard.
 */
export async function withinTime<Result>(
  runtime: Runtime,
  milliseconds: number,
  work: Promise<Result>,
): Promise<Result> {
  let silence = (): void => {};
  const alarm = new Promise<never>((_, reject) => {
    silence = runtime.alarm(milliseconds, () => reject(new OutOfTime(milliseconds, false)));
  });
  try {
    return await Promise.race([work, alarm]);
  } finally {
    silence();
  }
}
