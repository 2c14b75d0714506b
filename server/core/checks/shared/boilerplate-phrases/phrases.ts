/** What a line of page furniture is for. */
export type BoilerplateKind =
  | "share"
  | "read-more"
  | "subscribe"
  | "cookies"
  | "advertisement"
  | "comments"
  | "live-ticker"
  | "account"
  | "navigation";

/**
 * The phrases of one language by kind, parted by bars. A phrase is a whole line, written as lines are compared
 * (`boilerplateWords`; a test holds the two together): in lower case, apostrophes, hyphens and other marks as spaces, a colon
 * and `#`, which stands for a number, as words of their own. `*` stands for one to eight words (at the end up to five, and
 * then the line is no sentence), `**` at the end for as many as there are; a colon counts in a phrase that has one. What
 * could be a sentence or a heading of an article does not belong here, however short it is, nor does what carries content
 * of its own (`Tags: …`, `Breaking: …`).
 */
export type BoilerplatePhrases = Readonly<Record<BoilerplateKind, string>>;

/** The phrases of a list, which is broken into lines wherever it pleases. */
export function listedPhrases(list: string): readonly string[] {
  return list
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .join(" ")
    .split(" | ");
}
