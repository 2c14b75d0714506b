import type { Article, Block } from "../article/model.ts";
import {
  type Coverage,
  measureCoverage,
  readSentences,
  type SentenceTokens,
} from "../duplicates/coverage.ts";
import { indexPassage, keepsCoverage, type PassageIndex } from "../duplicates/coverage-change.ts";
import { scanTokens, type Tokens } from "../duplicates/tokens.ts";
import { type Span, spanLength } from "../text/span.ts";
import type { Check, Finding, Fix, OwnBlock, UnplacedFix, Words } from "./check.ts";
import { countedWords, lineOf, linesOf, words } from "./shared/line-words.ts";

export interface RepeatedArticleBodyOptions {
  /** The least part of the line that stands again in the body, or of the body in the line, 0..1, to call it a repeat. */
  readonly minimumCoverage: number;
}

/** Below one half the line holds more that is its own than what it repeats, and is no copy of the article. */
const MINIMUM_COVERAGE = 0.5;

/** The line that holds the whole article again, its paragraphs run together, as pages carry it for search engines. */
export const repeatedArticleBody: Check<"article", RepeatedArticleBodyOptions> = {
  id: "repeated-article-body",
  summary: "A line that is the whole article again",
  severity: "warning",
  bestFix: "safe",
  reach: "article",
  defaults: { minimumCoverage: MINIMUM_COVERAGE },
  reachOf({ article, found, both, perBlock, options }) {
    const [line, ...others] = article.blocks.filter(isArticleOnOneLine);
    if (line === undefined) {
      return "nothing";
    }
    const share = found[0]?.data?.["coverage"];
    // Of a line that holds little of what stands below it the length of the body tells whether it is the article again.
    if (others.length > 0 || typeof share !== "number" || share < options.minimumCoverage) {
      return "article";
    }
    const [old, now] = both(sentencesOf);
    return keepsCoverage(perBlock(line, indexOf), old, now) ? "nothing" : "article";
  },
  *run(article, context) {
    const bodyBlocks = article.blocks.filter(isBodyText);
    if (bodyBlocks.length === 0) {
      return;
    }
    for (const block of article.blocks) {
      if (!isArticleOnOneLine(block)) {
        continue;
      }
      const passage = context.perBlock(block, passageOf);
      const coverage = measureCoverage(passage, block.span.start, bodyBlocks, (own) =>
        context.perBlock(own, sentencesOf),
      );
      const share = Math.max(coverage.share, shareOfBody(coverage, bodyBlocks));
      if (share >= context.options.minimumCoverage && coverage.standing.length > 0) {
        yield findingFor(block, coverage, article);
      }
    }
  },
};

function isArticleOnOneLine({ role, repeats }: Block): boolean {
  return role === "articleBody" && repeats === undefined;
}

function indexOf({ text, content }: OwnBlock): PassageIndex {
  return indexPassage(text, content);
}

function passageOf({ text, content }: OwnBlock): Tokens {
  return scanTokens(text, content);
}

function sentencesOf({ text, content }: OwnBlock): SentenceTokens {
  return readSentences(text, content);
}

/** The reverse: how much of the body stands in the line. Of a long article the page may have shown the beginning alone. */
function shareOfBody({ standing }: Coverage, bodyBlocks: readonly Block[]): number {
  const sum = (spans: readonly Span[]) => spans.reduce((length, span) => length + spanLength(span), 0);
  const body = sum(bodyBlocks.map(({ content }) => content));
  return body === 0 ? 0 : sum(standing.map(({ span }) => span)) / body;
}

function isBodyText(block: Block): boolean {
  if (block.zone !== "body") {
    return false;
  }
  return (
    block.role === "paragraph" ||
    block.role === "heading" ||
    block.role === "standfirst" ||
    block.role === "caption"
  );
}

function findingFor(block: Block, coverage: Coverage, article: Article): Finding {
  const isWhole = coverage.missing.length === 0;
  return {
    span: block.content,
    message: isWhole ? wholeMessage(article) : partMessage(coverage),
    related: relatedBlocks(coverage).map((standing) => ({
      span: standing.content,
      message: words`Also here, on ${linesOf(standing.content)}`,
    })),
    data: {
      kind: "contained",
      coverage: coverage.share,
      missing: coverage.missing.map((span) => ({
        line: lineOf(span.start),
        length: span.end - span.start,
      })),
    },
    unnecessary: isWhole,
    fixes: isWhole ? [removal(block, "Remove the repeated article", "safe")] : partFixes(block, coverage),
  };
}

function wholeMessage(article: Article): Words {
  const paragraphs = article.blocks.filter(
    (block) => block.role === "paragraph" && block.zone === "body",
  ).length;
  return [
    paragraphs === 1
      ? "This line is the whole article again, without paragraph breaks: 100 % of it is in the paragraph below."
      : "This line is the whole article again, without paragraph breaks: 100 % of it is in the paragraphs below.",
    "Removing it loses nothing.",
  ];
}

function partMessage(coverage: Coverage): Words {
  const percent = Math.min(99, Math.floor(coverage.share * 100));
  return [
    countedWords(
      coverage.missing.length,
      "This line is the article again, without paragraph breaks: {1} % of it is in the paragraphs below, but {0} passage of it is nowhere else.",
      "This line is the article again, without paragraph breaks: {1} % of it is in the paragraphs below, but {0} passages of it are nowhere else.",
      percent,
    ),
    "Look at what would be lost before removing it.",
  ];
}

/** The blocks, each once, in the order in which the line repeats them. */
function relatedBlocks(coverage: Coverage): readonly Block[] {
  return [...new Set(coverage.standing.map((run) => run.block))];
}

/** To keep what stands only here is the better choice; to remove the line all the same stays the user's. */
function partFixes(block: Block, coverage: Coverage): UnplacedFix[] {
  const count = coverage.missing.length;
  return [
    {
      title: countedWords(
        count,
        "Remove what is repeated, keep the passage that is only here",
        "Remove what is repeated, keep the {0} passages that are only here",
      ),
      safety: "review",
      operations: [
        ...coverage.standing.map(({ span }) => ({ kind: "remove", span }) as const),
        // What is left was not one behind the other: each passage gets a line.
        ...coverage.missing.slice(1).map(({ start }) => ({ kind: "split", at: start }) as const),
      ],
    },
    removal(block, "Remove the whole line", "review"),
  ];
}

function removal(block: Block, title: string, safety: Fix["safety"]): Fix {
  return { title, safety, operations: [{ kind: "remove", span: block.content }] };
}
