import type { Block } from "../../core/article/model.ts";
import { compareSpans, type Span, spansOverlap } from "../../core/text/span.ts";
import type { Analysis } from "../feature-context.ts";

/** Where else a paragraph stands, as the check of repeated paragraphs found it. */
export interface ParagraphCopies {
  /** What this one repeats; undefined for one that stays. */
  readonly kept: Span | undefined;
  /** In text order, the paragraph itself not among them. */
  readonly others: readonly Span[];
}

const CHECK = "duplicate-paragraph";

/** A paragraph can repeat one and be repeated by another, so all findings that name it count. */
export function copiesOfParagraph({ findings }: Analysis, { content }: Block): ParagraphCopies {
  const others = new Map<string, Span>();
  let kept: Span | undefined;
  for (const { check, span, related = [] } of findings) {
    const places = check === CHECK ? [span, ...related.map((place) => place.span)] : [];
    if (places.some((place) => spansOverlap(place, content))) {
      for (const place of places) {
        if (!spansOverlap(place, content)) {
          others.set(`${place.start}-${place.end}`, place);
        }
      }
      if (kept === undefined && spansOverlap(span, content)) {
        kept = related[0]?.span;
      }
    }
  }
  return { kept, others: [...others.values()].sort(compareSpans) };
}
