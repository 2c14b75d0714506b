import type { Random } from "../../support/random.ts";
import type { WordLists } from "../../support/word-lists.ts";

/**
 * How sentences of a language are made: each name stands for one of its alternatives, in which `{name}` stands for
 * another. Names without an alternative here are sections of the word lists in the singular (`{noun}`, `{person}`) or
 * figures (`{figure}`, `{decimal}`, `{percent}`).
 */
export type Grammar = Readonly<Record<string, readonly string[]>>;

/** Writes out one alternative of a name, with fresh words in every slot. */
export function expand(name: string, grammar: Grammar, words: WordLists, random: Random): string {
  const template = random.pick(alternatives(name, grammar, words, random));
  return fill(template, grammar, words, random);
}

/** Fills the slots of a template. */
export function fill(template: string, grammar: Grammar, words: WordLists, random: Random): string {
  return template.replaceAll(/\{(\w+)\}/gu, (_, name: string) => expand(name, grammar, words, random));
}

function alternatives(name: string, grammar: Grammar, words: WordLists, random: Random): readonly string[] {
  const rule = grammar[name] ?? words.get(SECTIONS[name] ?? name);
  if (rule !== undefined) {
    return rule;
  }
  switch (name) {
    case "figure":
      return [String(random.between(3, 989))];
    case "decimal":
      return [`${random.between(1, 89)}.${random.between(1, 9)}`];
    case "dayNumber":
      return [String(random.between(1, 28))];
    case "year":
      return [String(random.between(1961, 2023))];
    default:
      throw new RangeError(`The grammar has no rule and no words for {${name}}.`);
  }
}

const SECTIONS: Readonly<Record<string, string>> = {
  noun: "nouns",
  verb: "verbs",
  adjective: "adjectives",
  person: "people",
  place: "places",
  organisation: "organisations",
};
