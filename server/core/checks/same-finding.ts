import type { UnitFinding } from "./checked-dump.ts";

/** Whether two findings of one version of a unit say the same to the letter, spans and fixes included. Stops at the first difference. */
export function isSameFinding(first: UnitFinding, second: UnitFinding): boolean {
  return isSame(first, second, TOLD_ASIDE);
}

/** Says how a finding came about, and nothing of it. */
const TOLD_ASIDE: ReadonlySet<string> = new Set(["unmoved"]);
const NONE: ReadonlySet<string> = new Set();

/** Units in it are the same where they are the same objects; all else is plain. */
function isSame(first: unknown, second: unknown, aside: ReadonlySet<string>): boolean {
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
      first.every((value, index) => isSame(value, second[index], NONE))
    );
  }
  return haveSameFields(first as Fields, second as Fields, aside);
}

type Fields = Readonly<Record<string, unknown>>;

function haveSameFields(first: Fields, second: Fields, aside: ReadonlySet<string>): boolean {
  for (const name in first) {
    const isSameField =
      aside.has(name) ||
      (name === "unit" ? first[name] === second[name] : isSame(first[name], second[name], NONE));
    if (!isSameField) {
      return false;
    }
  }
  for (const name in second) {
    if (!(name in first) && !aside.has(name)) {
      return false;
    }
  }
  return true;
}
