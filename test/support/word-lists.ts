import { readFileSync } from "node:fs";

export type LanguageId = "en" | "ru" | "ja" | "ar" | "zh";

/** The words of one language by section: `nouns`, `verbs`, `adjectives`, `people`, `places`, `organisations`, … */
export type WordLists = ReadonlyMap<string, readonly string[]>;

/** Reads test/support/words/<language>.txt: one entry a line, a line `# name` starts a section. */
export function readWordLists(language: LanguageId): WordLists {
  const lists = new Map<string, string[]>();
  let section: string[] = [];
  const text = readFileSync(new URL(`words/${language}.txt`, import.meta.url), "utf8");
  for (const line of text.split("\n")) {
    if (line.startsWith("# ")) {
      section = [];
      lists.set(line.slice(2), section);
    } else if (line !== "") {
      section.push(line);
    }
  }
  return lists;
}
