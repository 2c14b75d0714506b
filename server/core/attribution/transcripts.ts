import type { Span } from "../text/span.ts";
import type { Candidate } from "./candidate.ts";
import { trimmedEnd } from "./content-ends.ts";
import type { Paragraph } from "./paragraph.ts";

/**
 * The names that stand before a colon at the start of several paragraphs, as in the transcript of an interview: `VOSS: We wait.`
 * Two speakers at least, one of them twice: a heading with a colon (`Update: …`) comes once.
 */
export function transcriptSpeakers(text: string, paragraphs: readonly Span[]): ReadonlySet<string> {
  const turns = new Map<string, number>();
  for (const { start, end } of paragraphs) {
    const name = turnOf(text.slice(start, Math.min(end, start + LONGEST_NAME)));
    if (name !== undefined) {
      turns.set(name, (turns.get(name) ?? 0) + 1);
    }
  }
  const isTranscript = turns.size >= 2 && [...turns.values()].some((count) => count >= 2);
  return isTranscript ? new Set(turns.keys()) : new Set();
}

/** UTF-16 units in which a name with its colon stands. */
const LONGEST_NAME = 50;

/** The name before the colon: up to three words with a capital each, or four in capitals. */
function turnOf(start: string): string | undefined {
  return /^["“«„]?(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}|\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){3}):\s/u.exec(
    start,
  )?.[1];
}

/** What a speaker of a transcript says: the whole paragraph behind the colon. */
export function turnStatement(paragraph: Paragraph, speakers: ReadonlySet<string>): Candidate | undefined {
  const { text, tokens } = paragraph;
  const colon = tokens.findIndex(({ tag }) => tag === "colon");
  const start = tokens[0]?.tag === "quote" ? 1 : 0;
  const [first, last] = [tokens[start], tokens[colon - 1]];
  if (
    colon <= start ||
    first === undefined ||
    last === undefined ||
    !speakers.has(text.slice(first.start, last.end))
  ) {
    return undefined;
  }
  const end = trimmedEnd(paragraph, colon + 1, tokens.length);
  return end > colon + 1
    ? {
        source: { first: start, end: colon },
        cue: { first: colon, end: colon + 1 },
        content: [{ first: colon + 1, end }],
        mayContinue: true,
        isOpen: false,
      }
    : undefined;
}
