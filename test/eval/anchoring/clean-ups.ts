import { anchorAnnotations } from "../../../server/core/annotations/anchor-annotations.ts";
import type { Annotation } from "../../../server/core/annotations/annotation.ts";
import { describeTargets } from "../../../server/core/annotations/describe-targets.ts";
import { moveThroughCleanUp } from "../../../server/core/annotations/move-through-clean-up.ts";
import { parse } from "../../../server/core/article/parse.ts";
import { checkDump } from "../../../server/core/checks/run-checks.ts";
import { planCleanUp } from "../../../server/core/cleanup/plan.ts";
import { foldForProof } from "../../../server/core/text/fold.ts";
import { mapSpanThroughPassages } from "../../../server/core/text/passage-map.ts";
import type { Span } from "../../../server/core/text/span.ts";
import { seededRandom } from "../../support/random.ts";
import { makeDump } from "../dump.ts";
import { languageOf, SCRIPTS } from "../language/language.ts";
import {
  type AnchoringCounts,
  type AnchoringExtent,
  annotationsAt,
  countVerdict,
  newCounts,
} from "./measure.ts";
import { placeMarks } from "./place-marks.ts";

/** UTF-16 units of text per mark. */
const SPACING = 100;

/**
 * Marks taken along by the clean-up, and marks found again in a text that another program cleaned the same way. A mark is right
 * when its words, in order or piece by piece, are those that were marked, and when words that stay are marked where they
 * stay. That is judged from the edits' own map and the text alone.
 */
export function measureCleanUps({ seed, dumps }: AnchoringExtent): readonly AnchoringCounts[] {
  const own = newCounts("clean-up");
  const others = newCounts("the same clean-up by another program");
  for (const script of SCRIPTS) {
    for (const size of [10, 60] as const) {
      for (let index = 0; index < dumps[size]; index++) {
        const { text } = makeDump({ seed, script, size, index: index + 500 });
        const dump = parse(text);
        const plan = planCleanUp(dump, checkDump(dump));
        if (plan.isEmpty) continue;
        const random = seededRandom(seed + size * 101 + index);
        const marks = placeMarks(text, Math.ceil(text.length / SPACING), languageOf(script), random, "lines");
        const annotations = describeTargets(text, annotationsAt(marks));
        const cleaned = plan.composition.text;
        const moved = moveThroughCleanUp(annotations, plan);
        const found = anchorAnnotations(cleaned, annotations, { isSameText: false, oldLength: text.length });
        const byId = new Map(found.annotations.map((annotation) => [annotation.id, annotation]));
        for (const [number, mark] of marks.entries()) {
          const after = moved[number] as Annotation;
          const kept = mapSpanThroughPassages(plan.composition.offsetMap, mark);
          const isRight =
            isSameText(text, mark, cleaned, after) && kept.every((span) => isMarked(span, after, cleaned));
          const show = () =>
            JSON.stringify({ marked: text.slice(mark.start, mark.end), got: wordsOf(cleaned, after) });
          countVerdict(own, { ...NOWHERE, kept: 1 }, isRight ? "right" : "wrong", show);
          // Of a mark over several lines, what another program put between them cannot be told from what was there.
          if (/[\r\n]/u.test(text.slice(mark.start, mark.end))) continue;
          const again = byId.get(after.id) as Annotation;
          const isLost = again.targets.every(({ orphan }) => orphan !== undefined);
          const isThere = samePlaces(after, again);
          const isGone = kept.length === 0;
          const verdict = isLost ? (isGone ? "rightly orphaned" : "orphaned") : isThere ? "right" : "wrong";
          countVerdict(others, { ...NOWHERE, kept: isGone ? 0 : 1 }, verdict, () =>
            JSON.stringify({
              marked: text.slice(mark.start, mark.end),
              moved: wordsOf(cleaned, after),
              found: wordsOf(cleaned, again),
              quote: again.targets[0]?.quote,
            }),
          );
        }
      }
    }
  }
  return [own, others];
}

const NOWHERE = { start: { start: 0, end: 0 }, end: { start: 0, end: 0 } };

function wordsOf(text: string, { targets }: Annotation): string {
  return targets
    .map(({ position, orphan }) =>
      orphan === undefined && position ? text.slice(position.start, position.end) : "",
    )
    .join(" ");
}

/** Letters: less is found anywhere. */
const SHORTEST_PART = 3;

/** Where a paragraph begins behind the last word of another, however short its first word is. */
const CAPITAL_INSIDE = /(?<=\p{Ll})(?=\p{Lu})/u;

/**
 * Each word that was marked is marked (in scripts without spaces, each sentence), and no more letters are: what stood twice in
 * the mark may stand in it once, and two words that were run together may stand apart.
 */
export function isSameText(text: string, mark: Span, cleaned: string, after: Annotation): boolean {
  const squeeze = (words: string) => foldForProof(words).replaceAll(/\s+/gu, "");
  const before = text.slice(mark.start, mark.end);
  const pieces = after.targets.map(({ position }) =>
    squeeze(position ? cleaned.slice(position.start, position.end) : ""),
  );
  const isThere = (words: string) => pieces.some((piece) => piece.includes(words));
  const isThereInParts = (words: string) =>
    isThere(words) ||
    Array.from(
      { length: Math.max(0, words.length - 2 * SHORTEST_PART + 1) },
      (_, index) => index + SHORTEST_PART,
    ).some((cut) => isThere(words.slice(0, cut)) && isThere(words.slice(cut))) ||
    words.split(CAPITAL_INSIDE).every(isThere);
  const words = before.split(/\s+|(?<=[。.!?”»])/u).map(squeeze);
  return words.every(isThereInParts) && pieces.join("").length <= squeeze(before).length;
}

function isMarked(span: Span, { targets }: Annotation, cleaned: string): boolean {
  const words = cleaned.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const end = span.end - (words.length - words.trimEnd().length);
  return (
    start >= end || targets.some(({ position }) => position && position.start <= start && position.end >= end)
  );
}

function samePlaces(first: Annotation, second: Annotation): boolean {
  const [one, other] = [first, second].map(({ targets }) =>
    targets.map(({ position }) => `${position?.start}-${position?.end}`).join(" "),
  );
  return one === other;
}
