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

export function createSlices(runtime: Runtime): Slices {
  const waiting: Job<unknown>[] = [];
  let isDriven = false;

  async function drive(): Promise<void> {
    isDriven = true;
    while (waiting.length > 0) {
      for (let turn = 0; turn < TURNS; turn++) {
        await runtime.nextTurn();
      }
      const structure = waiting.findIndex(({ kind }) => kind === "structure");
      const [job] = waiting.splice(Math.max(structure, 0), 1) as [Job<unknown>];
      if (job.goOn() === "more") {
        waiting.push(job);
      }
    }
    isDriven = false;
  }

  return {
    start: (work) => {
      const job = new Job(runtime, work);
      if (job.goOn() === "more") {
        waiting.push(job as Job<unknown>);
        if (!isDriven) {
          void drive();
        }
      }
      return job;
    },
  };
}

/** A class, as one is made for each key stroke: an object literal with a getter would keep what it holds alive for long. */
class Job<Result> implements Slice<Result> {
  readonly kind: SlicedWork<Result>["kind"];
  readonly result: Promise<Result>;
  readonly #runtime: Runtime;
  readonly #limit: number | undefined;
  #steps: Steps<Result> | undefined;
  #finished: { readonly value: Result } | undefined;
  #spent = 0;
  #resolve = (_result: Result): void => {};
  #reject = (_error: unknown): void => {};

  constructor(runtime: Runtime, { steps, limit, kind }: SlicedWork<Result>) {
    this.#runtime = runtime;
    this.#steps = steps;
    this.#limit = limit;
    this.kind = kind;
    this.result = new Promise<Result>((resolve, reject) => {
      [this.#resolve, this.#reject] = [resolve, reject];
    });
    // Who waits for it is told; nobody may be waiting any more.
    this.result.catch(() => {});
  }

  get finished(): Slice<Result>["finished"] {
    return this.#finished;
  }

  /** Does a slice, and settles the result when that was the last. */
  goOn(): "done" | "more" {
    const steps = this.#steps;
    if (steps === undefined) {
      return "done";
    }
    try {
      if (this.#limit !== undefined && this.#spent > this.#limit) {
        throw new OutOfTime(this.#limit, false);
      }
      const doSlice = (): "done" | "more" => this.#doSlice(steps);
      return this.#limit === undefined ? doSlice() : boundedStep(this.#runtime, this.#limit, doSlice);
    } catch (error) {
      this.#steps = undefined;
      this.#reject(error);
      return "done";
    }
  }

  abandon(): void {
    this.#steps = undefined;
    this.#reject(contentModified());
  }

  #doSlice(steps: Steps<Result>): "done" | "more" {
    const start = this.#runtime.now();
    let time = start;
    try {
      while (time < start + SLICE) {
        const step = steps.next();
        if (step.done === true) {
          this.#steps = undefined;
          this.#finished = step;
          this.#resolve(step.value);
          return "done";
        }
        time = this.#runtime.now();
      }
      return "more";
    } finally {
      this.#spent += time - start;
    }
  }
}
