import type { CueForm, CueVerb, SourcePhrase, Tag, VerbForm } from "../language.ts";

/** The words of a list written with white space between them. */
export function wordList(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== "");
}

export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap(wordList));
}

/** Where a word stands under several tags, the first one holds. */
export function taggedWords(lists: readonly (readonly [Tag, string])[]): Map<string, Tag> {
  const words = new Map<string, Tag>();
  for (const [tag, list] of lists) {
    for (const word of wordList(list)) {
      if (!words.has(word)) {
        words.set(word, tag);
      }
    }
  }
  return words;
}

/** Phrases parted by semicolons, the longest first, so that the first that fits is the best. */
export function phraseList(phrases: string, place: SourcePhrase["place"]): SourcePhrase[] {
  return phrases
    .split(";")
    .map((phrase) => ({ words: wordList(phrase), place }))
    .filter(({ words }) => words.length > 0)
    .sort((first, second) => second.words.length - first.words.length);
}

/** Collects verbs and adjectives by their forms; lives while a language is built. */
export class CueFormTable {
  readonly #forms = new Map<
    string,
    { form: VerbForm | undefined; verbs: CueVerb[]; adjectives: CueVerb[] }
  >();

  /** Where a form stands for several verbs, the first one says which form it is. */
  addVerb(form: string, kind: VerbForm, verb: CueVerb): void {
    const entry = this.#entry(form);
    entry.form ??= kind;
    entry.verbs.push(verb);
  }

  addAdjective(adjective: string, cue: CueVerb): void {
    this.#entry(adjective).adjectives.push(cue);
  }

  finish(): ReadonlyMap<string, CueForm> {
    for (const { verbs, adjectives } of this.#forms.values()) {
      for (const list of [verbs, adjectives]) {
        list.sort((first, second) => second.particles.length - first.particles.length);
      }
    }
    return this.#forms;
  }

  #entry(form: string) {
    const known = this.#forms.get(form);
    if (known !== undefined) {
      return known;
    }
    const entry = { form: undefined, verbs: [], adjectives: [] };
    this.#forms.set(form, entry);
    return entry;
  }
}
