/** A mark that was certainly found: where it started, and where it starts now. */
export interface Landmark {
  readonly before: number;
  readonly now: number;
  /** Whether it is no mark but an edge of the text, where anything may have been put in or taken away. */
  readonly isEdge?: boolean;
}

/** Where the marks around it say that a mark must be. */
export interface Expectation {
  /** By the mark before it, and by the one behind it; one of them may be missing. */
  readonly byBefore: number | undefined;
  readonly byBehind: number | undefined;
  /** UTF-16 units to the farther of the two edges of the text where one of them is the neighbour; 0 between two marks. */
  readonly edgeDistance: number;
  /** UTF-16 units between the two neighbours in the old text; 0 where one is missing. */
  readonly gap: number;
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
    const index = firstBehind(sorted, before);
    const neighbours = [sorted[index - 1], sorted[index]] as const;
    const known = neighbours.filter((neighbour) => neighbour !== undefined);
    if (known.length === 0) {
      return undefined;
    }
    const distance = Math.min(...known.map((neighbour) => Math.abs(neighbour.before - before)));
    const [byBefore, byBehind] = neighbours.map(
      (neighbour) => neighbour && before + neighbour.now - neighbour.before,
    );
    const edges = known.filter(({ isEdge }) => isEdge === true);
    const [one, other] = neighbours;
    return {
      gap: one === undefined || other === undefined ? 0 : other.before - one.before,
      edgeDistance: Math.max(0, ...edges.map((edge) => Math.abs(edge.before - before))),
      byBefore,
      byBehind,
      tolerance: Math.min(MOST_TOLERANCE, LEAST_TOLERANCE + GROWTH * distance),
    };
  };
}

/** The places that are expected, one or two. */
export function placesOf({ byBefore, byBehind }: Expectation): readonly number[] {
  return [byBefore, byBehind].filter((place) => place !== undefined);
}

/** Whether a start is where a mark is expected, by either of two neighbours. */
export function isExpected(expectation: Expectation, start: number): boolean {
  return placesOf(expectation).some((place) => Math.abs(place - start) <= expectation.tolerance);
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
