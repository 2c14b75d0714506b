import type { Span } from "../text/span.ts";

/** A link in a text, as it stands and as it is to be opened. */
export interface Link {
  /** The characters of the link alone: no punctuation around it, nothing that is stuck to it. It may run over line breaks. */
  readonly span: Span;
  /** What to open, mended where it is broken; null where no one can know. */
  readonly target: string | null;
  /** What turns the written characters into the target, in text order; empty for a good link and where no one can know. */
  readonly mends: readonly Mend[];
  /** What is wrong with it, the most telling first; empty for a good link. */
  readonly troubles: readonly LinkTrouble[];
}

/** Other characters in place of a part of the text; an empty span inserts, an empty text takes away. */
export interface Mend {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The families of broken links, one check each, the most telling first: a link that is broken in several ways is told by the
 * first of them.
 */
export const LINK_FAMILIES = [
  "lookalike",
  "defanged",
  "glued",
  "wrapped",
  "spaced",
  "truncated",
  "malformed",
  "schemeless",
  "escaped",
  "quoted",
] as const;

export type LinkFamily = (typeof LINK_FAMILIES)[number];

/** What exactly is broken; each kind belongs to one family. */
export type LinkTroubleKind = keyof typeof FAMILY_OF_KIND;

export const FAMILY_OF_KIND = {
  /** Words run into the link's start. */
  "text-before": "glued",
  /** Words run into its end. */
  "text-behind": "glued",
  /** Another link starts where this one ends, with nothing between them. */
  "second-link": "glued",
  /** It goes on in the next line. */
  "line-break": "wrapped",
  "space-in-scheme": "spaced",
  "space-in-host": "spaced",
  "space-in-path": "spaced",
  /** It starts with a host: `example.com/a`, `www.example.com`. */
  "no-scheme": "schemeless",
  /** It starts with `//`. */
  "scheme-relative": "schemeless",
  /** `htps://`. */
  "wrong-scheme": "malformed",
  /** `http://https://`. */
  "doubled-scheme": "malformed",
  /** `https//`, `https:/`, `https;//`, `https:///`. */
  "wrong-separator": "malformed",
  backslash: "malformed",
  /** `a..b`. */
  "doubled-dot": "malformed",
  /** `https://.example.com`. */
  "leading-dot": "malformed",
  "comma-for-dot": "malformed",
  /** `https://example.com:/`. */
  "missing-port": "malformed",
  "wrong-port": "malformed",
  /** No domain ends like this host. */
  "no-public-suffix": "malformed",
  /** No host can be written like this. */
  "impossible-host": "malformed",
  /** A zero-width or direction character inside. */
  "hidden-character": "malformed",
  /** `…` or `...` at its end. */
  "cut-off": "truncated",
  /** `…` or `...` in its middle. */
  "cut-out": "truncated",
  /** In quotation marks. */
  quotes: "quoted",
  brackets: "quoted",
  /** A quotation mark or bracket on one side only. */
  "stray-mark": "quoted",
  /** `&amp;`. */
  "character-reference": "escaped",
  /** `%zz`, `%2`, `%u2019`. */
  "bad-percent-escape": "escaped",
  /** `https:\/\/`, `\u0026`. */
  "string-escape": "escaped",
  /** `https%3A%2F%2F`. */
  "escaped-whole": "escaped",
  /** `hxxps://`, `https[:]//`. */
  "defanged-scheme": "defanged",
  /** `example[.]com`, `example(dot)com`. */
  "defanged-dot": "defanged",
  /** Letters of another script that look like those around them. */
  "mixed-scripts": "lookalike",
  /** Full-width or mathematical letters in place of plain ones. */
  "letter-forms": "lookalike",
  /** All letters are of one script and look like a host that the dump names. */
  "imitated-host": "lookalike",
} as const satisfies Readonly<Record<string, LinkFamily>>;

/** One thing that is wrong with a link. */
export interface LinkTrouble {
  readonly kind: LinkTroubleKind;
  /** What a reader is to look at: the link's broken part, or the link with what is around it. */
  readonly span: Span;
  /** `certain`: the mend needs no one to look at it. */
  readonly certainty: Certainty;
  /** Of glued links: where the two parts touch, what is stuck to the link, and how it is known. */
  readonly joint?: Joint;
  /** Of look-alikes: the letters that are not what they seem. */
  readonly letters?: readonly LookalikeLetter[];
  /** Marks outside the link that are to go. */
  readonly surplus?: readonly Span[];
}

export interface Joint {
  readonly at: number;
  /** The words before or behind the link on its line, or the second link. */
  readonly stuck: Span;
  readonly evidence: JointEvidence;
}

export interface LookalikeLetter {
  /** As it is written: one code point. */
  readonly letter: string;
  /** `Cyrillic`, or `full-width` and the like for forms of plain letters. */
  readonly script: string;
  /** The letter it is taken for; missing where it looks like none of the others' script. */
  readonly looksLike?: string;
}

export type Certainty = "certain" | "guess";

export function certaintyOf(isCertain: boolean): Certainty {
  return isCertain ? "certain" : "guess";
}

/**
 * What tells where a URL ends although no space says so. `scheme`: another `https://` starts there. `extension`: the
 * path's file extension ends there. `stands-alone`: what follows is a line of its own elsewhere in the dump.
 * `capital`: a capital letter follows the lower-case words of the path. `letter`: a letter stands right before the scheme.
 * `script`: the letters change to another script. `host`: the host's last label ends there. `reading`: the dump was read so.
 */
export type JointEvidence =
  | "scheme"
  | "extension"
  | "stands-alone"
  | "capital"
  | "letter"
  | "script"
  | "host"
  | "reading";

/** The family that a broken link is told by; undefined for a good one. */
export function familyOf(link: Pick<Link, "troubles">): LinkFamily | undefined {
  const [first] = link.troubles;
  return first === undefined ? undefined : FAMILY_OF_KIND[first.kind];
}

/** The troubles in the order of `LINK_FAMILIES`; those of one family as they came. */
export function sortTroubles(troubles: readonly LinkTrouble[]): LinkTrouble[] {
  const rank = ({ kind }: LinkTrouble) => LINK_FAMILIES.indexOf(FAMILY_OF_KIND[kind]);
  return [...troubles].sort((first, second) => rank(first) - rank(second));
}

/** The written characters with the mends done; mends in text order, apart from each other and inside the span. */
export function mended(text: string, span: Span, mends: readonly Mend[]): string {
  if (mends.length === 0) {
    return text.slice(span.start, span.end);
  }
  const parts: string[] = [];
  let at = span.start;
  for (const mend of mends) {
    parts.push(text.slice(at, mend.span.start), mend.newText);
    at = mend.span.end;
  }
  parts.push(text.slice(at, span.end));
  return parts.join("");
}
