import { seededRandom } from "./seeded-random.ts";

/**
 * A sample of fixed size drawn while the paths stream by (Vitter's algorithm R), so that a folder of any size takes no
 * more memory. The same seed and the same paths in the same order draw the same sample.
 */
export class PathSample {
  readonly #size: number;
  readonly #drawn: { readonly path: string; readonly position: number }[] = [];
  readonly #random: () => number;
  #offered = 0;

  constructor(size: number, seed: number) {
    this.#size = size;
    this.#random = seededRandom(seed);
  }

  offer(path: string): void {
    const entry = { path, position: this.#offered };
    this.#offered++;
    if (this.#drawn.length < this.#size) {
      this.#drawn.push(entry);
      return;
    }
    const place = Math.floor(this.#random() * this.#offered);
    if (place < this.#size) {
      this.#drawn[place] = entry;
    }
  }

  /** In the order in which they were offered. */
  paths(): string[] {
    return [...this.#drawn].sort((first, second) => first.position - second.position).map(({ path }) => path);
  }
}
