import type { Article, Dump } from "../../core/article/model.ts";
import { readDumpLinks } from "../../core/links/article-links.ts";
import type { Link } from "../../core/links/link.ts";

/** Only these are ever opened: `command:`, `file:` and `javascript:` in a dump are an attack, not a link. */
const schemesToOpen: ReadonlySet<string> = new Set(["http:", "https:", "ftp:"]);

/** The links of an article, each with the target to open; null where none is known that is safe to open. */
export type LinksOf = (article: Article) => readonly Link[];

/** Reads the links of a dump as the checks do, each article when it is first asked for. */
export function linksToOpen(dump: Dump): LinksOf {
  const links = readDumpLinks(dump);
  return (article) => links(article).map((link) => ({ ...link, target: targetToOpen(link) }));
}

/**
 * The target as a URL parser writes it, so that what is opened is what was looked at. A host that imitates another is not
 * opened: nobody knows whether it or the other one is meant.
 */
function targetToOpen({ target, troubles }: Link): string | null {
  const isImitation = troubles.some(({ letters }) => letters !== undefined);
  if (target === null || isImitation || !URL.canParse(target)) {
    return null;
  }
  const url = new URL(target);
  return schemesToOpen.has(url.protocol) ? url.href : null;
}
