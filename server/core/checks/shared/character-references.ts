import { indexOfWithin } from "../../text/index-of-within.ts";
import type { Span } from "../../text/span.ts";

/** A character written as HTML writes it. */
export interface CharacterReference {
  readonly span: Span;
  /** The character it stands for. */
  readonly character: string;
}

/**
 * The character references of a span, in text order: `&amp;`, `&#8217;`, `&#x2019;`, and those that were escaped again
 * (`&amp;#8217;`), as one. The semicolon is asked for, so that `AT&T` and `?a=1&copy=2` are none. Linear.
 */
export function findCharacterReferences(text: string, span: Span): CharacterReference[] {
  const found: CharacterReference[] = [];
  const next = (start: number) => indexOfWithin(text, "&", { start, end: span.end });
  for (let at = next(span.start); at >= 0; ) {
    const reference = referenceAt(text, at, span.end);
    if (reference !== undefined) {
      found.push(reference);
    }
    at = next(reference?.span.end ?? at + 1);
  }
  return found;
}

/** Code units between `&` and `;`; the longest name we know has eight, and a number seven. */
const LONGEST_NAME = 9;

function referenceAt(text: string, start: number, limit: number): CharacterReference | undefined {
  let name = nameAt(text, start + 1, limit);
  let character = name === undefined ? undefined : characterOf(name);
  if (name === undefined || character === undefined) {
    return undefined;
  }
  let end = start + name.length + 2;
  // `&amp;` with the rest of a reference behind it is a reference that was escaped once more.
  while (character === "&") {
    name = nameAt(text, end, limit);
    const inner = name === undefined ? undefined : characterOf(name);
    if (name === undefined || inner === undefined) {
      break;
    }
    character = inner;
    end += name.length + 1;
  }
  return { span: { start, end }, character };
}

/** What stands between an offset and the next semicolon, when that can be a reference's name. */
function nameAt(text: string, start: number, limit: number): string | undefined {
  const end = indexOfWithin(text, ";", { start, end: Math.min(limit, start + LONGEST_NAME + 1) });
  return end <= start ? undefined : text.slice(start, end);
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) {
    const code = NAMED_CODES.get(name);
    return code === undefined ? undefined : String.fromCharCode(code);
  }
  const isHexadecimal = name.charAt(1) === "x" || name.charAt(1) === "X";
  const digits = name.slice(isHexadecimal ? 2 : 1);
  const isNumber = isHexadecimal ? /^[0-9a-f]+$/iu.test(digits) : /^[0-9]+$/u.test(digits);
  const code = Number.parseInt(digits, isHexadecimal ? 16 : 10);
  return isNumber ? characterOfCode(code) : undefined;
}

/** Controls, surrogates and what lies beyond Unicode stand for nothing; 128 to 159 mean Windows-1252 (HTML, section 13.2.5.80). */
function characterOfCode(code: number): string | undefined {
  const meant = code >= 0x80 && code <= 0x9f ? WINDOWS_1252.charCodeAt(code - 0x80) : code;
  const isPrintable =
    meant >= 0x20 && meant !== 0x7f && !(meant >= 0xd800 && meant <= 0xdfff) && meant <= 0x10ffff;
  return isPrintable ? String.fromCodePoint(meant) : undefined;
}

const WINDOWS_1252 = "€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ";

/** The entities of HTML 4 (its section 24), which are those that pages and feeds use, with `apos` of XML. */
const NAMED_CODES: ReadonlyMap<string, number> = new Map([
  ...latinEntities(),
  ...(
    "quot:34 amp:38 lt:60 gt:62 apos:39 OElig:338 oelig:339 Scaron:352 scaron:353 Yuml:376 fnof:402 circ:710 tilde:732 " +
    "ensp:8194 emsp:8195 thinsp:8201 zwnj:8204 zwj:8205 lrm:8206 rlm:8207 ndash:8211 mdash:8212 lsquo:8216 rsquo:8217 " +
    "sbquo:8218 ldquo:8220 rdquo:8221 bdquo:8222 dagger:8224 Dagger:8225 bull:8226 hellip:8230 permil:8240 prime:8242 " +
    "Prime:8243 lsaquo:8249 rsaquo:8250 oline:8254 frasl:8260 euro:8364 image:8465 weierp:8472 real:8476 trade:8482 " +
    "alefsym:8501 larr:8592 uarr:8593 rarr:8594 darr:8595 harr:8596 crarr:8629 forall:8704 part:8706 exist:8707 " +
    "empty:8709 nabla:8711 isin:8712 ni:8715 prod:8719 sum:8721 minus:8722 lowast:8727 radic:8730 prop:8733 infin:8734 " +
    "ang:8736 and:8743 or:8744 cap:8745 cup:8746 int:8747 there4:8756 sim:8764 cong:8773 asymp:8776 ne:8800 equiv:8801 " +
    "le:8804 ge:8805 sub:8834 sup:8835 nsub:8836 sube:8838 supe:8839 oplus:8853 otimes:8855 perp:8869 sdot:8901 loz:9674 " +
    "spades:9824 clubs:9827 hearts:9829 diams:9830 " +
    "Alpha:913 Beta:914 Gamma:915 Delta:916 Epsilon:917 Omega:937 alpha:945 beta:946 gamma:947 delta:948 epsilon:949 " +
    "lambda:955 mu:956 pi:960 sigma:963 tau:964 phi:966 omega:969 lbrace:123 rbrace:125 lcub:123 rcub:125 lsqb:91 " +
    "rsqb:93 lbrack:91 rbrack:93 num:35 colon:58 comma:44 period:46 sol:47 nbsp:160 percnt:37 commat:64 excl:33"
  )
    .split(" ")
    .map((entry): [string, number] => {
      const colon = entry.indexOf(":");
      return [entry.slice(0, colon), Number(entry.slice(colon + 1))];
    }),
]);

/** The names of U+00A0 to U+00FF, in that order. */
function latinEntities(): [string, number][] {
  const names =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro " +
    "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil " +
    "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave " +
    "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml " +
    "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute " +
    "thorn yuml";
  return names.split(" ").map((name, index) => [name, 0xa0 + index]);
}
