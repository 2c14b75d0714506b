/** Reads the UTF-8 bytes of a text as if they were of another encoding: what makes mojibake. */
export function misread(text: string, encoding: "windows-1252" | "windows-1251"): string {
  return new TextDecoder(encoding).decode(new TextEncoder().encode(text));
}

/** Reads the bytes that a text has in one single-byte encoding as if they were of another. */
export function misreadSingleByte(
  text: string,
  from: "koi8-r" | "windows-1251",
  as: "windows-1251" | "windows-1252",
): string {
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    bytes.set(new TextDecoder(from).decode(Uint8Array.of(byte)), byte);
  }
  const encoded = Uint8Array.from([...text], (character) => bytes.get(character) ?? 0x3f);
  return new TextDecoder(as).decode(encoded);
}
