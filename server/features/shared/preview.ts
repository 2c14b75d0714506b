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
  const length = Math.min(text.length, limit);
  // Nearly every text is plain as it stands; an outline asks for thousands.
  if (isPlain(text, length)) {
    return text.slice(0, length);
  }
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

/** Whether the first characters are already as `plainLine` would make them. May say no of what is. */
function isPlain(text: string, length: number): boolean {
  let previous = SPACE;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    const isAscii = unit > SPACE && unit < 0x7f;
    if (!isAscii && !(unit === SPACE && previous !== SPACE) && !isPlainBeyondAscii(unit)) {
      return false;
    }
    previous = unit;
  }
  return previous !== SPACE;
}

const SPACE = 0x20;

function isPlainBeyondAscii(unit: number): boolean {
  return unit > 0xa0 && !isWhiteSpace(unit) && !isInvisible(unit) && (unit < 0xd800 || unit > 0xdfff);
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
