/** Whether a code unit is a quotation mark or an apostrophe of any script, or what stands for one on a typewriter. */
export function isQuote(unit: number): boolean {
  if (unit < 0x80) {
    return unit === 0x22 || unit === 0x27 || unit === 0x60;
  }
  return (
    // ‘ ’ ‚ ‛ “ ” „ ‟ and the primes ′ ″ ‴ ‵ ‶ ‷, which scrapers and authors use for them; ‹ and ›.
    (unit >= 0x2018 && unit <= 0x201f) ||
    (unit >= 0x2032 && unit <= 0x2037) ||
    unit === 0x2039 ||
    unit === 0x203a ||
    // ´ « »
    unit === 0xb4 ||
    unit === 0xab ||
    unit === 0xbb ||
    // 「 」 『 』 and 〝 〞 〟
    (unit >= 0x300c && unit <= 0x300f) ||
    (unit >= 0x301d && unit <= 0x301f) ||
    // ʼ ʹ ʺ, Armenian and Hebrew marks that serve as apostrophes are letters to Unicode and left alone, save ʼ.
    unit === 0x02bc ||
    // ＂ ＇ ｀ ｢ ｣
    unit === 0xff02 ||
    unit === 0xff07 ||
    unit === 0xff40 ||
    unit === 0xff62 ||
    unit === 0xff63
  );
}

/** Whether a code unit is a hyphen, a dash or a minus sign; 〜 and ー are not. */
export function isDash(unit: number): boolean {
  if (unit < 0x80) {
    return unit === 0x2d;
  }
  return (
    (unit >= 0x2010 && unit <= 0x2015) ||
    unit === 0x2212 ||
    unit === 0x2e3a ||
    unit === 0x2e3b ||
    unit === 0xfe58 ||
    unit === 0xfe63 ||
    unit === 0xff0d
  );
}

/**
 * Whether a code unit is there without being seen: soft hyphen, zero-width space, word joiner and the marks of
 * writing direction. The zero-width joiner and non-joiner change how Persian, Hindi and emoji read and do not count.
 */
export function isInvisible(unit: number): boolean {
  return (
    unit === 0xad ||
    unit === 0x200b ||
    unit === 0x2060 ||
    unit === 0x200e ||
    unit === 0x200f ||
    unit === 0x061c ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2066 && unit <= 0x2069)
  );
}

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

export function isAsciiDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isAsciiLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
