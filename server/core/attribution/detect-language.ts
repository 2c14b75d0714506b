import type { Span } from "../text/span.ts";
import type { Language } from "./language.ts";
import { english } from "./languages/english.ts";
import { german } from "./languages/german.ts";
import { russian } from "./languages/russian.ts";

/** Code units of the body that are looked at. */
const SAMPLE_LENGTH = 20_000;

const languages: readonly (() => Language)[] = [english, german, russian];

/** The language of a text by its commonest words; English where none is known. */
export function languageOf(text: string, paragraphs: readonly Span[]): Language {
  const candidates = languages.map((language) => language());
  const counts = candidates.map(() => 0);
  let seen = 0;
  for (const { start, end } of paragraphs) {
    if (seen >= SAMPLE_LENGTH) {
      break;
    }
    const sample = text.slice(start, Math.min(end, start + SAMPLE_LENGTH - seen));
    seen += sample.length;
    for (const word of sample.toLowerCase().split(/[^\p{L}]+/u)) {
      candidates.forEach(({ marks }, index) => {
        counts[index] = (counts[index] ?? 0) + (marks.has(word) ? 1 : 0);
      });
    }
  }
  const most = Math.max(0, ...counts);
  if (most === 0) {
    // A line or two may hold none of the common words; letters tell Russian from the others.
    return paragraphs.some(({ start }) => startsCyrillic(text, start)) ? russian() : english();
  }
  return candidates[counts.indexOf(most)] ?? english();
}

function startsCyrillic(text: string, start: number): boolean {
  for (let at = start; at < Math.min(text.length, start + 20); at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x400 && unit <= 0x4ff) {
      return true;
    }
  }
  return false;
}
