import { isAsciiDigit } from "../../../text/characters.ts";
import { isWordCharacter } from "../../../text/script.ts";
import type { Span } from "../../../text/span.ts";
import { isWhiteSpace } from "../../../text/white-space.ts";
import { startsWithWebAddress } from "../../line-kinds.ts";

/** A line that starts with a web address. */
export interface AddressLine {
  readonly kind: "page" | "image";
  /** Where the address ends; before the line's end when text or a second address is stuck to it. */
  readonly end: number;
  /** Whether it names a small square picture, as the portraits of authors are (`_100x100_`). */
  readonly isSmallSquare: boolean;
}

/** Extensions of pictures and of pages, behind which an address can only go on with `?`, `#` or `/`. */
const IMAGE_EXTENSIONS: ReadonlySet<string> = new Set([
  "jpeg",
  "jpg",
  "png",
  "webp",
  "gif",
  "avif",
  "svg",
  "bmp",
]);
/** Of pages, and of the documents and recordings that pages link to. */
const PAGE_EXTENSIONS: ReadonlySet<string> = new Set([
  "html",
  "htm",
  "shtml",
  "xhtml",
  "php",
  "asp",
  "aspx",
  "jsp",
  "pdf",
  "mp3",
  "mp4",
]);

/** Portraits are at most this wide, pictures of articles wider. */
const LARGEST_PORTRAIT = 400;

/** No address that matters is longer; what stands behind is not looked at. */
const LONGEST_ADDRESS = 4_096;

/**
 * Reads a line that starts with a web address and holds nothing else, save what is stuck to the address without a
 * space behind a file extension, or behind the address's first white space when that part is no sentence.
 *
 * @returns undefined for a line of text that merely starts with an address.
 */
export function readAddressLine(text: string, content: Span): AddressLine | undefined {
  if (!startsWithWebAddress(text, content.start)) {
    return undefined;
  }
  const limit = Math.min(content.end, content.start + LONGEST_ADDRESS);
  let wordEnd = content.start;
  while (wordEnd < limit && !isWhiteSpace(text.charCodeAt(wordEnd))) {
    wordEnd++;
  }
  const pathStart = endOfHost(text, content.start, wordEnd);
  if (pathStart - content.start < "http://a.b".length) {
    return undefined;
  }
  const found = findExtension(text, pathStart, wordEnd);
  if (found === undefined && wordEnd < content.end) {
    return undefined;
  }
  const size = findSquare(text, { start: pathStart, end: found?.end ?? wordEnd });
  const isImage = found === undefined ? size.isSized : found.isImage;
  return {
    kind: isImage ? "image" : "page",
    end: found?.end ?? wordEnd,
    isSmallSquare: isImage && size.isSmallSquare,
  };
}

/**
 * The words of an address's last path segment that has some, in lower case: what a news page's address says of the
 * headline. Numbers alone, the extension and words of one letter are left out; `%`-encoded ones are none.
 */
export function slugWords(text: string, address: Span): readonly string[] {
  let end = address.start;
  while (end < address.end && text.charCodeAt(end) !== 0x3f && text.charCodeAt(end) !== 0x23) {
    end++;
  }
  const segments = text
    .slice(endOfHost(text, address.start, end), end)
    .toLowerCase()
    .split("/");
  for (let index = segments.length - 1; index >= 0; index--) {
    const words = wordsOfSegment(segments[index] as string);
    if (words.length >= 3) {
      return words;
    }
  }
  return [];
}

/**
 * How much of an address's words a line of text says again, 0..1; 0 when the address has fewer than three. Apostrophes
 * are left out of the line's words, as they are in addresses (`russias`).
 */
export function slugResemblance(words: readonly string[], text: string, line: Span): number {
  if (words.length < 3 || line.end - line.start > 600) {
    return 0;
  }
  const said = new Set<string>();
  let word = "";
  for (let at = line.start; at <= line.end; at++) {
    const unit = at < line.end ? text.charCodeAt(at) : 0x20;
    if (isWordCharacter(unit)) {
      word += text.charAt(at);
    } else if (unit !== 0x27 && unit !== 0x2019 && word !== "") {
      said.add(word.toLowerCase());
      word = "";
    }
  }
  let same = 0;
  for (const slugWord of words) {
    if (said.has(slugWord)) {
      same++;
    }
  }
  return same / words.length;
}

function wordsOfSegment(segment: string): readonly string[] {
  const dot = segment.lastIndexOf(".");
  const stem = dot > 0 && segment.length - dot <= 6 ? segment.slice(0, dot) : segment;
  return stem.split(/[-_+]/u).filter((word) => word.length > 1 && !isNumber(word) && !word.includes("%"));
}

function isNumber(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    if (!isAsciiDigit(word.charCodeAt(at))) {
      return false;
    }
  }
  return true;
}

/** The offset of the `/`, `?` or `#` behind the host, or the end. */
function endOfHost(text: string, start: number, end: number): number {
  let at = text.indexOf("//", start) + 2;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2f || unit === 0x3f || unit === 0x23) {
      break;
    }
    at++;
  }
  return at;
}

/** The first extension of a picture or page that ends the address: nothing, a query, or foreign text follows. */
function findExtension(
  text: string,
  start: number,
  end: number,
): { readonly end: number; readonly isImage: boolean } | undefined {
  for (let dot = text.indexOf(".", start); dot >= 0 && dot < end; dot = text.indexOf(".", dot + 1)) {
    const found = extensionAt(text, dot + 1, end);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function extensionAt(
  text: string,
  start: number,
  end: number,
): { readonly end: number; readonly isImage: boolean } | undefined {
  // The longest first: `.jpeg` is no `.jpg` with an `e` stuck to it, `.html` no `.htm`.
  for (let length = 5; length >= 3; length--) {
    const stop = start + length;
    if (stop > end) {
      continue;
    }
    const extension = text.slice(start, stop).toLowerCase();
    const isImage = IMAGE_EXTENSIONS.has(extension);
    if (!isImage && !PAGE_EXTENSIONS.has(extension)) {
      continue;
    }
    const behind = stop < end ? text.charCodeAt(stop) : 0;
    if (behind === 0x3f || behind === 0x23) {
      return { end: addressEnd(text, stop, end), isImage };
    }
    if (behind === 0 || !continuesAddress(behind)) {
      return { end: stop, isImage };
    }
  }
  return undefined;
}

/** A query may hold anything but a second address. */
function addressEnd(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (startsWithWebAddress(text, at) && text.charCodeAt(at - 1) !== 0x3d) {
      return at;
    }
  }
  return end;
}

/** Signs with which a path goes on behind what only looks like an extension: `a.jpg/b`, `a.jpg_1920.webp`. */
function continuesAddress(unit: number): boolean {
  return (
    unit === 0x2f ||
    unit === 0x2e ||
    unit === 0x5f ||
    unit === 0x2d ||
    unit === 0x25 ||
    unit === 0x26 ||
    unit === 0x3d ||
    unit === 0x3a ||
    unit === 0x3b ||
    unit === 0x7e ||
    unit === 0x40 ||
    unit === 0x21 ||
    unit === 0x2c
  );
}

/** Looks for a size, `1920x1080`, in a path; a size makes it a picture's address even without an extension. */
function findSquare(
  text: string,
  path: Span,
): { readonly isSized: boolean; readonly isSmallSquare: boolean } {
  let isSized = false;
  for (let at = text.indexOf("x", path.start); at >= 0 && at < path.end; at = text.indexOf("x", at + 1)) {
    const width = numberBefore(text, at, path.start);
    const height = numberBehind(text, at + 1, path.end);
    if (width < 0 || height < 0) {
      continue;
    }
    isSized = true;
    if (width === height && width > 0 && width <= LARGEST_PORTRAIT) {
      return { isSized, isSmallSquare: true };
    }
  }
  return { isSized, isSmallSquare: false };
}

function numberBefore(text: string, end: number, limit: number): number {
  let start = end;
  while (start > limit && end - start < 5 && isAsciiDigit(text.charCodeAt(start - 1))) {
    start--;
  }
  return end - start >= 2 && end - start <= 4 ? Number(text.slice(start, end)) : -1;
}

function numberBehind(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && end - start < 5 && isAsciiDigit(text.charCodeAt(end))) {
    end++;
  }
  return end > start && end - start <= 4 ? Number(text.slice(start, end)) : -1;
}
