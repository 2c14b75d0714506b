import type { Article } from "../article/model.ts";
import type { Check, Finding, OwnBlock } from "./check.ts";
import { countedWords, words } from "./shared/line-words.ts";
import { type EncodingPair, findMisreadCyrillic, type MisreadCyrillic } from "./shared/misread-cyrillic.ts";
import { findMojibake, type Mojibake } from "./shared/mojibake.ts";
import { ownTroubles, surroundingsOf } from "./shared/own-troubles.ts";
import { quoteText } from "./shared/quote-text.ts";
import type { SingleByteEncoding } from "./shared/single-byte-encodings.ts";

/** Text that a program read in another encoding than it was written in. */
export const mojibake: Check<"article"> = {
  id: "mojibake",
  summary: "Characters that were read in the wrong encoding: â€™ for ’",
  severity: "warning",
  bestFix: "review",
  reach: "article",
  defaults: {},
  // Where a paragraph shows a trouble, the article on one line may show it as well.
  reachOf: ({ both }) => (both(holdsMojibake).some(Boolean) ? "article" : "nothing"),
  *run(article, { text }) {
    const known = misreadPairOf(article, text);
    const troubles = ownTroubles(
      article,
      (block): readonly Trouble[] => {
        if (block.role === "blank") {
          return [];
        }
        const misread = known && findMisreadCyrillic(text, block.content, known);
        return misread === undefined ? placesOf(findMojibake(text, block.content)) : [misread];
      },
      (trouble) => {
        const { span } = isMisread(trouble) ? trouble : trouble[0];
        return surroundingsOf(text, span.start, span.end);
      },
    );
    for (const { trouble } of troubles) {
      yield isMisread(trouble) ? misreadFinding(text, trouble) : findingFor(text, trouble);
    }
  },
};

type Trouble = Places | MisreadCyrillic;

function isMisread(trouble: Trouble): trouble is MisreadCyrillic {
  return "written" in trouble;
}

/** A file is read in one encoding: what one passage of the article was taken for, the others were, too. */
function misreadPairOf({ blocks }: Article, text: string): EncodingPair | undefined {
  for (const { role, content } of blocks) {
    const misread = role === "blank" ? undefined : findMisreadCyrillic(text, content);
    if (misread !== undefined) {
      return misread;
    }
  }
  return undefined;
}

function misreadFinding(text: string, { span, written, read, repaired }: MisreadCyrillic): Finding {
  return {
    span,
    message: words`${quoteText(text.slice(span.start, span.end))} is ${NAMES[written]} that was read as ${NAMES[read]}. It was meant to be ${quoteText(repaired)}.`,
    data: { encoding: read, written, times: 1, repaired },
    fixes: [
      {
        title: words`Replace with ${quoteText(repaired)}`,
        safety: "review",
        operations: [{ kind: "replace", span, newText: repaired }],
      },
    ],
  };
}

function holdsMojibake({ text, content }: OwnBlock): boolean {
  return findMojibake(text, content).length > 0;
}

type Places = readonly [Mojibake, ...Mojibake[]];

const NOTHING: readonly Places[] = [];

/** Each place is a finding; but the marks for lost characters of a block, which nothing can be done about, are one. */
function placesOf(found: readonly Mojibake[]): readonly Places[] {
  if (found.length === 0) {
    return NOTHING;
  }
  const places: Places[] = found.filter(({ encoding }) => encoding !== undefined).map((one) => [one]);
  const [first, ...others] = found.filter(({ encoding }) => encoding === undefined);
  if (first !== undefined) {
    places.push([first, ...others]);
  }
  return places;
}

/** As people call them. */
const NAMES: Readonly<Record<SingleByteEncoding, string>> = {
  "windows-1252": "Windows-1252",
  "windows-1250": "Windows-1250",
  "windows-1251": "Windows-1251",
  macintosh: "Mac OS Roman",
  "koi8-r": "KOI8-R",
  ibm866: "DOS code page 866",
};

function findingFor(text: string, [first, ...others]: Places): Finding {
  const { span, encoding, times, repaired } = first;
  const written = quoteText(text.slice(span.start, span.end));
  if (encoding === undefined) {
    return {
      span,
      message: [
        countedWords(
          others.length + 1,
          "A program put this sign (U+FFFD) where it could not read a character.",
          "A program put this sign (U+FFFD) where it could not read a character, in {0} places of this paragraph.",
        ),
        "What stood there is lost in this file: look it up in the source.",
      ],
      ...(others.length > 0
        ? { related: others.map((other) => ({ span: other.span, message: "The same here" })) }
        : {}),
      data: { encoding: null, repaired: null },
    };
  }
  const data = { encoding, times, repaired };
  const cause =
    times === 1
      ? words`${written} is UTF-8 that was read as ${NAMES[encoding]}.`
      : words`${written} is UTF-8 that was read as ${NAMES[encoding]}, ${times} times over.`;
  if (repaired === null) {
    return {
      span,
      message: [cause, "Some of it is lost: look it up in the source."],
      data,
    };
  }
  if (repaired === "") {
    return {
      span,
      message: [cause, "It is a mark of the encoding that no reader is meant to see. Remove it."],
      data,
      fixes: [{ title: words`Remove ${written}`, safety: "review", operations: [{ kind: "remove", span }] }],
    };
  }
  return {
    span,
    message: [cause, words`It was meant to be ${quoteText(repaired)}.`],
    data,
    fixes: [
      {
        title: words`Replace with ${quoteText(repaired)}`,
        safety: "review",
        operations: [{ kind: "replace", span, newText: repaired }],
      },
    ],
  };
}
