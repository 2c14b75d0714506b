/**
 * Which passages hold which shingle, and how many do. Open addressing over typed arrays, as a text of 10 MB has a million shingles.
 * A place is the number of a shingle in the table; it changes only in `reserve`.
 */
export class ShingleTable {
  /** Per place, side by side as they are read together: the shingle, 0 where there is none; how many hold it; its last posting plus one. */
  #places: Uint32Array;
  #mask: number;
  #used = 0;
  /** Per posting: the passage, and the posting before it plus one. */
  #postings = new Uint32Array(512);
  #count = 0;

  constructor() {
    this.#places = new Uint32Array(WIDTH * FEWEST_PLACES);
    this.#mask = FEWEST_PLACES - 1;
  }

  /** Calls back with each passage that holds the shingle of a place, the last that came first. */
  forEachHolder(place: number, take: (passage: number) => void): void {
    for (let posting = this.last(place); posting !== 0; posting = this.before(posting)) {
      take(this.holder(posting));
    }
  }

  /** Forgets all, and keeps the room. */
  clear(): void {
    this.#places.fill(0);
    this.#used = 0;
    this.#count = 0;
  }

  /**
   * Makes room for so many more shingles.
   *
   * @returns the new place of each old one, where they have changed.
   */
  reserve(more: number): Uint32Array | undefined {
    this.reservePostings(more);
    const before = this.#mask + 1;
    let places = before;
    while ((this.#used + more) * 1.5 > places) {
      places *= 2;
    }
    if (places === before) {
      return undefined;
    }
    const old = this.#places;
    this.#places = new Uint32Array(WIDTH * places);
    this.#mask = places - 1;
    const moved = new Uint32Array(before);
    for (let from = 0; from < before; from++) {
      const key = old[WIDTH * from] as number;
      if (key !== 0) {
        const place = this.#placeOf(key);
        moved[from] = place;
        this.#places.set(old.subarray(WIDTH * from, WIDTH * (from + 1)), WIDTH * place);
      }
    }
    letGo(old);
    return moved;
  }

  /** Makes room for so many postings, of which each shingle of a passage is one. */
  reservePostings(more: number): void {
    const postings = 2 * (this.#count + more);
    if (postings > this.#postings.length) {
      this.#postings = enlarged(this.#postings, Math.max(postings, Math.ceil(this.#postings.length * 1.5)));
    }
  }

  /**
   * Adds a shingle of a passage; all shingles of a passage are added one after the other, and there is room for them.
   *
   * @returns its place; -1 where the passage has it already.
   */
  add(shingle: number, passage: number): number {
    const key = shingle === 0 ? 1 : shingle;
    const places = this.#places;
    const postings = this.#postings;
    const place = this.#placeOf(key);
    const at = WIDTH * place;
    const head = places[at + HEAD] as number;
    if (head !== 0 && postings[2 * (head - 1)] === passage) {
      return -1;
    }
    if (places[at] === 0) {
      places[at] = key;
      this.#used++;
    }
    postings[2 * this.#count] = passage;
    postings[2 * this.#count + 1] = head;
    this.#count++;
    places[at + HEAD] = this.#count;
    places[at + COUNT] = (places[at + COUNT] as number) + 1;
    return place;
  }

  /**
   * One holder less. Its posting is taken out only from short lists: from a long one it goes when the list has become short, so
   * whoever walks a list looks whether its passages are still there.
   */
  remove(place: number, gone: Uint8Array, longestList: number): void {
    const at = WIDTH * place;
    const count = (this.#places[at + COUNT] as number) - 1;
    this.#places[at + COUNT] = count;
    if (count > longestList) {
      return;
    }
    let last = 0;
    for (let posting = this.last(place); posting !== 0; ) {
      const before = this.before(posting);
      if (gone[this.holder(posting)] === 0) {
        last = posting;
      } else if (last === 0) {
        this.#places[at + HEAD] = before;
      } else {
        this.#postings[2 * last - 1] = before;
      }
      posting = before;
    }
  }

  count(place: number): number {
    return this.#places[WIDTH * place + COUNT] as number;
  }

  /** The last posting of a place; 0 for none. */
  last(place: number): number {
    return this.#places[WIDTH * place + HEAD] as number;
  }

  /** The posting before; 0 for none. */
  before(posting: number): number {
    return this.#postings[2 * posting - 1] as number;
  }

  holder(posting: number): number {
    return this.#postings[2 * posting - 2] as number;
  }

  #placeOf(key: number): number {
    // Knuth's multiplicative hashing spreads the keys over the places.
    let place = (Math.imul(key, 0x9e3779b1) >>> 7) & this.#mask;
    for (;;) {
      const known = this.#places[WIDTH * place];
      if (known === 0 || known === key) {
        return place;
      }
      place = (place + 1) & this.#mask;
    }
  }
}

/** Numbers per place, and which of them is what. */
const WIDTH = 3;
const COUNT = 1;
const HEAD = 2;

const FEWEST_PLACES = 256;

/** A longer copy of an array, with zeros behind. The array itself, and all views of its memory, are of no use any more. */
export function enlarged<Numbers extends Uint8Array | Uint32Array>(array: Numbers, length: number): Numbers {
  const longer = new (array.constructor as new (length: number) => Numbers)(length);
  longer.set(array);
  letGo(array);
  return longer;
}

/** Gives an array's memory back: engines see how small the array is that they would tidy up, not how much it holds. */
function letGo({ buffer }: Uint8Array | Uint32Array): void {
  (buffer as ArrayBuffer & { readonly transfer?: (length: number) => unknown }).transfer?.(0);
}
