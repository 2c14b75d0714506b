/** Says of a field whether it is the same; undefined where that is to be seen from its values. */
export type FieldTest = (name: string, first: unknown, second: unknown) => boolean | undefined;

/** Whether two values of plain JSON are the same; a field without a value is none. Stops at the first difference and makes no copies. */
export function isSameJson(first: unknown, second: unknown, test?: FieldTest): boolean {
  if (first === second) {
    return true;
  }
  if (typeof first !== "object" || typeof second !== "object" || first === null || second === null) {
    return false;
  }
  if (Array.isArray(first) || Array.isArray(second)) {
    return (
      Array.isArray(first) &&
      Array.isArray(second) &&
      first.length === second.length &&
      first.every((value, index) => isSameJson(value, second[index], test))
    );
  }
  return (
    holdsFieldsOf(first as Fields, second as Fields, test) &&
    Object.keys(second).every(
      (name) => name in first || isSameField(name, undefined, (second as Fields)[name], test),
    )
  );
}

type Fields = Readonly<Record<string, unknown>>;

function holdsFieldsOf(first: Fields, second: Fields, test: FieldTest | undefined): boolean {
  for (const name in first) {
    if (!isSameField(name, first[name], second[name], test)) {
      return false;
    }
  }
  return true;
}

function isSameField(name: string, first: unknown, second: unknown, test: FieldTest | undefined): boolean {
  return test?.(name, first, second) ?? isSameJson(first, second, test);
}
