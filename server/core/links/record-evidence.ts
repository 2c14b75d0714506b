import type { DumpEvidence } from "./gather-evidence.ts";

/** Evidence that remembers what it was asked, but for places: these say nothing of what is a link. */
export interface AskedEvidence {
  readonly evidence: DumpEvidence;
  /** Whether other evidence gives the same answers; if so, it is the one that is asked from then on. */
  holds(other: DumpEvidence): boolean;
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
    const answer = question(current);
    asked.set(key, { answer, holds: (other) => isSame(answer, question(other)) });
    return answer;
  }

  return {
    evidence: {
      placeOf: (text) => current.placeOf(text),
      placesVersion: () => current.placesVersion(),
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
    holds: (other) => {
      if (other !== current) {
        for (const { holds } of asked.values()) {
          if (!holds(other)) {
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
  readonly answer: unknown;
  holds(other: DumpEvidence): boolean;
}

type IsSame<Answer> = (first: Answer, second: Answer) => boolean;

function areSameLists(first: readonly string[], second: readonly string[]): boolean {
  return (
    first === second || (first.length === second.length && first.every((one, index) => one === second[index]))
  );
}
