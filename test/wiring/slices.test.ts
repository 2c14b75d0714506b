import { describe, expect, test } from "vitest";
import { LSPErrorCodes } from "vscode-languageserver";
import type { Steps } from "../../server/core/text/steps.ts";
import type { Runtime } from "../../server/wiring/runtime.ts";
import { createSlices, SLICE } from "../../server/wiring/slices.ts";
import { OutOfTime } from "../../server/wiring/time-limit.ts";

/** A clock that goes on by what is done. */
function createPlace() {
  let now = 0;
  const done: string[] = [];
  let longest = 0;
  let since = 0;
  const runtime: Runtime = {
    nextTurn: () =>
      new Promise((resolve) =>
        setImmediate(() => {
          longest = Math.max(longest, now - since);
          since = now;
          resolve();
        }),
      ),
    now: () => now,
    delay: () => new Promise(() => {}),
    alarm: () => () => {},
    session: "test",
    checkDocumentation: undefined,
  };
  return {
    runtime,
    done,
    longestTurn: () => Math.max(longest, now - since),
    *work(name: string, steps: number, milliseconds = 1): Steps<string> {
      for (let step = 1; step <= steps; step++) {
        now += milliseconds;
        done.push(`${name}${step}`);
        yield;
      }
      return name;
    },
  };
}

describe("work in slices", () => {
  test("that is short is done at once", () => {
    const place = createPlace();
    const slice = createSlices(place.runtime).start({
      kind: "whole",
      steps: place.work("a", 3),
      limit: undefined,
    });
    expect(slice.finished?.value).toBe("a");
  });

  test("lets others have their turn, and what shows the structure comes first", async () => {
    const place = createPlace();
    const slices = createSlices(place.runtime);
    const whole = slices.start({ kind: "whole", steps: place.work("whole ", 40), limit: undefined });
    const other = slices.start({ kind: "whole", steps: place.work("other ", 40), limit: undefined });
    const structure = slices.start({
      kind: "structure",
      steps: place.work("structure ", 40),
      limit: undefined,
    });
    expect(whole.finished).toBeUndefined();
    expect(await Promise.all([whole, other, structure].map(({ result }) => result))).toEqual([
      "whole ",
      "other ",
      "structure ",
    ]);
    const end = (name: string): number => place.done.indexOf(`${name} 40`);
    expect(end("structure")).toBeLessThan(Math.min(end("whole"), end("other")));
    // The first slices of all three were done at once.
    expect(place.longestTurn()).toBeLessThanOrEqual(3 * SLICE);
    expect(place.done.indexOf("other 20")).toBeLessThan(end("whole"));
  });

  test("that is abandoned goes no further", async () => {
    const place = createPlace();
    const slices = createSlices(place.runtime);
    const slice = slices.start({ kind: "whole", steps: place.work("a", 100), limit: undefined });
    const next = slices.start({ kind: "whole", steps: place.work("b", 100), limit: undefined });
    slice.abandon();
    const count = place.done.filter((step) => step.startsWith("a")).length;
    await expect(slice.result).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    expect(await next.result).toBe("b");
    expect(place.done.filter((step) => step.startsWith("a"))).toHaveLength(count);
  });

  test("that takes longer than its limit, all slices together, is stopped", async () => {
    const place = createPlace();
    const slices = createSlices(place.runtime);
    const slice = slices.start({ kind: "whole", steps: place.work("a", 1_000), limit: 50 });
    await expect(slice.result).rejects.toBeInstanceOf(OutOfTime);
    expect(place.done.length).toBeLessThan(50 + 2 * SLICE);
    expect(slices.start({ kind: "whole", steps: place.work("b", 2), limit: 50 }).finished?.value).toBe("b");
  });

  test("that fails tells so, and the rest goes on", async () => {
    const place = createPlace();
    const slices = createSlices(place.runtime);
    const failing = function* (): Steps<string> {
      yield* place.work("a", 20);
      throw new TypeError("a");
    };
    const slice = slices.start({ kind: "whole", steps: failing(), limit: undefined });
    const next = slices.start({ kind: "whole", steps: place.work("b", 30), limit: undefined });
    await expect(slice.result).rejects.toBeInstanceOf(TypeError);
    expect(await next.result).toBe("b");
  });
});
