import { type Article, type Block, blockAt } from "../article/model.ts";
import type { Link, LinkContext, LinkTrouble } from "../links/link.ts";
import { scanLinks } from "../links/scan.ts";
import { lineAt, lineContentSpan } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { trimSpan } from "../text/white-space.ts";
import type { Check, CheckContext, Finding } from "./check.ts";
import { lineNumber } from "./shared/line-words.ts";
import { quoteText } from "./shared/quote-text.ts";
import { isCopiedElsewhere } from "./shared/run-together-line.ts";

/** Words, or a second link, that touch a link with nothing between them, so that it leads nowhere. */
export const gluedLink: Check<"article"> = {
  id: "glued-link",
  summary: "Text or a second link stuck to a link",
  severity: "warning",
  bestFix: "safe",
  reach: "article",
  defaults: {},
  group: "links",
  *run(article, context) {
    const known = standingLines(article, context);
    for (const block of article.blocks) {
      if (block.role === "blank" || isCopiedElsewhere(block, article)) {
        continue;
      }
      for (const line of linesStartingIn(block, context)) {
        const links = scanLinks(context.dump.text, line, known.context);
        const finding = findingFor(line, withReading(links, article, line), context, known);
        if (finding !== undefined) {
          yield finding;
        }
      }
    }
  },
};

/** What stands alone on a line of the article, made when the first link asks. */
interface StandingLines {
  readonly context: LinkContext;
  readonly placeOf: (text: string) => Span | undefined;
}

/** Longer lines are paragraphs, and no one sticks a paragraph to a link. */
const LONGEST_STANDING = 240;

function standingLines(article: Article, { lines }: CheckContext): StandingLines {
  let places: Map<string, Span> | undefined;
  const placeOf = (text: string): Span | undefined => {
    places ??= new Map(shortLines(article, lines));
    return places.get(text);
  };
  return { placeOf, context: { standsAlone: (text) => placeOf(text) !== undefined } };
}

function* shortLines(article: Article, lines: CheckContext["lines"]): Iterable<[string, Span]> {
  const last = lineAt(lines, Math.max(article.span.start, article.span.end - 1));
  for (let line = lineAt(lines, article.span.start); line <= last; line++) {
    const span = trimSpan(lines.text, lineContentSpan(lines, line));
    if (span.end > span.start && span.end - span.start <= LONGEST_STANDING) {
      yield [lines.text.slice(span.start, span.end), span];
    }
  }
}

/** The lines that a block opens: a line with two blocks is looked at once, from its first. */
function* linesStartingIn(block: Block, { lines }: CheckContext): Iterable<Span> {
  const first = lineAt(lines, block.span.start);
  const last = lineAt(lines, Math.max(block.content.start, block.content.end - 1));
  for (let line = first; line <= last; line++) {
    const span = lineContentSpan(lines, line);
    if (span.start >= block.span.start) {
      yield trimSpan(lines.text, span);
    }
  }
}

/**
 * Where the article was read as a link with something else behind it on the line, that reading is evidence too, for the
 * recogniser knows what stands where in such pages.
 */
function withReading(links: readonly Link[], article: Article, line: Span): readonly Link[] {
  const [first] = links;
  if (first === undefined || first.span.start !== line.start || first.troubles.length > 0) {
    return links;
  }
  const next = blockAt(article.blocks, first.span.end - 1);
  if (next === undefined || next.content.start <= first.span.start || next.content.start >= first.span.end) {
    return links;
  }
  const trouble: LinkTrouble = {
    kind: "text-behind",
    joint: next.content.start,
    stuck: { start: next.content.start, end: line.end },
    evidence: "capital",
    certainty: "guess",
  };
  return [
    { ...first, span: { start: first.span.start, end: next.content.start }, troubles: [trouble] },
    ...links.slice(1),
  ];
}

function findingFor(
  line: Span,
  links: readonly Link[],
  { dump, lines }: CheckContext,
  known: StandingLines,
): Finding | undefined {
  const troubles = links.flatMap((link) => link.troubles);
  const [first] = troubles;
  if (first === undefined) {
    return undefined;
  }
  const { text } = dump;
  const copies = troubles.flatMap(({ stuck }) => known.placeOf(text.slice(stuck.start, stuck.end)) ?? []);
  const isCertain = troubles.every(({ certainty }) => certainty === "certain");
  return {
    span: troubledSpan(line, links),
    message: `${whatIsStuck(troubles, text)} ${isCertain ? "Put each on a line of its own." : "It looks as if they should be on lines of their own; look before separating them."}`,
    related: copies.map((span) => ({
      span,
      message: `The same text on a line of its own, line ${lineNumber(lines, span.start)}`,
    })),
    data: { kind: first.kind, repaired: links.map((link) => repairedTarget(link, text)) },
    fixes: [
      {
        title:
          troubles.length === 1
            ? titleFor(first, text)
            : "Put the link and what is stuck to it on lines of their own",
        safety: isCertain ? "safe" : "review",
        operations: troubles.map(({ joint }) => ({ kind: "split", at: joint })),
      },
    ],
  };
}

function repairedTarget(link: Link, text: string): string | null {
  const target = text.slice(link.span.start, link.span.end);
  return URL.canParse(target) ? target : null;
}

/** A line that a link opens is marked whole; in running text only the link and what touches it. */
function troubledSpan(line: Span, links: readonly Link[]): Span {
  const troubled = links.filter((link) => link.troubles.length > 0);
  const first = troubled[0] as Link;
  if (first.span.start === line.start) {
    return line;
  }
  const starts = troubled.flatMap((link) => [
    link.span.start,
    ...link.troubles.map(({ stuck }) => stuck.start),
  ]);
  const ends = troubled.flatMap((link) => [link.span.end, ...link.troubles.map(({ stuck }) => stuck.end)]);
  return { start: Math.min(...starts), end: Math.max(...ends) };
}

function whatIsStuck(troubles: readonly LinkTrouble[], text: string): string {
  const [first] = troubles as readonly [LinkTrouble];
  if (troubles.length > 1) {
    return "Other text is stuck to the links on this line, so they are broken.";
  }
  const words = quoteText(text.slice(first.stuck.start, first.stuck.end));
  switch (first.kind) {
    case "text-behind":
      return `${words} is stuck to the end of this link, so the link is broken.`;
    case "text-before":
      return `${words} is stuck to the start of this link.`;
    case "second-link":
      return "Two links run into each other here, so the first is broken.";
  }
}

function titleFor(trouble: LinkTrouble, text: string): string {
  if (trouble.kind === "second-link") {
    return "Put the second link on a line of its own";
  }
  const words = quoteText(text.slice(trouble.stuck.start, trouble.stuck.end));
  return trouble.kind === "text-behind"
    ? `Put ${words} on a line of its own`
    : `Put the link after ${words} on a line of its own`;
}
