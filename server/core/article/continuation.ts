import { isClosingMark, isSentenceTerminator, startsLowerCase } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { startsLikeAddress } from "./line-kinds.ts";

/**
 * Whether a line plainly goes on with the paragraph of the line before it, where no run-together line can prove it:
 * the line before ends no sentence, and this one starts with a lower-case letter or with punctuation that cannot start
 * a paragraph, or the line before ends with a word or mark that cannot end one. Scripts without case are joined by
 * punctuation alone. Both spans are trimmed and not empty.
 */
export function continuesParagraph(text: string, before: Span, after: Span): boolean {
  if (startsLikeAddress(text, after) || startsLikeAddress(text, before)) {
    return false;
  }
  const last = lastUnit(text, before);
  if (isSentenceTerminator(last) || last === COLON || last === FULL_WIDTH_COLON) {
    return false;
  }
  if (startsLowerCase(text, after.start)) {
    return true;
  }
  const first = text.charCodeAt(after.start);
  if (first === COMMA || first === SEMICOLON || first === RIGHT_PARENTHESIS || first === IDEOGRAPHIC_COMMA) {
    return true;
  }
  return (
    last === COMMA ||
    last === IDEOGRAPHIC_COMMA ||
    last === ARABIC_COMMA ||
    wordsThatEndNoParagraph.has(lastWord(text, before))
  );
}

const COMMA = 0x2c;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const RIGHT_PARENTHESIS = 0x29;
const IDEOGRAPHIC_COMMA = 0x3001;
const ARABIC_COMMA = 0x060c;
const FULL_WIDTH_COLON = 0xff1a;

/** The last code unit before closing quotes and brackets. */
function lastUnit(text: string, span: Span): number {
  let at = span.end - 1;
  while (at > span.start && isClosingMark(text.charCodeAt(at))) {
    at--;
  }
  return text.charCodeAt(at);
}

/** The last run of ASCII lower-case letters, where white space stands before it; else the empty string. */
function lastWord(text: string, span: Span): string {
  let start = span.end;
  while (start > span.start && span.end - start <= 6 && isLowerAsciiLetter(text.charCodeAt(start - 1))) {
    start--;
  }
  return start > span.start && text.charCodeAt(start - 1) === 0x20 ? text.slice(start, span.end) : "";
}

function isLowerAsciiLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** Articles, and prepositions and conjunctions that nothing can end with (`on` and `in` can: `goes on`). */
const wordsThatEndNoParagraph: ReadonlySet<string> = new Set([
  ..."the a an of and or from with into than as at by for that whose".split(" "),
  ..."der die das des dem den ein eine und oder von mit für".split(" "),
  ..."le la les un une des du de et ou el los las del y".split(" "),
]);
