import type { ChangedPart } from "../text/changed-part.ts";
import type { PassageWords } from "./passage-words.ts";

/** What is asked of a unit here. */
interface ListedUnit {
  readonly words: readonly PassageWords[];
  /** The numbers of the passages that are compared with other units. */
  readonly staying: () => readonly number[];
}

/** The passages that are compared between units, one behind the other. */
export interface ListBetween {
  readonly words: readonly PassageWords[];
  /** For each unit the place of its first one, and one more for the end. */
  readonly starts: Uint32Array;
  /** In which the list may differ from the one before. */
  readonly change: ChangedPart;
}

export const NO_LIST: ListBetween = {
  words: [],
  starts: new Uint32Array(1),
  change: { start: 0, oldEnd: 0, newEnd: 0 },
};

/**
 * The list of units in place of another one.
 *
 * @param change Of the units.
 */
export function listBetween(
  states: readonly ListedUnit[],
  change: ChangedPart,
  before: ListBetween,
): ListBetween {
  const changed: PassageWords[] = [];
  for (const { staying, words } of states.slice(change.start, change.newEnd)) {
    for (const number of staying()) {
      changed.push(words[number] as PassageWords);
    }
  }
  const start = before.starts[change.start] as number;
  const oldEnd = before.starts[change.oldEnd] as number;
  const starts = new Uint32Array(states.length + 1);
  for (const [index, { staying }] of states.entries()) {
    starts[index + 1] = (starts[index] as number) + staying().length;
  }
  return {
    words: before.words.slice(0, start).concat(changed, before.words.slice(oldEnd)),
    starts,
    change: { start, oldEnd, newEnd: start + changed.length },
  };
}

/** The passage at a place of the list: the unit, its number, and the number of the passage in it. */
export function listedAt<State extends ListedUnit>(
  states: readonly State[],
  { starts }: ListBetween,
  place: number,
) {
  let low = 0;
  let high = states.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] as number) <= place) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  const state = states[low] as State;
  return { state, article: low, number: state.staying()[place - (starts[low] as number)] as number };
}
