import type { LinkTroubleKind } from "./link.ts";
import type { SeparatorReading } from "./separators.ts";

/** A scheme as it is written and as it is meant. */
export interface SchemeReading {
  /** `http`, `https` or `ftp`. */
  readonly scheme: string;
  readonly trouble?: LinkTroubleKind;
  /** As many code units of the word belong to the scheme; what stands before is stuck to it. */
  readonly length: number;
}

/** Code units; longer words before a colon are words. */
export const LONGEST_SCHEME_WORD = 12;

/** Schemes that come near ours and are none of them; `shttp` and `httpd` are no longer, or never were, in anyone's links. */
const OTHER_SCHEMES: ReadonlySet<string> = new Set(
  "ftps sftp tftp smtp smtps nntp sntp ptp rtp rtsp rtmp rtmps htsp httpu tps tp ts pts stp smb ssh ps tts spt http2 http3 httpx httpie https2".split(
    " ",
  ),
);

/**
 * What scheme a word before `://` is, or was. The longer known scheme is looked for at its end, so that `morehttps` is
 * `https` with a word stuck to it; else the word may be one of the ways in which people make a scheme unusable, or a slip.
 *
 * @param word Letters, digits, `*`, `_` and `-` only.
 * @param separator How much of a separator stands behind it: only before a whole one a word can be a slip.
 */
export function readScheme(word: string, separator: SeparatorReading["strength"]): SchemeReading | undefined {
  const lower = word.toLowerCase();
  const known = knownSchemeAtEnd(lower);
  if (known !== undefined) {
    return readPrefix(lower, known);
  }
  const defanged = DEFANGED.exec(lower);
  if (defanged !== null) {
    const isFtp = defanged[0].startsWith("fx") || defanged[0].startsWith("f*");
    const scheme = isFtp ? "ftp" : `http${defanged[0].endsWith("s") ? "s" : ""}`;
    return { scheme, trouble: "defanged-scheme", length: defanged[0].length };
  }
  const meant = separator !== "full" || OTHER_SCHEMES.has(lower) ? undefined : nearestScheme(lower);
  return meant === undefined ? undefined : { scheme: meant, trouble: "wrong-scheme", length: word.length };
}

/** `hxxp`, `hXXps`, `h**p`, `h__ps`, `htxp`, `hxtps`, `fxp`: anchored at the end, bounded. */
const DEFANGED = /(?:h(?:xx|\*\*|__|--|tx|xt|xxx|t\*|\*t)ps?|f[x*]p|meows?)$/;

function knownSchemeAtEnd(lower: string): string | undefined {
  return ["https", "http", "ftp"].find((scheme) => lower.endsWith(scheme));
}

function readPrefix(lower: string, scheme: string): SchemeReading | undefined {
  const prefix = lower.slice(0, lower.length - scheme.length);
  if (prefix === "") {
    return { scheme, length: scheme.length };
  }
  if (OTHER_SCHEMES.has(lower)) {
    return undefined;
  }
  // `hhttps` and `hthttp` are slips; `http` before `https` was typed or pasted twice.
  const isSlip = prefix.length <= 2 && /^[htps]+$/.test(prefix) && scheme !== "ftp";
  if (isSlip || knownSchemeAtEnd(prefix) === prefix) {
    return { scheme, trouble: "wrong-scheme", length: lower.length };
  }
  return { scheme, length: scheme.length };
}

/** The scheme that a slip of the keyboard away: letters missing, doubled, swapped, or one that is another. */
function nearestScheme(word: string): string | undefined {
  if (word.length < 2 || word.length > 8 || !/^[a-z0-9]+$/.test(word)) {
    return undefined;
  }
  const ownLetters = /^[htps]+$/.test(word);
  const most = ownLetters && word.length >= 3 ? 2 : 1;
  let best: string | undefined;
  let least = most + 1;
  for (const scheme of word.includes("s") ? ["https", "http"] : ["http", "https"]) {
    const distance = editDistance(word, scheme);
    if (distance < least) {
      least = distance;
      best = scheme;
    }
  }
  return best;
}

/** Letters added, left out, replaced or swapped with their neighbour (Damerau, 1964, each place edited once). */
export function editDistance(first: string, second: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= first.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= second.length; j++) {
      if (i === 0 || j === 0) {
        row.push(i + j);
        continue;
      }
      const cost = first[i - 1] === second[j - 1] ? 0 : 1;
      const above = rows[i - 1] as number[];
      let least = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + cost,
      );
      if (i > 1 && j > 1 && first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1]) {
        least = Math.min(least, ((rows[i - 2] as number[])[j - 2] as number) + 1);
      }
      row.push(least);
    }
    rows.push(row);
  }
  return (rows[first.length] as number[])[second.length] as number;
}
