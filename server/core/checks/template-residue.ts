import type { Block } from "../article/model.ts";
import type { Check, Finding } from "./check.ts";
import { words } from "./shared/line-words.ts";
import { quoteText } from "./shared/quote-text.ts";
import { isCopiedElsewhere } from "./shared/run-together-line.ts";
import { findTemplateResidue, type TemplateResidue } from "./shared/template-residue-spans.ts";

/** What a program left behind where text should be: a path that found nothing, a tag of a template that was not filled in. */
export const templateResidue: Check<"block"> = {
  id: "template-residue",
  summary: "Left-overs of a program: XPath, template tags",
  severity: "information",
  bestFix: "review",
  reach: "block",
  defaults: {},
  reachOf: () => "block",
  run(block, { text, article }) {
    return block.role === "blank" || isCopiedElsewhere(block, article)
      ? []
      : findTemplateResidue(text, block.content).map((residue) => findingFor(residue, block, text));
  },
};

const WHAT: Readonly<Record<TemplateResidue["kind"], string>> = {
  template: "This is a tag of a page template, not text of the article.",
  xpath: "This is an XPath expression that a scraper printed in place of what it should have found.",
  object: "A program printed this in place of a text.",
};

function findingFor({ kind, span }: TemplateResidue, block: Block, text: string): Finding {
  const isWholeBlock = span.start === block.content.start && span.end === block.content.end;
  return {
    span,
    message: [
      WHAT[kind],
      isWholeBlock
        ? "Remove the line unless the article is about such code."
        : "Remove it unless the article is about such code.",
    ],
    data: { kind },
    unnecessary: true,
    fixes: [
      {
        title: isWholeBlock
          ? "Remove the line"
          : words`Remove ${quoteText(text.slice(span.start, span.end))}`,
        safety: "review",
        operations: [{ kind: "remove", span }],
      },
    ],
  };
}
