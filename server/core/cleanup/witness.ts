import type { Span } from "../text/span.ts";
import type { Alignment } from "./fold-block.ts";

/** Text that would be lost, or changed, with the reason as a user may read it. */
export interface LostSpan {
  readonly span: Span;
  readonly reason: string;
}

/** A removed passage and where in the old text it stands as well, in text that stays. */
export interface Witness {
  readonly removed: Span;
  /** In the order of the removed text; where it was run together from several paragraphs, one span for each. */
  readonly kept: readonly Span[];
}

/** What the proof of one article, or of all, found. */
export interface ProofOutcome {
  /** In text order; empty when nothing is lost. */
  readonly lost: readonly LostSpan[];
  /** In text order. */
  readonly witnesses: readonly Witness[];
  /** The same letter by letter, in text order, for leading marks on removed text to the copy that stays. */
  readonly alignments: readonly Alignment[];
}
