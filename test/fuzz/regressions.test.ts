import { describe, expect, test } from "vitest";
import { tryInput } from "./inputs.ts";
import { readRegressions } from "./regressions.ts";
import { targetNamed } from "./targets/all.ts";

describe("what the fuzzer found once does not come back", () => {
  for (const { name, target: targetName, text, salt } of readRegressions()) {
    test(name, () => {
      const target = targetNamed(targetName);
      if (target === undefined) {
        throw new Error(`There is no target ${targetName}.`);
      }
      expect(tryInput({ target, text, salt })?.error).toBeUndefined();
    });
  }
});
