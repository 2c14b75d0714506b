import type { Random } from "../support/random.ts";

/** JSON of about the right form that lies: wrong types, doubled and inherited keys, deep nesting, huge numbers, cut off. */
export function drawJson(random: Random, model: unknown): string {
  const text = JSON.stringify(
    random.chance(0.2) ? model : garble(model, random),
    undefined,
    random.pick([0, 2]),
  );
  return random.chance(0.7) ? text : damage(text, random);
}

/** Values that stand where others are expected. `__proto__` as a key only survives as text, hence `fromEntries`. */
function drawValue(random: Random): unknown {
  return random.pick<() => unknown>([
    () => null,
    () => true,
    () => random.pick([-1, 0, 0.5, 1e21, 4_294_967_296, 2 ** 53]),
    () => random.pick(["", "__proto__", "\ud800", "x".repeat(5000), "constructor", "\u202e<b>"]),
    () => [],
    () => ({}),
    () => Array.from({ length: random.pick([1, 3, 2000]) }, () => random.below(9)),
    () => nested(random.pick([3, 200, 3000])),
    () =>
      Object.fromEntries([
        ["toString", 1],
        ["length", -1],
        ["constructor", null],
      ]),
  ])();
}

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level++) {
    value = level % 2 === 0 ? [value] : { a: value };
  }
  return value;
}

function garble(value: unknown, random: Random): unknown {
  if (random.chance(0.12)) {
    return drawValue(random);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => garble(item, random));
    return random.chance(0.3) ? [...items, drawValue(random), ...items] : items;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(() => !random.chance(0.08))
      .map(([key, inner]): [string, unknown] => [key, garble(inner, random)]);
    const more: [string, unknown][] = random.chance(0.3)
      ? [[random.pick(["extra", "toString", "hasOwnProperty", ""]), drawValue(random)]]
      : [];
    return Object.fromEntries([...entries, ...more]);
  }
  return random.chance(0.1) ? drawValue(random) : value;
}

function damage(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return random.pick([
    () => text.slice(0, at),
    () => `\ufeff${text}`,
    () => text.slice(0, at) + random.pick(["\0", "}", '"', "\ud800", "// x\n", ","]) + text.slice(at),
    () => text.replace(/"(\w+)":/u, '"__proto__":'),
    () => text.replace(/"(\w+)":/u, '"$1":0,"$1":'),
    () => text.replace(/\{/u, '{"__proto__":{"version":1,"ignored":[]},'),
  ])();
}
