import type { Random } from "../../support/random.ts";
import { type LanguageId, readWordLists } from "../../support/word-lists.ts";
import { arabic } from "./arabic.ts";
import { english } from "./english.ts";
import { expand, type Grammar } from "./grammar.ts";
import { japanese } from "./japanese.ts";
import { russian } from "./russian.ts";

export type Script = "Latin" | "Cyrillic" | "Japanese" | "Arabic";

/** The languages that stand for the scripts. */
export type EvaluationLanguage = Exclude<LanguageId, "zh">;

export const SCRIPTS: readonly Script[] = ["Latin", "Cyrillic", "Japanese", "Arabic"];

/** Writes text of one language. */
export interface Language {
  readonly script: Script;
  readonly id: EvaluationLanguage;
  /** As a page states it: `en_EN`. */
  readonly code: string;
  /** What stands between two words and between two sentences. */
  readonly space: " " | "";
  readonly nouns: readonly string[];
  /** One alternative of a rule of the grammar, with a capital where the script has them. */
  write(rule: string, random: Random): string;
  /** The same without the capital, for the middle of a sentence. */
  writeInside(rule: string, random: Random): string;
  /** So many sentences as one paragraph. */
  paragraph(sentences: number, random: Random): string;
}

export function languageOf(script: Script): Language {
  return LANGUAGES[script];
}

const LANGUAGES: Readonly<Record<Script, Language>> = {
  Latin: makeLanguage("Latin", "en", english),
  Cyrillic: makeLanguage("Cyrillic", "ru", russian),
  Japanese: makeLanguage("Japanese", "ja", japanese),
  Arabic: makeLanguage("Arabic", "ar", arabic),
};

function makeLanguage(script: Script, id: EvaluationLanguage, grammar: Grammar): Language {
  const words = readWordLists(id);
  const space = script === "Japanese" ? "" : " ";
  const writeInside = (rule: string, random: Random): string =>
    expand(rule, grammar, words, random).replaceAll(",,", ",").replaceAll("،،", "،").replaceAll(",.", ".");
  const write = (rule: string, random: Random): string => withCapital(writeInside(rule, random));
  return {
    script,
    id,
    code: `${id}_${id.toUpperCase()}`,
    space,
    nouns: words.get("nouns") ?? [],
    write,
    writeInside,
    paragraph: (sentences, random) =>
      Array.from({ length: sentences }, () => write("sentence", random)).join(space),
  };
}

/** The first letter as a capital; an opening quotation mark may stand before it. */
function withCapital(text: string): string {
  return text.replace(/^([“«]?)(\p{Ll})/u, (_, mark: string, letter: string) => mark + letter.toUpperCase());
}
