import type { Span } from "../text/span.ts";
import { FAMILY_OF_KIND, type Link, type LinkFamily, type LinkTrouble, sortTroubles } from "./link.ts";

/** One place that is broken, with all the links that are broken together there: links that touch are one trouble. */
export interface BrokenPlace {
  readonly family: LinkFamily;
  /** The most telling first. */
  readonly troubles: readonly LinkTrouble[];
  /** In text order. */
  readonly links: readonly Link[];
  readonly span: Span;
}

/** The broken places of links that stand in text order. */
export function brokenPlaces(links: readonly Link[]): BrokenPlace[] {
  const places: BrokenPlace[] = [];
  for (let index = 0; index < links.length; ) {
    const group = [links[index] as Link];
    index++;
    while (index < links.length && touches(group.at(-1) as Link, links[index] as Link)) {
      group.push(links[index] as Link);
      index++;
    }
    const troubles = sortTroubles(group.flatMap((link) => link.troubles));
    const [first] = troubles;
    if (first !== undefined) {
      places.push({
        family: FAMILY_OF_KIND[first.kind],
        troubles,
        links: group,
        span: spanOf(group, troubles),
      });
    }
  }
  return places;
}

/** Whether a link starts right where the one before was cut from it. */
function touches(previous: Link, next: Link): boolean {
  return previous.troubles.some(
    ({ joint }) => joint !== undefined && joint.at > previous.span.start && next.span.start === joint.at,
  );
}

function spanOf(links: readonly Link[], troubles: readonly LinkTrouble[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const span of [...links.map((link) => link.span), ...troubles.flatMap(reachOf)]) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

function reachOf({ joint, surplus, span }: LinkTrouble): readonly Span[] {
  return [span, ...(joint === undefined ? [] : [joint.stuck]), ...(surplus ?? [])];
}
