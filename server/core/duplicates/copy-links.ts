import type { Steps } from "../text/steps.ts";
import type { CopyOptions } from "./copy-options.ts";
import { mayBeCopies } from "./may-be-copies.ts";
import { MOST_IN_SKETCH, PassageWords } from "./passage-words.ts";
import { PlaceLists } from "./place-lists.ts";
import { enlarged, ShingleTable } from "./shingle-table.ts";

/**
 * A shingle that more passages than these hold tells them apart from nothing, and looking at all its holders is what makes such
 * searches quadratic. Passages of which there are more copies are linked by their sketches.
 */
const MOST_HOLDERS = 12;

/**
 * The least part of its rare shingles that the one of two copies that has fewer shares with the other. Of a paragraph of twelve
 * words four misspelt ones leave three shingles of eleven; a little less, because a space can get lost too.
 */
const MINIMUM_CONTAINMENT = 0.18;

/** Some tenths of a millisecond's work. */
export const PASSAGES_PER_STEP = 64;

/** Of the pairs of words of a long text, about so many are met for the first time: room is made for them in one go. */
const NEW_SHINGLES = 0.5;

const SHINGLES_PER_STEP = 1_024;

/** So many key strokes in one paragraph, at which it is removed and added again, cost less than starting anew for an article. */
const MOST_REMOVED = 200;

/** Of a passage that was removed nothing is asked any more. */
const NO_WORDS = new PassageWords(new Uint32Array(0), undefined, { rank: "short", cuts: [] });

/**
 * Which passages of a list may be copies of one another, or of a part: those that share rare shingles, or a hash of their
 * sketches, and most of their words. Whether two are linked is a matter of these two, of which shingles are rare, and of which
 * passage is the first to have a hash in its sketch; so after a change few links have to be looked at again, and the links are
 * those that a fresh list would have.
 *
 * Passages are numbered by whoever uses this; a number is used once.
 */
export class CopyLinks {
  readonly #options: CopyOptions;
  readonly #shingles = new ShingleTable();
  readonly #sketches = new ShingleTable();
  /** By passage: its words, and its places in the two tables. */
  #words: PassageWords[] = [];
  readonly #places = new PlaceLists();
  /** The passages that are there and compared at all. */
  #living = 0;
  readonly #sketchPlaces = new PlaceLists();
  /** 1 where a passage was removed. */
  #gone: Uint8Array = new Uint8Array(256);
  /** 1 while the links of a passage are to be found again. */
  #isDirty: Uint8Array = new Uint8Array(256);
  /** The rare shingles of a passage, or of its smallest part that is looked at by itself. */
  #least = new Uint32Array(256);
  /** While the links of a passage are looked for: the rare shingles shared with others. */
  #votes = new Uint32Array(256);
  readonly #links = new Map<number, Set<number>>();
  /** By the place of a hash of sketches the first passage that has it, where that was asked. */
  #firsts = new Map<number, number>();
  /** Since the last `relink`: whether shingles near the limit were rare, and the passages that came and went. */
  #wereRare = new Map<number, boolean>();
  #added: number[] = [];
  #removed: number[] = [];
  /** The passages that share shingles with the one that is looked at. */
  readonly #scratch: number[] = [];

  constructor(options: CopyOptions) {
    this.#options = options;
  }

  /** Forgets all passages and keeps the room. */
  clear(): void {
    this.#shingles.clear();
    this.#sketches.clear();
    this.#words = [];
    this.#living = 0;
    this.#places.clear();
    this.#sketchPlaces.clear();
    this.#gone.fill(0);
    this.#isDirty.fill(0);
    this.#links.clear();
    this.#firsts.clear();
    this.#wereRare.clear();
    this.#added = [];
    this.#removed = [];
  }

  /** Makes room for passages with numbers below a limit, and for so many words more. To be called before others come. */
  reserve(limit: number, words: number): void {
    this.#places.reservePlaces(words);
    this.#shingles.reservePostings(words);
    this.#makeRoom(Math.ceil(words * NEW_SHINGLES));
    this.#places.reserve(limit);
    this.#sketchPlaces.reserve(limit);
    if (limit > this.#least.length) {
      const length = Math.max(limit, 2 * this.#least.length);
      this.#gone = enlarged(this.#gone, length);
      this.#isDirty = enlarged(this.#isDirty, length);
      this.#least = enlarged(this.#least, length);
      this.#votes = enlarged(this.#votes, length);
    }
  }

  add(passage: number, words: PassageWords): void {
    this.#words[passage] = words;
    if (words.rank === "short") {
      return;
    }
    this.#added.push(passage);
    this.#living++;
    if (words.rank !== "formula") {
      this.#addShingles(passage, words);
    }
    this.#addSketch(passage, words);
  }

  remove(passage: number): void {
    this.#gone[passage] = 1;
    if ((this.#words[passage] as PassageWords).rank === "short") {
      return;
    }
    this.#removed.push(passage);
    this.#living--;
    for (let number = this.#places.start(passage); number < this.#places.end(passage); number++) {
      const place = this.#places.place(number);
      this.#noteRarity(place);
      this.#shingles.remove(place, this.#gone, MOST_HOLDERS);
    }
    for (const place of this.#sketchPlacesOf(passage)) {
      this.#sketches.remove(place, this.#gone, MOST_HOLDERS);
    }
  }

  /** Whether so many removed passages have piled up that starting anew is better. */
  isWasteful(living: number): boolean {
    return this.#words.length > 2 * living + MOST_REMOVED;
  }

  /** The passages that a passage is linked with. */
  partnersOf(passage: number): ReadonlySet<number> {
    return this.#links.get(passage) ?? NO_PARTNERS;
  }

  /**
   * Finds the links again that what came and went since the last time may have changed.
   *
   * @param order The place of each passage in the text.
   * @returns the passages whose links were looked for.
   */
  *relink(order: Int32Array): Steps<readonly number[]> {
    const dirty = yield* this.#dirtyPassages(order);
    // In text order, so that what is known of a passage is known before it is asked for.
    dirty.sort((first, second) => (order[first] as number) - (order[second] as number));
    for (const passage of [...this.#removed, ...dirty]) {
      for (const partner of this.#links.get(passage) ?? NO_PARTNERS) {
        this.#links.get(partner)?.delete(passage);
      }
      this.#links.delete(passage);
    }
    for (const [index, passage] of dirty.entries()) {
      this.#linkBySharedShingles(passage, order);
      this.#linkBySketch(passage, order);
      if (index % PASSAGES_PER_STEP === PASSAGES_PER_STEP - 1) {
        yield;
      }
    }
    for (const passage of dirty) {
      this.#isDirty[passage] = 0;
    }
    for (const passage of this.#removed) {
      this.#words[passage] = NO_WORDS;
    }
    this.#wereRare.clear();
    this.#added = [];
    this.#removed = [];
    return dirty;
  }

  #addShingles(passage: number, words: PassageWords): void {
    const { length } = words.hashes;
    this.#makeRoom(length);
    this.#places.begin(passage, length);
    for (let at = 0; at < length; at++) {
      const shingle = words.shingle(at);
      const place = shingle === undefined ? -1 : this.#shingles.add(shingle, passage);
      if (place >= 0) {
        this.#places.push(passage, place);
        this.#noteRarityBefore(place);
      }
    }
  }

  #makeRoom(shingles: number): void {
    const moved = this.#shingles.reserve(shingles);
    if (moved !== undefined) {
      this.#places.move(moved);
      this.#wereRare = new Map(
        [...this.#wereRare].map(([place, wasRare]) => [moved[place] as number, wasRare] as const),
      );
    }
  }

  #addSketch(passage: number, words: PassageWords): void {
    const moved = this.#sketches.reserve(MOST_IN_SKETCH);
    if (moved !== undefined) {
      this.#sketchPlaces.move(moved);
      this.#firsts = new Map(
        [...this.#firsts].map(([place, first]) => [moved[place] as number, first] as const),
      );
    }
    this.#sketchPlaces.begin(passage, MOST_IN_SKETCH);
    for (const hash of words.sketch()) {
      const place = this.#sketches.add(hash, passage);
      if (place >= 0) {
        this.#sketchPlaces.push(passage, place);
      }
    }
  }

  #sketchPlacesOf(passage: number): readonly number[] {
    const places: number[] = [];
    for (let number = this.#sketchPlaces.start(passage); number < this.#sketchPlaces.end(passage); number++) {
      places.push(this.#sketchPlaces.place(number));
    }
    return places;
  }

  /** For a shingle that is about to lose a holder, where that may make it rare. */
  #noteRarity(place: number): void {
    const count = this.#shingles.count(place);
    if (count === MOST_HOLDERS + 1 && !this.#wereRare.has(place)) {
      this.#wereRare.set(place, false);
    }
  }

  /** For a shingle that has just got one more holder, where that may have made it common. */
  #noteRarityBefore(place: number): void {
    const count = this.#shingles.count(place);
    if (count === MOST_HOLDERS + 1 && !this.#wereRare.has(place)) {
      this.#wereRare.set(place, true);
    }
  }

  *#dirtyPassages(order: Int32Array): Steps<number[]> {
    const dirty: number[] = [];
    const mark = (passage: number): void => {
      if (this.#gone[passage] === 0 && this.#isDirty[passage] === 0) {
        this.#isDirty[passage] = 1;
        dirty.push(passage);
      }
    };
    for (const passage of this.#added) {
      mark(passage);
    }
    if (dirty.length === this.#living) {
      this.#firsts.clear();
      return dirty;
    }
    let count = 0;
    for (const [place, wasRare] of this.#wereRare) {
      if (++count % SHINGLES_PER_STEP === 0) {
        yield;
      }
      if (wasRare !== this.#shingles.count(place) <= MOST_HOLDERS) {
        this.#shingles.forEachHolder(place, mark);
      }
    }
    for (const passage of this.#removed) {
      for (const place of this.#sketchPlacesOf(passage)) {
        if (this.#firsts.get(place) === passage) {
          this.#firsts.delete(place);
          this.#sketches.forEachHolder(place, mark);
        }
      }
    }
    for (const [index, passage] of this.#added.entries()) {
      if (index % PASSAGES_PER_STEP === PASSAGES_PER_STEP - 1) {
        yield;
      }
      for (const place of this.#gone[passage] === 0 ? this.#sketchPlacesOf(passage) : []) {
        const first = this.#firsts.get(place);
        if (first !== undefined && (order[passage] as number) < (order[first] as number)) {
          this.#firsts.set(place, passage);
          this.#sketches.forEachHolder(place, mark);
        }
      }
    }
    return dirty;
  }

  /** @param rare The rare shingles of the passage. */
  #leastOf(passage: number, rare: number): number {
    const { cuts, hashes } = this.#words[passage] as PassageWords;
    let least = rare;
    for (const cut of cuts) {
      least = Math.min(least, Math.max(1, cut), Math.max(1, hashes.length - cut));
    }
    return least;
  }

  /** Those before it in the text must have been looked at. */
  #linkBySharedShingles(passage: number, order: Int32Array): void {
    let rare = 0;
    const votes = this.#votes;
    const touched = this.#scratch;
    touched.length = 0;
    const at = order[passage] as number;
    const end = this.#places.end(passage);
    for (let number = this.#places.start(passage); number < end; number++) {
      const place = this.#places.place(number);
      const count = this.#shingles.count(place);
      if (count > MOST_HOLDERS) {
        continue;
      }
      rare++;
      if (count === 1) {
        continue;
      }
      for (
        let posting = this.#shingles.last(place);
        posting !== 0;
        posting = this.#shingles.before(posting)
      ) {
        const other = this.#shingles.holder(posting);
        // Of two that are looked at both the later one finds the other.
        if (this.#gone[other] === 1 || (this.#isDirty[other] === 1 && (order[other] as number) >= at)) {
          continue;
        }
        if (votes[other] === 0) {
          touched.push(other);
        }
        votes[other] = (votes[other] as number) + 1;
      }
    }
    const own = this.#leastOf(passage, rare);
    this.#least[passage] = own;
    for (const other of touched) {
      const shared = votes[other] as number;
      votes[other] = 0;
      const least = Math.min(own, this.#least[other] as number);
      if (other !== passage && shared >= MINIMUM_CONTAINMENT * least) {
        this.#linkIfAlike(passage, other);
      }
    }
  }

  #linkBySketch(passage: number, order: Int32Array): void {
    for (const place of this.#sketchPlacesOf(passage)) {
      if (this.#sketches.count(place) === 1) {
        continue;
      }
      const first = this.#firsts.get(place) ?? this.#findFirst(place, order);
      if (first !== passage) {
        this.#linkIfAlike(passage, first);
        continue;
      }
      this.#sketches.forEachHolder(place, (other) => {
        if (this.#gone[other] === 0 && this.#isDirty[other] === 0) {
          this.#linkIfAlike(passage, other);
        }
      });
    }
  }

  #findFirst(place: number, order: Int32Array): number {
    let first = -1;
    this.#sketches.forEachHolder(place, (other) => {
      const isBefore = first < 0 || (order[other] as number) < (order[first] as number);
      first = this.#gone[other] === 0 && isBefore ? other : first;
    });
    this.#firsts.set(place, first);
    return first;
  }

  #linkIfAlike(one: number, other: number): void {
    if (this.#links.get(one)?.has(other)) {
      return;
    }
    const [first, second] = [this.#words[one] as PassageWords, this.#words[other] as PassageWords];
    if (!mayBeCopies(first, second, this.#options)) {
      return;
    }
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = this.#links.get(from);
      if (known === undefined) {
        this.#links.set(from, new Set([to]));
      } else {
        known.add(to);
      }
    }
  }
}

const NO_PARTNERS: ReadonlySet<number> = new Set();
