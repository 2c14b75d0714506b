import { indexOfWithin } from "../text/index-of-within.ts";
import type { Span } from "../text/span.ts";
import type { Draft, Scene } from "./draft.ts";
import { extensionEnd, isStaticExtension } from "./extensions.ts";
import { isTopLevelDomain, lastLabel } from "./hosts.ts";
import { type Certainty, certaintyOf, type JointEvidence, type LinkTrouble } from "./link.ts";
import { stuckTopLevelEnd } from "./read-host.ts";
import { isDigit, isLetter, isLowerAscii, isLowerLetter, isUpperLetter, letterRunEnd } from "./units.ts";

/** Where a URL ends before the end of its run, and the trouble when what follows is stuck to it. */
export interface LinkJoint {
  readonly end: number;
  /** Missing where a script without spaces goes on behind the URL, as it may. */
  readonly trouble?: LinkTrouble;
}

/**
 * Finds the place inside a run of URL characters at which the URL ends and other words go on. Evidence in the order of its
 * worth: a file extension that ends there; a text or a link that stands alone elsewhere; a change of script; a capital letter
 * behind lower-case words.
 *
 * @param end Where the run of characters that a URL could take in ends; no second scheme stands before it.
 */
export function findJointBehind(scene: Scene, draft: Draft, end: number): LinkJoint | undefined {
  const url = partsOf(scene, draft, end);
  if (draft.tailStart >= end) {
    return jointInHost(scene, url, draft);
  }
  return (
    jointAtExtension(scene, url) ??
    jointBeforeKnownText(scene, url) ??
    jointBehindKnownLink(scene, url) ??
    jointAtScript(scene, url) ??
    jointAtCapital(scene, url)
  );
}

interface UrlParts {
  readonly start: number;
  readonly tailStart: number;
  readonly pathEnd: number;
  readonly end: number;
  /** The end of the line's text, or of the span. */
  readonly lineEnd: number;
  /** Whether the line starts with this URL. */
  readonly opensLine: boolean;
}

function partsOf({ text, line }: Scene, draft: Draft, end: number): UrlParts {
  let pathEnd = draft.tailStart;
  while (pathEnd < end && text.charAt(pathEnd) !== "?" && text.charAt(pathEnd) !== "#") {
    pathEnd++;
  }
  const lineLimit = Math.max(line.end, end);
  return {
    start: draft.start,
    tailStart: draft.tailStart,
    pathEnd,
    end,
    lineEnd: lineEndOf(text, end, lineLimit),
    opensLine: draft.start <= line.start,
  };
}

/** The end of the line less white space, at most so far away as anything that is compared reaches. */
function lineEndOf(text: string, from: number, limit: number): number {
  let end = Math.min(limit, from + LONGEST_STUCK + 1);
  while (end > from && text.charCodeAt(end - 1) <= 32) {
    end--;
  }
  return end;
}

/** No name, address or credit that stands alone is longer; a longer rest is a paragraph and is not compared. */
const LONGEST_STUCK = 240;

/**
 * `https://example.comRead more`: behind the host's last label stand a capital, a figure, an e-mail address or other words.
 * What is behind it in another script ended the host when it was read.
 */
function jointInHost(scene: Scene, url: UrlParts, draft: Draft): LinkJoint | undefined {
  const { text, evidence } = scene;
  const label = lastLabel(draft.host);
  const labelStart = draft.hostEnd - label.length;
  if (draft.hostEnd !== draft.tailStart) {
    return undefined;
  }
  if (
    isLetter(text, draft.hostEnd) &&
    text.charCodeAt(draft.hostEnd) >= 0x80 &&
    draft.hostEnd < scene.line.end
  ) {
    return joint(url, draft.hostEnd, "script", "certain");
  }
  if (
    (isTopLevelDomain(label.toLowerCase()) && !/[a-z][A-Z]/.test(label)) ||
    !draft.host.includes(".") ||
    text.slice(labelStart, draft.hostEnd) !== label
  ) {
    return undefined;
  }
  for (let length = Math.min(label.length - 1, LONGEST_DOMAIN); length >= 2; length--) {
    const at = labelStart + length;
    const domain = label.slice(0, length);
    const isKnown = domain === domain.toLowerCase() && isTopLevelDomain(domain);
    const stuck = stuckAt(text, url, at);
    if (isKnown && (isUpperLetter(text, at) || evidence.standsAlone(stuck))) {
      const isCertain = evidence.standsAlone(stuck);
      return joint(url, at, isCertain ? "stands-alone" : "capital", certaintyOf(isCertain));
    }
    if (isKnown && isDigit(text.charCodeAt(at))) {
      return joint(url, at, "host", certaintyOf(ISO_TIME.test(stuck)));
    }
  }
  const common = stuckTopLevelEnd(label);
  const rest = label.length - common;
  const hasMore = url.lineEnd > url.end || text.charAt(draft.hostEnd) === "@";
  return common > 0 && rest >= 3 && hasMore && label === label.toLowerCase()
    ? joint(url, labelStart + common, "host", "guess")
    : undefined;
}

/** Code units: `international` is among the longest that anybody uses. */
const LONGEST_DOMAIN = 14;

function jointAtExtension(scene: Scene, url: UrlParts): LinkJoint | undefined {
  const { text } = scene;
  const next = (start: number) => indexOfWithin(text, ".", { start, end: url.pathEnd });
  for (let dot = next(url.tailStart); dot >= 0; dot = next(dot + 1)) {
    const end = extensionEnd(text, dot, url.pathEnd);
    if (end !== undefined && end < url.end) {
      const found = judgeExtension(scene, url, { dot, end });
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

function judgeExtension(
  scene: Scene,
  url: UrlParts,
  extension: { readonly dot: number; readonly end: number },
): LinkJoint | undefined {
  const { text, evidence } = scene;
  const { dot, end: at } = extension;
  const unit = text.charCodeAt(at);
  const isStatic = isStaticExtension(text.slice(dot + 1, at));
  if (unit === COPYRIGHT || (unit === ROUND_OPEN && isStatic && isUpperLetter(text, at + 1))) {
    return joint(url, at, "extension", "certain");
  }
  if (unit < 128 && !isLetter(text, at) && !isDigit(unit) && unit !== PLUS) {
    return undefined;
  }
  const stuck = stuckAt(text, url, at);
  if (evidence.standsAlone(stuck)) {
    return joint(url, at, "stands-alone", "certain");
  }
  const word = letterRunEnd(text, at, url.end) - at;
  if (isUpperLetter(text, at) && isLowerAscii(text.charCodeAt(at - 1))) {
    // `/forum.phpBB3/` is a name: behind `.php` and the like only a word with small letters is stuck.
    const isWord = isStatic ? word >= 2 || stuck.length > word : isLowerLetter(text, at + 1);
    return isWord ? joint(url, at, "extension", "certain") : undefined;
  }
  if (isDigit(unit)) {
    const isFigure =
      ISO_TIME.test(stuck) || /^\d{1,2}[:.]\d\d\b/.test(stuck) || /^(?:19|20)\d\d$/.test(stuck);
    return isFigure && isStatic ? joint(url, at, "extension", "certain") : undefined;
  }
  if (unit === PLUS) {
    return isStatic && /^\+\d[\d ()-]{6,}$/.test(stuck) ? joint(url, at, "extension", "certain") : undefined;
  }
  if (isLetter(text, at)) {
    const isOtherScript = unit >= 128;
    return isStatic && (word >= 3 || isOtherScript || (stuck.length > word && word >= 2))
      ? joint(url, at, "extension", certaintyOf(isOtherScript))
      : undefined;
  }
  if (unit < 128 || !ANY_LETTER.test(text.charAt(at))) {
    return undefined;
  }
  // A script without spaces goes on right behind the URL. On a line that the URL opens that is a name stuck to a picture's
  // address; in prose it is how the script is written.
  return url.opensLine && isStatic ? joint(url, at, "extension", "guess") : { end: at };
}

const PLUS = 43;
const ROUND_OPEN = 40;
const COPYRIGHT = 0xa9;
const ISO_TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}[0-9:.+Z-]{0,20})?$/;
const ANY_LETTER = /[\p{L}\p{N}]/u;

/**
 * A word that starts where the kind of character changes, and with which a text starts that stands alone elsewhere. Behind
 * `/`, `-` and the like such a word is part of the path: `/tag/ukraine` is no link with a keyword stuck to it.
 */
function jointBeforeKnownText(scene: Scene, url: UrlParts): LinkJoint | undefined {
  const { text, evidence } = scene;
  const from = Math.max(url.tailStart + 1, url.lineEnd - LONGEST_STUCK);
  for (let at = from; at < url.end; at++) {
    if (!startsWord(text, at)) {
      continue;
    }
    const stuck = stuckAt(text, url, at);
    const isUpper = isUpperLetter(text, at);
    const isBehindNumber = numberBefore(text, at, url.tailStart) >= 5;
    const isTelling =
      stuck.includes(" ") ||
      (stuck.length >= 4 && isUpper) ||
      (isBehindNumber && stuck.length >= (isUpper ? 2 : 3));
    const isBehindSlash = text.charAt(at - 1) === "/";
    if (
      isTelling &&
      (!isBehindSlash || (url.opensLine && stuck.includes(" "))) &&
      evidence.standsAlone(stuck)
    ) {
      return joint(url, at, "stands-alone", certaintyOf(!isBehindSlash));
    }
  }
  return undefined;
}

function startsWord(text: string, at: number): boolean {
  const previous = text.charCodeAt(at - 1);
  if (isUpperLetter(text, at)) {
    return isLowerLetter(text, at - 1) || isDigit(previous) || previous === SLASH || previous === EQUALS;
  }
  return isLetter(text, at) && (isDigit(previous) || previous === SLASH);
}

const SLASH = 0x2f;
const EQUALS = 0x3d;

/** Behind the last slash of path and query. */
function segmentStart(text: string, { tailStart, end }: UrlParts): number {
  let at = end;
  while (at > tailStart && text.charCodeAt(at - 1) !== SLASH) {
    at--;
  }
  return at;
}

/** Whether a capital stands behind a small letter or figure, or a letter behind a figure, in the last part of a path. */
function hasSeam(text: string, url: UrlParts): boolean {
  for (let at = segmentStart(text, url) + 1; at < url.end; at++) {
    if (startsWord(text, at)) {
      return true;
    }
  }
  return false;
}

/** How many digits end at an offset. */
function numberBefore(text: string, end: number, floor: number): number {
  let at = end;
  while (at > floor && isDigit(text.charCodeAt(at - 1))) {
    at--;
  }
  return end - at;
}

/** A link that stands by itself elsewhere, and behind it something that is no part of an address. */
function jointBehindKnownLink(scene: Scene, url: UrlParts): LinkJoint | undefined {
  const { text, evidence } = scene;
  if (!hasSeam(text, url)) {
    return undefined;
  }
  const known = evidence.knownStart(text.slice(url.start, url.end));
  const at = url.start + (known?.length ?? 0);
  if (known === undefined || at <= url.tailStart || !(isLetter(text, at) || isDigit(text.charCodeAt(at)))) {
    return undefined;
  }
  const stuck = stuckAt(text, url, at);
  const isWord = isUpperLetter(text, at) && letterRunEnd(text, at, url.end) === url.end;
  const isTelling = isWord || (evidence.standsAlone(stuck) && stuck.length >= 2) || ISO_TIME.test(stuck);
  return isTelling ? joint(url, at, "stands-alone", "certain") : undefined;
}

/**
 * `…/storyЧитать далее`: letters of another script right behind Latin ones. Segments that are in that script before, as
 * `/новости-2022года`, are left alone.
 */
function jointAtScript(scene: Scene, url: UrlParts): LinkJoint | undefined {
  const { text } = scene;
  const segment = segmentStart(text, url);
  for (let at = segment + 1; at < url.end; at++) {
    if (text.charCodeAt(at) < 0x370) {
      continue;
    }
    const previous = text.charCodeAt(at - 1);
    const isLatin = isLetter(text, at - 1);
    if (!isLatin && !isDigit(previous)) {
      return undefined;
    }
    if (isLetter(text, at)) {
      const isEnough = isLatin ? at - segment >= 3 : numberBefore(text, at, segment) >= 4;
      const isWord =
        letterRunEnd(text, at, url.end) - at >= 2 || (url.lineEnd > url.end && at + 1 === url.end);
      return isEnough && isWord ? joint(url, at, "script", "certain") : undefined;
    }
    return unspacedJoint(scene, url, segment, at);
  }
  return undefined;
}

/** Behind Latin letters Japanese prose goes on without a space; on a line of its own such words are stuck to the address. */
function unspacedJoint(scene: Scene, url: UrlParts, segment: number, at: number): LinkJoint | undefined {
  const { text } = scene;
  if (!ANY_LETTER.test(text.charAt(at))) {
    return undefined;
  }
  const isSlug = numberBefore(text, at, segment) >= 6 || text.slice(segment, at).split("-").length >= 3;
  if (url.opensLine) {
    return isSlug ? joint(url, at, "script", "guess") : undefined;
  }
  // Hiragana are particles and endings: no address goes on with them behind Latin letters.
  const isHiragana = text.charCodeAt(at) >= 0x3041 && text.charCodeAt(at) <= 0x309f;
  return isSlug || isHiragana ? { end: at } : undefined;
}

/**
 * `…/unions-angry-about-talksRead more`: a capitalised word behind lower-case words with hyphens (or behind the long number
 * that ends them), or behind a word or number of an address that opens a line on which a name follows. A guess, unless those
 * words stand alone elsewhere.
 */
function jointAtCapital(scene: Scene, url: UrlParts): LinkJoint | undefined {
  const { text, evidence } = scene;
  const segment = segmentStart(text, url);
  const hasMore = url.lineEnd > url.end;
  let hyphens = 0;
  let word = segment;
  for (let at = segment; at < url.end; at++) {
    const character = text.charAt(at);
    if ("-_=&?#.".includes(character)) {
      hyphens += character === "-" || character === "_" ? 1 : 0;
      word = at + 1;
    } else if (isUpperLetter(text, at)) {
      const previous = text.charCodeAt(at - 1);
      const isSmall = isLowerAscii(previous) && at - word >= 3 && isLowerRun(text, word, at);
      const isNumber = isDigit(previous) && numberBefore(text, at, word) === at - word;
      const rest = url.end - at;
      const isWord =
        letterRunEnd(text, at, url.end) === url.end &&
        (rest >= 2 || (hasMore && isLowerLetter(text, url.end + 1))) &&
        isLowerRun(text, at + 1, url.end);
      const isSlug =
        (isSmall && url.pathEnd === url.end && hyphens >= 2 && (hasMore || rest >= 5)) ||
        (isNumber && at - word >= 5 && (hyphens >= 1 || at - word >= 6) && (hasMore || rest >= 4));
      const isNamed =
        hasMore &&
        url.opensLine &&
        (isSmall || (isNumber && (at - word >= 2 || text.charAt(word - 1) === "="))) &&
        isName(text, at, url);
      return isWord && (isSlug || isNamed)
        ? joint(url, at, "capital", certaintyOf(evidence.standsAlone(stuckAt(text, url, at))))
        : undefined;
    }
  }
  return undefined;
}

function isLowerRun(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!isLowerLetter(text, at)) {
      return false;
    }
  }
  return true;
}

/** A few words without a full stop, up to the end of the line: a name, a credit, a button. */
function isName(text: string, at: number, url: UrlParts): boolean {
  const stuck = text.slice(at, url.lineEnd);
  return stuck.length <= 60 && stuck.split(" ").length <= 6 && !/[.!?:;,]/.test(stuck);
}

function joint(url: UrlParts, at: number, evidence: JointEvidence, certainty: Certainty): LinkJoint {
  const stuck: Span = { start: at, end: url.lineEnd };
  const trouble: LinkTrouble = {
    kind: "text-behind",
    span: { start: url.start, end: stuck.end },
    certainty,
    joint: { at, stuck, evidence },
  };
  return { end: at, trouble };
}

function stuckAt(text: string, url: UrlParts, at: number): string {
  return text.slice(at, url.lineEnd);
}
