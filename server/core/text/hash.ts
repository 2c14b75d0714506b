/**
 * FNV-1a over the UTF-16 code units of a span, 32 bits (Fowler, Noll, Vo; offset basis 2166136261, prime 16777619),
 * stirred by Murmur3's finaliser so that short strings that differ in one letter differ in all bits. Not for
 * security: whoever compares by it must compare the texts where a collision would do harm.
 */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = HASH_SEED;
  for (let at = start; at < end; at++) {
    hash = hashUnit(hash, text.charCodeAt(at));
  }
  return finishHash(hash);
}

/** What a hash that is built code unit by code unit starts from. */
export const HASH_SEED = 0x811c9dc5;

/** One step of `hashText`. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The last step of `hashText`; an unsigned 32-bit integer. */
export function finishHash(hash: number): number {
  let stirred = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  stirred = Math.imul(stirred ^ (stirred >>> 13), 0xc2b2ae35);
  return (stirred ^ (stirred >>> 16)) >>> 0;
}

/** Two 32-bit hashes as one whole number of 53 bits: among millions of texts no two meet by chance. */
export function hashTextWide(text: string): number {
  return hashText(text) * 0x20_0000 + (hashText(`${text}\u0001`) & 0x1f_ffff);
}
