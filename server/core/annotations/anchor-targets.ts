import type { AnchorOptions, TargetOutcome } from "./anchor-outcome.ts";
import type { Target } from "./annotation.ts";

/**
 * Finds each target in the text: by its exact words at its position, then by its exact words with their context elsewhere.
 */
export function anchorTargets(
  text: string,
  targets: readonly Target[],
  options: AnchorOptions,
): readonly TargetOutcome[] {
  return targets.map((target) => anchorTarget(text, target, options));
}

function anchorTarget(
  text: string,
  { position, quote, orphan }: Target,
  options: AnchorOptions,
): TargetOutcome {
  if (quote === undefined) {
    const isInside = position !== undefined && position.start < position.end && position.end <= text.length;
    return isInside && options.isSameText
      ? { state: "exact", span: position, score: 1 }
      : lost("It has no quotation to look for.");
  }
  const { exact, prefix, suffix } = quote;
  if (position !== undefined && orphan === undefined && text.startsWith(exact, position.start)) {
    const isInContext =
      text.endsWith(prefix, position.start) && text.startsWith(suffix, position.start + exact.length);
    if (isInContext || options.isSameText) {
      const span = { start: position.start, end: position.start + exact.length };
      return { state: "exact", span, score: 1 };
    }
  }
  const whole = prefix + exact + suffix;
  const at = text.indexOf(whole);
  if (at >= 0 && text.indexOf(whole, at + 1) < 0) {
    const start = at + prefix.length;
    return { state: "moved", span: { start, end: start + exact.length }, score: 1 };
  }
  return lost(at < 0 ? "Its words are not there any more." : "Its words stand in more than one place.");
}

function lost(reason: string): TargetOutcome {
  return { state: "orphan", span: undefined, score: 0, reason };
}
