import type { Statement } from "../attribution/statement.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import type { Check, Finding } from "./check.ts";
import { countOf, quoteText } from "./shared/quote-text.ts";
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
    for (const statements of Map.groupBy(
      unnamed(once(readUnitAttribution).statements),
      sourceStart,
    ).values()) {
      yield findingFor(statements, text);
    }
  },
};

function unnamed(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ source }) => source?.kind === "unnamed");
}

/** Two verbs can share one source: `a source said … and added …`. */
function sourceStart({ source }: Statement): number {
  return source?.span.start ?? -1;
}

function findingFor(statements: readonly Statement[], text: string): Finding {
  const span = (statements[0] as Statement).source?.span ?? { start: 0, end: 0 };
  const said = countOf(statements.length, "statement");
  return {
    span,
    message: `The article does not name ${quoteText(sliceSpan(text, span))}, the source of ${said}. See whether anybody else says the same.`,
    data: { statements: count },
  };
}
