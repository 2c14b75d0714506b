import type { Operation } from "../checks/check.ts";
import type { Phrases } from "../text/phrases.ts";

/** A title for one change and for several; `{0}` stands for their number. */
interface GroupTitle {
  readonly one: string;
  readonly many: string;
}

/** The titles that say more than what is done to the text. A check that is not listed gets one by its operations. */
const TITLES: Readonly<Record<string, GroupTitle>> = {
  "repeated-article-body": {
    one: "Remove the line that is the whole article again",
    many: "Remove {0} lines that are the whole article again",
  },
  "duplicate-paragraph": { one: "Remove {0} repeated paragraph", many: "Remove {0} repeated paragraphs" },
  "repeated-metadata": { one: "Remove {0} repeat", many: "Remove {0} repeats" },
  "glued-link": {
    one: "Split {0} line where a link and other text touch",
    many: "Split {0} lines where a link and other text touch",
  },
  "wrapped-link": {
    one: "Join {0} link that is broken over lines",
    many: "Join {0} links that are broken over lines",
  },
  "spaced-link": { one: "Take the space out of {0} link", many: "Take the spaces out of {0} links" },
  "schemeless-link": { one: "Put the scheme before {0} link", many: "Put the scheme before {0} links" },
  "malformed-link": { one: "Mend {0} link", many: "Mend {0} links" },
  "truncated-link": { one: "Complete {0} link that is cut off", many: "Complete {0} links that are cut off" },
  "quoted-link": { one: "Take away the marks around {0} link", many: "Take away the marks around {0} links" },
  "escaped-link": { one: "Undo the escapes of {0} link", many: "Undo the escapes of {0} links" },
  "defanged-link": { one: "Make {0} link usable again", many: "Make {0} links usable again" },
  "lookalike-link": { one: "Put plain letters into {0} link", many: "Put plain letters into {0} links" },
  "glued-dateline": { one: "Split {0} line behind its date", many: "Split {0} lines behind their dates" },
  "wrapped-paragraph": { one: "Join the lines of {0} paragraph", many: "Join the lines of {0} paragraphs" },
  "glued-sentences": {
    one: "Put a space between two sentences",
    many: "Put a space between sentences in {0} places",
  },
  "stray-date": {
    one: "Move {0} date to its related story",
    many: "Move {0} dates to their related stories",
  },
  "template-residue": {
    one: "Remove {0} left-over of a program",
    many: "Remove {0} left-overs of a program",
  },
  "html-entity": {
    one: "Put the character itself in place of {0} HTML code",
    many: "Put the characters themselves in place of {0} HTML codes",
  },
  "mixed-line-endings": {
    one: "End all lines alike",
    many: "End all lines alike in {0} places",
  },
  "hidden-character": {
    one: "Mend {0} place with hidden characters",
    many: "Mend {0} places with hidden characters",
  },
};

const TITLES_BY_KIND: Readonly<Record<Operation["kind"], GroupTitle>> = {
  remove: { one: "Remove {0} repeated passage", many: "Remove {0} repeated passages" },
  split: { one: "Split {0} line", many: "Split {0} lines" },
  join: { one: "Join the lines of {0} paragraph", many: "Join the lines of {0} paragraphs" },
  move: { one: "Move {0} line", many: "Move {0} lines" },
  replace: { one: "Mend {0} place", many: "Mend {0} places" },
};

/**
 * What a group of changes is called in a list to tick: "Remove 9 repeats".
 *
 * @param kinds What the changes do, for a check without a title of its own.
 */
export function groupTitle(
  check: string,
  count: number,
  kinds: ReadonlySet<Operation["kind"]>,
  phrases: Phrases,
): string {
  const [kind] = kinds;
  const byKind = kind === undefined || kinds.size > 1 ? TITLES_BY_KIND.replace : TITLES_BY_KIND[kind];
  const title = Object.hasOwn(TITLES, check) ? (TITLES[check] as GroupTitle) : byKind;
  return phrases.count(count, title.one, title.many);
}
