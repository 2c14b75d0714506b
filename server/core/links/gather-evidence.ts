import type { UnitEdit } from "../article/edit-block.ts";
import type { Unit } from "../article/model.ts";
import { moveSpan } from "../article/move-span.ts";
import { changedPart } from "../text/changed-part.ts";
import { lineAt, lineCount, lineSpan } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { finish, type Steps } from "../text/steps.ts";
import { allLines, changedLines, type LineRange } from "./changed-lines.ts";
import type { LinkEvidence } from "./evidence.ts";
import { KnownLinks } from "./known-links.ts";
import { scanLinks } from "./scan.ts";
import { StandingLines, StandingPlaces, type UnitOwner } from "./standing-lines.ts";

/** What a dump says about its links, with the place of what stands alone. */
export interface DumpEvidence extends LinkEvidence {
  /** The first line of the dump that holds a text and nothing else. */
  readonly placeOf: (text: string) => UnitPlace | undefined;
  /** Another number each time that a place which was asked for became another one. */
  readonly placesVersion: () => number;
}

/** A span of a unit's text. */
export interface UnitPlace {
  readonly unit: Unit;
  readonly span: Span;
}

/**
 * Gathers evidence from version after version of a document's units. It is the same object as long as every answer that was given
 * would be given again, places aside; what it gave before need not hold any more.
 */
export interface EvidenceGatherer {
  /** @param edit What led to these units, where it was an edit inside one paragraph. */
  (units: readonly Unit[], edit?: UnitEdit): DumpEvidence;
  /** Looks at all that can be asked of the units that were given last, which is else done when it is first asked for. */
  prepare(): Steps<void>;
}

/** Remembers what the units say, and looks again only at lines that have changed. What it says is what a fresh one would say. */
export function createEvidence(): EvidenceGatherer {
  const memory = new EvidenceMemory();
  return Object.assign((units: readonly Unit[], edit?: UnitEdit) => memory.update(units, edit), {
    prepare: () => memory.prepare(),
  });
}

/**
 * Gathers what a dump says about its links. Nothing is looked at before it is asked for: most links are good, and the form of
 * most others says enough.
 */
export function gatherEvidence(units: readonly Unit[]): DumpEvidence {
  return createEvidence()(units);
}

/** A link can go on over so many lines. */
const LINES_OF_LINK = 3;

/** More questions are not remembered: the evidence is then taken for new at the next change. */
const MOST_QUESTIONS = 50_000;

/** What was asked of the evidence that is given out, with the answers where they are not to be had otherwise. */
interface Questions {
  readonly alone: Set<string>;
  readonly words: Map<string, boolean>;
  readonly places: Map<string, UnitPlace | undefined>;
  /** Whether anything was asked of the good links. */
  areLinks: boolean;
}

class EvidenceMemory {
  #units: readonly Unit[] = [];
  #owners: readonly UnitOwner[] = [];
  /** Made when something about them is first asked for. */
  #lines: StandingLines | undefined;
  #links: KnownLinks | undefined;
  readonly #places = new Map<Unit, StandingPlaces>();
  #asked: Questions = noQuestions();
  #placesVersion = 0;
  #evidence: DumpEvidence = this.#newEvidence();

  update(units: readonly Unit[], edit?: UnitEdit): DumpEvidence {
    const { start, oldEnd, newEnd } = changedPart(this.#units, units);
    const [before, after] = [this.#units.slice(start, oldEnd), units.slice(start, newEnd)];
    if (before.length === 0 && after.length === 0) {
      return this.#evidence;
    }
    const version = this.#links?.version;
    const touched = new Map<string, boolean>();
    const { owners, hasMoved } = this.#follow(before, after, this.#owners.slice(start, oldEnd), touched);
    this.#owners = [...this.#owners.slice(0, start), ...owners, ...this.#owners.slice(oldEnd)];
    this.#units = units;
    for (let order = start; order < this.#owners.length; order++) {
      (this.#owners[order] as UnitOwner).order = order;
    }
    const gone = new Set(before);
    for (const unit of after) {
      gone.delete(unit);
    }
    for (const unit of gone) {
      this.#places.delete(unit);
    }
    const areLinksOther = this.#asked.areLinks && version !== this.#links?.version;
    this.#followPlaces(touched, gone, edit);
    if (hasMoved || areLinksOther || !this.#holds(touched)) {
      this.#placesVersion++;
      this.#asked = noQuestions();
      this.#evidence = this.#newEvidence();
    }
    return this.#evidence;
  }

  /** Takes units in the place of others, of which those that go over into another are told apart by their place. */
  #follow(
    before: readonly Unit[],
    after: readonly Unit[],
    owners: readonly UnitOwner[],
    touched: Map<string, boolean>,
  ): { readonly owners: readonly UnitOwner[]; readonly hasMoved: boolean } {
    const missing = new Map(before.map((unit, index) => [unit, owners[index] as UnitOwner] as const));
    const known = after.map((unit) => {
      const owner = missing.get(unit);
      missing.delete(unit);
      return owner;
    });
    const gone = [...missing.values()];
    const now = after.map((unit, index) => {
      const old = known[index] ?? gone.shift();
      if (old === undefined) {
        const owner = { unit, order: 0 };
        this.#count(allLines(unit), allLines(unit), owner, 1, touched);
        return owner;
      }
      if (old.unit !== unit) {
        const [fromLines, toLines] = changedLines(old.unit, unit, 0);
        const [fromLinks, toLinks] = changedLines(old.unit, unit, LINES_OF_LINK);
        this.#count(fromLines, fromLinks, old, -1, touched);
        old.unit = unit;
        this.#count(toLines, toLinks, old, 1, touched);
      }
      return old;
    });
    for (const owner of gone) {
      this.#count(allLines(owner.unit), allLines(owner.unit), owner, -1, touched);
    }
    return { owners: now, hasMoved: known.some((owner) => owner !== undefined) };
  }

  #count(
    lines: LineRange,
    linesOfLinks: LineRange,
    owner: UnitOwner,
    by: 1 | -1,
    touched: Map<string, boolean>,
  ): void {
    const standing = this.#lines;
    standing?.count(lines, owner, by, (text) => {
      if (!touched.has(text)) {
        touched.set(text, standing.has(text));
      }
    });
    if (this.#links !== undefined) {
      countLinks(this.#links, linesOfLinks, by);
    }
  }

  /** Places in a unit that was edited moved along with its text, others that may have changed are looked for when they are asked for again. */
  #followPlaces(
    touched: ReadonlyMap<string, boolean>,
    gone: ReadonlySet<Unit>,
    edit: UnitEdit | undefined,
  ): void {
    const { places } = this.#asked;
    for (const [text, place] of places) {
      const isTouched = touched.has(text) && place?.unit !== this.#lines?.firstHolder(text);
      const isGone = place !== undefined && gone.has(place.unit);
      if (!isTouched && !isGone) {
        continue;
      }
      if (place !== undefined && edit !== undefined && place.unit === edit.before && !isTouched) {
        places.set(text, { unit: edit.after, span: moveSpan(place.span, edit.change) });
      } else {
        places.delete(text);
      }
      this.#placesVersion++;
    }
  }

  /** Whether the answers that were given still hold, those about links and places aside. */
  #holds(touched: ReadonlyMap<string, boolean>): boolean {
    const { alone, words, places } = this.#asked;
    if (alone.size + words.size + places.size > MOST_QUESTIONS) {
      return false;
    }
    for (const [text, stood] of touched) {
      if (alone.has(text) && stood !== this.#lines?.has(text)) {
        return false;
      }
    }
    for (const [word, answer] of touched.size > 0 ? words : []) {
      if (answer !== this.#lines?.hasWord(word)) {
        return false;
      }
    }
    return true;
  }

  #newEvidence(): DumpEvidence {
    const ofLinks = (): KnownLinks => {
      this.#asked.areLinks = true;
      return this.#knownLinks();
    };
    return {
      placeOf: (text) => this.#placeOf(text),
      placesVersion: () => this.#placesVersion,
      standsAlone: (text) => {
        this.#asked.alone.add(text);
        return this.#standingLines().has(text);
      },
      hasWord: (word) => {
        const answer = this.#standingLines().hasWord(word);
        this.#asked.words.set(word, answer);
        return answer;
      },
      isKnownLink: (url) => ofLinks().isKnown(url),
      completions: (start, end) => ofLinks().completions(start, end),
      goesOn: (start) => ofLinks().goesOn(start),
      knownStart: (text) => ofLinks().knownStart(text),
      isKnownHost: (host) => ofLinks().isKnownHost(host),
      hosts: () => ofLinks().hosts(),
      schemeOf: (host) => ofLinks().schemeOf(host),
      suffixUses: (suffix) => ofLinks().suffixUses(suffix),
    };
  }

  #placeOf(text: string): UnitPlace | undefined {
    const { places } = this.#asked;
    if (places.has(text)) {
      return places.get(text);
    }
    const unit = this.#standingLines().firstHolder(text);
    const span = unit === undefined ? undefined : this.#placesOf(unit).find(text);
    const place = unit === undefined || span === undefined ? undefined : { unit, span };
    places.set(text, place);
    return place;
  }

  #placesOf(unit: Unit): StandingPlaces {
    const known = this.#places.get(unit) ?? new StandingPlaces(unit);
    this.#places.set(unit, known);
    return known;
  }

  *prepare(): Steps<void> {
    yield* this.#readLines();
    const links = yield* this.#readLinks();
    yield* links.prepare();
  }

  #standingLines(): StandingLines {
    return this.#lines ?? finish(this.#readLines());
  }

  #knownLinks(): KnownLinks {
    return this.#links ?? finish(this.#readLinks());
  }

  *#readLines(): Steps<StandingLines> {
    if (this.#lines === undefined) {
      const lines = new StandingLines();
      for (const owner of this.#owners) {
        lines.count(allLines(owner.unit), owner, 1, ignore);
        yield;
      }
      this.#lines = lines;
    }
    return this.#lines;
  }

  *#readLinks(): Steps<KnownLinks> {
    if (this.#links === undefined) {
      const links = new KnownLinks();
      for (const { unit } of this.#owners) {
        countLinks(links, allLines(unit), 1);
        yield;
      }
      this.#links = links;
    }
    return this.#links;
  }
}

function noQuestions(): Questions {
  return { alone: new Set(), words: new Map(), places: new Map(), areLinks: false };
}

function ignore(): void {
  // Nobody has asked yet.
}

/** Good links have `://`, so only lines that hold it are looked at. */
function countLinks(known: KnownLinks, { unit: { text, lines }, from, to }: LineRange, by: 1 | -1): void {
  if (from >= to) {
    return;
  }
  const { start } = lineSpan(lines, from);
  const part = text.slice(start, lineSpan(lines, to - 1).end);
  const last = lineCount(lines) - 1;
  for (let sign = part.indexOf("://"); sign >= 0; ) {
    const line = lineAt(lines, start + sign);
    const span = lineSpan(lines, line);
    const end = lineSpan(lines, Math.min(line + LINES_OF_LINK, last)).end;
    for (const link of scanLinks(text, { start: span.start, end }, { startsBefore: span.end })) {
      known.count(text, link, by);
    }
    sign = part.indexOf("://", span.end - start);
  }
}
