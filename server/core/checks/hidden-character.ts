import type { Article, Block } from "../article/model.ts";
import type { Link } from "../links/link.ts";
import { isLineBreak } from "../text/line-breaks.ts";
import { mergeSpans, type Span, spansOverlap } from "../text/span.ts";
import type { Check, Finding, Operation, OwnBlock, Severity, UnplacedFix } from "./check.ts";
import {
  findHiddenCharacters,
  type HiddenCharacters,
  type HiddenKind,
  hiddenText,
  nameOfHidden,
} from "./shared/hidden-characters.ts";
import { countedWords, words, wordsInList } from "./shared/line-words.ts";
import { findMojibake } from "./shared/mojibake.ts";
import { ownTroubles, surroundingsOf } from "./shared/own-troubles.ts";
import { quoteText } from "./shared/quote-text.ts";

/** A character that a reader does not see and a search trips over, or that shows other words than are there. */
export const hiddenCharacter: Check<"article"> = {
  id: "hidden-character",
  summary: "Characters that are there without being seen",
  severity: "warning",
  bestFix: "safe",
  reach: "article",
  defaults: {},
  reachOf: ({ both, keepsLinks }) => (!keepsLinks || both(holdsHidden).some(Boolean) ? "article" : "nothing"),
  *run(article, { text, links }) {
    const broken = links.links().filter(hasHidden);
    const troubles = ownTroubles(
      article,
      (block) => hiddenIn(text, block, broken),
      ([{ span }]) => surroundingsOf(text, span.start, span.end),
    );
    for (const { block, trouble } of troubles) {
      yield findingFor(text, trouble, block, article);
    }
  },
};

function holdsHidden({ text }: OwnBlock): boolean {
  return findHiddenCharacters(text, { start: 0, end: text.length }).length > 0;
}

/** Whether what is hidden in a link is reported as what breaks the link. */
function hasHidden({ troubles }: Link): boolean {
  return troubles.some(({ kind }) => kind === "hidden-character");
}

/** Places of one kind, one after the other in a block, that make one finding. */
type HiddenPlaces = readonly [HiddenCharacters, ...HiddenCharacters[]];

/**
 * What is hidden in a block, white space around its content included: a byte order mark counts as such. Each place is a finding, but
 * no-break spaces and soft hyphens, which come by the dozen, are one per block.
 */
function hiddenIn(text: string, block: Block, links: readonly Link[]): readonly HiddenPlaces[] {
  const hidden = findHiddenCharacters(text, block.span);
  if (hidden.length === 0) {
    return [];
  }
  // `Ã` with a no-break space is an à that was read wrongly: the characters are not hidden, they are wrong.
  const garbled = findMojibake(text, block.span);
  const others = [...garbled, ...links.filter((link) => spansOverlap(link.span, block.span))];
  const own = hidden.filter(({ span }) => !others.some((other) => spansOverlap(other.span, span)));
  const places: HiddenPlaces[] = own.filter(({ kind }) => !TYPOGRAPHIC.has(kind)).map((one) => [one]);
  for (const kind of TYPOGRAPHIC) {
    const [first, ...others] = own.filter((one) => one.kind === kind);
    if (first !== undefined) {
      places.push([first, ...others]);
    }
  }
  return places;
}

const TYPOGRAPHIC: ReadonlySet<HiddenKind> = new Set<HiddenKind>(["no-break-space", "soft-hyphen"]);

const LEVELS: Readonly<Record<HiddenKind, Severity>> = {
  override: "warning",
  tag: "warning",
  selector: "warning",
  "zero-width": "warning",
  direction: "information",
  joiner: "information",
  control: "information",
  "no-break-space": "hint",
  "soft-hyphen": "hint",
};

const WHAT: Readonly<Record<HiddenKind, string>> = {
  override:
    "It turns the letters behind it around, so that a reader sees other words than a program does. Remove it and look at what is then to be read.",
  tag: "It is a letter that no reader sees; programs do. Remove it.",
  selector:
    "It chooses between forms of a character and has none before it here; it can carry a hidden text. Remove it.",
  "zero-width":
    "It takes no room, so no reader sees it, and a search does not find the words around it. Remove it.",
  direction: "It tells which way to write, and there is no right-to-left text on this line. Remove it.",
  joiner: "It tells letters to join or not to, and the letters here never do. Remove it.",
  control: "It is a code for terminals and printers of old and no part of a text. Remove it.",
  "no-break-space": "It looks like a space and is none to a search. Put a space in its place.",
  "soft-hyphen":
    "It says where a word may be broken and shows only at the end of a line, and a search does not find the word. Remove it.",
};

function findingFor(text: string, places: HiddenPlaces, block: Block, article: Article): Finding {
  const [first, ...others] = places;
  const { kind, span } = first;
  const codePoints = places.flatMap((place) => place.codePoints);
  const names = [...new Set(codePoints)].map(nameOfHidden);
  const shown = names.length > 3 ? [...names.slice(0, 3), words`${names.length - 3} more`] : names;
  const spelt = hiddenText(first);
  return {
    span,
    message: [
      countedWords(
        codePoints.length,
        "A hidden character: {1}.",
        "{0} hidden characters: {1}.",
        wordsInList(shown),
      ),
      WHAT[kind],
      ...(spelt.length > 1 ? [words`Together they spell ${quoteText(spelt)}.`] : []),
      ...(others.length > 0
        ? [
            countedWords(
              places.length,
              "There is {0} place in this paragraph.",
              "There are {0} places in this paragraph.",
            ),
          ]
        : []),
    ],
    severity: LEVELS[kind],
    ...(others.length > 0
      ? { related: others.map((other) => ({ span: other.span, message: "The same here" })) }
      : {}),
    data: {
      kind,
      characters: codePoints.map((codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`),
      ...(spelt.length > 1 ? { text: spelt } : {}),
    },
    fixes: fixesFor(text, places, block, article),
  };
}

function fixesFor(
  text: string,
  places: HiddenPlaces,
  block: Block,
  article: Article,
): readonly UnplacedFix[] {
  const count = places.reduce((sum, { codePoints }) => sum + codePoints.length, 0);
  if (!places.every(isSpace)) {
    const operations = places.map(({ span }): Operation => ({ kind: "remove", span }));
    return [
      {
        title: countedWords(count, "Remove {0} hidden character", "Remove {0} hidden characters"),
        safety: "review",
        operations,
      },
    ];
  }
  // In front matter a space can part a key from a value, or start a comment.
  if (article.format === "yaml-front-matter" && block.zone !== "body") {
    return [];
  }
  return [
    {
      title: count === 1 ? "Replace with a space" : words`Put ordinary spaces in place of ${count}`,
      safety: places.every(({ span }) => isAmongText(text, span)) ? "safe" : "review",
      operations: mergeSpans(places.map(({ span }) => withSpacesBeside(text, span))).map((span) => ({
        kind: "replace",
        span,
        newText: " ",
      })),
    },
  ];
}

function isSpace({ kind, codePoints }: HiddenCharacters): boolean {
  return (
    kind === "no-break-space" || codePoints.every((codePoint) => codePoint === 0x2028 || codePoint === 0x2029)
  );
}

/** Not at the edge of a line, where white space may be a matter of how lines are joined. */
function isAmongText(text: string, { start, end }: Span): boolean {
  return (
    start > 0 && end < text.length && !isLineBreak(text.charAt(start - 1)) && !isLineBreak(text.charAt(end))
  );
}

/** Spaces beside it are taken along, so that one is left; two places may share them. */
function withSpacesBeside(text: string, span: Span): Span {
  let { start, end } = span;
  while (text.charAt(start - 1) === " ") {
    start--;
  }
  while (text.charAt(end) === " ") {
    end++;
  }
  return { start, end };
}
