import type { Dump } from "../../core/article/model.ts";
import type { Link, LinkContext } from "../../core/links/link.ts";
import { scanLinks } from "../../core/links/scan.ts";
import { type Span, sliceSpan } from "../../core/text/span.ts";

/** Only these are ever opened: `command:`, `file:` and `javascript:` in a dump are an attack, not a link. */
const schemesToOpen: ReadonlySet<string> = new Set(["http:", "https:", "ftp:"]);

/** A longer text on a line is no name that a link could be stuck to. */
const LONGEST_STUCK_TEXT = 500;

/** The links in a span of a dump, each with the target to open; null where none is known that is safe to open. */
export function linksIn(dump: Dump, span: Span, context: LinkContext = linkContextOf(dump)): Link[] {
  return scanLinks(dump.text, span, context).map((link) => ({ ...link, target: targetToOpen(link.target) }));
}

/** What stands alone on lines of the dump, gathered when it is first asked for. */
export function linkContextOf(dump: Dump): LinkContext {
  let alone: Set<string> | undefined;
  return {
    standsAlone: (text) => {
      alone ??= textsThatStandAlone(dump);
      return alone.has(text);
    },
  };
}

function textsThatStandAlone(dump: Dump): Set<string> {
  const texts = new Set<string>();
  for (const { content, zone } of dump.blocks) {
    if (zone !== "body" && content.end > content.start && content.end - content.start <= LONGEST_STUCK_TEXT) {
      texts.add(sliceSpan(dump.text, content));
    }
  }
  return texts;
}

/** The target as a URL parser writes it, so that what is opened is what was looked at. */
function targetToOpen(target: string | null): string | null {
  if (target === null || !URL.canParse(target)) {
    return null;
  }
  const url = new URL(target);
  return schemesToOpen.has(url.protocol) ? url.href : null;
}
