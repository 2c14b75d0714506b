import type { Article, Block } from "../article/model.ts";
import { spansOverlap } from "../text/span.ts";
import { isBlankSpan } from "../text/white-space.ts";
import type { Check, Finding, Fix, Severity } from "./check.ts";
import {
  findHiddenCharacters,
  type HiddenCharacters,
  type HiddenKind,
  hiddenText,
  nameOfHidden,
} from "./shared/hidden-characters.ts";
import { findMojibake } from "./shared/mojibake.ts";
import { ownTroubles, surroundingsOf } from "./shared/own-troubles.ts";
import { countOf, listOf, quoteText } from "./shared/quote-text.ts";

/** A character that a reader does not see and a search trips over, or that shows other words than are there. */
export const hiddenCharacter: Check<"article"> = {
  id: "hidden-character",
  summary: "Characters that are there without being seen",
  severity: "warning",
  bestFix: "safe",
  reach: "article",
  defaults: {},
  *run(article, { dump: { text } }) {
    const troubles = ownTroubles(
      article,
      (block) => hiddenIn(text, block),
      ({ span }) => surroundingsOf(text, span.start, span.end),
    );
    for (const { block, trouble } of troubles) {
      yield findingFor(text, trouble, block, article);
    }
  },
};

/** Those of a block, white space around its content included: a byte order mark counts as such. */
function hiddenIn(text: string, block: Block): readonly HiddenCharacters[] {
  const hidden = findHiddenCharacters(text, block.span);
  if (hidden.length === 0) {
    return [];
  }
  // `Ã` with a no-break space is an à that was read wrongly: the characters are not hidden, they are wrong.
  const garbled = findMojibake(text, block.span);
  return hidden.filter(({ span }) => !garbled.some((other) => spansOverlap(other.span, span)));
}

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

function findingFor(text: string, hidden: HiddenCharacters, block: Block, article: Article): Finding {
  const { kind, span, codePoints } = hidden;
  const names = [...new Set(codePoints)].map(nameOfHidden);
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const spelt = hiddenText(hidden);
  const count = codePoints.length > 1 ? `${codePoints.length} hidden characters: ` : "A hidden character: ";
  return {
    span,
    message: `${count}${listOf(shown)}. ${WHAT[kind]}${spelt.length > 1 ? ` Together they spell ${quoteText(spelt)}.` : ""}`,
    severity: LEVELS[kind],
    data: {
      kind,
      characters: codePoints.map((codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`),
      ...(spelt.length > 1 ? { text: spelt } : {}),
    },
    fixes: fixesFor(text, hidden, block, article),
  };
}

function fixesFor(
  text: string,
  { kind, span, codePoints }: HiddenCharacters,
  block: Block,
  article: Article,
): readonly Fix[] {
  const isSpace =
    kind === "no-break-space" || codePoints.some((codePoint) => codePoint === 0x2028 || codePoint === 0x2029);
  if (!isSpace) {
    const title = `Remove ${countOf(codePoints.length, "hidden character")}`;
    return [{ title, safety: "review", operations: [{ kind: "remove", span }] }];
  }
  // In front matter a space can part a key from a value, or start a comment.
  if (article.format === "yaml-front-matter" && block.zone !== "body") {
    return [];
  }
  // Beside another space, or where lines meet, one of them is enough, which is for a person to see.
  const isAmongText =
    !isBlankSpan(text, { start: span.start - 1, end: span.start }) &&
    !isBlankSpan(text, { start: span.end, end: span.end + 1 });
  return [
    {
      title: `Replace with ${codePoints.length === 1 ? "a space" : "one space"}`,
      safety:
        isAmongText && span.start > block.content.start && span.end < block.content.end ? "safe" : "review",
      operations: [{ kind: "replace", span, newText: " " }],
    },
  ];
}
