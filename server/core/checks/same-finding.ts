import { type FieldTest, isSameJson } from "../text/same-json.ts";
import type { UnitFinding } from "./checked-dump.ts";

/** Whether two findings of one version of a unit say the same to the letter, spans and fixes included. Stops at the first difference. */
export function isSameFinding(first: UnitFinding, second: UnitFinding): boolean {
  return isSameJson(first, second, testField);
}

/** Units are the same where they are the same objects; how a finding came about says nothing of it. */
const testField: FieldTest = (name, first, second) => {
  if (name === "unmoved") {
    return true;
  }
  return name === "unit" ? first === second : undefined;
};
