import type { BrokenPlace } from "../../links/broken-places.ts";
import { type Link, type LinkFamily, type LinkTrouble, type Mend, mended } from "../../links/link.ts";
import { lineAt, lineContentSpan } from "../../text/lines.ts";
import { containsSpan, type Span, sliceSpan } from "../../text/span.ts";
import { trimSpan } from "../../text/white-space.ts";
import type { Check, CheckContext, Finding, Operation, UnplacedFix, UnplacedRelation } from "../check.ts";
import { linesOf, words } from "./line-words.ts";
import { linkMessage, repairTitle } from "./link-words.ts";

/** What tells one check of links from another. */
export interface LinkCheck {
  readonly id: string;
  readonly summary: string;
  readonly severity: Check["severity"];
  readonly bestFix: "safe" | "review";
  readonly family: LinkFamily;
}

/**
 * A check for one family of broken links. The engine in core/links reads all links of a dump once and says of each place what
 * is broken there most of all, so a place is reported by one of these checks only.
 */
export function linkCheck({ family, ...described }: LinkCheck): Check<"article"> {
  return {
    ...described,
    reach: "article",
    defaults: {},
    group: "links",
    reachOf: ({ keepsLinks }) => (keepsLinks ? "nothing" : "article"),
    *run(_, context) {
      for (const place of context.links.brokenPlaces()) {
        if (place.family === family) {
          yield findingFor(place, context);
        }
      }
    },
  };
}

function findingFor(place: BrokenPlace, context: CheckContext): Finding {
  const { text } = context;
  const [first] = place.troubles as readonly [LinkTrouble];
  const fix = fixFor(place, text);
  const letters = place.troubles.flatMap((trouble) => trouble.letters ?? []);
  return {
    span: markedSpan(place, context),
    message: linkMessage(place, text, fix?.safety === "safe" ? "certain" : "guess"),
    related: copiesOf(place, context),
    data: {
      kind: first.kind,
      repaired: place.links.map(({ target }) => target),
      ...(letters.length === 0 ? {} : { letters: letters.map((letter) => ({ ...letter })) }),
    },
    ...(fix === undefined ? {} : { fixes: [fix] }),
  };
}

/** A line that a link with something stuck to it opens is marked whole; else the link and what touches it. */
function markedSpan({ links, family, span }: BrokenPlace, { lines }: CheckContext): Span {
  const line = trimSpan(lines.text, lineContentSpan(lines, lineAt(lines, span.start)));
  const isWhole = family === "glued" && links[0]?.span.start === line.start && containsSpan(line, span);
  return isWhole ? line : span;
}

/** Where what is stuck to a link stands on a line of its own. */
function copiesOf(place: BrokenPlace, { text, links, unit }: CheckContext): UnplacedRelation[] {
  return place.troubles.flatMap(({ joint }) => {
    const copy = joint === undefined ? undefined : links.placeOf(sliceSpan(text, joint.stuck));
    if (copy === undefined) {
      return [];
    }
    const { start } = copy.span;
    const other = copy.unit === unit ? undefined : copy.unit;
    return [
      {
        span: copy.span,
        ...(other === undefined ? {} : { unit: other }),
        message: words`The same text on a line of its own, ${linesOf({ start, end: start }, other)}`,
      },
    ];
  });
}

/** One fix for all that is broken at a place; none where no one can know what the link was. */
function fixFor(place: BrokenPlace, text: string): UnplacedFix | undefined {
  const splits: Operation[] = place.troubles.flatMap(({ joint }) =>
    joint === undefined ? [] : [{ kind: "split", at: joint.at }],
  );
  const mends = place.links.flatMap((link) => mendsOf(link, text));
  const removals: Operation[] = place.troubles.flatMap(({ surplus }) =>
    (surplus ?? []).map((span) => ({ kind: "remove", span })),
  );
  const operations = [...splits, ...mends, ...removals];
  if (operations.length === 0) {
    return undefined;
  }
  // Only a split is proved to lose nothing: all other mends make another text of what stands there.
  const isCertain =
    operations.length === splits.length && place.troubles.every(({ certainty }) => certainty === "certain");
  return { title: repairTitle(place, text), safety: isCertain ? "safe" : "review", operations };
}

/**
 * Lines are joined where nothing else is to be done. All other mends of a link are one replacement, for what they make of it is only
 * right as a whole.
 */
function mendsOf({ mends }: Link, text: string): Operation[] {
  const isJoin = ({ span, newText }: Mend) => newText === "" && /[\n\r]/.test(sliceSpan(text, span));
  if (mends.every(isJoin)) {
    return mends.map(({ span }) => ({ kind: "join", span, joiner: "" }));
  }
  const [first, last] = [mends[0] as Mend, mends.at(-1) as Mend];
  // White space that is taken out alone would be put back where two words seem to meet: the signs beside it go along.
  const start = first.newText === "" ? Math.max(0, first.span.start - 1) : first.span.start;
  const span = { start, end: last.span.end };
  return [{ kind: "replace", span, newText: mended(text, span, mends) }];
}
