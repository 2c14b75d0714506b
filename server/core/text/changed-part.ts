/** Where two lists differ. */
export interface ChangedPart {
  /** Up to here, and from the two ends on, both lists have the same objects. */
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Where two lists differ, by identity: what both have at their start and at their end is left out. */
export function changedPart(before: readonly unknown[], after: readonly unknown[]): ChangedPart {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) {
    start++;
  }
  let oldEnd = before.length;
  let newEnd = after.length;
  while (oldEnd > start && newEnd > start && before[oldEnd - 1] === after[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  return { start, oldEnd, newEnd };
}
