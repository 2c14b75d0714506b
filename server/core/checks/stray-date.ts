import type { CalendarDay } from "../article/calendar-days.ts";
import { dayOfUrl, readDate, sameDay } from "../article/dates.ts";
import type { Article, Block } from "../article/model.ts";
import type { Check, CheckContext, Finding, Fix } from "./check.ts";
import { lineNumber } from "./shared/line-words.ts";

/** The date of a related story, left behind between the paragraphs where the page showed the story's card. */
export const strayDate: Check<"article"> = {
  id: "stray-date",
  summary: "The date of a related story among the paragraphs",
  severity: "information",
  bestFix: "safe",
  reach: "article",
  defaults: {},
  *run(article, context) {
    const blocks = article.blocks.filter((block) => block.role !== "blank");
    for (const [index, block] of blocks.entries()) {
      if (block.role === "relatedDate" && !standsWithLink(blocks, index)) {
        yield findingFor(block, article, context);
      }
    }
  },
};

/** Whether only dates of related stories stand between the block and a related link before it: it is where it belongs. */
function standsWithLink(blocks: readonly Block[], index: number): boolean {
  let at = index - 1;
  while (blocks[at]?.role === "relatedDate") {
    at--;
  }
  return blocks[at]?.role === "relatedLink";
}

function findingFor(block: Block, article: Article, context: CheckContext): Finding {
  const { lines } = context;
  const candidates = linksOfDay(block, article, context.dump.text);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return {
    span: block.content,
    message: messageFor(candidates, context),
    related: candidates.map((link) => ({ span: link.content, message: "The related story of that day" })),
    data: { stories: candidates.map((link) => lineNumber(lines, link.content.start)) },
    fixes:
      candidates.length > 0
        ? candidates.map((link) => move(block, link, only === undefined ? "review" : "safe", context))
        : [
            {
              title: "Remove this date",
              safety: "review",
              operations: [{ kind: "remove", span: block.content }],
            },
          ],
  };
}

function messageFor(candidates: readonly Block[], { lines }: CheckContext): string {
  const [first] = candidates;
  if (first === undefined) {
    return "This date is on a line of its own between paragraphs and seems to belong to another story that the page pointed to; no link in this article carries that day. Remove it if you do not need it.";
  }
  if (candidates.length > 1) {
    return `This date is no part of the article: ${candidates.length} related stories carry that day. Move it to the right one.`;
  }
  return `This date is no part of the article: it belongs to the related story on line ${lineNumber(lines, first.content.start)}, whose link carries the same day. Move it there.`;
}

/** The related links whose URL carries the date's day, each target once. */
function linksOfDay(block: Block, article: Article, text: string): readonly Block[] {
  const day: CalendarDay | undefined = readDate(text, block.content)?.day;
  const links = article.blocks.filter((other) => other.role === "relatedLink" && other.repeats === undefined);
  const same = links.filter((link) => {
    const linkDay = dayOfUrl(text, link.content);
    return day !== undefined && linkDay !== undefined && sameDay(day, linkDay);
  });
  return same.length === 0 && block.relatesTo !== undefined ? [block.relatesTo] : same;
}

function move(block: Block, link: Block, safety: Fix["safety"], { lines }: CheckContext): Fix {
  return {
    title: `Move date to its related story (line ${lineNumber(lines, link.content.start)})`,
    safety,
    operations: [{ kind: "move", span: block.span, to: link.span.end }],
  };
}
