import { indexOfWithin } from "../text/index-of-within.ts";
import { addMended, type Draft, type Scene } from "./draft.ts";
import { defangedDotLength } from "./read-host.ts";
import { hiddenLength, isShapingJoiner, isUrlUnit } from "./units.ts";

/**
 * Mends what is escaped wrongly in the path, query and fragment of a link whose end is known: HTML's character references, percent
 * signs without two digits, backslashes, escapes of program text, and characters that nobody sees.
 */
export function mendEscapes({ text, isMarkdown }: Scene, draft: Draft): void {
  const { tailStart: start, end } = draft;
  const isWhole = draft.troubles.some(({ kind }) => kind === "escaped-whole");
  if (isWhole) {
    unescapeWhole(text, draft);
    return;
  }
  // In an attribute of HTML `&amp;` is how `&` has to be written.
  const isInAttribute = /=["']$/.test(text.slice(Math.max(0, draft.start - 2), draft.start));
  const isDefanged = draft.troubles.some(({ kind }) => kind === "defanged-dot" || kind === "defanged-scheme");
  for (let at = start; at < end; ) {
    const unit = text.charCodeAt(at);
    if (unit === AMPERSAND && !isInAttribute) {
      at = mendReference(text, draft, at);
    } else if (unit === PERCENT) {
      at = mendPercent(text, draft, at);
    } else if (unit === BACKSLASH) {
      at = isMarkdown && isMarkdownSign(text, at + 1) ? at + 2 : mendBackslash(text, draft, at);
    } else if (isDefanged && (unit === 0x5b || unit === 0x28)) {
      const dot = defangedDotLength(text, at, end);
      if (dot > 0) {
        addMended(draft, "defanged-dot", { start: at, end: at + dot }, ".");
      }
      at += Math.max(dot, 1);
    } else {
      at = mendHidden(text, draft, at);
    }
  }
  draft.mends.sort((first, second) => first.span.start - second.span.start);
}

function unescapeWhole(text: string, draft: Draft): void {
  for (let at = draft.tailStart; at < draft.end; at++) {
    const written = text.slice(at, at + 3);
    if (/^%[0-9a-f]{2}$/i.test(written) && at + 3 <= draft.end) {
      const character = String.fromCharCode(Number.parseInt(written.slice(1), 16));
      if ("/:?#&=+,;@!'()*-._~%".includes(character)) {
        draft.mends.push({ span: { start: at, end: at + 3 }, newText: character });
        at += 2;
      }
    }
  }
}

/** The references that stand for characters of a URL. */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["AMP", "&"],
  ["#38", "&"],
  ["#038", "&"],
  ["#x26", "&"],
  ["#X26", "&"],
  ["quot", "%22"],
  ["apos", "'"],
  ["#39", "'"],
  ["#039", "'"],
  ["#x27", "'"],
  ["lt", "%3C"],
  ["gt", "%3E"],
  ["#61", "="],
  ["#x3d", "="],
  ["#x3D", "="],
  ["equals", "="],
  ["#47", "/"],
  ["#x2f", "/"],
  ["#x2F", "/"],
  ["sol", "/"],
  ["#58", ":"],
  ["#x3a", ":"],
  ["#x3A", ":"],
  ["colon", ":"],
  ["#45", "-"],
  ["#x2d", "-"],
  ["#46", "."],
  ["period", "."],
  ["#63", "?"],
  ["quest", "?"],
  ["#95", "_"],
  ["lowbar", "_"],
  ["num", "#"],
  ["percnt", "%"],
  ["#37", "%"],
]);
const LONGEST_REFERENCE = 7;

/** `&amp;`, and what was escaped again: `&amp;amp;`. */
function mendReference(text: string, draft: Draft, start: number): number {
  let at = start + 1;
  let character: string | undefined;
  let end = start + 1;
  for (;;) {
    const limit = Math.min(draft.end, at + LONGEST_REFERENCE + 1);
    const semicolon = indexOfWithin(text, ";", { start: at, end: limit });
    const found = semicolon < 0 ? undefined : REFERENCES.get(text.slice(at, semicolon));
    if (found === undefined) {
      break;
    }
    character = found;
    end = semicolon + 1;
    at = end;
    if (found !== "&") {
      break;
    }
  }
  if (character !== undefined) {
    addMended(draft, "character-reference", { start, end }, character);
  }
  return end;
}

function mendPercent(text: string, draft: Draft, at: number): number {
  const next = text.slice(at + 1, Math.min(draft.end, at + 6));
  if (/^[0-9a-f]{2}/i.test(next)) {
    return at + 3;
  }
  // `%u2019` is how JavaScript's `escape` writes a character.
  if (/^u[0-9a-f]{4}$/i.test(next)) {
    const code = Number.parseInt(next.slice(1), 16);
    const isPart = code >= 0xd800 && code <= 0xdfff;
    addMended(
      draft,
      "bad-percent-escape",
      { start: at, end: at + 6 },
      isPart ? "%EF%BF%BD" : encodeURIComponent(String.fromCharCode(code)),
    );
    return at + 6;
  }
  addMended(draft, "bad-percent-escape", { start: at, end: at + 1 }, "%25");
  return at + 1;
}

/** Markdown escapes its own signs, in a link's target too. */
function isMarkdownSign(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign !== "" && "_*~&#()=.-[]".includes(sign);
}

function mendBackslash(text: string, draft: Draft, at: number): number {
  const next = text.charAt(at + 1);
  if (next === "/" && at + 1 < draft.end) {
    addMended(draft, "string-escape", { start: at, end: at + 1 }, "");
    return at + 2;
  }
  const code = /^u00([0-7][0-9a-f])/i.exec(text.slice(at + 1, Math.min(draft.end, at + 6)))?.[1];
  if (code !== undefined) {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    addMended(draft, "string-escape", { start: at, end: at + 6 }, character);
    return at + 6;
  }
  if (isMarkdownSign(text, at + 1)) {
    addMended(draft, "string-escape", { start: at, end: at + 1 }, "");
    return at + 2;
  }
  const isDoubled = next === "\\" && at + 1 < draft.end;
  addMended(draft, "backslash", { start: at, end: at + (isDoubled ? 2 : 1) }, "/");
  return at + (isDoubled ? 2 : 1);
}

function mendHidden(text: string, draft: Draft, at: number): number {
  const length = hiddenLength(text, at);
  if (length === 0) {
    return at + 1;
  }
  const next = at + length;
  const isInside = next < draft.end || isUrlUnit(text.charCodeAt(next));
  if (isInside && next < draft.end && !isShapingJoiner(text, at)) {
    addMended(draft, "hidden-character", { start: at, end: next }, "");
  }
  return next;
}

const AMPERSAND = 0x26;
const PERCENT = 0x25;
const BACKSLASH = 0x5c;
