import type { WordRun } from "./word-stream.ts";

/** Words of one run in whose place the other run has other words, or none. Numbers of the stream; one side may be empty. */
export interface Gap {
  readonly first: WordRun;
  readonly second: WordRun;
}

/**
 * The shortest way from one run of words to another, as the gaps between the words that both have, in order: the greedy
 * algorithm of E. W. Myers (An O(ND) difference algorithm and its variations, 1986). Time O((N + M) D), space O(D²).
 *
 * @param mostEdits The greatest D, words left out and words put in counted together.
 * @returns undefined where more edits would be needed.
 */
export function alignWords(
  hashes: Uint32Array,
  first: WordRun,
  second: WordRun,
  mostEdits: number,
): readonly Gap[] | undefined {
  let { from: firstFrom, to: firstTo } = first;
  let { from: secondFrom, to: secondTo } = second;
  if (Math.abs(firstTo - firstFrom - (secondTo - secondFrom)) > mostEdits) {
    return undefined;
  }
  while (firstFrom < firstTo && secondFrom < secondTo && hashes[firstFrom] === hashes[secondFrom]) {
    firstFrom++;
    secondFrom++;
  }
  while (firstFrom < firstTo && secondFrom < secondTo && hashes[firstTo - 1] === hashes[secondTo - 1]) {
    firstTo--;
    secondTo--;
  }
  const core = { first: { from: firstFrom, to: firstTo }, second: { from: secondFrom, to: secondTo } };
  if (firstFrom === firstTo || secondFrom === secondTo) {
    const edits = firstTo - firstFrom + secondTo - secondFrom;
    return edits > mostEdits ? undefined : slide(hashes, edits === 0 ? [] : [core], first, second);
  }
  const trace = searchPath(hashes, core, mostEdits);
  return trace === undefined ? undefined : slide(hashes, gapsOf(core, trace), first, second);
}

/**
 * For each number of edits d the furthest places reached in the first run on the diagonals -d, -d + 2 … d; `NOWHERE` where
 * a diagonal cannot be reached.
 */
type Trace = readonly Int32Array[];

const NOWHERE = -1;

function searchPath(hashes: Uint32Array, core: Gap, mostEdits: number): Trace | undefined {
  const { first, second } = core;
  const width = first.to - first.from;
  const height = second.to - second.from;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= mostEdits; edits++) {
    const before = trace[edits - 1];
    const reached = new Int32Array(edits + 1);
    trace.push(reached);
    for (let index = 0; index <= edits; index++) {
      const diagonal = 2 * index - edits;
      let x = before === undefined ? 0 : Math.max(downTo(before, index, core), rightTo(before, index, core));
      let y = x - diagonal;
      while (x !== NOWHERE && x < width && y < height && hashes[first.from + x] === hashes[second.from + y]) {
        x++;
        y++;
      }
      reached[index] = x;
      if (x === width && y === height) {
        return trace;
      }
    }
  }
  return undefined;
}

/** Where a word of the second run is put in: the place in the first stays. */
function downTo(before: Int32Array, index: number, { second }: Gap): number {
  const x = index < before.length ? (before[index] as number) : NOWHERE;
  const y = x - (2 * index - before.length);
  return y > second.to - second.from ? NOWHERE : x;
}

/** Where a word of the first run is left out. */
function rightTo(before: Int32Array, index: number, { first }: Gap): number {
  const x = index > 0 ? (before[index - 1] as number) : NOWHERE;
  return x === NOWHERE || x >= first.to - first.from ? NOWHERE : x + 1;
}

function gapsOf(core: Gap, trace: Trace): Gap[] {
  const { first, second } = core;
  const gaps: Gap[] = [];
  let x = first.to - first.from;
  let y = second.to - second.from;
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const before = trace[edits - 1] as Int32Array;
    const index = (x - y + edits) / 2;
    const down = downTo(before, index, core);
    const right = rightTo(before, index, core);
    const isDown = down >= right;
    const startX = isDown ? down : right;
    // Back over the words that are equal, to where the edit led.
    y -= x - startX;
    x = startX;
    const previousX = isDown ? x : x - 1;
    const previousY = isDown ? y - 1 : y;
    addGap(gaps, {
      first: { from: first.from + previousX, to: first.from + x },
      second: { from: second.from + previousY, to: second.from + y },
    });
    x = previousX;
    y = previousY;
  }
  return gaps.reverse();
}

/** Gaps come from the last to the first; those that touch are one. */
function addGap(gaps: Gap[], gap: Gap): void {
  const behind = gaps.at(-1);
  if (behind !== undefined && behind.first.from === gap.first.to && behind.second.from === gap.second.to) {
    gaps[gaps.length - 1] = {
      first: { from: gap.first.from, to: behind.first.to },
      second: { from: gap.second.from, to: behind.second.to },
    };
  } else {
    gaps.push(gap);
  }
}

/**
 * A word that is left out may be one of several places that look alike: `on Monday|, it said on Monday` lacks its last words or
 * those in the middle. Gaps with an empty side are slid to the right where that lets them meet the next gap or the end, then
 * to the left where they meet the one before or the start: what is missing in one piece is seen to be, at an edge above all.
 */
function slide(hashes: Uint32Array, gaps: readonly Gap[], first: WordRun, second: WordRun): readonly Gap[] {
  const slid: Gap[] = [];
  for (let index = gaps.length - 1; index >= 0; index--) {
    const gap = gaps[index] as Gap;
    const next = slid.at(-1);
    const firstLimit = next === undefined ? first.to : next.first.from;
    const secondLimit = next === undefined ? second.to : next.second.from;
    addGap(slid, slidRight(hashes, gap, firstLimit, secondLimit));
  }
  const joined: Gap[] = [];
  for (const gap of slid.reverse()) {
    const last = joined.at(-1);
    const firstStart = last === undefined ? first.from : last.first.to;
    const secondStart = last === undefined ? second.from : last.second.to;
    // What is missing at the end stays there.
    const isAtEnd = gap.first.to === first.to && gap.second.to === second.to;
    const moved = isAtEnd ? gap : slidLeft(hashes, gap, firstStart, secondStart);
    if (last !== undefined && last.first.to === moved.first.from && last.second.to === moved.second.from) {
      joined[joined.length - 1] = {
        first: { from: last.first.from, to: moved.first.to },
        second: { from: last.second.from, to: moved.second.to },
      };
    } else {
      joined.push(moved);
    }
  }
  return joined;
}

function slidRight(hashes: Uint32Array, gap: Gap, firstLimit: number, secondLimit: number): Gap {
  const isFirstEmpty = gap.first.from === gap.first.to;
  if (!isFirstEmpty && gap.second.from !== gap.second.to) {
    return gap;
  }
  const long = isFirstEmpty ? gap.second : gap.first;
  const longLimit = isFirstEmpty ? secondLimit : firstLimit;
  let by = 0;
  while (long.to + by < longLimit && hashes[long.from + by] === hashes[long.to + by]) {
    by++;
  }
  return long.to + by === longLimit ? moved(gap, by) : gap;
}

function slidLeft(hashes: Uint32Array, gap: Gap, firstStart: number, secondStart: number): Gap {
  const isFirstEmpty = gap.first.from === gap.first.to;
  if (!isFirstEmpty && gap.second.from !== gap.second.to) {
    return gap;
  }
  const long = isFirstEmpty ? gap.second : gap.first;
  const longStart = isFirstEmpty ? secondStart : firstStart;
  let by = 0;
  while (long.from - by > longStart && hashes[long.from - by - 1] === hashes[long.to - by - 1]) {
    by++;
  }
  return long.from - by === longStart ? moved(gap, -by) : gap;
}

function moved({ first, second }: Gap, by: number): Gap {
  return {
    first: { from: first.from + by, to: first.to + by },
    second: { from: second.from + by, to: second.to + by },
  };
}
