/** Code pages with one byte per character that texts in UTF-8 are mistaken for. */
export type SingleByteEncoding =
  | "windows-1252"
  | "windows-1250"
  | "windows-1251"
  | "macintosh"
  | "koi8-r"
  | "ibm866";

/** The bytes, 128 to 255, that a program took for characters. */
export interface SingleByteTable {
  readonly encoding: SingleByteEncoding;
  /** By code unit; 0 for those that the encoding does not have, or has as ASCII. */
  readonly bytes: Uint8Array;
}

/** Frames and blocks, up to U+25FF, are the last characters of any of them but for one sign of Apple’s. */
const TABLE_LENGTH = 0x2600;

/** The byte that a character was made of; 0 where there is none. */
export function byteOf({ bytes }: SingleByteTable, unit: number): number {
  return unit < TABLE_LENGTH ? (bytes[unit] as number) : 0;
}

/**
 * In the order in which they are tried: by how often they are met. `windows-1252` is the WHATWG Encoding Standard's, which
 * gives its five unused bytes the C1 controls of their number, and stands for ISO 8859-1 as well.
 */
export const SINGLE_BYTE_TABLES: readonly SingleByteTable[] = (
  ["windows-1252", "windows-1251", "windows-1250", "macintosh", "koi8-r", "ibm866"] as const
).map(tableOf);

function tableOf(encoding: SingleByteEncoding): SingleByteTable {
  const high = Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index);
  const characters = new TextDecoder(encoding).decode(high);
  const bytes = new Uint8Array(TABLE_LENGTH);
  if (encoding === "windows-1252") {
    // ISO 8859-1 read to the letter: the controls of that number.
    bytes.set(high, 0x80);
  }
  for (const byte of high) {
    const unit = characters.charCodeAt(byte - 0x80);
    if (unit < TABLE_LENGTH) {
      bytes[unit] = byte;
    }
  }
  return { encoding, bytes };
}

/** A character in UTF-8 whose bytes stand in a text as characters of a single-byte encoding. */
export interface DisguisedCharacter {
  readonly start: number;
  readonly end: number;
  readonly codePoint: number;
}

/**
 * The character whose bytes start at an offset, when what stands there is well-formed UTF-8 of two to four bytes read through
 * the table (RFC 3629, section 4: no overlong forms, no surrogates, nothing above U+10FFFF).
 */
export function disguisedAt(
  text: string,
  start: number,
  limit: number,
  table: SingleByteTable,
): DisguisedCharacter | undefined {
  const lead = byteOf(table, text.charCodeAt(start));
  const length = lengthOf(lead);
  if (length === 0 || start + length > limit) {
    return undefined;
  }
  let codePoint = lead & (0x7f >> length);
  for (let at = start + 1; at < start + length; at++) {
    const byte = byteOf(table, text.charCodeAt(at));
    if (byte < 0x80 || byte > 0xbf) {
      return undefined;
    }
    codePoint = codePoint * 64 + (byte & 0x3f);
  }
  const isWellFormed =
    codePoint >= (LEAST[length] as number) &&
    codePoint <= 0x10ffff &&
    (codePoint < 0xd800 || codePoint > 0xdfff);
  return isWellFormed ? { start, end: start + length, codePoint } : undefined;
}

function lengthOf(lead: number): 0 | 2 | 3 | 4 {
  if (lead < 0xc2 || lead > 0xf4) {
    return 0;
  }
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** The least code point that takes so many bytes. */
const LEAST: readonly number[] = [0, 0, 0x80, 0x800, 0x10000];
