/**
 * What the tests use of `node:assert`, for the web worker host, which has no Node; the bundle of the tests takes this instead.
 * Two values are equal as `node:assert` has it: primitives by `Object.is`, objects by their prototype and their own enumerable
 * properties, in any order.
 */

export class AssertionError extends Error {
  readonly actual: unknown;
  readonly expected: unknown;

  constructor(message: string, actual: unknown, expected: unknown) {
    super(message);
    this.name = "AssertionError";
    this.actual = actual;
    this.expected = expected;
  }
}

type Message = string | undefined;

export function ok(value: unknown, message?: Message): asserts value {
  if (!value) {
    throw new AssertionError(message ?? "The value is not truthy.", value, TRUTHY);
  }
}

export function strictEqual<Value>(
  actual: unknown,
  expected: Value,
  message?: Message,
): asserts actual is Value {
  if (!Object.is(actual, expected)) {
    throw new AssertionError(message ?? "The values are not the same.", actual, expected);
  }
}

export function notStrictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (Object.is(actual, expected)) {
    throw new AssertionError(message ?? "The values are the same.", actual, expected);
  }
}

export function deepStrictEqual<Value>(
  actual: unknown,
  expected: Value,
  message?: Message,
): asserts actual is Value {
  if (!isDeepEqual(actual, expected)) {
    throw new AssertionError(message ?? "The values are not equal.", actual, expected);
  }
}

export function match(value: string, pattern: RegExp, message?: Message): void {
  if (!pattern.test(value)) {
    throw new AssertionError(message ?? `The text does not match ${pattern}.`, value, pattern);
  }
}

export function doesNotMatch(value: string, pattern: RegExp, message?: Message): void {
  if (pattern.test(value)) {
    throw new AssertionError(message ?? `The text matches ${pattern}.`, value, pattern);
  }
}

export function fail(message: string): never {
  throw new AssertionError(message, undefined, undefined);
}

const TRUTHY = true;

function isDeepEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) {
    return true;
  }
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return false;
  }
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) {
    return false;
  }
  if (one instanceof Date || one instanceof RegExp) {
    return String(one) === String(other) && Number(one) === Number(other);
  }
  if (one instanceof Map || one instanceof Set) {
    return isDeepEqual([...one], [...(other as Map<unknown, unknown> | Set<unknown>)]);
  }
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        Object.hasOwn(other, key) &&
        isDeepEqual((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  );
}
