import type { Span } from "../text/span.ts";

/**
 * How a mark was found: `exact` where it was, `moved` with its words unchanged elsewhere, `approximate` with its words
 * changed a little; an `orphan` was not found, or not for certain.
 */
export type AnchorState = "exact" | "moved" | "approximate" | "orphan";

/** What became of one target. */
export interface TargetOutcome {
  readonly state: AnchorState;
  /** Where it stands now; undefined for an orphan. */
  readonly span: Span | undefined;
  /** How much of the marked words is the same, 0..1. */
  readonly score: number;
  /** Why it is an orphan, as a user may read it. */
  readonly reason?: string;
}

export interface AnchorOptions {
  /**
   * Whether the text is the one that the positions were written for: the dump's hash is the collection's. Then what stands at a
   * position is taken for it when the words are the same, whatever is around it.
   */
  readonly isSameText: boolean;
  /** The length of the text that the positions were written for, where the collection states it (`dump.length`). */
  readonly oldLength?: number | undefined;
}
