import { type ChangedPart, changedPart } from "../text/changed-part.ts";
import type { Steps } from "../text/steps.ts";
import { CopyLinks, PASSAGES_PER_STEP } from "./copy-links.ts";
import type { CopyOptions } from "./copy-options.ts";
import type { PassageWords } from "./passage-words.ts";

/** Passages in text order. */
export interface PassageList {
  /** The same object in a later list is the same passage, whether or not it stands at the same place. */
  readonly words: readonly PassageWords[];
  /** 1 where a passage follows the one before it with nothing between them; undefined where that makes no difference. */
  readonly isNextTo: Uint8Array | undefined;
}

/** Passages that hang together by links: whether one of them is a copy depends on these alone. */
export interface PassageGroup<Outcome> {
  /** The places of the passages in the list, ascending. Among them are short lines beside the others, which may be pieces of one. */
  readonly places: () => readonly number[];
  /** What was found in the group; kept as long as the group stays as it is. */
  outcome: Outcome | undefined;
}

interface OwnGroup<Outcome> extends PassageGroup<Outcome> {
  /** The numbers of those that are linked, of the short lines beside them, and of all, in text order. */
  readonly members: readonly number[];
  readonly beside: readonly number[];
  readonly passages: readonly number[];
}

/** More short lines beside a passage are no pieces of one. */
const MOST_SHORT_LINES = 200;

/**
 * Parts a list of passages into groups of those that may be copies of one another. After a change only the groups that it can
 * reach are made anew; what comes out is what a fresh list would give.
 */
export class PassageGroups<Outcome> {
  readonly #options: CopyOptions;
  #links: CopyLinks;
  #words: readonly PassageWords[] = [];
  /** By place in the list the number of a passage; numbers are given once. */
  #numbers: Uint32Array = new Uint32Array(0);
  #next = 0;
  #isNextTo: Uint8Array | undefined;
  /** By number: the place in the list; its group. */
  #order = new Int32Array(256);
  readonly #groupOf = new Map<number, OwnGroup<Outcome>>();
  /** By the number of a short line the groups that it stands beside a passage of. */
  readonly #besideOf = new Map<number, Set<OwnGroup<Outcome>>>();
  readonly #groups = new Set<OwnGroup<Outcome>>();

  constructor(options: CopyOptions) {
    this.#options = options;
    this.#links = new CopyLinks(options);
  }

  /** Forgets all passages and keeps the room. */
  clear(): void {
    this.#links.clear();
    this.#words = [];
    this.#numbers = new Uint32Array(0);
    this.#isNextTo = undefined;
    this.#next = 0;
    this.#groupOf.clear();
    this.#besideOf.clear();
    this.#groups.clear();
  }

  /** The groups of the list that was given last, in no order. */
  groups(): Iterable<PassageGroup<Outcome>> {
    return this.#groups;
  }

  /**
   * Takes a list in place of the one before.
   *
   * @param changed A part outside which both lists have the same passages, where the caller knows one.
   */
  *update(list: PassageList, changed?: ChangedPart): Steps<void> {
    let change = changed ?? changedPart(this.#words, list.words);
    if (this.#links.isWasteful(this.#words.length)) {
      this.#links = new CopyLinks(this.#options);
      this.clear();
      change = { start: 0, oldEnd: 0, newEnd: list.words.length };
    }
    const { numbers, added, removed } = this.#numbersOf(list, change);
    let words = 0;
    for (const place of added) {
      words += (list.words[place] as PassageWords).hashes.length;
    }
    this.#links.reserve(this.#next, words);
    if (this.#next > this.#order.length) {
      const order = new Int32Array(2 * this.#next);
      order.set(this.#order);
      this.#order = order;
    }
    for (const number of removed) {
      this.#links.remove(number);
    }
    for (const [index, place] of added.entries()) {
      this.#links.add(numbers[place] as number, list.words[place] as PassageWords);
      if (index % PASSAGES_PER_STEP === PASSAGES_PER_STEP - 1) {
        yield;
      }
    }
    const end = change.oldEnd === change.newEnd ? change.newEnd : numbers.length;
    for (let place = change.start; place < end; place++) {
      this.#order[numbers[place] as number] = place;
    }
    this.#words = list.words;
    this.#numbers = numbers;
    const dirty = yield* this.#links.relink(this.#order);
    const touched = this.#touchedContexts(list.isNextTo, change);
    this.#isNextTo = list.isNextTo;
    yield* this.#regroup(removed, dirty, touched);
  }

  /** Known passages keep their numbers as long as they stay in order. */
  #numbersOf(
    list: PassageList,
    { start, oldEnd, newEnd }: ChangedPart,
  ): {
    readonly numbers: Uint32Array;
    readonly added: readonly number[];
    readonly removed: readonly number[];
  } {
    const numbers = new Uint32Array(list.words.length);
    numbers.set(this.#numbers.subarray(0, start));
    numbers.set(this.#numbers.subarray(oldEnd), newEnd);
    const known = new Map<PassageWords, number>();
    for (let place = oldEnd - 1; place >= start; place--) {
      known.set(this.#words[place] as PassageWords, place);
    }
    const added: number[] = [];
    const removed: number[] = [];
    let last = start - 1;
    for (let place = start; place < newEnd; place++) {
      const old = known.get(list.words[place] as PassageWords);
      if (old === undefined || old <= last) {
        numbers[place] = this.#next++;
        added.push(place);
        continue;
      }
      for (let passed = last + 1; passed < old; passed++) {
        removed.push(this.#numbers[passed] as number);
      }
      numbers[place] = this.#numbers[old] as number;
      last = old;
    }
    for (let passed = last + 1; passed < oldEnd; passed++) {
      removed.push(this.#numbers[passed] as number);
    }
    return { numbers, added, removed };
  }

  /**
   * The passages that have another neighbour, short lines aside, or short lines between them and it that came, went, or are no longer next to each
   * other: what is a piece of what depends on who stands next to whom.
   */
  #touchedContexts(
    isNextTo: Uint8Array | undefined,
    { start, oldEnd, newEnd }: ChangedPart,
  ): ReadonlySet<number> {
    const touched = new Set<number>();
    const before = this.#isNextTo;
    if (isNextTo === undefined || before === undefined || this.#groups.size === 0) {
      return touched;
    }
    for (let place = 0; place < start; place++) {
      if (before[place] !== isNextTo[place]) {
        this.#touch(place, touched);
      }
    }
    for (let place = start; place <= newEnd; place++) {
      if (this.#isShort(place - 1) || this.#isShort(place)) {
        this.#touch(place, touched);
      }
    }
    for (let place = newEnd; place < isNextTo.length; place++) {
      if (before[place - newEnd + oldEnd] !== isNextTo[place]) {
        this.#touch(place, touched);
      }
    }
    // Who stood, or stands now, next to each other, and whom a short line stood beside.
    const parts = start === oldEnd || start === newEnd || this.#isShort(start - 1) || this.#isShort(newEnd);
    if (parts && (start < oldEnd || start < newEnd)) {
      this.#walk(start - 1, -1, touched);
      this.#walk(newEnd, 1, touched);
    }
    return touched;
  }

  #isShort(place: number): boolean {
    return this.#words[place]?.rank === "short";
  }

  #touch(place: number, touched: Set<number>): void {
    this.#walk(place - 1, -1, touched);
    this.#walk(place, 1, touched);
  }

  /** Over short lines to the first passage that is none. */
  #walk(from: number, step: 1 | -1, touched: Set<number>): void {
    for (let count = 0; count <= MOST_SHORT_LINES; count++) {
      const place = from + step * count;
      const words = this.#words[place];
      if (words === undefined) {
        return;
      }
      if (words.rank !== "short") {
        touched.add(this.#numbers[place] as number);
        return;
      }
    }
  }

  *#regroup(removed: readonly number[], dirty: readonly number[], touched: ReadonlySet<number>): Steps<void> {
    const stale = new Set<OwnGroup<Outcome>>();
    for (const number of [...removed, ...dirty, ...touched]) {
      const group = this.#groupOf.get(number);
      if (group !== undefined) {
        stale.add(group);
      }
    }
    for (const number of removed) {
      for (const group of this.#besideOf.get(number) ?? []) {
        stale.add(group);
      }
    }
    const gone = new Set(removed);
    const seeds = new Set(dirty);
    const known = new Map<number, OwnGroup<Outcome>>();
    for (const group of stale) {
      this.#drop(group);
      known.set(group.members[0] as number, group);
      for (const number of group.members) {
        this.#groupOf.delete(number);
        if (!gone.has(number)) {
          seeds.add(number);
        }
      }
    }
    for (const seed of seeds) {
      if (!this.#groupOf.has(seed) && this.#links.partnersOf(seed).size > 0) {
        const members = this.#connected(seed);
        const group = this.#groupWith(members);
        const old = known.get(group.members[0] as number);
        const isOld = old !== undefined && isSameList(old.passages, group.passages);
        this.#addGroup(isOld && !members.some((number) => touched.has(number)) ? old : group);
        yield;
      }
    }
  }

  #addGroup(group: OwnGroup<Outcome>): void {
    this.#groups.add(group);
    for (const number of group.members) {
      const other = this.#groupOf.get(number);
      if (other !== undefined) {
        this.#drop(other);
      }
      this.#groupOf.set(number, group);
    }
    for (const number of group.beside) {
      const groups = this.#besideOf.get(number);
      if (groups === undefined) {
        this.#besideOf.set(number, new Set([group]));
      } else {
        groups.add(group);
      }
    }
  }

  #drop(group: OwnGroup<Outcome>): void {
    this.#groups.delete(group);
    for (const number of group.beside) {
      const groups = this.#besideOf.get(number);
      groups?.delete(group);
      if (groups?.size === 0) {
        this.#besideOf.delete(number);
      }
    }
  }

  #groupWith(connected: readonly number[]): OwnGroup<Outcome> {
    const inOrder = (first: number, second: number): number =>
      (this.#order[first] as number) - (this.#order[second] as number);
    const members = [...connected].sort(inOrder);
    const own = new Set(members);
    const all = new Set(members);
    for (const number of members) {
      this.#addShortLines(all, number, -1);
      this.#addShortLines(all, number, 1);
    }
    const passages = all.size === members.length ? members : [...all].sort(inOrder);
    return {
      members,
      beside: passages === members ? NO_NUMBERS : passages.filter((number) => !own.has(number)),
      passages,
      places: () => passages.map((number) => this.#order[number] as number),
      outcome: undefined,
    };
  }

  #addShortLines(all: Set<number>, number: number, step: 1 | -1): void {
    let place = this.#order[number] as number;
    for (let count = 0; count < MOST_SHORT_LINES; count++) {
      const next = this.#words[place + step];
      if (this.#isNextTo?.[step === 1 ? place + 1 : place] !== 1 || next?.rank !== "short") {
        return;
      }
      place += step;
      all.add(this.#numbers[place] as number);
    }
  }

  #connected(seed: number): readonly number[] {
    const found = [seed];
    const known = new Set(found);
    for (let index = 0; index < found.length; index++) {
      for (const partner of this.#links.partnersOf(found[index] as number)) {
        if (!known.has(partner)) {
          known.add(partner);
          found.push(partner);
        }
      }
    }
    return found;
  }
}

const NO_NUMBERS: readonly number[] = [];

function isSameList(first: readonly number[], second: readonly number[]): boolean {
  return first.length === second.length && first.every((number, index) => number === second[index]);
}
