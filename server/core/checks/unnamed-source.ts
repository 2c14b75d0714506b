import type { Statement } from "../attribution/statement.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import type { Check, Finding } from "./check.ts";
import { countedWords } from "./shared/line-words.ts";
import { quoteText } from "./shared/quote-text.ts";
import { readUnitAttribution } from "./shared/unit-attribution.ts";

/** A source that the article does not name: no fault, but what it says is to be weighed differently. */
export const unnamedSource: Check<"article"> = {
  id: "unnamed-source",
  summary: "A source that the article does not name",
  severity: "information",
  builtInLevel: "off",
  bestFix: "none",
  reach: "article",
  defaults: {},
  *run(_, { text, once }) {
    for (const { span, count } of unnamed(once(readUnitAttribution).statements)) {
      yield findingFor(span, count, text);
    }
  },
};

/** Each source once, with the number of its statements: two verbs can share one (`a source said … and added …`). */
function unnamed(statements: readonly Statement[]): Iterable<{ span: Span; count: number }> {
  const byStart = new Map<number, { span: Span; count: number }>();
  for (const { source } of statements) {
    if (source?.kind === "unnamed") {
      const { span } = source;
      byStart.set(span.start, { span, count: (byStart.get(span.start)?.count ?? 0) + 1 });
    }
  }
  return byStart.values();
}

function findingFor(span: Span, count: number, text: string): Finding {
  return {
    span,
    message: [
      countedWords(
        count,
        "The article does not name {1}, the source of {0} statement.",
        "The article does not name {1}, the source of {0} statements.",
        quoteText(sliceSpan(text, span)),
      ),
      "See whether anybody else says the same.",
    ],
    data: { statements: count },
  };
}
