import { Session } from "node:inspector";

/**
 * How many blocks of the program are run while something is done: V8's own counters, which do not depend on the
 * machine or on what else it does. Work inside V8 (searching a string, matching a pattern) is not counted.
 */
export class WorkCounter {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#post("Profiler.enable");
  }

  count(work: () => void): number {
    this.#post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    try {
      this.#take();
      work();
      return this.#take();
    } finally {
      this.#post("Profiler.stopPreciseCoverage");
    }
  }

  [Symbol.dispose](): void {
    this.#session.disconnect();
  }

  /** The counts since they were last taken, of the product's files alone. */
  #take(): number {
    const { result } = this.#post("Profiler.takePreciseCoverage") as Coverage;
    let sum = 0;
    for (const { url, functions } of result) {
      if (/\/server\//u.test(url)) {
        for (const { ranges } of functions) {
          for (const { count } of ranges) {
            sum += count;
          }
        }
      }
    }
    return sum;
  }

  /** With a session of the own thread the answer is there when `post` returns. */
  #post(method: string, parameters: object = {}): unknown {
    let answer: unknown;
    this.#session.post(method, parameters, (error, result) => {
      if (error !== null) {
        throw new Error(`${method}: ${error.message}`);
      }
      answer = result;
    });
    return answer;
  }
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}
