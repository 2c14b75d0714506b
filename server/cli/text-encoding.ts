import { UsageError } from "./usage-error.ts";

/** How a file's bytes stand for its text; what is needed to write it again as it was. */
export interface FileEncoding {
  /** A label of the WHATWG Encoding Standard, in lower case. */
  readonly name: string;
  readonly hasByteOrderMark: boolean;
}

export interface DecodedFile {
  /** Without the byte order mark, as editors show it, so that columns agree with theirs. */
  readonly text: string;
  readonly encoding: FileEncoding;
}

/** Git looks for NUL in as many bytes to tell binary files. */
const BINARY_SAMPLE_LENGTH = 8000;

/**
 * @param wanted The encoding the user named, for files without a byte order mark; undefined for UTF-8.
 * @returns what is wrong, in words, when the bytes are no text in that encoding.
 */
export function decodeFile(bytes: Uint8Array, wanted: string | undefined): DecodedFile | string {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) {
    return (
      decodeAs(bytes, { name: marked, hasByteOrderMark: true }) ??
      `is not valid ${marked.toUpperCase()}, which its byte order mark says it is.`
    );
  }
  if (wanted !== undefined) {
    return (
      decodeAs(bytes, { name: wanted, hasByteOrderMark: false }) ??
      `is not valid ${wanted}. Name its encoding with --encoding.`
    );
  }
  if (bytes.subarray(0, BINARY_SAMPLE_LENGTH).includes(0)) {
    return "looks like a binary file (it holds NUL bytes). If it is text, name its encoding with --encoding, as in --encoding utf-16le.";
  }
  return (
    decodeAs(bytes, { name: "utf-8", hasByteOrderMark: false }) ??
    "is not valid UTF-8. Name its encoding with --encoding, as in --encoding windows-1252."
  );
}

/** The name in the standard's spelling. @throws UsageError when there is no such encoding. */
export function readEncodingName(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new UsageError(
      `--encoding: there is no encoding ${JSON.stringify(name)}. Examples: windows-1252, windows-1251, shift_jis, utf-16le.`,
    );
  }
}

/** The bytes of a text in an encoding that can be written: UTF-8, UTF-16 and those of one byte a character; else undefined. */
export function encodeFile(text: string, encoding: FileEncoding): Uint8Array | undefined {
  const marked = encoding.hasByteOrderMark ? `\ufeff${text}` : text;
  switch (encoding.name) {
    case "utf-8":
      return Buffer.from(marked, "utf8");
    case "utf-16le":
      return Buffer.from(marked, "utf16le");
    case "utf-16be":
      return Buffer.from(marked, "utf16le").swap16();
    default:
      return encodeSingleBytes(marked, encoding.name);
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return "utf-8";
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return "utf-16le";
  }
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

function decodeAs(bytes: Uint8Array, encoding: FileEncoding): DecodedFile | undefined {
  try {
    return { text: new TextDecoder(encoding.name, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    // A text of more than half a gigabyte is valid, and too long for a string of Node's.
    if ((error as NodeJS.ErrnoException).code === "ERR_STRING_TOO_LONG") {
      throw error;
    }
    return undefined;
  }
}

/** Turned round from the decoder's own table, so that what was read as a byte is written as the same byte. */
function encodeSingleBytes(text: string, name: string): Uint8Array | undefined {
  const byteOf = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const character = new TextDecoder(name).decode(Uint8Array.of(byte));
    if (character.length === 1 && character !== "\ufffd") {
      byteOf.set(character, byte);
    }
  }
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = byteOf.get(text.charAt(at));
    if (byte === undefined) {
      return undefined;
    }
    bytes[at] = byte;
  }
  return bytes;
}
