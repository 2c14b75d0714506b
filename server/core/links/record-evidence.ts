import type { Unit } from "../article/model.ts";
import { moveSpan } from "../article/move-span.ts";
import type { TextChange } from "../article/text-change.ts";
import type { DumpEvidence, UnitPlace } from "./gather-evidence.ts";

/** A unit that came in the place of another one, of which it differs inside one paragraph. */
export interface MovedUnit {
  readonly before: Unit;
  readonly after: Unit;
  readonly change: TextChange;
}

/** Evidence that remembers what it was asked. */
export interface AskedEvidence {
  readonly evidence: DumpEvidence;
  /**
   * Whether other evidence gives the same answers; if so, it is the one that is asked from then on.
   *
   * @param moved A place in the unit that was edited is the same one in the unit that came of it; its answer is the new place from then on.
   */
  holds(other: DumpEvidence, moved?: MovedUnit): boolean;
}

export function recordEvidence(first: DumpEvidence): AskedEvidence {
  let current = first;
  const asked = new Map<string, Question>();

  /** Asks, and notes question and answer unless that was done before. */
  function ask<Answer>(key: string, question: (of: DumpEvidence) => Answer, isSame: IsSame<Answer>): Answer {
    const known = asked.get(key);
    if (known !== undefined) {
      return known.answer as Answer;
    }
    const noted: Question = {
      answer: question(current),
      holds: (other, moved) => {
        const now = question(other);
        const holds = isSame(noted.answer as Answer, now, moved);
        noted.answer = holds ? now : noted.answer;
        return holds;
      },
    };
    asked.set(key, noted);
    return noted.answer as Answer;
  }

  return {
    evidence: {
      placeOf: (text) => ask(`place ${text}`, (of) => of.placeOf(text), areSamePlaces),
      standsAlone: (text) => ask(`alone ${text}`, (of) => of.standsAlone(text), Object.is),
      isKnownLink: (url) => ask(`link ${url}`, (of) => of.isKnownLink(url), Object.is),
      completions: (start, end) =>
        ask(`completions ${start}\n${end}`, (of) => of.completions(start, end), areSameLists),
      goesOn: (start) => ask(`on ${start}`, (of) => of.goesOn(start), Object.is),
      knownStart: (text) => ask(`start ${text}`, (of) => of.knownStart(text), Object.is),
      isKnownHost: (host) => ask(`host ${host}`, (of) => of.isKnownHost(host), Object.is),
      hosts: () => ask("hosts", (of) => of.hosts(), areSameLists),
      schemeOf: (host) => ask(`scheme ${host}`, (of) => of.schemeOf(host), Object.is),
      suffixUses: (suffix) => ask(`suffix ${suffix}`, (of) => of.suffixUses(suffix), Object.is),
      hasWord: (word) => ask(`word ${word}`, (of) => of.hasWord(word), Object.is),
    },
    holds: (other, moved) => {
      if (other !== current) {
        for (const { holds } of asked.values()) {
          if (!holds(other, moved)) {
            return false;
          }
        }
        current = other;
      }
      return true;
    },
  };
}

interface Question {
  answer: unknown;
  holds(other: DumpEvidence, moved: MovedUnit | undefined): boolean;
}

type IsSame<Answer> = (first: Answer, second: Answer, moved: MovedUnit | undefined) => boolean;

function areSamePlaces(
  first: UnitPlace | undefined,
  second: UnitPlace | undefined,
  moved: MovedUnit | undefined,
): boolean {
  if (first === undefined || second === undefined) {
    return first === second;
  }
  const isMoved = moved !== undefined && first.unit === moved.before && second.unit === moved.after;
  const span = isMoved ? moveSpan(first.span, moved.change) : first.span;
  return (
    (isMoved || first.unit === second.unit) &&
    span.start === second.span.start &&
    span.end === second.span.end
  );
}

function areSameLists(first: readonly string[], second: readonly string[]): boolean {
  return (
    first === second || (first.length === second.length && first.every((one, index) => one === second[index]))
  );
}
