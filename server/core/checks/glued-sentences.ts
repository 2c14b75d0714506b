import type { Block, Role } from "../article/model.ts";
import type { Check, Finding } from "./check.ts";
import { words } from "./shared/line-words.ts";
import { quoteText } from "./shared/quote-text.ts";
import { findSentenceJoints, type SentenceJoint } from "./shared/sentence-joints.ts";

/** Two sentences with no space between them: two elements of the page were put one behind the other. */
export const gluedSentences: Check<"block"> = {
  id: "glued-sentences",
  summary: "Two sentences without a space between them",
  severity: "information",
  bestFix: "safe",
  reach: "block",
  defaults: {},
  reachOf: () => "block",
  run(block, { text }) {
    return isProse(block)
      ? findSentenceJoints(text, block.content).map((joint) => findingFor(joint, text))
      : [];
  },
};

const PROSE: ReadonlySet<Role> = new Set<Role>(["paragraph", "standfirst", "caption", "heading"]);

/** The article on one line is made of such places; there they are one trouble, which `repeated-article-body` reports. */
function isProse(block: Block): boolean {
  return block.zone === "body" && PROSE.has(block.role);
}

function findingFor({ at, span, certainty }: SentenceJoint, text: string): Finding {
  return {
    span,
    message: words`Two sentences run into each other at ${quoteText(text.slice(span.start, span.end))}. Put a space between them.`,
    fixes: [
      {
        title: "Put a space between the sentences",
        safety: certainty === "certain" ? "safe" : "review",
        operations: [{ kind: "replace", span: { start: at, end: at }, newText: " " }],
      },
    ],
  };
}
