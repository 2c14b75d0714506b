import { isUnspacedScript } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import { trimEndWhile, withoutFinalDots } from "../text/trim-end.ts";
import { isWhiteSpace } from "../text/white-space.ts";
import { addTrouble, type Draft, type Scene } from "./draft.ts";
import { draftAt, isBoundary, startsHost, writtenHost } from "./entry-parts.ts";
import { hasPublicSuffix, hostCharacterLength, LONGEST_HOST, lastLabel } from "./hosts.ts";
import { defangedDotLength } from "./read-host.ts";
import { isDigit, isLetter, isWordUnit } from "./units.ts";

/** `//example.com/a`, as pages write a link that keeps the page's scheme. */
export function relativeEntry({ text, evidence, line }: Scene, at: number, floor: number): Draft | undefined {
  const slashes = text.charCodeAt(at) === COLON ? at + 1 : at;
  const hostStart = slashes + 2;
  const isOtherScheme = at > floor && text.charCodeAt(at - 1) === COLON;
  if (
    !text.startsWith("//", slashes) ||
    isOtherScheme ||
    isInCode(text, at, floor) ||
    !isBoundary(text, at, floor) ||
    !startsHost(text, hostStart, line.end)
  ) {
    return undefined;
  }
  const host = writtenHost(text, hostStart, line.end);
  if (!hasPublicSuffix(host)) {
    return undefined;
  }
  const draft = draftAt(at, hostStart, undefined);
  const scheme = evidence.schemeOf(host.toLowerCase()) ?? "https";
  draft.mends.push({ span: { start: at, end: at }, newText: slashes > at ? scheme : `${scheme}:` });
  addTrouble(draft, "scheme-relative", { start: at, end: hostStart });
  return draft;
}

/** `example.com/a`: the host before the first slash of a word. */
export function hostEntry(scene: Scene, slash: number, floor: number): Draft | undefined {
  const { text, line } = scene;
  const host = hostBefore(text, withoutPort(text, slash, floor), floor);
  if (host === undefined || !isBoundary(text, host.start, floor)) {
    return undefined;
  }
  const name = hostName(text, host);
  if (!hasPublicSuffix(name) || !isPlainHost(name)) {
    return undefined;
  }
  const path = pathWord(text, slash, line.end);
  const isQuestion = text.charAt(slash) === "?";
  if (isQuestion && (!/^[\w.[\]-]+=/.test(path) || name !== name.toLowerCase())) {
    return undefined;
  }
  return isProseSlash(scene, name, path) || isInCode(text, host.start, floor)
    ? undefined
    : schemeless(scene, host, name);
}

/** `www.example.com`, alone or with a path. */
export function wwwEntry(scene: Scene, at: number, floor: number): Draft | undefined {
  const { text, line } = scene;
  const isWww =
    (text.charCodeAt(at + 1) | 0x20) === 0x77 &&
    (text.charCodeAt(at + 2) | 0x20) === 0x77 &&
    (text.charAt(at + 3) === "." ||
      text.charAt(at + 3) === "," ||
      defangedDotLength(text, at + 3, line.end) > 0);
  if (!isWww) {
    return undefined;
  }
  const isStart = isBoundary(text, at, floor);
  const isStuck = !isStart && isLetter(text, at - 1) && isLetter(text, at - 2) && at - 2 >= floor;
  const name = withoutFinalDots(writtenHost(text, at + 4, line.end));
  const isHost = startsHost(text, at, line.end) || (text.charAt(at + 3) === "," && hasPublicSuffix(name));
  // `example.com/www.example.org` is one link, and so is `x.www.example.org`.
  return (isStart || isStuck) && isHost && !isInCode(text, at, floor)
    ? schemeless(scene, { start: at, end: at }, name)
    : undefined;
}

/** `example[.]com`, at the bracket. */
export function defangedHostEntry(scene: Scene, bracket: number, floor: number): Draft | undefined {
  const { text, line } = scene;
  const isSpaced = bracket - 1 > floor && text.charCodeAt(bracket - 1) === 0x20;
  const end = isSpaced ? bracket - 1 : bracket;
  if (defangedDotLength(text, end, line.end) === 0) {
    return undefined;
  }
  const host = hostBefore(text, end, floor);
  const isMail = /[@[({](?:at)?[\])}]?$/i.test(
    text.slice(Math.max(floor, (host?.start ?? 0) - 4), host?.start ?? 0),
  );
  if (
    host === undefined ||
    isMail ||
    !isBoundary(text, host.start, floor) ||
    !startsHost(text, host.start, line.end)
  ) {
    return undefined;
  }
  // `the period (.) in a sum`: with spaces around it only what is plainly a host is one.
  const isClear = /^[^\s/]{0,12}\s?(?:[\w-]+\.)*(?:com|org|net|info|ru|[\w-]+\/)/i.test(
    text.slice(bracket, bracket + 60),
  );
  return isSpaced && !isClear ? undefined : schemeless(scene, host, writtenHost(text, host.start, line.end));
}

function schemeless({ evidence }: Scene, host: Span, name: string): Draft {
  const draft = draftAt(host.start, host.start, undefined);
  const known = name.toLowerCase();
  const scheme = evidence.schemeOf(known) ?? "https";
  draft.mends.push({ span: { start: host.start, end: host.start }, newText: `${scheme}://` });
  addTrouble(draft, "no-scheme", { start: host.start, end: Math.max(host.end, host.start + 1) });
  return draft;
}

/** The offset before a port, when digits behind a colon end at the offset. */
function withoutPort(text: string, end: number, floor: number): number {
  let at = end;
  while (at > floor && end - at < 6 && isDigit(text.charCodeAt(at - 1))) {
    at--;
  }
  return at < end && text.charCodeAt(at - 1) === COLON ? at - 1 : end;
}

/** The labels and dots that end at an offset; undefined where there is no dot between labels. */
function hostBefore(text: string, end: number, floor: number): Span | undefined {
  const least = Math.max(floor, end - LONGEST_HOST);
  let start = end;
  while (start > least) {
    const unit = text.charCodeAt(start - 1);
    const isDotted = unit === 0x2e || (unit === 0x2c && isLetter(text, start) && isLetter(text, start - 2));
    const isHost = unit < 0x80 ? hostCharacterLength(text, start - 1) > 0 : isHostLetter(text, start - 1);
    if (!isDotted && !isHost) {
      break;
    }
    start--;
  }
  // A comma or dot before the host belongs to the sentence.
  while (start < end && !isWordUnit(text, start)) {
    start++;
  }
  return start < end ? { start, end } : undefined;
}

/** Letters of scripts that write without spaces stand before a host as its neighbours, not as its part. */
function isHostLetter(text: string, at: number): boolean {
  return hostCharacterLength(text, at) > 0 && !isUnspacedScript(text.charCodeAt(at));
}

function hostName(text: string, host: Span): string {
  return text.slice(host.start, host.end);
}

/** Top-level domains that are endings of file names as well. */

/** Two labels or more of letters; a comma stands for a dot only before the last. */
function isPlainHost(name: string): boolean {
  return !name.includes(",") && !name.includes("..") && !name.startsWith("-") && /[^\d.]/.test(name);
}

/** What follows the slash up to white space or a mark that ends a URL, at most so much as tells prose from a path. */
function pathWord(text: string, slash: number, limit: number): string {
  let end = slash + 1;
  while (end < limit && end - slash < 80 && !isWhiteSpace(text.charCodeAt(end))) {
    end++;
  }
  return text.slice(slash + 1, end);
}

/** Top-level domains that are endings of file names as well. */
const FILE_LIKE: ReadonlySet<string> = new Set(["py", "sh", "zip", "mov"]);

/** `Amazon.com/Whole Foods`, `ASP.NET/IIS`, `README.md/notes`: a slash between two names. */
function isProseSlash({ evidence, text, line }: Scene, name: string, path: string): boolean {
  const host = name.toLowerCase();
  if (evidence.isKnownHost(host) || host.startsWith("www.")) {
    return false;
  }
  const word = trimEndWhile(path, isClosingPunctuation);
  const isWord = /^\p{L}*$/u.test(word) && !(word === "" && name === host);
  const domain = lastLabel(host);
  if (name !== host && isWord) {
    return true;
  }
  if (domain > "\x7f" && lastLabel(name) !== domain) {
    return true;
  }
  if (FILE_LIKE.has(domain) && isWord) {
    return true;
  }
  // `example.com/example.org`: two names.
  const isTwoNames =
    hasPublicSuffix(word) && word.split(".").length === 2 && !/[-_\d]/.test(word) && !isAlone(text, line);
  return isTwoNames && !/^(?:index|default|home)\./i.test(word);
}

function isAlone(text: string, line: Span): boolean {
  return !text.slice(line.start, Math.min(line.end, line.start + 400)).includes(" ");
}

/** `"site": "example.com/a"`, `url=example.com/a`: a program's text. */
function isInCode(text: string, start: number, floor: number): boolean {
  const before = text.slice(Math.max(floor, start - 4), start);
  return /(?:=["']?|:\s?["']|[({]["']|`)$/.test(before);
}

const COLON = 0x3a;

function isClosingPunctuation(unit: number): boolean {
  return ".,;:!?)]}\"'’”»".includes(String.fromCharCode(unit));
}
