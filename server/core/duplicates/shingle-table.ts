/**
 * Which passages hold which shingle, and how many do. Open addressing over typed arrays, as a text of 10 MB has a million shingles.
 * A place is the number of a shingle in the table; it changes only in `reserve`.
 */
export class ShingleTable {
  /** The shingle at a place, 0 where there is none; how many passages hold it; its last posting plus one. */
  #keys: Uint32Array;
  #counts: Uint32Array;
  #heads: Uint32Array;
  #mask: number;
  #used = 0;
  /** Postings: the passage, and the posting before it plus one. */
  #holders = new Uint32Array(256);
  #before = new Uint32Array(256);
  #postings = 0;

  constructor() {
    this.#keys = new Uint32Array(FEWEST_PLACES);
    this.#counts = new Uint32Array(FEWEST_PLACES);
    this.#heads = new Uint32Array(FEWEST_PLACES);
    this.#mask = FEWEST_PLACES - 1;
  }

  /** Forgets all, and keeps the room. */
  clear(): void {
    this.#keys.fill(0);
    this.#counts.fill(0);
    this.#heads.fill(0);
    this.#used = 0;
    this.#postings = 0;
  }

  /**
   * Makes room for so many more shingles.
   *
   * @returns the new place of each old one, where they have changed.
   */
  reserve(more: number): Uint32Array | undefined {
    this.#reservePostings(this.#postings + more);
    let places = this.#keys.length;
    while ((this.#used + more) * 1.5 > places) {
      places *= 2;
    }
    if (places === this.#keys.length) {
      return undefined;
    }
    const [keys, counts, heads] = [this.#keys, this.#counts, this.#heads];
    this.#keys = new Uint32Array(places);
    this.#counts = new Uint32Array(places);
    this.#heads = new Uint32Array(places);
    this.#mask = places - 1;
    const moved = new Uint32Array(keys.length);
    for (let old = 0; old < keys.length; old++) {
      const key = keys[old] as number;
      if (key !== 0) {
        const place = this.#placeOf(key);
        moved[old] = place;
        this.#keys[place] = key;
        this.#counts[place] = counts[old] as number;
        this.#heads[place] = heads[old] as number;
      }
    }
    return moved;
  }

  /**
   * Adds a shingle of a passage; all shingles of a passage are added one after the other, and there is room for them.
   *
   * @returns its place; -1 where the passage has it already.
   */
  add(shingle: number, passage: number): number {
    const key = shingle === 0 ? 1 : shingle;
    const place = this.#placeOf(key);
    const head = this.#heads[place] as number;
    if (head !== 0 && this.#holders[head - 1] === passage) {
      return -1;
    }
    if (this.#keys[place] === 0) {
      this.#keys[place] = key;
      this.#used++;
    }
    this.#holders[this.#postings] = passage;
    this.#before[this.#postings] = head;
    this.#postings++;
    this.#heads[place] = this.#postings;
    this.#counts[place] = (this.#counts[place] as number) + 1;
    return place;
  }

  /**
   * One holder less. Its posting is taken out only from short lists: from a long one it goes when the list has become short, so
   * whoever walks a list looks whether its passages are still there.
   */
  remove(place: number, gone: Uint8Array, longestList: number): void {
    const count = (this.#counts[place] as number) - 1;
    this.#counts[place] = count;
    if (count > longestList) {
      return;
    }
    let last = 0;
    for (let posting = this.#heads[place] as number; posting !== 0; ) {
      const before = this.#before[posting - 1] as number;
      if (gone[this.#holders[posting - 1] as number] === 0) {
        last = posting;
      } else if (last === 0) {
        this.#heads[place] = before;
      } else {
        this.#before[last - 1] = before;
      }
      posting = before;
    }
  }

  count(place: number): number {
    return this.#counts[place] as number;
  }

  /** The last posting of a place; 0 for none. */
  last(place: number): number {
    return this.#heads[place] as number;
  }

  /** The posting before; 0 for none. */
  before(posting: number): number {
    return this.#before[posting - 1] as number;
  }

  holder(posting: number): number {
    return this.#holders[posting - 1] as number;
  }

  #placeOf(key: number): number {
    // Knuth's multiplicative hashing spreads the keys over the places.
    let place = (Math.imul(key, 0x9e3779b1) >>> 7) & this.#mask;
    while (this.#keys[place] !== 0 && this.#keys[place] !== key) {
      place = (place + 1) & this.#mask;
    }
    return place;
  }

  #reservePostings(count: number): void {
    if (count > this.#holders.length) {
      const size = Math.max(count, Math.ceil(this.#holders.length * 1.5));
      this.#holders = enlarged(this.#holders, size);
      this.#before = enlarged(this.#before, size);
    }
  }
}

const FEWEST_PLACES = 256;

/** A longer copy of an array, with zeros behind. */
export function enlarged(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(length);
  longer.set(array);
  return longer;
}
