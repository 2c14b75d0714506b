import { shingleWidth } from "./shingles.ts";
import type { WordRun, WordStream } from "./word-stream.ts";

/** A passage that shares shingles with the one that was asked for. */
export interface Candidate {
  /** The number under which it was added. */
  readonly passage: number;
  /** Broder's measures, 0..1, from the shingles that could be counted. */
  readonly resemblance: number;
  readonly containsOther: number;
  /**
   * Where the other passage starts in the run that was asked for, in words from the first of the run: negative where the
   * run starts inside the other one. By the majority of the shared shingles (R. S. Boyer, J S. Moore, MJRTY, 1981).
   */
  readonly offset: number;
}

/**
 * Of the passages that hold a shingle the first so many are remembered. What all paragraphs of a file share tells them
 * apart from nothing, and looking at all its holders is what makes such searches quadratic; the first ones are those that
 * are kept of many copies, so that a file in which every paragraph is like every other is still found to be one.
 */
const MOST_HOLDERS = 12;

/**
 * The least part of its shingles that the shorter of two copies shares with the longer one. Of a paragraph of twelve words
 * four misspelt ones leave three shingles of eleven; a little less, because a space can get lost too.
 */
const MINIMUM_CONTAINMENT = 0.18;

/** So many candidates are given of about equal length, the most alike; besides those of which the run holds one half. */
const MOST_ALIKE = 12;
const LEAST_HELD = 0.5;

/** A map from shingles to the passages that hold them and where; filled while it is asked. */
export class CandidateIndex {
  readonly #stream: WordStream;
  readonly #shingles: Uint32Array;
  /** Open addressing: the shingle of a slot; its last posting plus one, 0 for an empty slot; how many it has. */
  readonly #keys: Uint32Array;
  readonly #heads: Uint32Array;
  readonly #counts: Uint8Array;
  readonly #mask: number;
  /** Postings: the passage, the word where the shingle starts in it, and the posting before it plus one. */
  readonly #passages: Uint32Array;
  readonly #places: Uint32Array;
  readonly #previous: Uint32Array;
  #postings = 0;
  /** Per passage: the shingles and the first word it was added with. */
  readonly #sizes: Uint32Array;
  readonly #starts: Uint32Array;
  /** Per passage, while a question is answered: the shared shingles, and the vote on the offset. */
  readonly #votes: Uint32Array;
  readonly #offsets: Int32Array;
  readonly #majorities: Int32Array;

  /**
   * @param shingles By `hashShingles`.
   * @param most The greatest number of passages that will be added, and of their words.
   */
  constructor(
    stream: WordStream,
    shingles: Uint32Array,
    most: { readonly passages: number; readonly words: number },
  ) {
    this.#stream = stream;
    this.#shingles = shingles;
    const { passages, words } = most;
    let slots = 64;
    while (slots < words * 1.5) {
      slots *= 2;
    }
    this.#keys = new Uint32Array(slots);
    this.#heads = new Uint32Array(slots);
    this.#counts = new Uint8Array(slots);
    this.#mask = slots - 1;
    this.#passages = new Uint32Array(words);
    this.#places = new Uint32Array(words);
    this.#previous = new Uint32Array(words);
    this.#sizes = new Uint32Array(passages);
    this.#starts = new Uint32Array(passages);
    this.#votes = new Uint32Array(passages);
    this.#offsets = new Int32Array(passages);
    this.#majorities = new Int32Array(passages);
  }

  /** Adds the shingles of a run under a number; at most one run per number. */
  add(passage: number, run: WordRun): void {
    let size = 0;
    for (let at = run.from; at < run.to; at++) {
      if (at + shingleWidth(this.#stream, at) > run.to) {
        continue;
      }
      size++;
      const key = this.#shingles[at] as number;
      const slot = this.#slotOf(key);
      const head = this.#heads[slot] as number;
      const count = this.#counts[slot] as number;
      if (count < MOST_HOLDERS && (head === 0 || this.#passages[head - 1] !== passage)) {
        this.#keys[slot] = key;
        this.#passages[this.#postings] = passage;
        this.#places[this.#postings] = at;
        this.#previous[this.#postings] = head;
        this.#postings++;
        this.#heads[slot] = this.#postings;
        this.#counts[slot] = count + 1;
      }
    }
    this.#sizes[passage] = size;
    this.#starts[passage] = run.from;
  }

  /**
   * The passages added so far that may be copies of a run, or hold it, or stand in it; the most alike first, of many the most
   * alike alone.
   */
  find(run: WordRun): Candidate[] {
    const votes = this.#votes;
    const touched: number[] = [];
    let size = 0;
    let crowded = 0;
    for (let at = run.from; at < run.to; at++) {
      if (at + shingleWidth(this.#stream, at) > run.to) {
        continue;
      }
      size++;
      const slot = this.#slotOf(this.#shingles[at] as number);
      crowded += this.#counts[slot] === MOST_HOLDERS ? 1 : 0;
      for (let posting = this.#heads[slot] as number; posting > 0; ) {
        const passage = this.#passages[posting - 1] as number;
        if (votes[passage] === 0) {
          touched.push(passage);
        }
        votes[passage] = (votes[passage] as number) + 1;
        this.#voteForOffset(passage, at - run.from - (this.#places[posting - 1] as number));
        posting = this.#previous[posting - 1] as number;
      }
    }
    return this.#choose(touched, size, crowded);
  }

  #choose(touched: readonly number[], size: number, crowded: number): Candidate[] {
    const alike: Candidate[] = [];
    const held: Candidate[] = [];
    for (const passage of touched) {
      const other = this.#sizes[passage] as number;
      const shared = Math.min(this.#votes[passage] as number, size, other);
      this.#votes[passage] = 0;
      this.#majorities[passage] = 0;
      // Crowded shingles may be shared without having been counted.
      if (shared < MINIMUM_CONTAINMENT * (Math.min(size, other) - crowded)) {
        continue;
      }
      const resemblance = shared / (size + other - shared);
      const containsOther = shared / other;
      const isHeld = containsOther >= LEAST_HELD && 2 * other < size;
      const last = alike.at(-1);
      if (!isHeld && alike.length === MOST_ALIKE && last !== undefined && last.resemblance >= resemblance) {
        continue;
      }
      const offset = (this.#offsets[passage] as number) + (this.#starts[passage] as number);
      const candidate: Candidate = { passage, resemblance, containsOther, offset };
      if (isHeld) {
        held.push(candidate);
      } else {
        insert(alike, candidate);
      }
    }
    return [...alike, ...held.sort(compareCandidates)];
  }

  #voteForOffset(passage: number, offset: number): void {
    if (this.#majorities[passage] === 0) {
      this.#offsets[passage] = offset;
    }
    const isSame = this.#offsets[passage] === offset;
    this.#majorities[passage] = (this.#majorities[passage] as number) + (isSame ? 1 : -1);
  }

  #slotOf(key: number): number {
    // Knuth's multiplicative hashing spreads the keys over the slots.
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & this.#mask;
    while (this.#heads[slot] !== 0 && this.#keys[slot] !== key) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }
}

function insert(alike: Candidate[], candidate: Candidate): void {
  let place = alike.length;
  while (place > 0 && compareCandidates(alike[place - 1] as Candidate, candidate) > 0) {
    place--;
  }
  alike.splice(place, 0, candidate);
  if (alike.length > MOST_ALIKE) {
    alike.pop();
  }
}

/** The most alike first, of equal ones the earlier. */
function compareCandidates(first: Candidate, second: Candidate): number {
  return second.resemblance - first.resemblance || first.passage - second.passage;
}
