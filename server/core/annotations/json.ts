/** What JSON can say. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object's own value: a key such as `constructor` that the file does not hold is not there. */
export function property(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * The properties that are not among the known ones. Built by defining, so that a key `__proto__` of a hostile file is an
 * ordinary property and changes nothing else.
 */
export function otherProperties(object: JsonObject, known: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !known.has(key)));
}

/** A value or a list of values as a list; nothing for a missing one. JSON-LD writes a list of one without brackets. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) {
    return [];
  }
  return isList(value) ? value : [value];
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Whether two values say the same; the order of an object's properties makes no difference. */
export function sameJson(first: JsonValue, second: JsonValue): boolean {
  if (first === second) {
    return true;
  }
  if (isList(first) || isList(second)) {
    return (
      isList(first) &&
      isList(second) &&
      first.length === second.length &&
      first.every((item, index) => sameJson(item, second[index] as JsonValue))
    );
  }
  if (!isJsonObject(first) || !isJsonObject(second)) {
    return false;
  }
  const keys = Object.keys(first);
  return (
    keys.length === Object.keys(second).length &&
    keys.every(
      (key) => Object.hasOwn(second, key) && sameJson(first[key] as JsonValue, second[key] as JsonValue),
    )
  );
}
