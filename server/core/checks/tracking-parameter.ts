import { scanLinks } from "../links/scan.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import type { Check, Finding } from "./check.ts";
import { countedWords, words, wordsInList } from "./shared/line-words.ts";
import { quoteText } from "./shared/quote-text.ts";
import { isCopiedElsewhere } from "./shared/run-together-line.ts";
import { findTrackingParameters, type TrackingParameters } from "./shared/tracking-parameters.ts";

/** So many names a message lists. */
const MOST_NAMES = 4;

/** What a campaign, a newsletter or a social network hung on an address to know where its readers come from. */
export const trackingParameter: Check<"block"> = {
  id: "tracking-parameter",
  summary: "Links that say where the reader came from",
  severity: "hint",
  bestFix: "review",
  reach: "block",
  defaults: {},
  reachOf: () => "block",
  run(block, { text, article }) {
    const isLookedAt = block.role !== "blank" && !isCopiedElsewhere(block, article);
    return isLookedAt && MAY_HAVE_PARAMETERS.test(sliceSpan(text, block.content))
      ? findingsIn(text, block.content)
      : [];
  },
};

function* findingsIn(text: string, content: Span): Iterable<Finding> {
  for (const { span, troubles } of scanLinks(text, content)) {
    // Where something is stuck to a link, or it is broken otherwise, nobody knows yet where its query ends.
    const isReadable = troubles.every(({ kind }) => kind === "character-reference");
    const parameters = isReadable ? findTrackingParameters(text, span) : undefined;
    if (parameters !== undefined) {
      yield findingFor(text, span, parameters);
    }
  }
}

/** Parameters stand in a query or a fragment. */
const MAY_HAVE_PARAMETERS = /[?#]/;

function findingFor(text: string, span: Span, { names, removals }: TrackingParameters): Finding {
  const isOne = names.length === 1;
  const shown = names.slice(0, MOST_NAMES).map((name) => quoteText(name));
  const others = names.length - shown.length;
  const list = wordsInList(others > 0 ? [...shown, words`${others} more`] : shown);
  return {
    span,
    message: [
      countedWords(
        names.length,
        "A part of this address only tells where a reader came from: {1}.",
        "{0} parts of this address only tell where a reader came from: {1}.",
        list,
      ),
      isOne
        ? "The address leads to the same page without it."
        : "The address leads to the same page without them.",
    ],
    data: { parameters: names, repaired: without(text, span, removals) },
    fixes: [
      {
        title: countedWords(
          names.length,
          "Remove {0} tracking parameter from the address",
          "Remove {0} tracking parameters from the address",
        ),
        safety: "review",
        operations: removals.map((removal) => ({ kind: "remove", span: removal })),
      },
    ],
  };
}

function without(text: string, span: Span, removals: readonly Span[]): string {
  let at = span.start;
  const parts = removals.map(({ start, end }) => {
    const part = text.slice(at, start);
    at = end;
    return part;
  });
  return [...parts, text.slice(at, span.end)].join("");
}
