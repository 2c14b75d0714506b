import type { Block, Wrap } from "../article/model.ts";
import { isOpeningBracket, isSentenceTerminator, startsLowerCase } from "../text/script.ts";
import type { Check } from "./check.ts";
import { countOf } from "./shared/quote-text.ts";

/** A paragraph that was broken over several lines, as where the page had a link inside it. */
export const wrappedParagraph: Check<"block"> = {
  id: "wrapped-paragraph",
  summary: "A paragraph broken over several lines",
  severity: "information",
  bestFix: "safe",
  reach: "block",
  defaults: {},
  *run(block, { dump }) {
    if (block.wraps.length === 0 || block.zone !== "body") {
      return;
    }
    const isProved = block.wraps.every((wrap) => wrap.proved);
    const isSafe = block.wraps.every((wrap) => wrap.proved || continues(dump.text, wrap));
    const why = isProved
      ? "The article on one line, further up, shows how they belong together."
      : reasonFor(isSafe);
    yield {
      span: block.content,
      message: `One paragraph is broken over ${countOf(block.wraps.length + 1, "line")}. ${why} Join them.`,
      data: { lines: block.wraps.length + 1, proved: isProved },
      fixes: [
        {
          title: `Join the ${block.wraps.length + 1} lines`,
          safety: isSafe ? "safe" : "review",
          operations: joinsOf(block),
        },
      ],
    };
  },
};

function reasonFor(isSafe: boolean): string {
  return isSafe
    ? "Each line goes on in the middle of a sentence."
    : "They seem to go on in the middle of a sentence; look before joining them.";
}

function joinsOf(block: Block) {
  return block.wraps.map((wrap) => ({ kind: "join", span: wrap.span, joiner: wrap.joiner }) as const);
}

const COMMA = 0x2c;

/** Whether the sentence plainly goes on across the break: small letter behind it, comma or open bracket before it. */
function continues(text: string, wrap: Wrap): boolean {
  const before = text.charCodeAt(wrap.span.start - 1);
  if (isSentenceTerminator(before)) {
    return false;
  }
  return before === COMMA || isOpeningBracket(before) || startsLowerCase(text, wrap.span.end);
}
