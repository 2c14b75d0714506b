import { enlarged } from "./shingle-table.ts";

/**
 * Lists of places in a table, by the number of a passage: one behind the other in one array, for an array of its own costs a passage more
 * than its places take. A list that is no longer asked for stays until all are forgotten.
 */
export class PlaceLists {
  #pool = new Uint32Array(1_024);
  #used = 0;
  /** By passage: where its list starts and ends in the pool. */
  #starts = new Uint32Array(256);
  #ends = new Uint32Array(256);

  /** Forgets all lists and keeps the room. */
  clear(): void {
    this.#used = 0;
    this.#starts.fill(0);
    this.#ends.fill(0);
  }

  /** Makes room for passages with numbers below a limit. */
  reserve(limit: number): void {
    if (limit > this.#starts.length) {
      const length = Math.max(limit, 2 * this.#starts.length);
      this.#starts = enlarged(this.#starts, length);
      this.#ends = enlarged(this.#ends, length);
    }
  }

  /** Makes room for so many more places. */
  reservePlaces(more: number): void {
    if (this.#used + more > this.#pool.length) {
      this.#pool = enlarged(this.#pool, Math.max(this.#used + more, Math.ceil(1.5 * this.#pool.length)));
    }
  }

  /** Starts the list of a passage, which will have no more than so many places. */
  begin(passage: number, most: number): void {
    this.reservePlaces(most);
    this.#starts[passage] = this.#used;
    this.#ends[passage] = this.#used;
  }

  /** Adds a place to the list that was begun last. */
  push(passage: number, place: number): void {
    this.#pool[this.#used++] = place;
    this.#ends[passage] = this.#used;
  }

  /** The places of a passage have the numbers from `start` to `end`. */
  start(passage: number): number {
    return this.#starts[passage] as number;
  }

  end(passage: number): number {
    return this.#ends[passage] as number;
  }

  place(number: number): number {
    return this.#pool[number] as number;
  }

  /** @param moved By place the new one. */
  move(moved: Uint32Array): void {
    const pool = this.#pool;
    for (let number = 0; number < this.#used; number++) {
      pool[number] = moved[pool[number] as number] as number;
    }
  }
}
