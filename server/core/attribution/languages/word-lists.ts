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

/** Collects verbs by their forms; lives while a language is built. */
export class CueFormTable {
  readonly #forms = new Map<string, { form: VerbForm; verbs: CueVerb[] }>();

  add(form: string, kind: VerbForm, verb: CueVerb): void {
    const known = this.#forms.get(form);
    if (known?.form === "adjective" && kind !== "adjective") {
      this.#forms.set(form, { form: kind, verbs: [verb] });
    } else if (known !== undefined && kind === "adjective" && known.form !== kind) {
      return;
    } else if (known === undefined) {
      this.#forms.set(form, { form: kind, verbs: [verb] });
    } else {
      known.verbs.push(verb);
    }
  }

  finish(): ReadonlyMap<string, CueForm> {
    for (const { verbs } of this.#forms.values()) {
      verbs.sort((first, second) => second.particles.length - first.particles.length);
    }
    return this.#forms;
  }
}
