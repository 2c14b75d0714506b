import { parentPort, workerData } from "node:worker_threads";
import { readCorpus } from "./corpus.ts";
import { drawInput, tryInput } from "./inputs.ts";
import { kindOf } from "./property.ts";
import { shrink } from "./shrink.ts";
import { TARGETS } from "./targets/all.ts";

/** What the main thread gives. */
export interface FuzzWork {
  readonly seed: number;
  readonly first: number;
  /** The number to stop at. */
  readonly behind: number;
  /** Names of targets. */
  readonly targets: readonly string[];
  /** Of the clock of `Date.now()`. */
  readonly until: number;
  /** The number of the input that is being tried, for the main thread to see when one hangs. */
  readonly progress: Int32Array;
  /** Kinds of failure that were found before; they are counted and not made smaller again. */
  readonly known: readonly string[];
}

/** What the worker tells: an input that was tried, a failure, or that its time is over. */
export type FuzzReport =
  | {
      readonly kind: "failure";
      readonly target: string;
      readonly number: number;
      readonly salt: number;
      readonly text: string;
      readonly found: string;
      readonly message: string;
    }
  | { readonly kind: "tried"; readonly target: string }
  | { readonly kind: "done"; readonly next: number };

fuzz(workerData as FuzzWork);

function fuzz({ seed, first, behind, targets, until, progress, known }: FuzzWork): void {
  const corpus = readCorpus();
  const chosen = TARGETS.filter(({ name }) => targets.includes(name));
  const seen = new Set(known);
  let number = first;
  for (; number < behind && Date.now() < until; number++) {
    Atomics.store(progress, 0, number);
    const input = drawInput(corpus, chosen, seed, number);
    const { name } = input.target;
    const failure = tryInput(input);
    post({ kind: "tried", target: name });
    if (failure === undefined) {
      continue;
    }
    const kind = kindOf(failure.error);
    if (seen.has(`${name}: ${kind}`)) {
      continue;
    }
    seen.add(`${name}: ${kind}`);
    const failsAlike = (text: string): boolean => {
      const again = tryInput({ ...input, text });
      // The main thread takes a number that stands still for a hang.
      Atomics.add(progress, 1, 1);
      return again !== undefined && kindOf(again.error) === kind;
    };
    const text = shrink(input.text, failsAlike, () => Date.now());
    const last = tryInput({ ...input, text })?.error ?? failure.error;
    const message = last instanceof Error ? (last.stack ?? last.message) : String(last);
    post({ kind: "failure", target: name, number, salt: input.salt, text, found: kind, message });
  }
  post({ kind: "done", next: number });
}

function post(report: FuzzReport): void {
  parentPort?.postMessage(report);
}
