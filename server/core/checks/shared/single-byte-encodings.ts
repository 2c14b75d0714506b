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
  /** The code units that the encoding has outside ASCII. */
  readonly units: readonly number[];
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
 * The characters of the bytes 128 to 255, by the indexes of the WHATWG Encoding Standard (a test compares them with
 * TextDecoder's). Written out, as asking TextDecoder for six tables takes longer than checking a short file, and some
 * versions of Node answer wrongly for `windows-1252`.
 */
const UPPER_HALVES: readonly (readonly [SingleByteEncoding, string])[] = [
  [
    "windows-1252",
    "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
  ],
  [
    "windows-1251",
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
  ],
  [
    "windows-1250",
    "€\u0081‚\u0083„…†‡\u0088‰Š‹ŚŤŽŹ\u0090‘’“”•–—\u0098™š›śťžź\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
  ],
  [
    "macintosh",
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
  ],
  [
    "koi8-r",
    "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
  ],
  [
    "ibm866",
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00a0",
  ],
];

/**
 * In the order in which they are tried: by how often they are met. `windows-1252` has the C1 controls of their number for its
 * five unused bytes, and stands for ISO 8859-1 as well.
 */
export const SINGLE_BYTE_TABLES: readonly SingleByteTable[] = UPPER_HALVES.map(([encoding, characters]) =>
  tableOf(encoding, characters),
);

function tableOf(encoding: SingleByteEncoding, characters: string): SingleByteTable {
  const bytes = new Uint8Array(TABLE_LENGTH);
  const units: number[] = [];
  if (encoding === "windows-1252") {
    // ISO 8859-1 read to the letter: the controls of that number.
    for (let byte = 0x80; byte <= 0xff; byte++) {
      bytes[byte] = byte;
      units.push(byte);
    }
  }
  for (let byte = 0x80; byte <= 0xff; byte++) {
    const unit = characters.charCodeAt(byte - 0x80);
    if (unit < TABLE_LENGTH) {
      bytes[unit] = byte;
      units.push(unit);
    }
  }
  return { encoding, units, bytes };
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
