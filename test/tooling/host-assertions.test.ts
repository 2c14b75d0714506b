import node from "node:assert";
import { describe, expect, test } from "vitest";
import { deepStrictEqual, doesNotMatch, match, notStrictEqual, ok, strictEqual } from "../support/assert.ts";

class Place {
  readonly line: number;

  constructor(line: number) {
    this.line = line;
  }
}

const pairs: readonly (readonly [unknown, unknown])[] = [
  [1, 1],
  [1, "1"],
  [0, -0],
  [Number.NaN, Number.NaN],
  [null, undefined],
  [[], {}],
  [
    [1, [2]],
    [1, [2]],
  ],
  [
    [1, 2],
    [2, 1],
  ],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: { b: [1] } }, { a: { b: [2] } }],
  [new Place(1), new Place(1)],
  [new Place(1), { line: 1 }],
  [new Map([["a", 1]]), new Map([["a", 1]])],
  [new Set([1]), new Set([2])],
  [new Date(0), new Date(0)],
  [new Date(0), new Date(1)],
  [/a/u, /a/i],
  ["é", "e\u0301"],
];

/** The tests that run in the web worker host must hold there what they hold in Node. */
describe("the assertions of the web worker host", () => {
  test.each(pairs)("agree with Node's on %j and %j", (one, other) => {
    expect(throws(() => strictEqual(one, other))).toBe(throws(() => node.strictEqual(one, other)));
    expect(throws(() => notStrictEqual(one, other))).toBe(throws(() => node.notStrictEqual(one, other)));
    expect(throws(() => deepStrictEqual(one, other))).toBe(throws(() => node.deepStrictEqual(one, other)));
  });

  test.each([0, "", "x", null, [], Number.NaN])("agree with Node's on whether %j holds", (value) => {
    expect(throws(() => ok(value))).toBe(throws(() => node.ok(value)));
  });

  test("match texts", () => {
    expect(throws(() => match("abc", /b/))).toBe(false);
    expect(throws(() => match("abc", /d/))).toBe(true);
    expect(throws(() => doesNotMatch("abc", /b/))).toBe(true);
  });

  test("say what was expected and what came", () => {
    expect(() => strictEqual(1, 2, "the count")).toThrow(
      expect.objectContaining({ message: "the count", actual: 1, expected: 2 }),
    );
  });
});

function throws(run: () => void): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}
