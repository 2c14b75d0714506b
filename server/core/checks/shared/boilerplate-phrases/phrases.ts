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
 * The phrases of one language by kind, parted by bars. A phrase is a whole line, in any case and with any punctuation, its
 * apostrophes and hyphens written as spaces. `#` stands for a number, `*` for one to eight words (at the end up to five, and
 * then the line is no sentence), `**` at the end for as many as there
 * are; a colon counts in a phrase that has one. What could be a sentence or a heading of an article does not belong
 * here, however short it is, nor does what carries content of its own (`Tags: …`, `Breaking: …`).
 */
export type BoilerplatePhrases = Readonly<Record<BoilerplateKind, string>>;
