import type { Unit } from "../../core/article/model.ts";
import type { Link } from "../../core/links/link.ts";
import { readUnitLinks } from "../../core/links/unit-links.ts";
import type { ReadingOrAnalysis } from "../feature-context.ts";

/** Only these are ever opened: `command:`, `file:` and `javascript:` in a dump are an attack, not a link. */
const schemesToOpen: ReadonlySet<string> = new Set(["http:", "https:", "ftp:"]);

/** The links of a unit, in offsets of its text. Before the document is checked nobody knows what the rest of it says of them. */
export function linksOfUnit({ checked }: ReadingOrAnalysis, unit: Unit): readonly Link[] {
  const links = checked?.linksOf(unit) ?? readUnitLinks([unit]).of(unit);
  return withTargetsToOpen(links.links());
}

/** Links, each with the target to open; null where none is known that is safe to open. */
export function withTargetsToOpen(links: readonly Link[]): readonly Link[] {
  return links.map((link) => ({ ...link, target: targetToOpen(link) }));
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
