import type { Span } from "../text/span.ts";

/** A URL in a text, as it stands and as it is to be opened. */
export interface Link {
  /** The characters of the URL alone: no punctuation around it, nothing that is stuck to it. */
  readonly span: Span;
  /** What to open; null where no one can know. */
  readonly target: string | null;
  /** What is wrong with it, in text order; empty for a good link. */
  readonly troubles: readonly LinkTrouble[];
}

/**
 * One thing that is wrong with a link. `text-before`: words run into its start. `text-behind`: words run into its end.
 * `second-link`: another URL starts where this one ends, with nothing between them.
 */
export interface LinkTrouble {
  readonly kind: "text-before" | "text-behind" | "second-link";
  /** The offset at which the two parts touch. */
  readonly joint: number;
  /** What is stuck to the link: the words before or behind it on its line, or the second URL. */
  readonly stuck: Span;
  /** How it is known; see `JointEvidence`. */
  readonly evidence: JointEvidence;
  readonly certainty: Certainty;
}

/** `certain`: splitting at the joint needs no one to look at it. */
export type Certainty = "certain" | "guess";

export function certaintyOf(isCertain: boolean): Certainty {
  return isCertain ? "certain" : "guess";
}

/**
 * What tells where a URL ends although no space says so. `scheme`: another `https://` starts there. `extension`: the
 * path's file extension ends there. `stands-alone`: what follows is a line of its own elsewhere in the dump.
 * `capital`: a capital letter follows the lower-case words of the path. `letter`: a letter stands right before the scheme.
 */
export type JointEvidence = "scheme" | "extension" | "stands-alone" | "capital" | "letter";

/** What the rest of a dump says about a line: which texts stand alone on a line elsewhere. */
export interface LinkContext {
  readonly standsAlone: (text: string) => boolean;
}

/** Knows nothing beyond the line itself. */
export const NO_CONTEXT: LinkContext = { standsAlone: () => false };
