/**
 * Work that can be paused: it yields wherever somebody else may have a turn, at most some milliseconds of work apart where the text allows, and
 * returns its result. Whoever drives it has the clock, and may leave it where it is for good.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Work that has no place for a pause but its start. */
export function* inOneStep<Result>(work: () => Result): Steps<Result> {
  yield;
  return work();
}

/** Does the work without a pause. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}
