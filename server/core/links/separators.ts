import { isInvisible } from "../text/characters.ts";
import { isWhiteSpace } from "../text/white-space.ts";
import type { LinkTroubleKind } from "./link.ts";

/** What stands between a scheme and the host, as it is written. */
export interface SeparatorReading {
  /** The offset behind it. */
  readonly end: number;
  readonly trouble?: LinkTroubleKind;
  /** How much is there of what a separator has: `full` with two slashes, `slash` with one, `colon` with none. */
  readonly strength: "full" | "slash" | "colon";
}

/** Code units; nothing that is longer was meant as one. */
const LONGEST = 20;

/**
 * Reads `://` or what became of it: spaces inside (`: //`), a missing or doubled sign, another sign for the colon,
 * backslashes, brackets that make it unusable (`[:]//`), the escapes of program text (`:\/\/`).
 *
 * @param limit Nothing behind it is read. One line break may stand inside.
 */
export function readSeparator(text: string, start: number, limit: number): SeparatorReading | undefined {
  const farthest = Math.min(limit, start + LONGEST);
  let at = start;
  let shape = "";
  let slashes = 0;
  let gap = 0;
  let breaks = 0;
  let references = 0;
  let end = start;
  for (; at < farthest; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SLASH || unit === BACKSLASH) {
      shape += gap > 0 ? ` ${text.charAt(at)}` : text.charAt(at);
      slashes += unit === SLASH ? 1 : 0;
      gap = 0;
    } else if (isWhiteSpace(unit)) {
      gap++;
      breaks += unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10) ? 1 : 0;
      if (gap > 2 || breaks > 1 || (slashes > 1 && !shape.includes("["))) {
        break;
      }
    } else if (unit === AMPERSAND && REFERENCE.test(text.slice(at, at + LONGEST_REFERENCE))) {
      const reference = REFERENCE.exec(text.slice(at, at + LONGEST_REFERENCE)) as RegExpExecArray;
      const isColon = reference[1] !== undefined;
      shape += isColon ? ":" : "/";
      slashes += isColon ? 0 : 1;
      references++;
      at += reference[0].length - 1;
    } else if (unit === FULL_WIDTH_COLON || unit === RATIO) {
      if (slashes > 0) break;
      shape += "：";
    } else if (SIGNS.includes(text.charAt(at)) && isPartOfSeparator(text, at, shape)) {
      if (gap > 0) break;
      shape += text.charAt(at);
    } else if (!isInvisible(unit)) {
      break;
    }
    end = isWhiteSpace(unit) ? end : at + 1;
  }
  const reading = classify(shape, end);
  if (reading === undefined || reading.strength !== "full") {
    return reading;
  }
  if (references > 0) {
    return { ...reading, trouble: "character-reference" };
  }
  if (reading.trouble === "space-in-scheme" && /[\n\r]/.test(text.slice(start, end))) {
    return { ...reading, trouble: "line-break" };
  }
  const isHidden = reading.trouble === undefined && end - start > shape.length;
  return isHidden ? { ...reading, trouble: "hidden-character" } : reading;
}

/** `&#58;` and `&colon;`, the first group, and `&#47;` and `&sol;`. */
const REFERENCE = /^&(?:(#0*58;|#x0*3a;|colon;)|#0*47;|#x0*2f;|sol;)/i;
const LONGEST_REFERENCE = 9;

/** Brackets belong to it around a colon or slashes only: `http://[2001:db8::1]/` starts its host with one. */
function isPartOfSeparator(text: string, at: number, shape: string): boolean {
  const sign = text.charAt(at);
  if (sign === "[" || sign === "(" || sign === "{") {
    return ":/".includes(text.charAt(at + 1)) && !/[/\\]$/.test(shape.replace(/[[({]/g, ""));
  }
  if (sign === "]" || sign === ")" || sign === "}") {
    return /[[({][:/]{1,3}$/.test(shape);
  }
  return !/[/\\]/.test(shape) || sign === ":";
}

function classify(shape: string, end: number): SeparatorReading | undefined {
  if (shape === "://") {
    return { end, strength: "full" };
  }
  const of = (trouble: LinkTroubleKind, strength: SeparatorReading["strength"] = "full") => ({
    end,
    trouble,
    strength,
  });
  if (/[[({]/.test(shape)) {
    const bare = shape.replace(/[[\](){} ]/g, "");
    return bare === "://" || bare === ":" || bare === ":/" ? of("defanged-scheme") : undefined;
  }
  if (shape.includes(" ")) {
    const bare = shape.replaceAll(" ", "");
    return bare === "://" || bare === "//" ? of("space-in-scheme") : undefined;
  }
  if (shape === ":\\/\\/" || shape === ":\\/") {
    return of("string-escape");
  }
  if (shape.includes("\\")) {
    return /^(?::[/\\]{1,4}|[;.,]?[/\\]{2,4})$/.test(shape) ? of("backslash") : undefined;
  }
  switch (shape) {
    case ":":
    case "：":
      return of("wrong-separator", "colon");
    case "/":
    case ":/":
    case "：/":
      return of("wrong-separator", "slash");
    default:
      return /^(?:[:;.,：]{0,2}\/{2,5}|:\/{3,5}|\/{2}:\/{0,2}|:\/:\/{0,2})$/.test(shape)
        ? of("wrong-separator")
        : undefined;
  }
}

const SLASH = 0x2f;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const FULL_WIDTH_COLON = 0xff1a;
/** U+2236 stands for a colon where people type mathematics. */
const RATIO = 0x2236;
const SIGNS = ":;.,[](){}";
