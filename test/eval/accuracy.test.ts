import { beforeAll, describe, expect, test } from "vitest";
import { makeDump } from "./dump.ts";
import { FLOORS, holds, isEnforced } from "./floors.ts";
import { SCRIPTS } from "./language/language.ts";
import { type LossCounts, measureAccuracy, measureLoss, QUICK } from "./measure.ts";
import { readSamples } from "./shared-samples.ts";
import type { Tally } from "./tally.ts";

describe("the generator", () => {
  test("the same plan gives the same dump, another one another", () => {
    const plan = { seed: 5, script: "Latin", size: 10, index: 3 } as const;
    expect(makeDump(plan)).toEqual(makeDump(plan));
    expect(makeDump(plan).text).not.toBe(makeDump({ ...plan, index: 4 }).text);
  });

  test.each(SCRIPTS)("every mark lies in the text and is not empty: %s", (script) => {
    for (let index = 0; index < 40; index++) {
      const { text, marks } = makeDump({ seed: 6, script, size: 10, index });
      for (const { start, end } of marks) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});

describe("no figure falls below its floor", () => {
  let tally: Tally;
  let loss: LossCounts;
  beforeAll(() => {
    tally = measureAccuracy(QUICK);
    loss = measureLoss(
      QUICK,
      readSamples().map(({ text }) => text),
    );
  }, 240_000);

  test.each(FLOORS.filter(isEnforced))("$figure: $direction $limit", (floor) => {
    const measured = floor.measure(tally, loss);
    expect(holds(floor, measured), `${floor.figure} is ${measured}`).toBe(true);
  });
});
