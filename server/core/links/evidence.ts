/** What the rest of a dump says about a link. Each is worked out when it is first asked for. */
export interface LinkEvidence {
  /** Whether a text stands alone on a line of the dump. */
  readonly standsAlone: (text: string) => boolean;
  /** Whether a good link of the dump is written like this, to the letter. */
  readonly isKnownLink: (url: string) => boolean;
  /**
   * The good links of the dump that start with one text and end with another and are longer than both; at most two, for
   * two say as little as none. Neither scheme nor `www.` need stand in the start.
   */
  readonly completions: (start: string, end: string) => readonly string[];
  /**
   * Whether a good link of the dump starts with a text and goes on behind it, whatever scheme and `www.` either has: where none
   * does, there are no completions.
   */
  readonly goesOn: (start: string) => boolean;
  /** The longest good link of the dump that a text starts with and is longer than. */
  readonly knownStart: (text: string) => string | undefined;
  /** Whether a good link of the dump has this host, in lower case. */
  readonly isKnownHost: (host: string) => boolean;
  /** The hosts of the good links, in lower case. */
  readonly hosts: () => readonly string[];
  /** The scheme that the dump's good links of this host have, or else of all hosts most; undefined without good links. */
  readonly schemeOf: (host: string) => string | undefined;
  /** How many different links of the dump have a host that ends in this domain, which is no top-level domain. */
  readonly suffixUses: (suffix: string) => number;
  /** Whether a word, in lower case, stands in the dump's short lines: headlines, keywords, names. */
  readonly hasWord: (word: string) => boolean;
}

/** Knows nothing beyond the line itself. */
export const NO_EVIDENCE: LinkEvidence = {
  standsAlone: () => false,
  isKnownLink: () => false,
  completions: () => [],
  goesOn: () => false,
  knownStart: () => undefined,
  isKnownHost: () => false,
  hosts: () => [],
  schemeOf: () => undefined,
  hasWord: () => false,
  suffixUses: () => 0,
};
