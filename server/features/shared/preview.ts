import { isInvisible } from "../../core/text/characters.ts";
import { isWhiteSpace } from "../../core/text/white-space.ts";

const ELLIPSIS = "…";

/**
 * The first characters of a text of the dump on one line, cut at a word where there is one near the end. Control and
 * direction marks, with which a dump could rearrange what an editor shows around it, become spaces or go.
 *
 * @param limit The greatest number of code units, the ellipsis among them.
 */
export function previewText(text: string, limit: number): string {
  const plain = plainLine(text, limit + 1);
  if (plain.length <= limit) {
    return plain;
  }
  const cut = plain.slice(0, limit - ELLIPSIS.length);
  const space = cut.lastIndexOf(" ");
  const kept = space > limit / 2 ? cut.slice(0, space) : withoutHalfPair(cut);
  return kept.trimEnd() + ELLIPSIS;
}

/** The text on one line, runs of white space as one space, without what cannot be seen; at most `limit` code units. */
export function plainLine(text: string, limit: number): string {
  let plain = "";
  let space = false;
  for (const character of text) {
    if (plain.length >= limit) {
      break;
    }
    const codePoint = character.codePointAt(0) as number;
    if (isWhiteSpace(codePoint) || isControl(codePoint)) {
      space = plain.length > 0;
    } else if (!isUnseen(codePoint)) {
      plain += space ? ` ${character}` : character;
      space = false;
    }
  }
  return plain;
}

function isControl(codePoint: number): boolean {
  return codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f);
}

/** Marks of direction, and the tag characters with which text can be hidden in plain sight. */
function isUnseen(codePoint: number): boolean {
  return isInvisible(codePoint) || (codePoint >= 0xe0000 && codePoint <= 0xe007f);
}

function withoutHalfPair(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
