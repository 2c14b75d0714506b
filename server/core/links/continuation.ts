import type { Span } from "../text/span.ts";
import { isWhiteSpace } from "../text/white-space.ts";
import { addMended, type Draft, type Scene } from "./draft.ts";
import { extensionAtEnd, isExtension, LONGEST_EXTENSION } from "./extensions.ts";
import { hasPublicSuffix } from "./hosts.ts";
import { hasWordOverSeam } from "./seam-words.ts";
import { gapAt, trimTrailingPunctuation, urlRunEnd } from "./units.ts";

/** A link is broken over three lines at most, and has as many spaces. */
const MOST_BREAKS = 3;
const MOST_SPACES = 8;

/** Code units of one part. */
const LONGEST_PART = 600;

/**
 * Goes on with a link over spaces and line breaks as long as what follows is plainly its next part, and mends the gaps.
 *
 * @param draft.end The end of the link so far, without punctuation; `rawEnd` with it.
 * @returns whether it went on.
 */
export function continueLink(scene: Scene, draft: Draft, rawEnd: number): boolean {
  let breaks = 0;
  let spaces = 0;
  let written = rawEnd;
  for (;;) {
    const next = nextPart(scene, written);
    if (next === undefined) {
      break;
    }
    const isBreak = next.breaks > 0;
    if ((isBreak ? breaks : spaces) >= (isBreak ? MOST_BREAKS : MOST_SPACES)) {
      break;
    }
    const joiner = judge(scene, draft, written, next);
    if (joiner === undefined) {
      break;
    }
    addMended(draft, isBreak ? "line-break" : "space-in-path", { start: written, end: next.start }, joiner);
    draft.end = next.coreEnd;
    written = next.end;
    breaks += isBreak ? 1 : 0;
    spaces += isBreak ? 0 : 1;
  }
  return breaks + spaces > 0;
}

/** What stands behind a gap, up to the next white space or mark that ends a URL. */
interface Part extends Span {
  /** Without the punctuation behind it. */
  readonly coreEnd: number;
  readonly text: string;
  readonly breaks: number;
  /** Whether white space stands before it on a line of its own. */
  readonly isIndented: boolean;
  /** Whether nothing else stands on its line behind it. */
  readonly endsLine: boolean;
}

function nextPart({ text, limit }: Scene, at: number): Part | undefined {
  if (at >= limit || !isWhiteSpace(text.charCodeAt(at))) {
    return undefined;
  }
  const gap = gapAt(text, at, limit);
  if (gap.breaks > 1 || gap.end - at > 6 || gap.end >= limit) {
    return undefined;
  }
  const end = urlRunEnd(text, gap.end, Math.min(limit, gap.end + LONGEST_PART));
  if (end === gap.end) {
    return undefined;
  }
  const coreEnd = trimTrailingPunctuation(text, { start: gap.end, end });
  const behind = gapAt(text, end, limit);
  return {
    start: gap.end,
    end,
    coreEnd,
    text: text.slice(gap.end, coreEnd),
    breaks: gap.breaks,
    isIndented: gap.breaks > 0 && !/[\n\r]/.test(text.charAt(gap.end - 1)),
    endsLine: behind.end >= limit || behind.breaks > 0,
  };
}

/** What joins the parts, `""` or `"%20"`; undefined where the link does not go on. */
function judge(scene: Scene, draft: Draft, written: number, part: Part): string | undefined {
  const { text, evidence } = scene;
  const word = part.text;
  if (word === "" || part.isIndented) {
    return undefined;
  }
  const first = text.slice(draft.start, draft.end);
  const punctuation = text.slice(draft.end, written);
  const isName = isPlainName(first, word);
  if (!isName && !isPlausible(word)) {
    return undefined;
  }
  const mayBeKnown = first.length - (draft.hostStart - draft.start) <= LONGEST_WWW || evidence.goesOn(first);
  if (isName && !(mayBeKnown && isPlausible(word))) {
    return undefined;
  }
  if (mayBeKnown) {
    const whole = first + punctuation + word;
    if (evidence.completions(whole, "").length > 0 || evidence.isKnownLink(whole)) {
      return "";
    }
    const spaced = `${first}%20${word}`;
    if (part.breaks === 0 && (evidence.isKnownLink(spaced) || evidence.completions(spaced, "").length > 0)) {
      return "%20";
    }
  }
  if (draft.tailStart >= draft.end && !/^[/?]/.test(word)) {
    return undefined;
  }
  if (!goesOn(scene, draft, { first, punctuation, part })) {
    return undefined;
  }
  return part.breaks === 0 && punctuation === "" && partsWords(scene, first, word) ? "%20" : "";
}

/** `www.`, which is left out where starts of links are compared. */
const LONGEST_WWW = 4;

/** A capitalised word: what opens most lines below a link, and goes on with none that does not wait for a value. */
function isPlainName(first: string, word: string): boolean {
  return (
    /^[A-Z][A-Za-z]*$/.test(word) &&
    !"=&%".includes(first.charAt(first.length - 1)) &&
    !isExtension(word) &&
    !completesExtension(first, word)
  );
}

/** No link, no e-mail address, no time, version or telephone number of its own, and nothing that cannot stand in a path. */
function isPlausible(word: string): boolean {
  return (
    !word.includes("//") &&
    !/^(?:www\.|h..ps?:|#|@|\*|[•·|])/i.test(word) &&
    !startsWithHost(word) &&
    !/^(?:\d{4}-\d{2}-\d{2}(?:T|$)|v?\d+\.\d+[.-]\d)/.test(word) &&
    !/^(?:\+[\d()-]{7,}|\d*[()-][\d()-]{6,})$/.test(word) &&
    !/^[^/?=&]*@/.test(word) &&
    !/[[\]{}|\\^@]/.test(word.replace(/^[^?]*\?/, "")) &&
    /^[\x21-\x7e\u00a1-\u02ff\u0370-\u1fff\u3041-\uffdc]+$/.test(word) &&
    /[\p{L}\p{N}]/u.test(word)
  );
}

/** `example.org/a`: a link of its own. */
function startsWithHost(word: string): boolean {
  const slash = word.indexOf("/");
  return slash > 0 && hasPublicSuffix(word.slice(0, slash));
}

interface Seam {
  readonly first: string;
  /** What stands between the two parts besides white space: trimmed from the first as punctuation. */
  readonly punctuation: string;
  readonly part: Part;
}

function goesOn(scene: Scene, draft: Draft, { first, punctuation, part }: Seam): boolean {
  const { text } = scene;
  const word = part.text;
  const opensLine = draft.start <= scene.line.start;
  const isBreak = part.breaks > 0;
  const isAlone = part.endsLine && (isBreak || opensLine);
  const isPlain = /^[\p{Ll}\p{N}\p{Lo}._~%/?&=+:;,!()'*#-]+$/u.test(word);
  const hasExtension = extensionAtEnd(word, { start: 0, end: word.length }) !== undefined;
  const firstExtension = extensionAtEnd(text, { start: draft.tailStart, end: draft.end });
  if (punctuation !== "") {
    return goesOnBehindPunctuation(punctuation, word, firstExtension, hasExtension);
  }
  if (completesExtension(first, word)) {
    return true;
  }
  if (
    /[-_~=&%?+/]$/.test(first) &&
    isBehindOpenSign(first, word, { isPlain, isAlone, isBreak, hasExtension })
  ) {
    return true;
  }
  const inQuery = first.includes("?");
  if (/^[?&]?[\w[\].-]+=\S*/.test(word) && (inQuery ? /^&|&/.test(word) || isAlone : word.startsWith("?"))) {
    return true;
  }
  if (firstExtension !== undefined) {
    return false;
  }
  if (/^[-_.%/]/.test(word)) {
    return startsWithSign(word, { isAlone, hasExtension });
  }
  if (hasExtension && (isPlain || isAlone)) {
    return hasWordOverSeam(scene, first, word) || !isFileName(first, part, isAlone);
  }
  const hyphens = word.split("-").length - 1;
  const slashes = word.split("/").length - 1;
  const isIdentified = hyphens >= 1 && /\d{5}/.test(word);
  const isPath =
    slashes >= 1 && (/\d/.test(word) || slashes >= 2 || (isAlone && !isProsePair(word)) || hyphens >= 2);
  const isSigned = word.length >= 5 && /[_%=~]/.test(word) && /\d/.test(word);
  if (isPlain && (isIdentified || isPath || isSigned)) {
    return true;
  }
  if (isPlain && hasWordOverSeam(scene, first, word) && (isAlone || hyphens >= 1)) {
    return true;
  }
  const isSlug = hyphens >= 2 && first.lastIndexOf("-") > first.lastIndexOf("/") && isAlone && isPlain;
  if (isSlug) {
    return true;
  }
  return isPlain && leadsToExtension(scene, first, part, opensLine);
}

/** `…-1092041314.` and `html`; `1091602305_0:` and `297:3078_1920x0.jpg`; `?` and `id=4`. */
function goesOnBehindPunctuation(
  punctuation: string,
  word: string,
  firstExtension: string | undefined,
  hasExtension: boolean,
): boolean {
  switch (punctuation) {
    case ".":
      return firstExtension === undefined && isExtension(word);
    case "?":
      return /^[\w.-]+=/.test(word);
    case ":":
    case ",":
    case ";":
      return /^\d/.test(word) && (hasExtension || (word.length >= 5 && word.includes("_")));
    default:
      return false;
  }
}

/** `….ht` and `ml`: the two halves of an extension. */
function completesExtension(first: string, word: string): boolean {
  const dot = first.lastIndexOf(".");
  const half = dot < 0 ? "" : first.slice(dot + 1);
  const isHalf =
    half.length >= 1 &&
    half.length < LONGEST_EXTENSION &&
    /^[a-z]+$/i.test(half) &&
    !first.slice(dot).includes("/");
  const tail = /^[a-z0-9]{1,4}(?=$|[?#])/i.exec(word)?.[0];
  // `.jpg` is whole, so what follows it is not its end; `.htm` with an `l` is.
  const isWholeAlready = isExtension(half) && !(half.toLowerCase() === "htm" && tail === "l");
  return isHalf && tail !== undefined && !isWholeAlready && isExtension(half + tail);
}

/** Behind a hyphen, an equals sign or a slash at its end a link may go on with a plain word; behind a slash less surely. */
function isBehindOpenSign(
  first: string,
  word: string,
  {
    isPlain,
    isAlone,
    isBreak,
    hasExtension,
  }: Readonly<Record<"isPlain" | "isAlone" | "isBreak" | "hasExtension", boolean>>,
): boolean {
  const sign = first.charAt(first.length - 1);
  if (sign === "/") {
    // A folder's address is whole: only a file, a number or a longer path goes on behind it.
    const isPath = /\/./.test(word) && !isProsePair(word);
    const isSlug = word.split("-").length >= 3 || /^\d{4,}[-/]/.test(word);
    return (
      isPlain &&
      (isAlone || /[-_/\d]/.test(word)) &&
      (hasExtension || isPath || (isSlug && (isAlone || /\d/.test(word))))
    );
  }
  if (sign === "?") {
    return word.includes("=");
  }
  if (sign === "=" || sign === "&" || sign === "%") {
    return /^[\w%.+~-]/.test(word) && (isAlone || /[=&%\d-]/.test(word) || sign !== "%");
  }
  const startsRight = /^[\p{Ll}\p{N}\p{Lo}]/u.test(word);
  return startsRight && isPlain && (isAlone || isBreak || /[-_/.\d]/.test(word) || hasExtension);
}

/** A part that starts with what parts words in a path: `-talks-with-us.html`, `.html`, `/2024/story`. */
function startsWithSign(
  word: string,
  { isAlone, hasExtension }: { readonly isAlone: boolean; readonly hasExtension: boolean },
): boolean {
  if (!/^[-_.%/][\p{L}\p{N}%]/u.test(word) || /[@[\]()]/.test(word)) {
    return false;
  }
  if (word.startsWith(".")) {
    return hasExtension || isExtension(word.slice(1));
  }
  if (word.startsWith("/")) {
    return isAlone || /[-\d]|\/.+\//.test(word) || hasExtension;
  }
  return hasExtension || isAlone || /.[-_/]|\d{4}/.test(word.slice(1));
}

/**
 * `report.pdf` is a file of its own in a sentence and on a line below a whole link. One with a path's signs or figures in it goes
 * on with the link, and so does one behind words with hyphens, and behind a space one that ends the link's line.
 */
function isFileName(first: string, { text: word, breaks }: Part, isAlone: boolean): boolean {
  const isLinkLike = /[-_/\d]/.test(word) || /[-_]/.test(first.slice(first.lastIndexOf("/") + 1));
  return !isLinkLike && !(isAlone && breaks === 0);
}

/** `and/or`, `he/she`. */
function isProsePair(word: string): boolean {
  return /^\p{L}+\/\p{L}+$/u.test(word);
}

/** Whether the gap parts two words of a name, as in `annual report.pdf`, so that a space was meant. */
function partsWords(scene: Scene, first: string, word: string): boolean {
  const segment = first.slice(first.lastIndexOf("/") + 1);
  const last = segment.split(/[^\p{L}\p{N}]/u).at(-1) ?? "";
  const next = /^[\p{L}\p{N}]+/u.exec(word)?.[0] ?? "";
  if (
    last.length < 2 ||
    next.length < 1 ||
    /[-_]/.test(segment.replaceAll("%20", "")) ||
    /[-_/=&]/.test(word)
  ) {
    return false;
  }
  return !hasWordOverSeam(scene, first, word);
}

/**
 * Whether a plain part is followed, after no more than a few others, by one that ends in a file extension at the end of
 * the line: `my annual report 2023.pdf` on a line that the link opens, or the middle line of three.
 */
function leadsToExtension(scene: Scene, first: string, part: Part, opensLine: boolean): boolean {
  return part.breaks > 0 ? isMiddleLine(scene, first, part) : opensLine && isFileInWords(scene, part);
}

/** The signs of addresses, and no others, in a part with its punctuation. */
const PLAIN_PART = /^[\p{L}\p{N}._:~%=&?+,/-]+$/u;

function isMiddleLine(scene: Scene, first: string, part: Part): boolean {
  const written = scene.text.slice(part.start, part.end);
  const last = part.endsLine && PLAIN_PART.test(written) ? nextPart(scene, part.end) : undefined;
  if (last === undefined || last.breaks === 0 || !last.endsLine || !isPlausible(last.text)) {
    return false;
  }
  if (written.endsWith(".")) {
    return isExtension(last.text);
  }
  const end = last.text.startsWith(".") ? `a${last.text}` : last.text;
  const hasExtension = extensionAtEnd(end, { start: 0, end: end.length }) !== undefined;
  const segment = first.slice(first.lastIndexOf("/") + 1);
  return (
    completesExtension(written, last.text) ||
    (hasExtension && PLAIN_PART.test(last.text) && /[-_\d]/.test(segment + written + last.text))
  );
}

function isFileInWords(scene: Scene, part: Part): boolean {
  let next: Part | undefined = part;
  for (let count = 0; next !== undefined && count < MOST_SPACES; count++) {
    if (!isPlausible(next.text) || (next.breaks > 0 && next !== part)) {
      return false;
    }
    if (extensionAtEnd(next.text, { start: 0, end: next.text.length }) !== undefined) {
      return next !== part && next.endsLine && PLAIN_PART.test(next.text);
    }
    if (next.end !== next.coreEnd || !/^[\p{L}\p{N}-]+$/u.test(next.text)) {
      return false;
    }
    next = nextPart(scene, next.end);
  }
  return false;
}
