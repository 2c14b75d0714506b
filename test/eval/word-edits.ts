import type { Random } from "../support/random.ts";
import type { Language } from "./language/language.ts";

/** The words of a text that can be exchanged, as spans; in a script without spaces, the nouns of the word list. */
export function wordSpans(text: string, language: Language): readonly { start: number; end: number }[] {
  if (language.space === " ") {
    return [...text.matchAll(/\S+/gu)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
    }));
  }
  const spans: { start: number; end: number }[] = [];
  const byLength = [...language.nouns].sort((first, second) => second.length - first.length);
  for (let at = 0; at < text.length; ) {
    const noun = byLength.find((word) => text.startsWith(word, at));
    if (noun === undefined) {
      at++;
    } else {
      spans.push({ start: at, end: at + noun.length });
      at += noun.length;
    }
  }
  return spans;
}

/** How long a text is in words; of a script without spaces two characters count as one. */
export function lengthInWords(text: string, language: Language): number {
  return language.space === " " ? text.split(/\s+/u).length : Math.round(text.length / 2);
}

/** Replaces so many words, each by another noun. */
export function replaceWords(text: string, count: number, language: Language, random: Random): string {
  return editWords(text, count, language, random, () => random.pick(language.nouns));
}

export function dropWords(text: string, count: number, language: Language, random: Random): string {
  return editWords(text, count, language, random, () => "")
    .replaceAll(/ {2,}/gu, " ")
    .trim();
}

export function addWords(text: string, count: number, language: Language, random: Random): string {
  return editWords(
    text,
    count,
    language,
    random,
    (word) => `${language.writeInside("insertion", random)}${language.space}${word}`,
  );
}

function editWords(
  text: string,
  count: number,
  language: Language,
  random: Random,
  edit: (word: string) => string,
): string {
  const chosen = new Set<number>();
  const spans = wordSpans(text, language);
  for (let tries = 0; chosen.size < Math.min(count, spans.length) && tries < 100; tries++) {
    chosen.add(random.below(spans.length));
  }
  let result = text;
  for (const index of [...chosen].sort((first, second) => second - first)) {
    const { start, end } = spans[index] as { start: number; end: number };
    const [, open = "", word = "", close = ""] =
      /^([“«(「『]*)(.*?)([.,;:!?”»)、。，؛،]*)$/u.exec(text.slice(start, end)) ?? [];
    result = result.slice(0, start) + open + edit(word) + close + result.slice(end);
  }
  return result;
}

/** Wrong, missing or extra characters, each in a word of its own where that is possible. */
export function mistype(text: string, count: number, random: Random): string {
  let result = text;
  for (let done = 0, tries = 0; done < count && tries < 200; tries++) {
    const at = random.between(1, result.length - 2);
    const character = result.charAt(at);
    if (!/\p{L}/u.test(character)) {
      continue;
    }
    const other = result.charAt(random.below(result.length));
    const isOther = /\p{L}/u.test(other) && other !== character;
    const edits = [character + character, "", isOther ? other : character + character];
    result = result.slice(0, at) + random.pick(edits) + result.slice(at + 1);
    done++;
  }
  return result;
}

/** The first part of a text, cut behind a word. */
export function cutOff(text: string, share: number, language: Language): string {
  const length = Math.floor(text.length * share);
  const end = language.space === " " ? text.lastIndexOf(" ", length) : length;
  return text.slice(0, end).replace(/[\s.,;:!?“«(「『–—、。，؛،]+$/u, "");
}

/** Breaks a text into lines of about so many characters. */
export function hardWrap(text: string, width: number, language: Language): string {
  if (language.space === "") {
    return text.replaceAll(new RegExp(`(.{${width}})(?=.)`, "gu"), "$1\n");
  }
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}
