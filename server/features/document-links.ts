import type { DocumentLink } from "vscode-languageserver-types";
import type { PlacedUnit } from "../core/article/model.ts";
import type { UnitLinks } from "../core/links/unit-links.ts";
import { shiftSpan } from "../core/text/span.ts";
import { finish, type Steps } from "../core/text/steps.ts";
import type { Analysis } from "./feature-context.ts";
import { withTargetsToOpen } from "./shared/links.ts";
import { moveRange } from "./shared/move-symbol.ts";

/**
 * Every URL of the articles, to its own target when it is good and to the repaired one when it is broken; a broken one
 * that no one can repair is no link. Text outside any article is left to the editor's own link detection.
 */
export function provideDocumentLinks(analysis: Analysis): DocumentLink[] {
  return finish(createDocumentLinksProvider()(analysis));
}

/** Provides the links of documents for one client, version after version: editors ask for all of them after each pause of typing. */
export type DocumentLinksProvider = (analysis: Analysis) => Steps<DocumentLink[]>;

export function createDocumentLinksProvider(): DocumentLinksProvider {
  const known = new WeakMap<UnitLinks, PlacedLinks>();
  return function* (analysis) {
    const all: DocumentLink[] = [];
    for (const placed of analysis.dump.units) {
      if (placed.unit.article === undefined) {
        continue;
      }
      const links = analysis.checked.linksOf(placed.unit);
      let own = known.get(links);
      if (own === undefined) {
        own = { line: placed.line, links: unitLinks(analysis, placed, links) };
        known.set(links, own);
        yield;
      } else if (own.line !== placed.line) {
        own = moveLinks(own, placed.line);
        known.set(links, own);
      }
      for (const link of own.links) {
        all.push(link);
      }
    }
    return all;
  };
}

/** The links of an article whose first line is that of the document. */
interface PlacedLinks {
  readonly line: number;
  readonly links: readonly DocumentLink[];
}

function unitLinks(
  { convert, phrases }: Analysis,
  { start }: PlacedUnit,
  links: UnitLinks,
): readonly DocumentLink[] {
  return withTargetsToOpen(links.links()).flatMap(({ span, target, troubles }) =>
    target === null
      ? []
      : [
          {
            range: convert.range(shiftSpan(span, start)),
            target,
            ...(troubles.length > 0 ? { tooltip: phrases.say("Open the repaired link") } : {}),
          },
        ],
  );
}

function moveLinks({ line, links }: PlacedLinks, to: number): PlacedLinks {
  return { line: to, links: links.map((link) => ({ ...link, range: moveRange(link.range, to - line) })) };
}
