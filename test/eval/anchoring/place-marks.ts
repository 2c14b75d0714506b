import type { Span } from "../../../server/core/text/span.ts";
import type { Random } from "../../support/random.ts";
import type { Language } from "../language/language.ts";
import { wordSpans } from "../word-edits.ts";

/** Words per mark, as people set them: names and loaded words, phrases, sentences, paragraphs. */
const LENGTHS = [1, 1, 1, 2, 2, 3, 4, 6, 8, 12, 18, 25, 60] as const;

/** Marks over the words of a text; in a script without spaces, over its nouns and what is between them. No mark crosses a line unless asked to. */
export function placeMarks(
  text: string,
  count: number,
  language: Language,
  random: Random,
  crossing: "lines" | "no lines",
): readonly Span[] {
  const words = wordSpans(text, language);
  const marks: Span[] = [];
  for (let tries = 0; marks.length < count && tries < count * 20 && words.length > 0; tries++) {
    const first = random.below(words.length);
    const last = Math.min(words.length - 1, first + random.pick(LENGTHS) - 1);
    const span = trimmed(text, {
      start: (words[first] as Span).start,
      end: (words[last] as Span).end,
    });
    const words_ = text.slice(span.start, span.end);
    const isAllowed = crossing === "lines" || !/[\r\n]/u.test(words_);
    if (isAllowed && /\p{L}/u.test(words_)) marks.push(span);
  }
  return marks;
}

/** Most people leave the marks around the words out. */
function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /[^\p{L}\p{N}]/u.test(text.charAt(from))) from++;
  while (to > from && /[^\p{L}\p{N}.!?”»]/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
