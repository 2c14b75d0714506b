import { continueLink } from "./continuation.ts";
import type { Draft, Scene } from "./draft.ts";
import { extensionEnd } from "./extensions.ts";
import { isTopLevelDomain } from "./hosts.ts";
import type { Link } from "./link.ts";

/**
 * Reads a link of the plainest kind, as most are: `http://` or `https://` opens a line, all of which is the link, in small ASCII letters,
 * figures and a few signs, with a known top-level domain and a path. Nothing can be wrong with it but what the rest of the dump proves, which
 * is asked as for every link; where there is any doubt the link is left to those who know.
 *
 * @param colon The colon of its scheme.
 * @returns What reading it piece by piece gives, in one pass; undefined where it is not so plain.
 */
export function readPlainLink(scene: Scene, colon: number): Link | undefined {
  const { text, line, limit } = scene;
  const { start } = line;
  const isScheme =
    (colon === start + 4 || (colon === start + 5 && text.charCodeAt(start + 4) === SMALL_S)) &&
    text.startsWith("http", start) &&
    text.startsWith("://", colon);
  if (!isScheme) {
    return undefined;
  }
  const hostStart = colon + 3;
  const hostEnd = plainHostEnd(text, hostStart, limit);
  const end = hostEnd < 0 ? -1 : plainTailEnd(scene, start, hostEnd);
  if (end < 0) {
    return undefined;
  }
  const draft: Draft = {
    start,
    hostStart,
    scheme: text.slice(start, colon),
    host: text.slice(hostStart, hostEnd),
    hostEnd,
    tailStart: hostEnd,
    end,
    mends: [],
    troubles: [],
  };
  return continueLink(scene, draft, end)
    ? undefined
    : { span: { start, end }, target: text.slice(start, end), mends: [], troubles: [] };
}

/** Code units; longer hosts, and longer links, are looked at closely. */
const LONGEST_PLAIN_HOST = 100;
const LONGEST_PLAIN_LINK = 1_000;

/** The slash behind a host of small letters, figures and hyphens that a known domain ends; -1 where none is. */
function plainHostEnd(text: string, start: number, limit: number): number {
  const farthest = Math.min(limit, start + LONGEST_PLAIN_HOST);
  let label = start;
  let at = start;
  for (; at < farthest; at++) {
    const unit = text.charCodeAt(at);
    const kind = unit < 0x80 ? (KINDS[unit] as number) : NOT_PLAIN;
    if (kind === DOT) {
      if (at === label) {
        return -1;
      }
      label = at + 1;
    } else if (kind === SLASH) {
      break;
    } else if (kind !== LETTER && kind !== DIGIT && unit !== HYPHEN) {
      return -1;
    }
  }
  const isHost = at < farthest && at > label && label > start && isTopLevelDomain(text.slice(label, at));
  // What such a label stands for may be no host at all.
  return isHost && text.slice(start, at).indexOf("xn--") < 0 ? at : -1;
}

/** The end of path and query, which is the end of the line; -1 where anything in them may be something else. */
function plainTailEnd({ text, limit, evidence }: Scene, start: number, tailStart: number): number {
  const farthest = Math.min(limit, start + LONGEST_PLAIN_LINK);
  let segment = tailStart;
  let seam = -1;
  let query = -1;
  let digits = 0;
  let previous = NOT_PLAIN;
  let longNumberEnd = -1;
  let firstDot = -1;
  let at = tailStart;
  for (; at < farthest; at++) {
    const unit = text.charCodeAt(at);
    const kind = unit < 0x80 ? (KINDS[unit] as number) : NOT_PLAIN;
    if (kind === NOT_PLAIN || (kind === previous && (kind === SLASH || kind === DOT))) {
      break;
    }
    if (kind === LETTER) {
      if (previous === DIGIT) {
        seam = at;
        longNumberEnd = digits >= LONG_NUMBER && longNumberEnd < 0 ? at : longNumberEnd;
      }
      if (unit === SMALL_W && text.charCodeAt(at - 1) === SMALL_W) {
        return -1;
      }
    } else if (kind === SLASH) {
      segment = at + 1;
    } else if (kind === QUESTION && query < 0) {
      query = at;
    } else if (kind === DOT && firstDot < 0) {
      firstDot = at;
    }
    digits = kind === DIGIT ? digits + 1 : 0;
    previous = kind;
  }
  const unit = text.charCodeAt(at);
  const isWhole = at === limit || unit === LINE_FEED || unit === CARRIAGE_RETURN;
  const endsPlainly = previous === LETTER || previous === DIGIT || previous === SLASH;
  if (!isWhole || !endsPlainly) {
    return -1;
  }
  const pathEnd = query < 0 ? at : query;
  for (let dot = firstDot; dot >= 0 && dot < pathEnd; dot++) {
    const end = text.charCodeAt(dot) === FULL_STOP ? extensionEnd(text, dot, pathEnd) : undefined;
    if (end !== undefined && end < pathEnd) {
      return -1;
    }
  }
  if (longNumberEnd >= 0 && hasKnownText(text, { tailStart, from: longNumberEnd, end: at }, evidence)) {
    return -1;
  }
  // Behind the first character of its last part only, as for all links.
  return seam > segment && evidence.knownStart(text.slice(start, at)) !== undefined ? -1 : at;
}

/** As many figures before a word make it worth asking whether the word stands alone elsewhere. */
const LONG_NUMBER = 5;

/** Whether a text that stands alone elsewhere is stuck to a long number of the link. */
function hasKnownText(
  text: string,
  { tailStart, from, end }: { readonly tailStart: number; readonly from: number; readonly end: number },
  evidence: Scene["evidence"],
): boolean {
  let digits = 0;
  for (let at = Math.max(tailStart, from - LONG_NUMBER); at <= end - 3; at++) {
    const kind = KINDS[text.charCodeAt(at)] as number;
    if (kind === LETTER && digits >= LONG_NUMBER && evidence.standsAlone(text.slice(at, end))) {
      return true;
    }
    digits = kind === DIGIT ? digits + 1 : 0;
  }
  return false;
}

const SMALL_S = 0x73;
const SMALL_W = 0x77;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** What an ASCII character is in a plain link. */
const NOT_PLAIN = 0;
const LETTER = 1;
const DIGIT = 2;
const SLASH = 3;
const DOT = 4;
const QUESTION = 5;
const SIGN = 6;

const KINDS = Uint8Array.from({ length: 0x80 }, (_, unit) => kindOf(String.fromCharCode(unit)));

function kindOf(character: string): number {
  if (character >= "a" && character <= "z") {
    return LETTER;
  }
  if (character >= "0" && character <= "9") {
    return DIGIT;
  }
  switch (character) {
    case "/":
      return SLASH;
    case ".":
      return DOT;
    case "?":
      return QUESTION;
    default:
      return "-_:=&".includes(character) ? SIGN : NOT_PLAIN;
  }
}
