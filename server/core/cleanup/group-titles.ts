import type { Operation } from "../checks/check.ts";

/** A title for one change and for several; `#` stands for their number. */
interface GroupTitle {
  readonly one: string;
  readonly many: string;
}

/** The titles that say more than what is done to the text. A check that is not listed gets one by its operations. */
const TITLES: Readonly<Record<string, GroupTitle>> = {
  "repeated-article-body": {
    one: "Remove the line that is the whole article again",
    many: "Remove # lines that are the whole article again",
  },
  "duplicate-paragraph": { one: "Remove 1 repeated paragraph", many: "Remove # repeated paragraphs" },
  "repeated-metadata": { one: "Remove 1 repeat", many: "Remove # repeats" },
  "glued-link": {
    one: "Split 1 line where a link and other text touch",
    many: "Split # lines where a link and other text touch",
  },
  "wrapped-link": {
    one: "Join 1 link that is broken over lines",
    many: "Join # links that are broken over lines",
  },
  "spaced-link": { one: "Take the space out of 1 link", many: "Take the spaces out of # links" },
  "schemeless-link": { one: "Put the scheme before 1 link", many: "Put the scheme before # links" },
  "malformed-link": { one: "Mend 1 link", many: "Mend # links" },
  "truncated-link": { one: "Complete 1 link that is cut off", many: "Complete # links that are cut off" },
  "quoted-link": { one: "Take away the marks around 1 link", many: "Take away the marks around # links" },
  "escaped-link": { one: "Undo the escapes of 1 link", many: "Undo the escapes of # links" },
  "defanged-link": { one: "Make 1 link usable again", many: "Make # links usable again" },
  "lookalike-link": { one: "Put plain letters into 1 link", many: "Put plain letters into # links" },
  "glued-dateline": { one: "Split 1 line behind its date", many: "Split # lines behind their dates" },
  "wrapped-paragraph": { one: "Join the lines of 1 paragraph", many: "Join the lines of # paragraphs" },
  "glued-sentences": {
    one: "Put a space between two sentences",
    many: "Put a space between sentences in # places",
  },
  "stray-date": {
    one: "Move 1 date to its related story",
    many: "Move # dates to their related stories",
  },
  "template-residue": { one: "Remove 1 left-over of a program", many: "Remove # left-overs of a program" },
  "html-entity": {
    one: "Put the character itself in place of 1 HTML code",
    many: "Put the characters themselves in place of # HTML codes",
  },
  "mixed-line-endings": {
    one: "End all lines alike",
    many: "End all lines alike in # places",
  },
  "hidden-character": {
    one: "Mend 1 place with hidden characters",
    many: "Mend # places with hidden characters",
  },
};

const TITLES_BY_KIND: Readonly<Record<Operation["kind"], GroupTitle>> = {
  remove: { one: "Remove 1 repeated passage", many: "Remove # repeated passages" },
  split: { one: "Split 1 line", many: "Split # lines" },
  join: { one: "Join the lines of 1 paragraph", many: "Join the lines of # paragraphs" },
  move: { one: "Move 1 line", many: "Move # lines" },
  replace: { one: "Mend 1 place", many: "Mend # places" },
};

/**
 * What a group of changes is called in a list to tick: "Remove 9 repeats".
 *
 * @param kinds What the changes do, for a check without a title of its own.
 */
export function groupTitle(check: string, count: number, kinds: ReadonlySet<Operation["kind"]>): string {
  const [kind] = kinds;
  const byKind = kind === undefined || kinds.size > 1 ? TITLES_BY_KIND.replace : TITLES_BY_KIND[kind];
  const title = Object.hasOwn(TITLES, check) ? (TITLES[check] as GroupTitle) : byKind;
  return count === 1 ? title.one : title.many.replace("#", String(count));
}
