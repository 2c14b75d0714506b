import type { Check } from "./check.ts";
import { isSameLine } from "./shared/line-words.ts";

/** The byline date and the first words of the text on one line: on the page they were two elements. */
export const gluedDateline: Check<"neighbours"> = {
  id: "glued-dateline",
  summary: "Byline date and text on one line",
  severity: "information",
  bestFix: "safe",
  reach: "neighbours",
  defaults: {},
  // It looks at heads, dates and links to other stories.
  reachOf: () => "nothing",
  *run({ block, next }, { lines }) {
    if (block.role !== "dateline" || next === undefined || next.zone !== "body") {
      return;
    }
    if (!isSameLine(lines, block.content.start, next.content.start)) {
      return;
    }
    yield {
      span: block.content,
      message:
        "The date and the text after it share one line; on the page they were separate. Put the text on a line of its own.",
      related: [{ span: next.content, message: "The text" }],
      fixes: [
        {
          title: "Put the text on a line of its own",
          safety: "safe",
          operations: [{ kind: "split", at: next.content.start }],
        },
      ],
    };
  },
};
