import type { Article, Block, Role } from "../article/model.ts";
import type { Check, CheckContext, Finding, OwnBlock } from "./check.ts";
import { words } from "./shared/line-words.ts";
import { quoteText } from "./shared/quote-text.ts";
import { balanceOfQuotes, type QuoteBalance, type UnpairedQuote } from "./shared/unpaired-quotes.ts";

/** A quotation mark of the text without a partner: a part of the quotation, or the mark itself, was lost. */
export const unbalancedQuotes: Check<"article"> = {
  id: "unbalanced-quotes",
  summary: "A quotation mark without its partner",
  severity: "information",
  bestFix: "none",
  reach: "article",
  defaults: {},
  // A speech that goes on over paragraphs ties them together, so only one without marks of that kind stands alone.
  reachOf({ both }) {
    const [old, now] = both(readBalance);
    const isQuiet = old.unpaired.length === 0 && now.unpaired.length === 0;
    return isQuiet && old.opensAtStart === now.opensAtStart ? "nothing" : "article";
  },
  *run(article, context) {
    for (const { quote, block } of lonely(article, context)) {
      yield findingFor(quote, block, context);
    }
  },
};

interface LonelyQuote {
  readonly quote: UnpairedQuote;
  readonly block: Block;
}

/**
 * The marks that no paragraph pairs. A speech over several paragraphs is opened anew in each and closed in the last alone,
 * or opened in one and closed in another; then nothing is missing.
 */
function* lonely(article: Article, { perBlock }: CheckContext): Iterable<LonelyQuote> {
  let waiting: LonelyQuote | undefined;
  for (const block of article.blocks) {
    if (!isProse(block)) {
      continue;
    }
    const { unpaired, opensAtStart } = perBlock(block, readBalance);
    const closesWaiting = waiting !== undefined && unpaired[0]?.side === "closing";
    if (waiting !== undefined && !opensAtStart && !closesWaiting) {
      yield waiting;
    }
    const left = closesWaiting ? unpaired.slice(1) : unpaired;
    const last = left.at(-1);
    waiting = last?.side === "opening" ? { quote: last, block } : undefined;
    for (const quote of waiting === undefined ? left : left.slice(0, -1)) {
      yield { quote, block };
    }
  }
  if (waiting !== undefined) {
    yield waiting;
  }
}

const PROSE: ReadonlySet<Role> = new Set<Role>(["paragraph", "standfirst", "caption", "heading"]);

/** The article on one line holds the same marks once more; there they say nothing new. */
function isProse({ zone, role }: Block): boolean {
  return zone === "body" && PROSE.has(role);
}

function readBalance({ text, content }: OwnBlock): QuoteBalance {
  return balanceOfQuotes(text.slice(content.start, content.end));
}

/** Code units of the text that a message shows beside the mark. */
const SHOWN = 24;

function findingFor({ at, side }: UnpairedQuote, block: Block, { text }: CheckContext): Finding {
  const start = block.content.start + at;
  const { content } = block;
  const shown =
    side === "opening"
      ? text.slice(start, Math.min(content.end, start + SHOWN))
      : text.slice(Math.max(content.start, start + 1 - SHOWN), start + 1);
  return {
    span: { start, end: start + 1 },
    message: [
      side === "opening"
        ? words`The quotation mark at ${quoteText(shown)} is never closed.`
        : words`The quotation mark at ${quoteText(shown)} closes nothing.`,
      "See whether a part of the quotation was lost, or add the other mark.",
    ],
    data: { side },
  };
}
