import { Script } from "node:vm";
import { OutOfTime } from "../wiring/time-limit.ts";

const STEP = Symbol.for("pressmark.step");

/** Calls what stands under the name; the one way in which Node stops a program that never pauses is to stop a script. */
const callStep = new Script('globalThis[Symbol.for("pressmark.step")]()', { filename: "pressmark-step.js" });

/**
 * Does a step and gives its result; stops it, in the middle of whatever it does, when it takes longer.
 *
 * @throws OutOfTime then, and whatever the step throws.
 */
export function bounded<Result>(milliseconds: number, step: () => Result): Result {
  const place = globalThis as unknown as { [STEP]: (() => Result) | undefined };
  const outer = place[STEP];
  place[STEP] = step;
  try {
    return callStep.runInThisContext({ timeout: milliseconds }) as Result;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
      ? new OutOfTime(milliseconds, false)
      : error;
  } finally {
    place[STEP] = outer;
  }
}
