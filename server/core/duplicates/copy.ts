import type { Passage } from "./passage.ts";

/** A passage that says what another one says, or a part of it. */
export interface Copy {
  /**
   * `exact`: the same but for case, white space, compatibility forms, quotes and dashes. `near`: with a few other words,
   * characters or marks. `contained`: it stands in a longer one, or is several others run together. `truncated`: the start
   * of another, with a mark of omission at its end.
   */
  readonly kind: "exact" | "near" | "contained" | "truncated";
  readonly scope: "article" | "file";
  /** The one that can go. */
  readonly copy: Passage;
  /** What stays in its stead: one passage, or those that it runs together. */
  readonly kept: readonly Passage[];
  /** Whether not even the case differs. Always false for `near`, which nothing is safe about. */
  readonly isLiteral: boolean;
  /** The part of the words that both have, 0..1. */
  readonly similarity: number;
  /** The words that differ; 0 where only marks do. */
  readonly differences: number;
}
