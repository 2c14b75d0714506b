import { blockAt, type Dump } from "../article/model.ts";
import type { Operation } from "../checks/check.ts";
import { foldForProof } from "../text/fold.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import type { Composition } from "./compose.ts";
import type { PlannedFix } from "./planned-fix.ts";
import type { Proof } from "./proof.ts";
import type { LostSpan } from "./witness.ts";

/** A set of fixes, what they make of the text together, and what the proof says of that. */
export interface Attempt {
  readonly fixes: readonly PlannedFix[];
  readonly composition: Composition;
  readonly proof: Proof;
}

/**
 * The fixes to leave out for the next attempt, with the reason; none when the proof stands or what it lacks is not the
 * fixes' doing. Of fixes that take away the same text only one is held, the one that comes first, because with its text
 * staying the others can be proved; and none of the metadata as long as a part of the body is in doubt, because the
 * article run together on one line is proved by its body. `all` holds everything in doubt.
 */
export function fixesToHold(
  dump: Dump,
  { fixes, composition, proof }: Attempt,
  howMany: "few" | "all",
): ReadonlyMap<PlannedFix, string> {
  const held = new Map<PlannedFix, string>();
  const operations = new Set<Operation>(composition.dropped.map(({ operation }) => operation));
  for (const fix of fixes) {
    if (operations.size > 0 && fix.fix.operations.some((operation) => operations.has(operation))) {
      held.set(fix, "It contradicts another change.");
    }
  }
  if (held.size > 0 || proof.ok) {
    return held;
  }
  const find = culpritFinder(fixes);
  const doubts = proof.lost
    .map((lost) => ({ lost, culprits: find(lost.span), inBody: isInBody(dump, lost) }))
    .filter(({ culprits }) => culprits.length > 0);
  const bodyFirst = howMany === "few" && doubts.some(({ inBody }) => inBody);
  const known = new Set<string>();
  for (const { lost, culprits, inBody } of doubts) {
    const key = keyOf(dump, lost, culprits[0]);
    if (howMany === "few" && ((bodyFirst && !inBody) || known.has(key))) {
      continue;
    }
    known.add(key);
    for (const culprit of culprits) {
      held.set(culprit, lost.reason);
    }
  }
  return held;
}

function isInBody(dump: Dump, { span }: LostSpan): boolean {
  return blockAt(dump.blocks, span.start)?.zone === "body";
}

/** Lost spans with the same key would prove each other if one of them stayed. */
function keyOf(dump: Dump, { span, reason }: LostSpan, culprit: PlannedFix | undefined): string {
  const role = blockAt(dump.blocks, span.start)?.role;
  const value = foldForProof(sliceSpan(dump.text, span)).trim();
  return [culprit?.finding.article?.span.start, role, reason, value].join(" ");
}

/** Finds the fixes that reach into a span or touch it; the fixes need not be in any order. */
function culpritFinder(fixes: readonly PlannedFix[]): (span: Span) => PlannedFix[] {
  const reaches = fixes
    .flatMap((fix) => fix.fix.operations.map((operation) => ({ fix, ...reachOf(operation) })))
    .sort((first, second) => first.start - second.start);
  const furthest: number[] = [];
  for (const { end } of reaches) {
    furthest.push(Math.max(end, furthest.at(-1) ?? 0));
  }
  return (span) => {
    const touching: PlannedFix[] = [];
    const found = new Set<PlannedFix>();
    let index = countUpTo(reaches, span.end) - 1;
    for (; index >= 0 && (furthest[index] as number) >= span.start; index--) {
      const { fix, start, end } = reaches[index] as (typeof reaches)[number];
      const overlaps = start < span.end && end > span.start;
      if (overlaps) {
        found.add(fix);
      } else if (end >= span.start) {
        touching.push(fix);
      }
    }
    return found.size > 0 ? [...found] : touching;
  };
}

function reachOf(operation: Operation): Span {
  return operation.kind === "split" ? { start: operation.at, end: operation.at } : operation.span;
}

/** How many of the reaches start at or before an offset. */
function countUpTo(reaches: readonly Span[], offset: number): number {
  let low = 0;
  let high = reaches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((reaches[middle] as Span).start <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
