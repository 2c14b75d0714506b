import { mergeSpans, type Span } from "./span.ts";

/**
 * What became of a run of the old text: `kept` stands in the new text letter by letter, `copy` was removed but stands
 * letter by letter in a copy that stays, `gone` has no counterpart (white space, line breaks, text without a copy).
 */
export type PassageKind = "kept" | "copy" | "gone";

/** Maps `[start, end)` of the old text: offset by offset from `to` on, or as a whole to `to` when it is `gone`. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly to: number;
  readonly kind: PassageKind;
}

/**
 * Leads from offsets of an old text to offsets of a new one where passages were moved, joined and removed, which the
 * edits alone cannot say: to them a move is a deletion. The passages are not empty and tile the old
 * text in order.
 */
export interface PassageMap {
  readonly oldLength: number;
  readonly newLength: number;
  readonly passages: readonly Passage[];
}

/** Which neighbour an offset between two passages belongs to: the start of a mark looks `after` it, its end `before`. */
export type Affinity = "before" | "after";

/** Numbers only, so that it can be written to JSON as it is: the two lengths, then length, target and kind per passage. */
export type SerialisedPassageMap = readonly number[];

const KINDS: readonly PassageKind[] = ["kept", "copy", "gone"];
const HEADER_LENGTH = 2;
const PASSAGE_LENGTH = 3;

/** The map of a text onto itself. */
export function identityPassageMap(length: number): PassageMap {
  const passages: Passage[] = length === 0 ? [] : [{ start: 0, end: length, to: 0, kind: "kept" }];
  return { oldLength: length, newLength: length, passages };
}

/** The new offset of an old one; an offset outside the old text is clamped to it. Binary search. */
export function mapThroughPassages(map: PassageMap, offset: number, affinity: Affinity): number {
  const clamped = Math.min(Math.max(offset, 0), map.oldLength);
  const passage = map.passages[passageIndexAt(map.passages, clamped, affinity)];
  if (passage === undefined) return affinity === "before" ? 0 : map.newLength;
  return passage.kind === "gone" ? passage.to : passage.to + (clamped - passage.start);
}

/**
 * Where the text of an old span stands in the new text: sorted, disjoint, not empty spans; several when something was
 * put in or moved out between them, none when nothing of it has a counterpart.
 */
export function mapSpanThroughPassages(map: PassageMap, span: Span): Span[] {
  const images: Span[] = [];
  for (let index = passageIndexAt(map.passages, span.start, "after"); index < map.passages.length; index++) {
    const passage = map.passages[index] as Passage;
    if (passage.start >= span.end) break;
    const start = Math.max(passage.start, span.start);
    const end = Math.min(passage.end, span.end);
    if (passage.kind === "gone" || start >= end) continue;
    images.push({ start: passage.to + start - passage.start, end: passage.to + end - passage.start });
  }
  return mergeSpans(images);
}

/** The map that does what `first` does and then what `second` does. */
export function composePassageMaps(first: PassageMap, second: PassageMap): PassageMap {
  if (first.newLength !== second.oldLength) {
    throw new RangeError(
      `The first map leads to ${first.newLength} units, the second starts from ${second.oldLength}.`,
    );
  }
  const passages: Passage[] = [];
  for (const passage of first.passages) {
    if (passage.kind === "gone")
      passages.push({ ...passage, to: mapThroughPassages(second, passage.to, "before") });
    else appendThrough(passages, passage, second);
  }
  return { oldLength: first.oldLength, newLength: second.newLength, passages: mergePassages(passages) };
}

/**
 * The map that changes nothing but leads some passages to copies of them in the same text. In front of the map of a
 * change that takes these passages away, it leads what was said about them to the copies that stay.
 *
 * @param copies Sorted by start, not empty, not overlapping.
 */
export function copyPassageMap(length: number, copies: readonly Omit<Passage, "kind">[]): PassageMap {
  const passages: Passage[] = [];
  let at = 0;
  for (const copy of copies) {
    if (copy.start > at) {
      passages.push({ start: at, end: copy.start, to: at, kind: "kept" });
    }
    passages.push({ ...copy, kind: "copy" });
    at = copy.end;
  }
  if (length > at) {
    passages.push({ start: at, end: length, to: at, kind: "kept" });
  }
  return { oldLength: length, newLength: length, passages: mergePassages(passages) };
}

export function serialisePassageMap(map: PassageMap): SerialisedPassageMap {
  const numbers = [map.oldLength, map.newLength];
  for (const { start, end, to, kind } of map.passages) numbers.push(end - start, to, KINDS.indexOf(kind));
  return numbers;
}

/** Undefined when the numbers are no passage map: they may come from a file that somebody else wrote. */
export function deserialisePassageMap(numbers: readonly unknown[]): PassageMap | undefined {
  if (!numbers.every(isOffset)) return undefined;
  const [oldLength, newLength] = numbers;
  if (oldLength === undefined || newLength === undefined) return undefined;
  const passages: Passage[] = [];
  let start = 0;
  for (let index = HEADER_LENGTH; index < numbers.length; index += PASSAGE_LENGTH) {
    const length = numbers[index] as number;
    const to = numbers[index + 1];
    const kind = KINDS[numbers[index + 2] ?? KINDS.length];
    if (to === undefined || kind === undefined || length === 0) return undefined;
    if ((kind === "gone" ? to : to + length) > newLength) return undefined;
    passages.push({ start, end: start + length, to, kind });
    start += length;
  }
  return start === oldLength ? { oldLength, newLength, passages } : undefined;
}

/** Joins neighbours that one passage can say, so that a map stays as small as what was changed. */
export function mergePassages(passages: readonly Passage[]): Passage[] {
  const merged: Passage[] = [];
  for (const passage of passages) {
    const last = merged.at(-1);
    if (last !== undefined && continues(last, passage))
      merged[merged.length - 1] = { ...last, end: passage.end };
    else merged.push(passage);
  }
  return merged;
}

function continues(last: Passage, passage: Passage): boolean {
  if (last.kind !== passage.kind || last.end !== passage.start) return false;
  return passage.to === (passage.kind === "gone" ? last.to : last.to + last.end - last.start);
}

/** Cuts the image of a passage at the second map's passages and leads each part on. */
function appendThrough(passages: Passage[], passage: Passage, second: PassageMap): void {
  const shift = passage.start - passage.to;
  const end = passage.end - shift;
  for (
    let index = passageIndexAt(second.passages, passage.to, "after");
    index < second.passages.length;
    index++
  ) {
    const target = second.passages[index] as Passage;
    if (target.start >= end) break;
    const from = Math.max(target.start, passage.to);
    const until = Math.min(target.end, end);
    passages.push({
      start: from + shift,
      end: until + shift,
      to: target.kind === "gone" ? target.to : target.to + from - target.start,
      kind: target.kind === "kept" ? passage.kind : target.kind,
    });
  }
}

/** The passage that holds an offset; 0 when there are none. */
function passageIndexAt(passages: readonly Passage[], offset: number, affinity: Affinity): number {
  let low = 0;
  let high = passages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    const start = (passages[middle] as Passage).start;
    if (affinity === "after" ? start <= offset : start < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isOffset(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
