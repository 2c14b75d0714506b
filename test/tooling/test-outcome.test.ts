import { expect, test } from "vitest";
import {
  addOutcomes,
  outcomeOfCheck,
  outcomeOfGrammar,
  outcomeOfMocha,
  outcomeOfVitest,
} from "../../build/test-outcome.ts";

test("numbers come from the reports", () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  expect(outcomeOfVitest(vitest, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  const mocha = [
    { stats: { passes: 3, failures: 0, pending: 1 } },
    { stats: { passes: 1, failures: 2, pending: 0 } },
  ];
  expect(outcomeOfMocha(mocha, 1)).toEqual({ passed: 4, failed: 2, skipped: 1 });
  const grammar = "✓ test/grammar/a.txt run successfully.\nERROR b\n";
  expect(outcomeOfGrammar(grammar, 2, 255)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(addOutcomes([outcomeOfCheck(0), outcomeOfCheck(2)])).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("a crash is a failure, however good the numbers are", () => {
  expect(outcomeOfVitest({ numPassedTests: 5, numFailedTests: 0 }, 1).failed).toBe(1);
  expect(outcomeOfVitest(undefined, 1).failed).toBe(1);
  expect(outcomeOfMocha([{ stats: { passes: 3, failures: 0, pending: 0 } }], 139).failed).toBe(1);
  expect(outcomeOfGrammar("✓ a.txt run successfully.\n", 1, 1).failed).toBe(1);
});

test("no test is a failure", () => {
  expect(outcomeOfVitest({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 4 }, 0).failed).toBe(1);
  expect(outcomeOfMocha([], 0).failed).toBe(1);
  const second = [{ stats: { passes: 3, failures: 0, pending: 0 } }, undefined];
  expect(outcomeOfMocha(second, 0)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(outcomeOfGrammar("", 0, 0).failed).toBe(1);
});
