import type { Random } from "../support/random.ts";
import type { Corpus } from "./corpus.ts";

/** What is tried: how inputs are made, and what must hold of each. */
export interface Target {
  readonly name: string;
  /** How often it comes up beside the others. */
  readonly share: number;
  make(corpus: Corpus, random: Random): string;
  /**
   * Throws where something does not hold: a `Violation`, or whatever the product throws. The same text and the same random
   * numbers do the same.
   */
  check(text: string, random: Random): void;
}

/** A property that does not hold. */
export class Violation extends Error {
  readonly property: string;

  constructor(property: string, detail: string) {
    super(`${property}: ${detail}`);
    this.name = "Violation";
    this.property = property;
  }
}

/** @param detail Is only made where it is needed. */
export function hold(isTrue: boolean, property: string, detail: () => string): asserts isTrue {
  if (!isTrue) {
    throw new Violation(property, detail());
  }
}

/** For a report: text on one line, with what is not seen spelt out. */
export function shown(text: string, limit = 300): string {
  return JSON.stringify(text.slice(0, limit)).replaceAll(
    /[\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What two failures must share to be the same one: the property, or the kind of error and where it was thrown. */
export function kindOf(error: unknown): string {
  if (error instanceof Violation) {
    return error.property;
  }
  if (!(error instanceof Error)) {
    return String(error);
  }
  const place = /\((?:file:\/\/)?[^)]*?((?:server|client)\/[^):]+:\d+)/u.exec(error.stack ?? "")?.[1];
  return `${error.name} at ${place ?? "an unknown place"}`;
}
