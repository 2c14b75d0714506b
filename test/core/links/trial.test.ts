import { describe, expect, test } from "vitest";
import { measureTrial } from "./trial.ts";

/** The floors of the issue, held over planted links of every kind; `docs/accuracy.md` has the larger evaluation. */
describe("planted links", () => {
  const trial = measureTrial({ seed: 7, rounds: 12 });

  test("are found, and nothing else is", () => {
    expect(trial.misses.slice(0, 5)).toEqual([]);
    expect(trial.falseAlarms.slice(0, 5)).toEqual([]);
  });
});
