import type { AnchorOptions, TargetOutcome } from "./anchor-outcome.ts";
import { anchorTargets } from "./anchor-targets.ts";
import {
  type Annotation,
  compareAnnotations,
  type Target,
  type TargetRole,
  targetsOf,
  withTargets,
} from "./annotation.ts";

export interface AnchorOutcome extends TargetOutcome {
  readonly id: string;
  readonly role: TargetRole;
  /** The target as it was, and as it is now. */
  readonly before: Target;
  readonly after: Target;
}

export interface AnchoredAnnotations {
  /** In the order of `compareAnnotations`, each with its live positions. None is dropped. */
  readonly annotations: readonly Annotation[];
  /** One for each target, in the order of the annotations as they were given. */
  readonly outcomes: readonly AnchorOutcome[];
}

/**
 * Finds the places of annotations in a text that may have been changed since they were written, by position, quotation and
 * context (`anchorTargets` has the rules). What is not found for certain becomes an orphan with the reason; orphans are looked
 * for again each time, so their text may come back.
 */
export function anchorAnnotations(
  text: string,
  annotations: readonly Annotation[],
  options: AnchorOptions,
): AnchoredAnnotations {
  const places = annotations.flatMap((annotation) =>
    [...targetsOf(annotation)].map(({ role, target }) => ({ id: annotation.id, role, target })),
  );
  const found = anchorTargets(
    text,
    places.map(({ target }) => target),
    options,
  );
  const byTarget = new Map<Target, AnchorOutcome>();
  const outcomes = places.map(({ id, role, target }, index): AnchorOutcome => {
    const outcome = found[index] as TargetOutcome;
    const whole = { ...outcome, id, role, before: target, after: targetAfter(target, outcome) };
    byTarget.set(target, whole);
    return whole;
  });
  const anchored = annotations.map((annotation) =>
    withTargets(annotation, (target) => [byTarget.get(target)?.after ?? target]),
  );
  return { annotations: anchored.sort(compareAnnotations), outcomes };
}

function targetAfter(target: Target, { span, reason }: TargetOutcome): Target {
  if (span === undefined) {
    return { ...target, orphan: reason ?? "Its text was not found." };
  }
  const { orphan: _, ...found } = target;
  return { ...found, position: span };
}
