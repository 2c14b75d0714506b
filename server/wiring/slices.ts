import type { Steps } from "../core/text/steps.ts";
import { contentModified } from "./guard.ts";
import type { Runtime } from "./runtime.ts";
import { boundedStep, OutOfTime } from "./time-limit.ts";

/**
 * After so many milliseconds of work messages get a turn, at the next place where it can be paused. They are to wait no longer than 8, half of the
 * time that a screen shows a picture; the rest is for the way to that place.
 */
export const SLICE = 6;

/**
 * Between two slices: one for a message to arrive, one for it to be taken up, one for a request that waits a turn itself, to see whether it is
 * cancelled. With fewer each request would wait for several slices.
 */
const TURNS = 3;

/** Work that is done in slices. */
export interface SlicedWork<Result> {
  readonly steps: Steps<Result>;
  /** Milliseconds of work after which it is stopped; undefined for what cannot take long and is not watched. */
  readonly limit: number | undefined;
  /** `structure` comes before `whole`, however long that has been waiting: what a reader sees first needs no more. */
  readonly kind: "structure" | "whole";
}

export interface Slice<Result> {
  /** Rejects with `OutOfTime` when the limit is reached, and with ContentModified when it is abandoned. */
  readonly result: Promise<Result>;
  /** The result once it is there: short work has none to wait for. */
  readonly finished: { readonly value: Result } | undefined;
  /** Leaves it where it is. */
  abandon(): void;
}

/** Does all long work of a server, a slice a turn. The first slice of each is done at once, so that short work never waits for a turn. */
export interface Slices {
  start<Result>(work: SlicedWork<Result>): Slice<Result>;
}

interface Job {
  readonly kind: SlicedWork<unknown>["kind"];
  /** Does a slice, and settles the result when that was the last. */
  goOn(): "done" | "more";
}

export function createSlices(runtime: Runtime): Slices {
  const waiting: Job[] = [];
  let isDriven = false;

  async function drive(): Promise<void> {
    isDriven = true;
    while (waiting.length > 0) {
      for (let turn = 0; turn < TURNS; turn++) {
        await runtime.nextTurn();
      }
      const structure = waiting.findIndex(({ kind }) => kind === "structure");
      const [job] = waiting.splice(Math.max(structure, 0), 1) as [Job];
      if (job.goOn() === "more") {
        waiting.push(job);
      }
    }
    isDriven = false;
  }

  return {
    start: (work) => {
      const { job, slice } = createJob(runtime, work);
      if (job.goOn() === "more") {
        waiting.push(job);
        if (!isDriven) {
          void drive();
        }
      }
      return slice;
    },
  };
}

function createJob<Result>(
  runtime: Runtime,
  { steps, limit, kind }: SlicedWork<Result>,
): { readonly job: Job; readonly slice: Slice<Result> } {
  let resolve = (_result: Result): void => {};
  let reject = (_error: unknown): void => {};
  const promise = new Promise<Result>((toResult, toError) => {
    [resolve, reject] = [toResult, toError];
  });
  // Who waits for it is told; nobody may be waiting any more.
  promise.catch(() => {});
  let finished: Slice<Result>["finished"];
  let isAbandoned = false;
  let spent = 0;

  function doSlice(): "done" | "more" {
    const start = runtime.now();
    let time = start;
    try {
      while (time < start + SLICE) {
        const step = steps.next();
        if (step.done === true) {
          finished = step;
          resolve(step.value);
          return "done";
        }
        time = runtime.now();
      }
      return "more";
    } finally {
      spent += time - start;
    }
  }

  function goOn(): "done" | "more" {
    if (isAbandoned) {
      return "done";
    }
    try {
      if (limit === undefined) {
        return doSlice();
      }
      if (spent > limit) {
        throw new OutOfTime(limit, false);
      }
      return boundedStep(runtime, limit, doSlice);
    } catch (error) {
      reject(error);
      return "done";
    }
  }

  return {
    job: { kind, goOn },
    slice: {
      result: promise,
      get finished() {
        return finished;
      },
      abandon: () => {
        isAbandoned = true;
        reject(contentModified());
      },
    },
  };
}
