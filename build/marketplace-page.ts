/** What the page of an extension says to its users; who builds it finds these in the repository. */
const FOR_BUILDERS: readonly string[] = ["Two commands", "The house"];

/**
 * The README as the page of the extension, in VS Code and in a marketplace: without what is for those who build it. Neither
 * resolves a relative link. Where the repository's place on the web is known, vsce makes whole addresses of them; where it is
 * not, the pictures are left out, which would show as broken, and links become their text.
 */
export function marketplacePage(readme: string, place: "known" | "unknown"): string {
  const page = withoutSections(readme, FOR_BUILDERS);
  return place === "known" ? page : withoutRelativeLinks(page);
}

/** Pictures of the page that lie in the repository, by their paths from its top folder. */
export function picturesOf(page: string): string[] {
  return [...page.matchAll(PICTURE)].map(([, path]) => path as string);
}

const PICTURE = /!\[[^\]]*\]\(((?!\w+:)[^)\s]+)\)/g;
const LINK = /\[([^\]]*)\]\((?!\w+:|#)[^)\s]+\)/g;

function withoutRelativeLinks(page: string): string {
  return page
    .replace(new RegExp(`^${PICTURE.source}\n\n?`, "gm"), "")
    .replace(PICTURE, "")
    .replace(LINK, "$1");
}

function withoutSections(text: string, titles: readonly string[]): string {
  return text
    .split(/^(?=## )/m)
    .filter((section) => !titles.some((title) => section.startsWith(`## ${title}\n`)))
    .join("");
}
