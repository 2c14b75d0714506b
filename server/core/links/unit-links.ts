import type { UnitEdit } from "../article/edit-block.ts";
import type { Unit } from "../article/model.ts";
import type { Steps } from "../text/steps.ts";
import { readArticleLinks } from "./article-links.ts";
import { type BrokenPlace, brokenPlaces } from "./broken-places.ts";
import { createEvidence, type DumpEvidence, type EvidenceGatherer } from "./gather-evidence.ts";
import type { Link } from "./link.ts";
import { type AskedEvidence, recordEvidence } from "./record-evidence.ts";

/** The links of an article, and what the rest of the dump says about them. Each is worked out when it is first asked for. */
export interface UnitLinks {
  /** In text order. Links inside the article on one line are left out where the article stands below it. */
  readonly links: () => readonly Link[];
  readonly brokenPlaces: () => readonly BrokenPlace[];
  readonly placeOf: DumpEvidence["placeOf"];
}

/** The links of one version of a document. */
export interface LinksOfUnits {
  of(unit: Unit): UnitLinks;
  /** Works out, where that takes a while, what else is worked out when it is first asked for. */
  prepare(): Steps<void>;
  /** Whether the edit that led to this version only moved the links of the unit that it touched. */
  readonly isMoved: boolean;
  /** Another number where a place that was asked for became another one. */
  readonly placesVersion: number;
}

/** An edit of a unit, which may have left its links what they were, but for where they stand. */
export interface LinkEdit extends UnitEdit {
  readonly keepsLinks: boolean;
}

/** Reads the links of units that are looked at once. */
export function readUnitLinks(units: readonly Unit[]): LinksOfUnits {
  const gather = createEvidence();
  const evidence = gather(units);
  return {
    of: (unit) => unitLinks(unit, evidence),
    prepare: () => prepare(gather, units),
    isMoved: false,
    placesVersion: evidence.placesVersion(),
  };
}

/**
 * Reads the links of version after version. What other units say about a unit's links is remembered as questions and answers: as long as the
 * answers stay the same, so does the very object with the unit's links.
 */
export type LinkReader = (units: readonly Unit[], edit?: LinkEdit) => LinksOfUnits;

/** To look at all of a dump of so many code units takes more than a slice, and somebody will ask what the rest of it says. */
const LONG_DUMP = 500_000;

function* prepare(gather: EvidenceGatherer, units: readonly Unit[]): Steps<void> {
  if (units.reduce((sum, { text }) => sum + text.length, 0) > LONG_DUMP) {
    yield* gather.prepare();
  }
}

export function createLinkReader(): LinkReader {
  const gather = createEvidence();
  // No weak map: an engine takes what is in one for alive until it looks at all of its memory, and with links goes the text that they are of.
  let known: ReadonlyMap<Unit, KnownLinks> = new Map();
  return (units, edit) => {
    const evidence = gather(units, edit);
    const before = known;
    const now = new Map<Unit, KnownLinks>();
    known = now;
    const old = edit?.keepsLinks === true ? before.get(edit.before) : undefined;
    const isMoved = old?.asked.holds(evidence) === true;
    if (edit !== undefined && old !== undefined && isMoved) {
      now.set(edit.after, { links: unitLinks(edit.after, old.asked.evidence), asked: old.asked });
    }
    const of = (unit: Unit): UnitLinks => {
      const own = now.get(unit) ?? before.get(unit);
      const found = own?.asked.holds(evidence) === true ? own : newLinks(unit, evidence);
      now.set(unit, found);
      return found.links;
    };
    return { of, prepare: () => prepare(gather, units), isMoved, placesVersion: evidence.placesVersion() };
  };
}

interface KnownLinks {
  readonly links: UnitLinks;
  readonly asked: AskedEvidence;
}

function newLinks(unit: Unit, evidence: DumpEvidence): KnownLinks {
  const asked = recordEvidence(evidence);
  return { links: unitLinks(unit, asked.evidence), asked };
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
