import type { Unit } from "../article/model.ts";
import { lineAt, lineContentSpan, lineCount } from "../text/lines.ts";
import { ownText, type Span, sliceSpan } from "../text/span.ts";
import { trimSpan } from "../text/white-space.ts";
import type { LineRange } from "./changed-lines.ts";
import { changeCount } from "./known-links.ts";

/** Longer lines are paragraphs, and no one sticks a paragraph to a link. Code units. */
const LONGEST_STANDING = 240;

/** Stands for a unit from version to version. */
export interface UnitOwner {
  /** As it is in this version. */
  unit: Unit;
  /** Its number among the units. */
  order: number;
}

/** Of a text that one unit has once that unit, else how often each unit has it. */
type Holders = UnitOwner | Map<UnitOwner, number>;

/** What stands alone on a line of the units of a dump, and the words of it. Lines come and go a few at a time. */
export class StandingLines {
  readonly #holders = new Map<string, Holders>();
  /** Made when it is first asked for: in how many texts a word is. */
  #words: Map<string, number> | undefined;

  has(text: string): boolean {
    return this.#holders.has(text);
  }

  hasWord(word: string): boolean {
    if (this.#words === undefined) {
      this.#words = new Map();
      for (const text of this.#holders.keys()) {
        this.#countWords(text, 1);
      }
    }
    return this.#words.has(word);
  }

  /** The first unit that has a text. */
  firstHolder(text: string): Unit | undefined {
    const holders = this.#holders.get(text);
    if (!(holders instanceof Map)) {
      return holders?.unit;
    }
    let first: UnitOwner | undefined;
    for (const owner of holders.keys()) {
      first = first === undefined || owner.order < first.order ? owner : first;
    }
    return first?.unit;
  }

  /**
   * Counts the lines of a range, or takes them away again.
   *
   * @param note Is told of each text before it is counted.
   */
  count({ unit, from, to }: LineRange, owner: UnitOwner, by: 1 | -1, note: (text: string) => void): void {
    for (let line = from; line < to; line++) {
      const span = standingSpan(unit, line);
      if (span.end > span.start) {
        const text = sliceSpan(unit.text, span);
        note(text);
        // A slice would keep this version of the unit's text in memory.
        this.#countText(this.#holders.has(text) ? text : ownText(unit.text, span), owner, by);
      }
    }
  }

  #countText(text: string, owner: UnitOwner, by: 1 | -1): void {
    const known = this.#holders.get(text);
    if (known === undefined) {
      this.#holders.set(text, owner);
      this.#countWords(text, 1);
      return;
    }
    const counts = known instanceof Map ? known : new Map([[known, 1]]);
    const count = (counts.get(owner) ?? 0) + by;
    if (count > 0) {
      counts.set(owner, count);
    } else {
      counts.delete(owner);
    }
    if (counts.size > 0) {
      this.#holders.set(text, counts);
    } else {
      this.#holders.delete(text);
      this.#countWords(text, -1);
    }
  }

  /** The words of headlines, names and keywords; addresses and pieces of them say nothing on what is a word. */
  #countWords(text: string, by: 1 | -1): void {
    const words = this.#words;
    if (words === undefined || !(text.includes(" ") ? !text.includes("/") : /^\p{L}+$/u.test(text))) {
      return;
    }
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
      changeCount(words, word, by);
    }
  }
}

/** So many texts are looked for one by one; for more of them the lines of a unit are put into a map. */
const MOST_SEARCHES = 8;

/** Finds the first line of a unit that holds a text and nothing else. */
export class StandingPlaces {
  readonly #unit: Unit;
  #searches = 0;
  #places: Map<string, Span> | undefined;

  constructor(unit: Unit) {
    this.#unit = unit;
  }

  find(text: string): Span | undefined {
    this.#searches++;
    if (this.#searches > MOST_SEARCHES) {
      this.#places ??= placesIn(this.#unit);
      return this.#places.get(text);
    }
    const { text: all, lines } = this.#unit;
    for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
      const span = standingSpan(this.#unit, lineAt(lines, at));
      if (span.start === at && span.end === at + text.length) {
        return span;
      }
    }
    return undefined;
  }
}

function placesIn(unit: Unit): Map<string, Span> {
  const places = new Map<string, Span>();
  for (let line = 0; line < lineCount(unit.lines); line++) {
    const span = standingSpan(unit, line);
    const text = unit.text.slice(span.start, span.end);
    if (span.end > span.start && !places.has(text)) {
      places.set(text, span);
    }
  }
  return places;
}

/** What a line holds without the white space around it; nothing where that is too long. */
function standingSpan({ text, lines }: Unit, line: number): Span {
  const span = trimSpan(text, lineContentSpan(lines, line));
  return span.end - span.start <= LONGEST_STANDING ? span : { start: span.start, end: span.start };
}
