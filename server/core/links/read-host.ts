import { indexOfWithin } from "../text/index-of-within.ts";
import { isUnspacedScript } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { isWhiteSpace } from "../text/white-space.ts";
import { addMend, addMended, addTrouble, type Draft, type Scene } from "./draft.ts";
import { hasPublicSuffix, hostCharacterLength, isTopLevelDomain, LONGEST_HOST } from "./hosts.ts";
import { looksLatin } from "./lookalikes.ts";
import { gapAt, hiddenLength, isDigit } from "./units.ts";

/**
 * Reads the host and the port from `draft.hostStart` on, mending dots, commas, brackets, spaces and line breaks where what
 * comes out is a host. Sets `host`, `hostEnd` and `tailStart`.
 */
export function readHost(scene: Scene, draft: Draft): void {
  const { text } = scene;
  const farthest = Math.min(scene.limit, draft.hostStart + LONGEST_HOST);
  let at = draft.hostStart;
  let host = "";
  if (text.charAt(at) === "[" && /[0-9a-f:]/i.test(text.charAt(at + 1))) {
    const end = indexOfWithin(text, "]", { start: at, end: Math.min(farthest, at + LONGEST_IPV6) });
    if (end > 0) {
      host = text.slice(at, end + 1);
      at = end + 1;
    }
  }
  const ipEnd = at;
  while (at < farthest && (ipEnd === draft.hostStart || at > ipEnd)) {
    const length = hostCharacterLength(text, at);
    if (length > 0) {
      if (startsOtherText(text, at, host, farthest) || (host !== "" && startsScheme(text, at))) {
        break;
      }
      host += text.slice(at, at + length);
      at += length;
      continue;
    }
    const step = stepBetweenLabels(scene, draft, at, host);
    if (step === undefined) {
      break;
    }
    host = step.host;
    at = step.end;
  }
  draft.host = host;
  draft.hostEnd = at;
  draft.tailStart = readPort(scene, draft, at);
  draft.end = draft.tailStart;
}

/** Brackets, eight groups of four digits and a zone. */
const LONGEST_IPV6 = 64;

interface Step {
  readonly host: string;
  readonly end: number;
}

function stepBetweenLabels(scene: Scene, draft: Draft, at: number, host: string): Step | undefined {
  const { text } = scene;
  const unit = text.charCodeAt(at);
  switch (unit) {
    case DOT:
      return stepAtDots(scene, draft, at, host);
    case COLON:
    case AT_SIGN:
      return stepBehindUser(text, at, host);
    case COMMA:
    case IDEOGRAPHIC_STOP:
      return stepAtComma(scene, draft, at, host);
    case BACKSLASH:
      if (text.charAt(at + 1) === "." && hostCharacterLength(text, at + 2) > 0) {
        addMended(draft, "string-escape", { start: at, end: at + 1 }, "");
        return { host, end: at + 1 };
      }
      return undefined;
    default:
      break;
  }
  const dot = defangedDotLength(text, at, scene.limit);
  if (dot > 0) {
    addMended(draft, "defanged-dot", { start: at, end: at + dot }, ".");
    return { host: `${host}.`, end: at + dot };
  }
  const hidden = hiddenLength(text, at);
  if (hidden > 0) {
    const next = at + hidden;
    if (hostCharacterLength(text, next) === 0 && text.charCodeAt(next) !== DOT && !isTailStart(text, next)) {
      return undefined;
    }
    addMended(draft, "hidden-character", { start: at, end: next }, "");
    return { host, end: next };
  }
  return isWhiteSpace(unit) ? stepOverGap(scene, draft, at, host) : undefined;
}

function isTailStart(text: string, at: number): boolean {
  return "/?#".includes(text.charAt(at)) && text.charAt(at) !== "";
}

function stepAtDots(scene: Scene, draft: Draft, at: number, host: string): Step | undefined {
  const { text } = scene;
  let end = at;
  while (end < scene.limit && text.charCodeAt(end) === DOT) {
    end++;
  }
  const count = end - at;
  const goesOn = hostCharacterLength(text, end) > 0 || hiddenLength(text, end) > 0;
  if (!goesOn) {
    const isLast = count === 1 && isWhiteSpace(text.charCodeAt(end));
    return isLast ? stepOverGap(scene, draft, end, `${host}.`) : undefined;
  }
  if (host === "") {
    addMended(draft, "leading-dot", { start: at, end }, "");
    return { host, end };
  }
  if (count > 2) {
    return undefined;
  }
  if (count === 2) {
    addMended(draft, "doubled-dot", { start: at + 1, end }, "");
  }
  return { host: `${host}.`, end };
}

/** A name before `@` is who logs in; a colon may part it from a password. */
function stepBehindUser(text: string, at: number, host: string): Step | undefined {
  if (host === "" || (text.charCodeAt(at) === AT_SIGN && hasStuckLabel(host))) {
    return undefined;
  }
  const farthest = at + LONGEST_USER;
  for (let end = at; end < farthest; end++) {
    const unit = text.charCodeAt(end);
    if (unit === AT_SIGN && hostCharacterLength(text, end + 1) > 0) {
      return { host: "", end: end + 1 };
    }
    if (!(unit > 32) || unit === 0x2f || unit === 0x3f || unit === 0x23) {
      return undefined;
    }
  }
  return undefined;
}

const LONGEST_USER = 64;

/** `example.comdesk`, before an `@`: an e-mail address is stuck to a host. */
function hasStuckLabel(host: string): boolean {
  const label = host.slice(host.lastIndexOf(".") + 1).toLowerCase();
  return host.includes(".") && !isTopLevelDomain(label) && stuckTopLevelEnd(label) > 0;
}

/** The length of the longest common top-level domain that a label starts with; 0 where it starts with none. */
export function stuckTopLevelEnd(label: string): number {
  for (let length = Math.min(label.length - 1, 7); length >= 2; length--) {
    if (COMMON_DOMAINS.has(label.slice(0, length))) {
      return length;
    }
  }
  return 0;
}

/** Those that the hosts of news are mostly in; longer words start with rarer ones by chance. */
const COMMON_DOMAINS: ReadonlySet<string> = new Set(
  "com org net info news example test int eu de fr ru uk us ua pl it es nl jp cn br in ca au ch at be se no fi dk cz gr tr ir il io tv".split(
    " ",
  ),
);

/**
 * `https://www,example.com`: a comma that stands for a dot. Behind a whole host it is one only where a top-level domain and
 * the path follow, for else the sentence goes on there.
 */
function stepAtComma(scene: Scene, draft: Draft, at: number, host: string): Step | undefined {
  const { text } = scene;
  const next = hostPrefix(text, at + 1, scene.limit);
  if (host === "" || next.name === "") {
    return undefined;
  }
  const whole = `${host}.${next.name}`;
  const isHost = hasPublicSuffix(whole) && next.name === next.name.toLowerCase();
  const isNeeded = !hasPublicSuffix(host) || text.charAt(next.end) === "/";
  if (!isHost || !isNeeded) {
    return undefined;
  }
  addMended(draft, "comma-for-dot", { start: at, end: at + 1 }, ".");
  return { host: `${host}.`, end: at + 1 };
}

/** The labels and single dots from an offset on, as they stand. */
function hostPrefix(
  text: string,
  start: number,
  limit: number,
): { readonly name: string; readonly end: number } {
  const farthest = Math.min(limit, start + LONGEST_HOST);
  let end = start;
  while (end < farthest) {
    const length = hostCharacterLength(text, end);
    if (length > 0) {
      end += length;
    } else if (text.charCodeAt(end) === DOT && hostCharacterLength(text, end + 1) > 0) {
      end++;
    } else {
      break;
    }
  }
  return { name: text.slice(start, end), end };
}

/**
 * `https://www. example.com`, `https://exam ple.com/a`, or the same over the end of a line: the host so far is none, and with
 * what follows it is one.
 */
function stepOverGap(scene: Scene, draft: Draft, at: number, host: string): Step | undefined {
  const { text } = scene;
  const gap = gapAt(text, at, scene.limit);
  if (gap.breaks > 1 || gap.end - at > 4 || gap.end >= scene.limit) {
    return undefined;
  }
  const next = hostPrefix(text, gap.end, scene.limit);
  const behind = text.charAt(next.end);
  const whole = host + next.name;
  const isLowerCase = next.name === next.name.toLowerCase();
  if (next.name === "" || !isLowerCase || !hasPublicSuffix(whole) || startsWithScheme(text, gap.end)) {
    return undefined;
  }
  const before = host.endsWith(".") ? host.slice(0, -1) : host;
  const isWhole = hasPublicSuffix(before);
  const isWholeNext = hasPublicSuffix(next.name);
  const touches = host.endsWith(".") || next.name.startsWith(".");
  const hasPath = behind === "/" || (behind === ":" && isDigit(text.charCodeAt(next.end + 1)));
  const goesOn = touches ? hasPath || !isWhole : hasPath && !isWhole;
  // `https://exam` and, at the start of the next line, a link of its own.
  const isOwnLink =
    !touches && isWholeNext && host !== "" && gap.breaks > 0 && scene.evidence.isKnownHost(next.name);
  if (!(goesOn || host === "") || isOwnLink) {
    return undefined;
  }
  addMended(draft, gap.breaks > 0 ? "line-break" : "space-in-host", { start: at, end: gap.end }, "");
  return { host, end: gap.end };
}

/** `https://` right behind a host: a second link. */
function startsScheme(text: string, at: number): boolean {
  return (text.charCodeAt(at) | 0x20) === 0x68 && /^https?:\/\//i.test(text.slice(at, at + 8));
}

function startsWithScheme(text: string, at: number): boolean {
  return /^(?:https?|ftp)\b/i.test(text.slice(at, at + 6));
}

/**
 * Whether a letter behind a whole host starts other words: `https://example.comЧитать далее`. One letter alone that looks like
 * a Latin one is no word.
 */
function startsOtherText(text: string, at: number, host: string, limit: number): boolean {
  const unit = text.charCodeAt(at);
  const last = host.charCodeAt(host.length - 1);
  if (unit < 0x80 || host === "" || last >= 0x80 || !hasPublicSuffix(host)) {
    return false;
  }
  if (isUnspacedScript(unit)) {
    return true;
  }
  let end = at;
  while (end < limit && text.charCodeAt(end) >= 0x80 && hostCharacterLength(text, end) > 0) {
    end++;
  }
  return !(end - at === 1 && looksLatin(text.charAt(at)));
}

/**
 * `[.]`, `(.)`, `{.}`, `[dot]`, `(dot)`, `[.` and the same between spaces, with a host's letter behind it; the number of
 * code units it takes, or 0.
 */
export function defangedDotLength(text: string, at: number, limit: number): number {
  const unit = text.charCodeAt(at);
  const isSpaced = unit === 0x20 && OPENERS.includes(text.charAt(at + 1));
  const open = isSpaced ? at + 1 : at;
  const pair = OPENERS.indexOf(text.charAt(open));
  if (pair < 0 || open >= limit || text.charAt(open) === "") {
    return 0;
  }
  const word = text.slice(open + 1, open + 4).toLowerCase();
  const inside = word.startsWith(".") ? 1 : word === "dot" || word === "d0t" || word === "punkt" ? 3 : 0;
  if (inside === 0) {
    return 0;
  }
  const isClosed = text.charAt(open + 1 + inside) === CLOSERS.charAt(pair);
  if (!isClosed && inside !== 1) {
    return 0;
  }
  let end = open + 1 + inside + (isClosed ? 1 : 0);
  if (isSpaced && text.charAt(end) === " ") {
    end++;
  }
  return end < limit && hostCharacterLength(text, end) > 0 ? end - at : 0;
}

const OPENERS = "[({";
const CLOSERS = "])}";

/** The end of the port, which is `at` where none stands. An impossible one is mended away: the site's own port is the likeliest. */
function readPort(scene: Scene, draft: Draft, at: number): number {
  const { text } = scene;
  // `example.com2022-01-05T15:28`: a time is stuck to the host, for no domain ends in a figure.
  const isTime = /[a-z]\d[^.]*$/i.test(draft.host) && draft.host.includes(".");
  if (text.charCodeAt(at) !== COLON || draft.host === "" || at >= scene.line.end || isTime) {
    return at;
  }
  const limit = Math.min(scene.line.end, at + 16);
  let end = at + 1;
  while (end < limit && isDigit(text.charCodeAt(end))) {
    end++;
  }
  const digits = end - at - 1;
  let wordEnd = end;
  while (wordEnd < limit && /[A-Za-z0-9_{}-]/.test(text.charAt(wordEnd))) {
    wordEnd++;
  }
  const startsTail = isTailStart(text, wordEnd);
  const port: Span = { start: at, end: wordEnd };
  if (digits > 0 && end === wordEnd) {
    const isPort = digits <= 5 && Number(text.slice(at + 1, end)) <= 65_535;
    if (!isPort) {
      addMended(draft, "wrong-port", port, "");
    }
    return end;
  }
  if (!startsTail) {
    // `https://example.com:8080Read more` has its port; `https://example.com: then` ends before the colon.
    const isPort = digits >= 2 && digits <= 5 && Number(text.slice(at + 1, end)) <= 65_535;
    return isPort ? end : at;
  }
  if (wordEnd === at + 1) {
    addMended(draft, "missing-port", port, "");
  } else {
    addMend(draft, port, "");
    addTrouble(draft, "wrong-port", port);
  }
  return wordEnd;
}

const DOT = 0x2e;
const COLON = 0x3a;
const AT_SIGN = 0x40;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const IDEOGRAPHIC_STOP = 0x3002;
