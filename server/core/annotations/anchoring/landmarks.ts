/** A mark that was certainly found: where it started, and where it starts now. */
export interface Landmark {
  readonly before: number;
  readonly now: number;
}

/** Where the marks around it say that a mark must be. */
export interface Expectation {
  /** One place, or one by the mark before it and one by the mark behind it. */
  readonly places: readonly number[];
  /** UTF-16 units that a mark may well be away from there: less where the next marks are near. */
  readonly tolerance: number;
}

/** The least tolerance: a few words put in or left out between two marks. */
const LEAST_TOLERANCE = 80;
/** Of the distance to the next mark, how much the text between may have grown or shrunk. */
const GROWTH = 0.15;
const MOST_TOLERANCE = 4000;

/**
 * Tells from marks that were found where others are to be expected, since text mostly moves in one piece.
 *
 * @param landmarks In any order.
 * @returns undefined from the function where there is no landmark at all.
 */
export function expectationsFrom(
  landmarks: readonly Landmark[],
): (before: number) => Expectation | undefined {
  const sorted = [...landmarks].sort((first, second) => first.before - second.before);
  return (before) => {
    const behind = firstBehind(sorted, before);
    const neighbours = [sorted[behind - 1], sorted[behind]].filter((neighbour) => neighbour !== undefined);
    if (neighbours.length === 0) {
      return undefined;
    }
    const distance = Math.min(...neighbours.map((neighbour) => Math.abs(neighbour.before - before)));
    return {
      places: neighbours.map((neighbour) => before + neighbour.now - neighbour.before),
      tolerance: Math.min(MOST_TOLERANCE, LEAST_TOLERANCE + GROWTH * distance),
    };
  };
}

/** How far a place is from where it is expected, by the nearer of two expectations. */
export function distanceFrom({ places }: Expectation, start: number): number {
  return Math.min(...places.map((place) => Math.abs(place - start)));
}

function firstBehind(sorted: readonly Landmark[], before: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as Landmark).before <= before) low = middle + 1;
    else high = middle;
  }
  return low;
}
