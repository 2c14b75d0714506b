import type { Wrap } from "../article/model.ts";
import type { Link } from "../links/link.ts";
import { isOpeningBracket, isSentenceTerminator, startsLowerCase } from "../text/script.ts";
import { containsSpan } from "../text/span.ts";
import type { Check } from "./check.ts";
import { countedWords } from "./shared/line-words.ts";

/** A paragraph that was broken over several lines, as where the page had a link inside it. */
export const wrappedParagraph: Check<"block"> = {
  id: "wrapped-paragraph",
  summary: "A paragraph broken over several lines",
  severity: "information",
  bestFix: "safe",
  reach: "block",
  defaults: {},
  reachOf: ({ keepsLinks }) => (keepsLinks ? "block" : "article"),
  *run(block, { text, links }) {
    if (block.wraps.length === 0 || block.zone !== "body") {
      return;
    }
    const broken = links.links().filter(isBrokenOverLines);
    const wraps = block.wraps.filter(({ span }) => !broken.some((link) => containsSpan(link.span, span)));
    if (wraps.length === 0) {
      return;
    }
    const isProved = wraps.every((wrap) => wrap.proved);
    const isSafe = wraps.every((wrap) => wrap.proved || continues(text, wrap));
    yield {
      span: block.content,
      message: [
        countedWords(
          wraps.length + 1,
          "One paragraph is broken over {0} line.",
          "One paragraph is broken over {0} lines.",
        ),
        isProved ? "The article on one line, further up, shows how they belong together." : reasonFor(isSafe),
        "Join them.",
      ],
      data: { lines: wraps.length + 1, proved: isProved },
      fixes: [
        {
          title: countedWords(wraps.length + 1, "Join the {0} line", "Join the {0} lines"),
          safety: isSafe ? "safe" : "review",
          operations: joinsOf(wraps),
        },
      ],
    };
  },
};

/** The line breaks inside a link are the link's trouble: with a space in their place it would stay broken. */
function isBrokenOverLines({ troubles }: Link): boolean {
  return troubles.some(({ kind }) => kind === "line-break");
}

function reasonFor(isSafe: boolean): string {
  return isSafe
    ? "Each line goes on in the middle of a sentence."
    : "They seem to go on in the middle of a sentence; look before joining them.";
}

function joinsOf(wraps: readonly Wrap[]) {
  return wraps.map((wrap) => ({ kind: "join", span: wrap.span, joiner: wrap.joiner }) as const);
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
