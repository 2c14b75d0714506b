import { indexOfWithin } from "../text/index-of-within.ts";
import type { Span } from "../text/span.ts";
import {
  type Certainty,
  certaintyOf,
  type JointEvidence,
  type LinkContext,
  type LinkTrouble,
} from "./link.ts";
import { isDigit, isLetter, isLowerAscii, isLowerLetter, isUpperLetter } from "./units.ts";

/** Where a URL ends before the end of its run, and the trouble when what follows is stuck to it. */
export interface Joint {
  readonly end: number;
  /** Missing where a script without spaces goes on behind the URL, as it may. */
  readonly trouble?: LinkTrouble;
}

/**
 * Finds the place inside a run of URL characters at which the URL ends and other words go on. Evidence in the order of its
 * worth: a file extension that ends there; a text that stands alone elsewhere; a capital letter behind lower-case words.
 *
 * @param run From the scheme to the last character that a URL could take in; holds no second scheme.
 * @param span What may be looked at: what is stuck reaches to the end of the line inside it.
 */
export function findJointBehind(
  text: string,
  run: Span,
  span: Span,
  context: LinkContext,
): Joint | undefined {
  const url = partsOf(text, run, span);
  if (url.hostEnd === run.end) {
    return jointInHost(text, url, context);
  }
  return (
    jointAtExtension(text, url, context) ??
    jointBeforeKnownText(text, url, context) ??
    jointAtCapital(text, url, context)
  );
}

interface UrlParts {
  readonly start: number;
  readonly hostStart: number;
  readonly hostEnd: number;
  readonly pathEnd: number;
  readonly end: number;
  /** The end of the line's text, or of the span. */
  readonly lineEnd: number;
  /** Whether the line starts with this URL. */
  readonly opensLine: boolean;
}

function partsOf(text: string, run: Span, span: Span): UrlParts {
  const hostStart = text.indexOf("://", run.start) + 3;
  const hostEnd = firstOf(text, hostStart, run.end, "/?#");
  const pathEnd = firstOf(text, hostEnd, run.end, "?#");
  return {
    start: run.start,
    hostStart,
    hostEnd,
    pathEnd,
    end: run.end,
    lineEnd: lineEndOf(text, run.end, span.end),
    opensLine: opensLine(text, run.start, span.start),
  };
}

function firstOf(text: string, from: number, limit: number, units: string): number {
  for (let at = from; at < limit; at++) {
    if (units.includes(text.charAt(at))) {
      return at;
    }
  }
  return limit;
}

/** The end of the line less white space, at most so far away as anything that is compared reaches. */
function lineEndOf(text: string, from: number, limit: number): number {
  const farthest = Math.min(limit, from + LONGEST_STUCK + 1);
  let end = from;
  while (end < farthest && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) {
    end++;
  }
  while (end > from && text.charCodeAt(end - 1) <= 32) {
    end--;
  }
  return end;
}

function opensLine(text: string, start: number, floor: number): boolean {
  let at = start;
  while (at > floor && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) {
    at--;
  }
  return at === floor || text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 1) === 13;
}

/** No name, address or credit that stands alone is longer; a longer rest is a paragraph and is not compared. */
const LONGEST_STUCK = 240;

/** `https://example.comRead more`: a capital in the last label of a host that is otherwise in lower case, and no path. */
function jointInHost(text: string, url: UrlParts, context: LinkContext): Joint | undefined {
  let label = url.hostStart;
  for (let at = url.hostStart; at < url.end; at++) {
    if (text.charAt(at) === ".") {
      label = at + 1;
    } else if (isUpperLetter(text, at)) {
      const isJoint =
        label > url.hostStart &&
        at - label >= 2 &&
        isLowerAscii(text.charCodeAt(at - 1)) &&
        isRestPlain(text, at, url.end);
      return isJoint
        ? joint(text, url, at, "capital", certaintyOf(context.standsAlone(stuckAt(text, url, at))))
        : undefined;
    }
  }
  return undefined;
}

/**
 * File extensions a news page's URLs end in. Behind them a lower-case word is stuck only where `STATIC` has them: `.php` and
 * the like start longer names too (`.phpbb`).
 */
const STATIC_EXTENSIONS: ReadonlySet<string> = new Set(
  "jpg jpeg jpe png gif webp svg avif bmp tif tiff ico heic html htm shtml xhtml pdf mp4 m4v mov webm mp3 m4a wav ogg".split(
    " ",
  ),
);
const OTHER_EXTENSIONS: ReadonlySet<string> = new Set(
  "php asp aspx jsp cfm cgi xml json rss atom txt md doc docx xls xlsx ppt pptx csv zip gz css js mjs ts m3u8 epub".split(
    " ",
  ),
);
const LONGEST_EXTENSION = 5;

function jointAtExtension(text: string, url: UrlParts, context: LinkContext): Joint | undefined {
  const next = (start: number) => indexOfWithin(text, ".", { start, end: url.pathEnd });
  for (let dot = next(url.hostEnd); dot >= 0; dot = next(dot + 1)) {
    const end = extensionEnd(text, dot, url.pathEnd);
    if (end !== undefined && end < url.end) {
      const found = judgeExtension(text, url, { dot, end }, context);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

/** The end of the longest known extension at a dot; undefined where none is, or where the whole word is one. */
function extensionEnd(text: string, dot: number, limit: number): number | undefined {
  if (dot === 0 || text.charAt(dot - 1) === "/") {
    return undefined;
  }
  const longest = Math.min(limit - dot - 1, LONGEST_EXTENSION);
  for (let length = longest; length >= 2; length--) {
    const end = dot + 1 + length;
    const extension = text.slice(dot + 1, end).toLowerCase();
    if (STATIC_EXTENSIONS.has(extension) || OTHER_EXTENSIONS.has(extension)) {
      return end;
    }
  }
  return undefined;
}

function judgeExtension(
  text: string,
  url: UrlParts,
  extension: { readonly dot: number; readonly end: number },
  context: LinkContext,
): Joint | undefined {
  const { dot, end: at } = extension;
  const unit = text.charCodeAt(at);
  if (unit < 128 && !isLetter(text, at) && !isDigit(unit) && unit !== PLUS) {
    return undefined;
  }
  const stuck = stuckAt(text, url, at);
  if (context.standsAlone(stuck)) {
    return joint(text, url, at, "stands-alone", "certain");
  }
  const isStatic = STATIC_EXTENSIONS.has(text.slice(dot + 1, at).toLowerCase());
  const word = letterRunEnd(text, at, url.end) - at;
  if (isUpperLetter(text, at) && isLowerAscii(text.charCodeAt(at - 1))) {
    // `/forum.phpBB3/` is a name: behind `.php` and the like only a word with small letters is stuck.
    const isWord = isStatic ? word >= 2 || stuck.length > word : isLowerLetter(text, at + 1);
    return isWord ? joint(text, url, at, "extension", "certain") : undefined;
  }
  if (isDigit(unit)) {
    return ISO_TIME.test(stuck) ? joint(text, url, at, "extension", "certain") : undefined;
  }
  if (isLetter(text, at)) {
    const isOtherScript = unit >= 128;
    return isStatic && (word >= 3 || isOtherScript)
      ? joint(text, url, at, "extension", certaintyOf(isOtherScript))
      : undefined;
  }
  if (unit < 128 || !ANY_LETTER.test(text.charAt(at))) {
    return undefined;
  }
  // A script without spaces goes on right behind the URL. On a line that the URL opens that is a name stuck to a picture's
  // address; in prose it is how the script is written.
  return url.opensLine && isStatic ? joint(text, url, at, "extension", "guess") : { end: at };
}

const PLUS = 43;
const ISO_TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}[0-9:.+Z-]{0,20})?$/;
const ANY_LETTER = /[\p{L}\p{N}]/u;

/**
 * A word that starts where the kind of character changes, and with which a text starts that stands alone elsewhere. Behind
 * `/`, `-` and the like such a word is part of the path: `/tag/ukraine` is no link with a keyword stuck to it.
 */
function jointBeforeKnownText(text: string, url: UrlParts, context: LinkContext): Joint | undefined {
  const from = Math.max(url.hostEnd + 1, url.lineEnd - LONGEST_STUCK);
  for (let at = from + 1; at < url.end; at++) {
    if (!startsWord(text, at)) {
      continue;
    }
    const stuck = stuckAt(text, url, at);
    const isTelling = stuck.includes(" ") || (stuck.length >= 4 && isUpperLetter(text, at));
    if (isTelling && context.standsAlone(stuck)) {
      return joint(text, url, at, "stands-alone", "certain");
    }
  }
  return undefined;
}

function startsWord(text: string, at: number): boolean {
  const previous = text.charCodeAt(at - 1);
  if (isUpperLetter(text, at)) {
    return isLowerLetter(text, at - 1) || isDigit(previous);
  }
  return isLetter(text, at) && isDigit(previous);
}

/**
 * `…/unions-angry-about-talksRead more`: a capitalised word behind a path of lower-case words with hyphens (or behind the
 * long number that ends it), with more words behind it on the line. A guess, unless those words stand alone elsewhere.
 */
function jointAtCapital(text: string, url: UrlParts, context: LinkContext): Joint | undefined {
  if (url.pathEnd !== url.end || url.lineEnd <= url.end) {
    return undefined;
  }
  const segment = text.lastIndexOf("/", url.end - 1) + 1;
  let hyphens = 0;
  let word = segment;
  for (let at = segment; at < url.end; at++) {
    if (text.charAt(at) === "-") {
      hyphens++;
      word = at + 1;
    } else if (isUpperLetter(text, at)) {
      const previous = text.charCodeAt(at - 1);
      const isBehindWord = isLowerAscii(previous) && at - word >= 3 && hyphens >= 2;
      const isBehindNumber = isDigit(previous) && at - word >= 5 && hyphens >= 1;
      const isWord = letterRunEnd(text, at, url.end) === url.end && url.end - at >= 2;
      const isJoint = (isBehindWord || isBehindNumber) && isWord;
      return isJoint
        ? joint(text, url, at, "capital", certaintyOf(context.standsAlone(stuckAt(text, url, at))))
        : undefined;
    }
  }
  return undefined;
}

function joint(
  text: string,
  url: UrlParts,
  at: number,
  evidence: JointEvidence,
  certainty: Certainty,
): Joint {
  const trouble: LinkTrouble = {
    kind: "text-behind",
    joint: at,
    stuck: { start: at, end: url.lineEnd },
    evidence,
    certainty: URL.canParse(text.slice(url.start, at)) ? certainty : "guess",
  };
  return { end: at, trouble };
}

function stuckAt(text: string, url: UrlParts, at: number): string {
  return text.slice(at, url.lineEnd);
}

function letterRunEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isLetter(text, at)) {
    at++;
  }
  return at;
}

function isRestPlain(text: string, from: number, limit: number): boolean {
  return letterRunEnd(text, from, limit) === limit;
}
