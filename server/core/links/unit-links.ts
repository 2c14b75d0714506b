import type { Unit } from "../article/model.ts";
import { readArticleLinks } from "./article-links.ts";
import { type BrokenPlace, brokenPlaces } from "./broken-places.ts";
import { createEvidence, type DumpEvidence, gatherEvidence } from "./gather-evidence.ts";
import type { Link } from "./link.ts";
import { type AskedEvidence, recordEvidence } from "./record-evidence.ts";

/** The links of an article, and what the rest of the dump says about them. Each is worked out when it is first asked for. */
export interface UnitLinks {
  /** In text order. Links inside the article on one line are left out where the article stands below it. */
  readonly links: () => readonly Link[];
  readonly brokenPlaces: () => readonly BrokenPlace[];
  readonly placeOf: DumpEvidence["placeOf"];
}

/** Of one version of a document. */
export type LinksOfUnits = (unit: Unit) => UnitLinks;

/** Reads the links of units that are looked at once. */
export function readUnitLinks(units: readonly Unit[]): LinksOfUnits {
  const evidence = gatherEvidence(units);
  return (unit) => unitLinks(unit, evidence);
}

/**
 * Reads the links of version after version. What other units say about a unit's links is remembered as questions and answers: as long as the
 * answers stay the same, so does the very object with the unit's links.
 */
export function createLinkReader(): (units: readonly Unit[]) => LinksOfUnits {
  const gather = createEvidence();
  const known = new WeakMap<Unit, KnownLinks>();
  return (units) => {
    const evidence = gather(units);
    return (unit) => {
      const before = known.get(unit);
      if (before !== undefined && (before.checkedWith === evidence || before.asked.holds(evidence))) {
        before.checkedWith = evidence;
        return before.links;
      }
      const asked = recordEvidence(evidence);
      const links = unitLinks(unit, asked.evidence);
      known.set(unit, { links, asked, checkedWith: evidence });
      return links;
    };
  };
}

interface KnownLinks {
  readonly links: UnitLinks;
  readonly asked: AskedEvidence;
  /** The last evidence that gave the same answers. */
  checkedWith: DumpEvidence;
}

function unitLinks({ text, article }: Unit, evidence: DumpEvidence): UnitLinks {
  let links: readonly Link[] | undefined;
  let places: readonly BrokenPlace[] | undefined;
  const read = (): readonly Link[] => {
    links ??= article === undefined ? [] : readArticleLinks(text, article, evidence);
    return links;
  };
  return {
    links: read,
    brokenPlaces: () => {
      places ??= brokenPlaces(read());
      return places;
    },
    placeOf: evidence.placeOf,
  };
}
