/** Parts of a text, in text order: parallel arrays, as a document has hundreds of thousands. */
export interface TextParts {
  /** Offsets of the whole text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** One unsigned 32-bit hash per part. */
  readonly hashes: Uint32Array;
}

/** Collects the parts of a text; lives for one scan. */
export class PartList {
  #starts: Uint32Array<ArrayBuffer>;
  #ends: Uint32Array<ArrayBuffer>;
  #hashes: Uint32Array<ArrayBuffer>;
  #count = 0;

  /** @param expected The number of parts that room is made for at once. */
  constructor(expected: number) {
    const room = 4 + Math.ceil(expected);
    this.#starts = new Uint32Array(room);
    this.#ends = new Uint32Array(room);
    this.#hashes = new Uint32Array(room);
  }

  add(start: number, end: number, hash: number): void {
    const count = this.#count;
    if (count === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
      this.#hashes = grown(this.#hashes);
    }
    this.#starts[count] = start;
    this.#ends[count] = end;
    this.#hashes[count] = hash;
    this.#count = count + 1;
  }

  /** Views of what was collected. */
  parts(): TextParts {
    return {
      starts: this.#starts.subarray(0, this.#count),
      ends: this.#ends.subarray(0, this.#count),
      hashes: this.#hashes.subarray(0, this.#count),
    };
  }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
