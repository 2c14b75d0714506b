/**
 * What to ignore: the findings of a check that have this content (`fingerprint`), lie in this file, or in an article of this
 * site; of several conditions all must hold, and one of them is always there.
 */
export interface IgnoreEntry {
  readonly check: string;
  /** Relative to the folder that holds `.pressmark`, with forward slashes. */
  readonly file?: string;
  /** The host of the article's address, without `www.`. */
  readonly site?: string;
  /** As `contentFingerprint` gives it. */
  readonly fingerprint?: string;
  /** How the text starts, for people who read the file; it decides nothing. */
  readonly text?: string;
}

/** Two entries with one key ignore the same. */
export function ignoreKey({ check, file, site, fingerprint }: IgnoreEntry): string {
  return [check, file ?? "", site ?? "", fingerprint ?? ""].join("\u0000");
}
