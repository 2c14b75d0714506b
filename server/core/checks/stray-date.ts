import type { CalendarDay } from "../article/calendar-days.ts";
import { dayOfUrl, readDate } from "../article/dates.ts";
import type { Article, Block } from "../article/model.ts";
import { isLineBreak } from "../text/line-breaks.ts";
import type { Check, CheckContext, Finding, Safety, UnplacedFix, Words } from "./check.ts";
import { lineOf, words } from "./shared/line-words.ts";

/** The date of a related story, left behind between the paragraphs where the page showed the story's card. */
export const strayDate: Check<"article"> = {
  id: "stray-date",
  summary: "The date of a related story among the paragraphs",
  severity: "information",
  bestFix: "safe",
  reach: "article",
  defaults: {},
  // It looks at heads, dates and links to other stories.
  reachOf: () => "nothing",
  *run(article, context) {
    let links: ReadonlyMap<string, readonly Block[]> | undefined;
    // Behind a related link, with nothing but dates of related stories between, a date is where it belongs.
    let isWithLink = false;
    for (const block of article.blocks) {
      if (block.role === "relatedDate" && !isWithLink) {
        links ??= linksByDay(article, context.text);
        yield findingFor(block, links, context);
      } else if (block.role !== "relatedDate" && block.role !== "blank") {
        isWithLink = block.role === "relatedLink";
      }
    }
  },
};

function findingFor(
  block: Block,
  links: ReadonlyMap<string, readonly Block[]>,
  context: CheckContext,
): Finding {
  const candidates = linksOfDay(block, links, context.text);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return {
    span: block.content,
    message: messageFor(candidates),
    related: candidates.map((link) => ({ span: link.content, message: "The related story of that day" })),
    data: { stories: candidates.map((link) => lineOf(link.content.start)) },
    fixes:
      candidates.length > 0
        ? candidates
            .filter((link) => endsItsLine(link, context))
            .map((link) => move(block, link, only === undefined ? "review" : "safe"))
        : [
            {
              title: "Remove this date",
              safety: "review",
              operations: [{ kind: "remove", span: block.content }],
            },
          ],
  };
}

/** Behind a link with other text stuck to it there is no place for a date before the two are parted. */
function endsItsLine({ span }: Block, { text }: CheckContext): boolean {
  return span.end === text.length || isLineBreak(text.charAt(span.end - 1));
}

function messageFor(candidates: readonly Block[]): Words {
  const [first] = candidates;
  if (first === undefined) {
    return "This date is on a line of its own between paragraphs and seems to belong to another story that the page pointed to; no link in this article carries that day. Remove it if you do not need it.";
  }
  if (candidates.length > 1) {
    return words`This date is no part of the article: ${candidates.length} related stories carry that day. Move it to the right one.`;
  }
  return words`This date is no part of the article: it belongs to the related story on line ${lineOf(first.content.start)}, whose link carries the same day. Move it there.`;
}

/** The related links by the day that their URL carries, each target once. */
function linksByDay(article: Article, text: string): ReadonlyMap<string, readonly Block[]> {
  const links = new Map<string, Block[]>();
  for (const block of article.blocks) {
    const day = block.role === "relatedLink" ? dayOfUrl(text, block.content) : undefined;
    if (day !== undefined && block.repeats === undefined) {
      const same = links.get(keyOf(day));
      if (same === undefined) {
        links.set(keyOf(day), [block]);
      } else {
        same.push(block);
      }
    }
  }
  return links;
}

function linksOfDay(
  block: Block,
  links: ReadonlyMap<string, readonly Block[]>,
  text: string,
): readonly Block[] {
  const day = readDate(text, block.content)?.day;
  const same = day === undefined ? undefined : links.get(keyOf(day));
  return same ?? (block.relatesTo === undefined ? [] : [block.relatesTo]);
}

function keyOf({ year, month, day }: CalendarDay): string {
  return `${year}-${month}-${day}`;
}

function move(block: Block, link: Block, safety: Safety): UnplacedFix {
  return {
    title: words`Move date to its related story (line ${lineOf(link.content.start)})`,
    safety,
    operations: [{ kind: "move", span: block.span, to: link.span.end }],
  };
}
