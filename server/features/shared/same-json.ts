/** Whether two values of plain JSON are the same; stops at the first difference and makes no copies. */
export function isSameJson(first: unknown, second: unknown): boolean {
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
      first.every((value, index) => isSameJson(value, second[index]))
    );
  }
  const keys = Object.keys(first);
  return (
    keys.length === Object.keys(second).length &&
    keys.every((key) =>
      isSameJson((first as Record<string, unknown>)[key], (second as Record<string, unknown>)[key]),
    )
  );
}
