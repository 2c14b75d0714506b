import type { Attribution } from "../attribution/find-statements.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import type { Check, Finding } from "./check.ts";
import { words } from "./shared/line-words.ts";
import { quoteText } from "./shared/quote-text.ts";
import { readUnitAttribution } from "./shared/unit-attribution.ts";

/** Quoted speech of which the article does not say whose it is. */
export const unattributedQuotation: Check<"article"> = {
  id: "unattributed-quotation",
  summary: "A quotation of which the article does not say whose it is",
  severity: "information",
  builtInLevel: "off",
  bestFix: "none",
  reach: "article",
  defaults: {},
  *run(_, { text, once }) {
    for (const quotation of withoutSource(once(readUnitAttribution), text)) {
      yield findingFor(quotation, text);
    }
  },
};

/** Fewer words in quotation marks are a name, a title or words held at a distance, if they do not end like a sentence. */
const FEWEST_WORDS = 8;

/** Fewer words that do are an exclamation, or a title with its own mark. */
const FEWEST_IN_SENTENCE = 4;

const ENDS_LIKE_A_SENTENCE = /[.,!?…—][\p{Pf}\p{Pi}\p{Ps}"]$/u;

function* withoutSource({ statements, quotations }: Attribution, text: string): Iterable<Span> {
  const said = statements
    .flatMap(({ source, content }) => (source === undefined ? [] : content))
    .sort((first, second) => first.start - second.start);
  let next = 0;
  let reached = 0;
  for (const quotation of quotations) {
    while (next < said.length && (said[next] as Span).start < quotation.end) {
      reached = Math.max(reached, (said[next] as Span).end);
      next++;
    }
    if (reached <= quotation.start && isSpeech(sliceSpan(text, quotation))) {
      yield quotation;
    }
  }
}

function isSpeech(quoted: string): boolean {
  return wordsIn(quoted) >= (ENDS_LIKE_A_SENTENCE.test(quoted) ? FEWEST_IN_SENTENCE : FEWEST_WORDS);
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

function findingFor(span: Span, text: string): Finding {
  return {
    span,
    message: words`The article does not say whose words ${quoteText(sliceSpan(text, span))} are. Look for the speaker on the page that this comes from.`,
  };
}
