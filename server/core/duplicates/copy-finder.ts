import type { Block, Unit } from "../article/model.ts";
import { type ChangedPart, changedPart } from "../text/changed-part.ts";
import type { Steps } from "../text/steps.ts";
import { PASSAGES_PER_STEP } from "./copy-links.ts";
import type { CopyOptions } from "./copy-options.ts";
import { SHORTEST_BETWEEN_ARTICLES } from "./copy-search.ts";
import {
  areEqualCopies,
  areEqualLists,
  type FoundCopy,
  type FoundPassage,
  foundCopy,
  inTextOrder,
  passagesOf,
} from "./found-copy.ts";
import { type ListBetween, listBetween, listedAt, NO_LIST } from "./list-between.ts";
import { PassageGroups } from "./passage-groups.ts";
import { type PassageWords, readPassages } from "./passage-words.ts";
import { type GroupCopy, type GroupOutcome, type Place, searchGroup } from "./search-group.ts";
import { capitalsTellNames } from "./value-words.ts";

/** An article whose passages are compared. */
export interface CopyUnit {
  readonly unit: Unit;
  /** The passages to compare: the numbers of their blocks, ascending. */
  readonly passages: Uint32Array;
  /** The keys of these blocks. */
  readonly keys: readonly object[];
}

export interface CopyFinder {
  /**
   * The copies among the passages of units, those inside a unit first; each passage that can go comes once. Of copies that say as
   * much the first stays; one that says less goes. Close to linear in the words when it is called for the first time, later in what
   * has changed since the call before and what that can reach; the answer is that of a fresh finder.
   *
   * @returns per unit its copies, in text order: the same array as long as nothing in it has changed.
   */
  readonly find: (units: readonly CopyUnit[]) => Steps<readonly (readonly FoundCopy[])[]>;
}

/** Remembers from call to call; one per document. */
export function createCopyFinder(options: CopyOptions): CopyFinder {
  const memory = new CopyMemory(options);
  return { find: (units) => memory.find(units) };
}

/** Of a unit with more passages the groups are kept from call to call; smaller ones are searched in one go when they are new. */
const LARGE_UNIT = 256;

/** The groups of so many smaller units are kept, those that changed last: somebody types in them. */
const MOST_EDITED = 8;

/** What is known of a unit. Nothing changes in it but `groups`, which go over to the unit that comes in its place. */
interface UnitState {
  readonly source: CopyUnit;
  readonly words: readonly PassageWords[];
  groups: PassageGroups<GroupOutcome> | undefined;
  /** The copies inside the unit. */
  readonly own: readonly FoundCopy[];
  /** The numbers of the passages that are compared with other units. */
  readonly staying: () => readonly number[];
}

/** What a unit that is new or has changed starts from. */
interface UnitReading extends Pick<UnitState, "source" | "words"> {
  /** What was known of the unit that it came in the place of. */
  readonly old: UnitState | undefined;
}

/** A copy between units, in the group that it was found in. */
interface CopyBetween {
  readonly copy: GroupCopy;
  /** By number in the group. */
  readonly passages: readonly PlacedPassage[];
  readonly passageAt: (place: Place) => FoundPassage;
}

interface PlacedPassage {
  readonly state: UnitState;
  readonly number: number;
}

/** What was said of a unit, and what it was made from. */
interface Answer {
  readonly between: readonly CopyBetween[];
  readonly found: readonly FoundCopy[];
}

class CopyMemory {
  readonly #options: CopyOptions;
  /** For units that are searched in one go. */
  readonly #scratch: PassageGroups<GroupOutcome>;
  #between: PassageGroups<GroupOutcome>;
  /** Whether capitals tell names; not known as long as nothing was compared. */
  #withCapitals: boolean | undefined;
  #readings: readonly (UnitState | UnitReading)[] = [];
  /** Of the call before: what was given, what is known of it, what was said. */
  #sources: readonly CopyUnit[] = [];
  #states: readonly UnitState[] = [];
  #answers: readonly Answer[] = [];
  #list: ListBetween = NO_LIST;
  /** The smaller units whose groups are kept, the last changed one last. */
  #edited: readonly UnitState[] = [];

  constructor(options: CopyOptions) {
    this.#options = options;
    this.#scratch = new PassageGroups(options);
    this.#between = new PassageGroups(options);
  }

  *find(sources: readonly CopyUnit[]): Steps<readonly (readonly FoundCopy[])[]> {
    let change = changedPart(this.#sources, sources);
    let readings = yield* this.#read(sources, change);
    const told = this.#withCapitals;
    this.#withCapitals = told === undefined ? undefined : capitalsTellNames(capitalUses(readings));
    if (told !== this.#withCapitals && this.#states.length > 0) {
      // Every comparison may come out otherwise.
      this.#forget();
      change = changedPart(this.#sources, sources);
      readings = yield* this.#read(sources, change);
    }
    this.#readings = readings;
    const states: UnitState[] = [];
    for (const reading of readings) {
      states.push("own" in reading ? (reading as UnitState) : yield* this.#searchUnit(reading));
    }
    const between = yield* this.#searchBetween(states, change);
    const shift = change.oldEnd - change.newEnd;
    this.#answers = states.map((state, index) => {
      const isKnown = index < change.start || index >= change.newEnd;
      const before = isKnown ? this.#answers[index < change.start ? index : index + shift] : undefined;
      return answerFor(state, between.get(state) ?? NOTHING, before);
    });
    this.#sources = sources;
    this.#states = states;
    this.#readings = [];
    return this.#answers.map(({ found }) => found);
  }

  #capitalsTell(): boolean {
    this.#withCapitals ??= capitalsTellNames(capitalUses(this.#readings));
    return this.#withCapitals;
  }

  #forget(): void {
    this.#sources = [];
    this.#states = [];
    this.#answers = [];
    this.#list = NO_LIST;
    this.#edited = [];
    this.#between = new PassageGroups(this.#options);
  }

  /** Units that are known come as they are; the others are read, and take over what they can from those that are no longer there. */
  *#read(
    sources: readonly CopyUnit[],
    { start, oldEnd, newEnd }: ChangedPart,
  ): Steps<readonly (UnitState | UnitReading)[]> {
    const missing = new Map<CopyUnit, UnitState>();
    for (const state of this.#states.slice(start, oldEnd)) {
      missing.set(state.source, state);
    }
    const known = sources.slice(start, newEnd).map((source) => {
      const state = missing.get(source);
      missing.delete(source);
      return { source, state };
    });
    const gone = [...missing.values()];
    const changed: (UnitState | UnitReading)[] = [];
    for (const { source, state } of known) {
      changed.push(state ?? (yield* this.#readUnit(source, gone.shift())));
    }
    return [...this.#states.slice(0, start), ...changed, ...this.#states.slice(oldEnd)];
  }

  *#readUnit(source: CopyUnit, old: UnitState | undefined): Steps<UnitReading> {
    const { unit, passages, keys } = source;
    const before = old?.source.keys ?? [];
    const { start, oldEnd, newEnd } = changedPart(before, keys);
    const known = new Map<object, PassageWords>();
    for (let index = start; index < oldEnd; index++) {
      known.set(before[index] as object, old?.words[index] as PassageWords);
    }
    const middle: (PassageWords | undefined)[] = [];
    for (let index = start; index < newEnd; index++) {
      const key = keys[index] as object;
      middle.push(known.get(key));
      known.delete(key);
    }
    const unread = [...passages.subarray(start, newEnd)].filter((_, index) => middle[index] === undefined);
    const read: PassageWords[] = [];
    for (let from = 0; from < unread.length; from += PASSAGES_PER_STEP) {
      const blocks = unread
        .slice(from, from + PASSAGES_PER_STEP)
        .map((number) => unit.blocks[number] as Block);
      for (const words of readPassages(unit.text, blocks, this.#options)) {
        read.push(words);
      }
      yield;
    }
    let next = 0;
    const changed = middle.map((own) => own ?? (read[next++] as PassageWords));
    const words = (old?.words.slice(0, start) ?? []).concat(changed, old?.words.slice(oldEnd) ?? []);
    return { source, words, old };
  }

  *#searchUnit({ source, words, old }: UnitReading): Steps<UnitState> {
    const { unit, passages } = source;
    const isLarge = passages.length > LARGE_UNIT;
    const isKept = isLarge || old !== undefined;
    const groups = isKept ? (old?.groups ?? new PassageGroups<GroupOutcome>(this.#options)) : this.#scratch;
    const isNextTo = nextTo(passages);
    yield* groups.update({ words, isNextTo });
    const gone = new Uint8Array(passages.length);
    const own: FoundCopy[] = [];
    for (const group of groups.groups()) {
      if (group.outcome?.copies.length === 0) {
        continue;
      }
      const places = group.places();
      group.outcome ??= yield* searchGroup(
        places.map((place, index) => ({
          text: unit.text,
          block: blockOf(source, place),
          article: 0,
          isNextTo: isNextTo[place] === 1 && places[index - 1] === place - 1,
        })),
        "article",
        { options: this.#options, withCapitals: this.#capitalsTell() },
      );
      for (const [index, place] of places.entries()) {
        gone[place] = (gone[place] as number) | (group.outcome.gone[index] as number);
      }
      const passageAt = passagesOf((number) => ({
        unit,
        block: passages[places[number] as number] as number,
      }));
      for (const copy of group.outcome.copies) {
        own.push(foundCopy(copy, "article", passageAt));
      }
    }
    if (!isKept) {
      groups.clear();
    }
    // A unit that stands alone is not asked.
    let staying: readonly number[] | undefined;
    const state: UnitState = {
      source,
      words,
      groups: isKept ? groups : undefined,
      own: own.sort(inTextOrder),
      staying: () => {
        staying ??= stayingOf(words, gone);
        return staying;
      },
    };
    if (isKept && !isLarge) {
      this.#keepGroups(state, old);
    }
    return state;
  }

  #keepGroups(state: UnitState, old: UnitState | undefined): void {
    const edited = [...this.#edited.filter((other) => other !== old), state];
    for (const other of edited.slice(0, -MOST_EDITED)) {
      other.groups = undefined;
    }
    this.#edited = edited.slice(-MOST_EDITED);
  }

  /** The copies between units, by the unit that the copy is of. */
  *#searchBetween(
    states: readonly UnitState[],
    change: ChangedPart,
  ): Steps<ReadonlyMap<UnitState, readonly CopyBetween[]>> {
    const found = new Map<UnitState, CopyBetween[]>();
    if (!this.#options.acrossArticles || states.filter(({ words }) => words.length > 0).length < 2) {
      this.#between.clear();
      this.#list = NO_LIST;
      return found;
    }
    const list = listBetween(
      states,
      this.#list === NO_LIST ? { start: 0, oldEnd: 0, newEnd: states.length } : change,
      this.#list,
    );
    yield* this.#between.update({ words: list.words, isNextTo: undefined }, list.change);
    this.#list = list;
    for (const group of this.#between.groups()) {
      if (group.outcome?.copies.length === 0) {
        continue;
      }
      const passages = group.places().map((place) => listedAt(states, list, place));
      group.outcome ??= yield* searchGroup(
        passages.map(({ state: { source }, article, number }) => ({
          text: source.unit.text,
          block: blockOf(source, number),
          article,
          isNextTo: false,
        })),
        "file",
        { options: this.#options, withCapitals: this.#capitalsTell() },
      );
      const passageAt = passagesOf((number) => {
        const { state, number: own } = passages[number] as PlacedPassage;
        return { unit: state.source.unit, block: state.source.passages[own] as number };
      });
      for (const copy of group.outcome.copies) {
        const { state } = passages[copy.copy.first] as PlacedPassage;
        const known = found.get(state);
        if (known === undefined) {
          found.set(state, [{ copy, passages, passageAt }]);
        } else {
          known.push({ copy, passages, passageAt });
        }
      }
    }
    return found;
  }
}

const NOTHING: readonly CopyBetween[] = [];

function* capitalUses(readings: readonly Pick<UnitState, "source" | "words">[]) {
  for (const { source, words } of readings) {
    for (const [index, own] of words.entries()) {
      yield own.capitals(source.unit.text, blockOf(source, index));
    }
  }
}

function stayingOf(words: readonly PassageWords[], gone: Uint8Array): readonly number[] {
  const staying: number[] = [];
  for (let number = 0; number < words.length; number++) {
    const { rank, hashes } = words[number] as PassageWords;
    if (gone[number] === 0 && rank === "whole" && hashes.length >= SHORTEST_BETWEEN_ARTICLES) {
      staying.push(number);
    }
  }
  return staying;
}

function blockOf({ unit, passages }: CopyUnit, number: number): Block {
  return unit.blocks[passages[number] as number] as Block;
}

/** The blocks of a unit tile it, so that neighbours have nothing between them. */
function nextTo(passages: Uint32Array): Uint8Array {
  const isNextTo = new Uint8Array(passages.length);
  for (let number = 1; number < passages.length; number++) {
    isNextTo[number] = passages[number] === (passages[number - 1] as number) + 1 ? 1 : 0;
  }
  return isNextTo;
}

function answerFor(state: UnitState, between: readonly CopyBetween[], before: Answer | undefined): Answer {
  if (before !== undefined && (between === before.between || areSame(before.between, between))) {
    return before;
  }
  const found = between.map(({ copy, passageAt }) => foundCopy(copy, "file", passageAt));
  const all = found.length === 0 ? state.own : [...state.own, ...found].sort(inTextOrder);
  // A group that is searched again for one of its passages mostly says the same of the others.
  return {
    between,
    found: before !== undefined && areEqualLists(before.found, all, areEqualCopies) ? before.found : all,
  };
}

/** Whether the same was found, in units that are still the same. Groups come in no order, the copies of one in theirs. */
function areSame(before: readonly CopyBetween[], after: readonly CopyBetween[]): boolean {
  if (before.length !== after.length) {
    return false;
  }
  const known = new Map(before.map((one) => [one.copy, one] as const));
  return after.every((one) => {
    const old = known.get(one.copy);
    return (
      old !== undefined &&
      placesOf(one.copy).every(
        ({ first, last }) =>
          isSamePassage(old.passages[first], one.passages[first]) &&
          isSamePassage(old.passages[last], one.passages[last]),
      )
    );
  });
}

function isSamePassage(first: PlacedPassage | undefined, second: PlacedPassage | undefined): boolean {
  return first?.state === second?.state && first?.number === second?.number;
}

function placesOf({ kept, others }: GroupCopy): readonly Place[] {
  return [...kept, ...others];
}
