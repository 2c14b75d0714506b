import { letterCase } from "../../text/script.ts";
import type { Span } from "../../text/span.ts";
import {
  byteOf,
  SINGLE_BYTE_TABLES,
  type SingleByteEncoding,
  type SingleByteTable,
} from "./single-byte-encodings.ts";

/** Cyrillic text in one encoding with a byte per letter that was read as another one: `Ïðèâåò`, `рТЙЧЕФ`. */
export interface MisreadCyrillic extends EncodingPair {
  /** From the first to the last character that was read wrongly. */
  readonly span: Span;
  readonly repaired: string;
}

/** What a text was written in, and what a program took it for. */
export interface EncodingPair {
  readonly written: SingleByteEncoding;
  readonly read: SingleByteEncoding;
}

/** Below that nobody can be sure; an article of which another part is known to be misread needs fewer. */
const LEAST_LETTERS = 20;
const LEAST_LETTERS_KNOWN = 3;

/** So many letters tell how often each is used. */
const COUNTED_LETTERS = 400;

/** Letters of ASCII, with fewer others before them, after which a passage is taken for ordinary Latin text. */
const GIVEN_UP_AFTER = 40;

/** Names in Latin letters may stand among them. */
const LEAST_SHARE_OF_LETTERS = 0.5;

/**
 * The most frequent letters of Russian, Ukrainian, Bulgarian and Serbian, two thirds of every text. Source: the letter counts of
 * the Russian National Corpus (о е а и н т с р в л к м, 70 %); the others share all but a few of them.
 */
const FREQUENT_LETTERS: ReadonlySet<string> = new Set("оеаинтсрвлкміi");

/** Of a text as it is meant; of a misread one a third are among them, by chance. */
const LEAST_FREQUENT_MEANT = 0.56;
const MOST_FREQUENT_MISREAD = 0.46;

/** By so much the meant letters must be the more frequent ones: a good word can have few of them, too. */
const LEAST_GAIN = 0.2;

/** A name or a tag of a few letters need not have so many. */
const LEAST_FREQUENT_KNOWN = 0.4;

/** Words are written small, with a capital, or in capitals; what is read wrongly mixes them. */
const LEAST_PLAIN_WORDS = 0.9;

/**
 * Looks whether a passage as a whole is Cyrillic text in another encoding than it was read as. Linear in its length; a passage of
 * ordinary Latin or Cyrillic text is given up after a count of its first letters.
 *
 * @param known What another passage of the article was misread as: then only that is looked for, in short passages as well.
 */
export function findMisreadCyrillic(
  text: string,
  span: Span,
  known?: EncodingPair,
): MisreadCyrillic | undefined {
  const sample = sampleOf(text, span);
  const least = known === undefined ? LEAST_LETTERS : LEAST_LETTERS_KNOWN;
  const shareAsRead = frequentShare(sample);
  if (sample.length < least || shareAsRead > MOST_FREQUENT_MISREAD) {
    return undefined;
  }
  const found = { start: firstOutsideAscii(text, span), end: endOutsideAscii(text, span) };
  let best: (MisreadCyrillic & { readonly share: number }) | undefined;
  for (const { read, written } of known === undefined ? POSSIBLE_PAIRS : [known]) {
    const reader = tableOf(read);
    if (!areBytesOf(sample, reader)) {
      continue;
    }
    const share = frequentShare(decode(sample, reader, tableOf(written)));
    const isEnough =
      share >= (known === undefined ? LEAST_FREQUENT_MEANT : LEAST_FREQUENT_KNOWN) &&
      share >= shareAsRead + LEAST_GAIN;
    if (isEnough && share > (best?.share ?? 0)) {
      const repaired = decode(text.slice(found.start, found.end), reader, tableOf(written));
      const isLikely = known !== undefined || keepsSmallLetters(sample, repaired);
      if (isLikely && plainShare(repaired) >= LEAST_PLAIN_WORDS && !/[\u0080-\u009f\ufffd]/u.test(repaired)) {
        best = { span: found, written, read, repaired, share };
      }
    }
  }
  return best && { span: best.span, written: best.written, read: best.read, repaired: best.repaired };
}

/** The encodings that Cyrillic pages had before UTF-8, and those that programs take such pages for. */
const POSSIBLE_PAIRS: readonly EncodingPair[] = [
  { written: "windows-1251", read: "windows-1252" },
  { written: "koi8-r", read: "windows-1252" },
  { written: "koi8-r", read: "windows-1251" },
  { written: "windows-1251", read: "koi8-r" },
  { written: "ibm866", read: "windows-1251" },
];

/** The first letters outside ASCII; none where more are inside, as in any Latin text. */
function sampleOf(text: string, { start, end }: Span): string {
  let sample = "";
  let asciiLetters = 0;
  for (let at = start; at < end && sample.length < COUNTED_LETTERS; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) {
      sample += isMark(unit) ? "" : text.charAt(at);
    } else {
      const lower = unit | 0x20;
      asciiLetters += lower >= 0x61 && lower <= 0x7a ? 1 : 0;
      if (asciiLetters > GIVEN_UP_AFTER && sample.length < asciiLetters) {
        return "";
      }
    }
  }
  return sample.length >= LEAST_SHARE_OF_LETTERS * (sample.length + asciiLetters) ? sample : "";
}

/** Quotation marks, dashes and no-break spaces, which most of these encodings have at the same place. */
function isMark(unit: number): boolean {
  return unit === 0xa0 || unit === 0xab || unit === 0xbb || (unit >= 0x2010 && unit <= 0x2026);
}

/** Texts are mostly small letters: what would make capitals of them was read well. */
function keepsSmallLetters(asRead: string, meant: string): boolean {
  return smallShare(meant) >= smallShare(asRead) - 0.5;
}

function smallShare(text: string): number {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => letter !== letter.toUpperCase()).length / Math.max(1, letters.length);
}

function frequentShare(letters: string): number {
  let frequent = 0;
  for (const letter of letters) {
    frequent += FREQUENT_LETTERS.has(letter.toLowerCase()) ? 1 : 0;
  }
  return frequent / letters.length;
}

function areBytesOf(sample: string, table: SingleByteTable): boolean {
  for (let at = 0; at < sample.length; at++) {
    if (byteOf(table, sample.charCodeAt(at)) === 0) {
      return false;
    }
  }
  return true;
}

/** What is no byte of the first encoding stays as it is: ASCII is the same in all of them. */
function decode(text: string, read: SingleByteTable, written: SingleByteTable): string {
  let decoded = "";
  for (let at = 0; at < text.length; at++) {
    const byte = byteOf(read, text.charCodeAt(at));
    decoded += byte === 0 ? text.charAt(at) : (characterOf(written, byte) ?? "\ufffd");
  }
  return decoded;
}

function characterOf({ units, bytes }: SingleByteTable, byte: number): string | undefined {
  const unit = units.findLast((one) => bytes[one] === byte);
  return unit === undefined ? undefined : String.fromCharCode(unit);
}

function plainShare(text: string): number {
  const words = text.match(/\p{L}+/gu) ?? [];
  const plain = words.filter(isPlain).length;
  return words.length === 0 ? 0 : plain / words.length;
}

function isPlain(word: string): boolean {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() || (letterCase(word, 0) === "upper" && rest === rest.toUpperCase());
}

function firstOutsideAscii(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && text.charCodeAt(at) < 0x80) at++;
  return at;
}

function endOutsideAscii(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) < 0x80) at--;
  return at;
}

function tableOf(encoding: SingleByteEncoding): SingleByteTable {
  return SINGLE_BYTE_TABLES.find((table) => table.encoding === encoding) as SingleByteTable;
}
