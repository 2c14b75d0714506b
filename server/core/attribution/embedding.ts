import { isFiniteStart, startsMainClause } from "./bare-clauses.ts";
import type { TokenRange } from "./noun-phrases.ts";
import type { Paragraph, Sentence } from "./paragraph.ts";
import type { Token } from "./tokens.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** What kind of clause a cue stands in: `While he said …, she left`, `Obama, who knew that …, left`. */
export type Embedding = "main" | "subordinate" | "relative";

export function embeddingOf(
  { tokens }: Paragraph,
  sentence: Sentence,
  source: TokenRange,
  group: VerbGroup,
): Embedding {
  const { tag, lower } = tokens[source.first] as Token;
  if ((tag === "relative" || lower === "who" || lower === "that") && source.end - source.first === 1) {
    return "relative";
  }
  const isAbsolute =
    group.shape === "participle" &&
    source.first - 1 <= sentence.first + 1 &&
    absolutes.has(tokens[source.first - 1]?.lower ?? "");
  // `the bank, which Voss said would fail, is open`
  const opener = source.first > sentence.first ? tokens[source.first - 1] : undefined;
  if (opener?.lower === "which" || opener?.lower === "who" || opener?.lower === "whom") {
    return "relative";
  }
  if (isAbsolute || (group.shape === "participle" && group.first === sentence.first)) {
    return "subordinate";
  }
  const before = source.first > sentence.first ? tokens[source.first - 1] : undefined;
  const opens =
    before !== undefined &&
    (before.tag === "subordinator" || before.lower === "as") &&
    before.lower !== "that";
  const isFirst =
    source.first - 4 <= sentence.first ||
    tokens[source.first - 2]?.tag === "comma" ||
    tokens[source.first - 2]?.tag === "conjunction";
  return opens && isFirst ? "subordinate" : "main";
}

export function embeddedEnd(
  paragraph: Paragraph,
  sentence: Sentence,
  start: number,
  embedding: Embedding,
): number {
  const { tokens, quotationAt, quotations } = paragraph;
  if (embedding === "main") {
    return sentence.end;
  }
  const level = quotationAt[start - 1] as number;
  for (let at = start; at < sentence.end; at++) {
    const inner = quotationAt[at] as number;
    if (level < 0 && inner >= 0) {
      const last = quotations[inner]?.last ?? at;
      // `“…,” Clinton said`: the comma inside the mark parts the clauses as well.
      if (
        embedding === "subordinate" &&
        tokens[last - 1]?.tag === "comma" &&
        startsMainClause(paragraph, last + 1, sentence.end)
      ) {
        return last + 1;
      }
      const behind = tokens[last + 1];
      if (
        embedding === "relative" &&
        tokens[last - 1]?.tag === "comma" &&
        behind !== undefined &&
        last + 1 < sentence.end &&
        isFiniteStart(behind)
      ) {
        return last + 1;
      }
      at = Math.max(at, Math.min(last, sentence.end - 1));
      continue;
    }
    const { tag } = tokens[at] as Token;
    if (tag !== "comma" && tag !== "dash") {
      continue;
    }
    let next = at + 1;
    while (next < sentence.end && tokens[next]?.tag === "adverb") {
      next++;
    }
    const following = tokens[next];
    if (following === undefined || next >= sentence.end) {
      return sentence.end;
    }
    const isEnd =
      embedding === "relative" ? isFiniteStart(following) : startsMainClause(paragraph, next, sentence.end);
    if (isEnd && at > start) {
      return at;
    }
  }
  return sentence.end;
}

/** `With Republicans wondering about it, the party waits`: opens a clause without a finite verb. */
const absolutes: ReadonlySet<string> = new Set(["with", "without", "despite", "after", "before"]);
