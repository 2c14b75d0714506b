import { isHighSurrogate } from "../../text/characters.ts";

/** As many code units of the dump's words as a message shows. */
const LONGEST_EXCERPT = 60;

/**
 * Words of the dump as a message shows them: on one line, cut with an ellipsis, in quotation marks. Controls and marks of
 * writing direction are left out, so that they cannot turn the message around.
 */
export function quoteText(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_EXCERPT)
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
  if (line.length <= LONGEST_EXCERPT && text.length <= 4 * LONGEST_EXCERPT) {
    return `“${line}”`;
  }
  const cut = isHighSurrogate(line.charCodeAt(LONGEST_EXCERPT - 1)) ? LONGEST_EXCERPT - 1 : LONGEST_EXCERPT;
  return `“${line.slice(0, cut).trimEnd()}…”`;
}
