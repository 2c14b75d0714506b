import type { UnitEdit } from "../article/edit-block.ts";
import { moveSpan } from "../article/move-span.ts";
import type { DumpEvidence, UnitPlace } from "../links/gather-evidence.ts";
import type { AnyCheck } from "./check.ts";

/** Where checks of a unit saw lines stand that they asked for, by check and text. What they found names these places. */
export type AskedPlaces = Map<AnyCheck, Map<string, UnitPlace | undefined>>;

export function notePlace(
  places: AskedPlaces,
  check: AnyCheck,
  text: string,
  place: UnitPlace | undefined,
): void {
  const own = places.get(check) ?? new Map<string, UnitPlace | undefined>();
  own.set(text, place);
  places.set(check, own);
}

/** The same places behind an edit, those in the unit that was edited moved along with its text. */
export function movePlaces(places: AskedPlaces, { before, after, change }: UnitEdit): AskedPlaces {
  return new Map(
    [...places].map(([check, own]) => [
      check,
      new Map(
        [...own].map(([text, place]) => [
          text,
          place?.unit === before ? { unit: after, span: moveSpan(place.span, change) } : place,
        ]),
      ),
    ]),
  );
}

/** The checks that would now be told of other places. */
export function checksMisplaced(
  places: AskedPlaces,
  placeOf: DumpEvidence["placeOf"],
): ReadonlySet<AnyCheck> {
  const misplaced = new Set<AnyCheck>();
  for (const [check, own] of places) {
    for (const [text, place] of own) {
      if (!isSamePlace(place, placeOf(text))) {
        misplaced.add(check);
      }
    }
  }
  return misplaced;
}

function isSamePlace(first: UnitPlace | undefined, second: UnitPlace | undefined): boolean {
  return (
    first?.unit === second?.unit &&
    first?.span.start === second?.span.start &&
    first?.span.end === second?.span.end
  );
}
