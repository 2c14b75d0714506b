import { isDash, isQuote } from "../../../text/characters.ts";
import {
  isClosingBracket,
  isOpeningBracket,
  isSentenceTerminator,
  letterCase,
} from "../../../text/script.ts";
import type { Span } from "../../../text/span.ts";
import type { Steps } from "../../../text/steps.ts";
import { isWhiteSpace } from "../../../text/white-space.ts";

/**
 * How many sentences of a line follow the one before without a space (`saying.“While`, `listless.Commits`), counting up
 * to `limit`. An initial before the full stop (`U.S.Army`, `J.Smith`) is no such place, nor is a name such as `Mail.ru`.
 */
export function countSentenceJoints(text: string, span: Span, limit: number): number {
  let joints = 0;
  for (let at = span.start + 2; at < span.end - 2 && joints < limit; at++) {
    if (isSentenceTerminator(text.charCodeAt(at)) && isJoint(text, at, span)) {
      joints++;
    }
  }
  return joints;
}

function isJoint(text: string, terminator: number, span: Span): boolean {
  const before = text.charCodeAt(terminator - 1);
  const isWordBefore =
    isQuote(before) ||
    isClosingBracket(before) ||
    letterCase(text, terminator - 1) !== "upper" ||
    before >= 0x600;
  // A letter alone before the full stop is an initial or an abbreviation.
  if (!isWordBefore || isWhiteSpace(before) || isWhiteSpace(text.charCodeAt(terminator - 2))) {
    return false;
  }
  let at = terminator + 1;
  while (at < span.end && (isQuote(text.charCodeAt(at)) || isClosingBracket(text.charCodeAt(at)))) {
    at++;
  }
  if (at < span.end && isOpeningBracket(text.charCodeAt(at))) {
    at++;
  }
  // Scripts that write no spaces have none behind a full stop either: there it says nothing.
  return (
    at < span.end &&
    text.charCodeAt(terminator) < 0x3000 &&
    letterCase(text, at) === "upper" &&
    at - terminator <= 4
  );
}

/** As much of a line's start tells the line, in code units. */
export const START_LENGTH = 24;

/**
 * As much of two lines tells that they stand side by side, in code units: half of it on either side is more than the
 * phrases that sentences of one article end and start with again.
 */
export const JUNCTION_LENGTH = 80;

/** How two neighbouring lines stand in the run-together text, if they stand there side by side. */
export type Junction = "space" | "nothing" | undefined;

/** Code units that are searched in a millisecond or two. */
const UNITS_PER_STEP = 262_144;

/**
 * Looks for many short passages in one long text at once (Karp and Rabin's rolling hash): linear in the text, whatever
 * their number. White space, quotes and dashes compare folded, as in design.md §2. All passages have one length.
 */
export class PassageSearch {
  readonly #length: number;
  /** What a unit counts for in the hash when it leaves the window. */
  readonly #top: number;
  readonly #passages: string[] = [];
  readonly #byHash = new Map<number, number[]>();
  readonly #found: boolean[] = [];

  /** @param length Of the passages, in code units. */
  constructor(length: number) {
    this.#length = length;
    this.#top = power(HASH_BASE, length - 1);
  }

  /** Adds the passage and gives its number; -1 when it is too short to be looked for. */
  add(passage: string): number {
    const length = this.#length;
    const needle = passageToFind(passage, length);
    if (needle === undefined) {
      return -1;
    }
    let hash = 0;
    for (let at = 0; at < length; at++) {
      hash = (Math.imul(hash, HASH_BASE) + needle.charCodeAt(at)) | 0;
    }
    const number = this.#passages.length;
    this.#passages.push(needle);
    this.#found.push(false);
    const same = this.#byHash.get(hash);
    if (same === undefined) {
      this.#byHash.set(hash, [number]);
    } else {
      same.push(number);
    }
    return number;
  }

  /** The same for a span of any length, some of it at a time. */
  *searchInSteps(text: string, span: Span): Steps<void> {
    for (let start = span.start; start < span.end; start += UNITS_PER_STEP) {
      // A passage that goes over into the next piece is found there.
      const overlap = Math.max(span.start, start - this.#length + 1);
      this.search(text, { start: overlap, end: Math.min(span.end, start + UNITS_PER_STEP) });
      yield;
    }
  }

  /** Marks every passage that stands in the span. */
  search(text: string, span: Span): void {
    const length = this.#length;
    const top = this.#top;
    if (this.#passages.length === 0 || span.end - span.start < length) {
      return;
    }
    const { filter, shift } = this.#createFilter();
    // The folded units of the passage that ends here, so that each is folded once.
    const window = new Uint16Array(length);
    const firstEnd = span.start + length - 1;
    let slot = 0;
    let hash = 0;
    for (let at = span.start; at < span.end; at++) {
      const unit = text.charCodeAt(at);
      const folded = unit < 0x80 ? (foldedAscii[unit] as number) : foldUnit(unit);
      hash = (Math.imul(hash - Math.imul(window[slot] as number, top), HASH_BASE) + folded) | 0;
      window[slot] = folded;
      slot = slot === length - 1 ? 0 : slot + 1;
      if (filter[hash >>> shift] === 1 && at >= firstEnd) {
        this.#mark(text, at - length + 1, hash);
      }
    }
  }

  /** Tells by a hash's first bits that nothing looked for has it: small for an article, larger where much is looked for. */
  #createFilter(): { readonly filter: Uint8Array; readonly shift: number } {
    const wanted = this.#byHash.size * FILTER_PLACES;
    const bits = Math.min(Math.max(32 - Math.clz32(wanted), LEAST_FILTER_BITS), MOST_FILTER_BITS);
    const filter = new Uint8Array(1 << bits);
    const shift = 32 - bits;
    for (const hash of this.#byHash.keys()) {
      filter[hash >>> shift] = 1;
    }
    return { filter, shift };
  }

  found(number: number): boolean {
    return number >= 0 && this.#found[number] === true;
  }

  #mark(text: string, start: number, hash: number): void {
    const numbers = this.#byHash.get(hash);
    if (numbers === undefined || this.#found[numbers[0] as number] === true) {
      return;
    }
    for (const number of numbers) {
      if (standsAt(text, start, this.#passages[number] as string)) {
        this.#found[number] = true;
      }
    }
  }
}

/** A passage as it stands in a folded text; undefined where it is too short to be looked for. */
export function passageToFind(passage: string, length: number): string | undefined {
  return passage.length < length ? undefined : foldUnits(passage.slice(0, length));
}

/** The end of one line and the start of the next, joined, half from either side; the longer side makes up for the shorter. */
export function junctionPassage(
  text: string,
  lines: { readonly before: Span; readonly joiner: " " | ""; readonly after: Span },
  length: number,
): string {
  const { before, joiner, after } = lines;
  const ahead = Math.min(after.end - after.start, length / 2);
  const back = Math.min(before.end - before.start, length - ahead - joiner.length);
  const more = Math.min(after.end - after.start, length - back - joiner.length);
  return text.slice(before.end - back, before.end) + joiner + text.slice(after.start, after.start + more);
}

/** The start of a line, as long as is looked for; shorter when the line is. */
export function startPassage(text: string, line: Span): string {
  return text.slice(line.start, Math.min(line.end, line.start + START_LENGTH));
}

/** One place of so many is taken, so that few hashes are looked up in vain; up to a megabyte. */
const FILTER_PLACES = 16;
const LEAST_FILTER_BITS = 10;
const MOST_FILTER_BITS = 20;
const HASH_BASE = 0x01000193;

function power(base: number, exponent: number): number {
  let result = 1;
  for (let count = 0; count < exponent; count++) {
    result = Math.imul(result, base);
  }
  return result;
}

function standsAt(text: string, start: number, needle: string): boolean {
  for (let index = 0; index < needle.length; index++) {
    if (foldUnit(text.charCodeAt(start + index)) !== needle.charCodeAt(index)) {
      return false;
    }
  }
  return true;
}

/** White space, quotes and dashes compare folded, unit for unit. */
export function foldUnits(passage: string): string {
  if (!NEEDS_FOLDING.test(passage)) {
    return passage;
  }
  let folded = "";
  let start = 0;
  for (let at = 0; at < passage.length; at++) {
    const unit = passage.charCodeAt(at);
    const replacement = foldUnit(unit);
    if (replacement !== unit) {
      folded += passage.slice(start, at) + String.fromCharCode(replacement);
      start = at + 1;
    }
  }
  return folded + passage.slice(start);
}

/** Whether a unit of a passage is folded to another one: not ASCII, white space but spaces, quotation marks but `"`. */
const NEEDS_FOLDING = /[^ -&(-_a-~]/;

const foldedAscii = Uint8Array.from({ length: 0x80 }, (_, unit) => foldUnit(unit));

/** One unit for one unit, so that offsets stay: quotes, dashes and white space of any kind are the same. */
function foldUnit(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) {
    return unit;
  }
  if (isQuote(unit)) {
    return 0x22;
  }
  if (unit >= 0x80 && isDash(unit)) {
    return 0x2d;
  }
  return isWhiteSpace(unit) ? 0x20 : unit;
}
