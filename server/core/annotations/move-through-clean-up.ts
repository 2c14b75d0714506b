import type { Composition } from "../cleanup/compose.ts";
import { offsetMapWithCopies, type Proof } from "../cleanup/proof.ts";
import type { Witness } from "../cleanup/witness.ts";
import { foldWithOffsets, unfoldSpan } from "../text/fold.ts";
import {
  mapSpanThroughPassages,
  mapThroughPassages,
  type Passage,
  type PassageMap,
} from "../text/passage-map.ts";
import { containsSpan, type Span, spansOverlap } from "../text/span.ts";
import { isBlankSpan, trimSpan } from "../text/white-space.ts";
import { type Annotation, type Target, withTargets } from "./annotation.ts";

/** A clean-up: what it does and, where it removes repeats, where their copies stay. Both are of one `CleanUpPlan`. */
export interface CleanUp {
  readonly composition: Composition;
  readonly proof: Proof;
}

/**
 * The annotations where they stand after a clean-up or a single fix. Text that stays, is moved or joined is followed letter
 * by letter; text that goes because it is a repeat leads to the copy that stays, which the proof names; what is replaced
 * leads to what replaces it. A mark whose text stands in several places afterwards has a target for each. A mark of which
 * nothing is left (the fix was no safe one) is an orphan.
 */
export function moveThroughCleanUp(
  annotations: readonly Annotation[],
  cleanUp: CleanUp,
): readonly Annotation[] {
  if (cleanUp.composition.edits.length === 0) {
    return annotations;
  }
  const route = routeOf(cleanUp);
  return annotations.map((annotation) => withTargets(annotation, (target) => moveTarget(target, route)));
}

interface Route {
  readonly oldText: string;
  readonly newText: string;
  /** Leads removed text to its copies, too. */
  readonly map: PassageMap;
  /** Where old text stands in the new one, by its place there. */
  readonly kept: readonly Passage[];
  readonly replacements: readonly Replacement[];
  readonly witnesses: readonly Witness[];
}

/** Where the new text of a replacement stands. */
interface Replacement {
  readonly old: Span;
  readonly image: Span;
}

function routeOf({ composition, proof }: CleanUp): Route {
  const { offsetMap, lines, text } = composition;
  const kept = offsetMap.passages.filter(({ kind }) => kind === "kept");
  kept.sort((first, second) => first.to - second.to);
  return {
    oldText: lines.text,
    newText: text,
    map: offsetMapWithCopies(composition, proof),
    kept,
    replacements: replacementsOf(composition),
    witnesses: proof.witnesses,
  };
}

/** A replacement's text stands where the replaced text is led to, or behind a line break that was put there. */
function replacementsOf({ replaces, offsetMap, text, lines }: Composition): Replacement[] {
  return replaces.flatMap(({ span, newText }) => {
    const at = mapThroughPassages(offsetMap, span.start, span.start < span.end ? "after" : "before");
    const start = text.indexOf(newText, at);
    const isThere = newText !== "" && start >= 0 && isBlankSpan(text, { start: at, end: start });
    const isWhiteSpace = isBlankSpan(lines.text, span);
    return isThere && !isWhiteSpace ? [{ old: span, image: { start, end: start + newText.length } }] : [];
  });
}

function moveTarget(target: Target, route: Route): readonly Target[] {
  const { position } = target;
  if (position === undefined) {
    return [target];
  }
  const place = mapThroughPassages(route.map, position.start, "before");
  if (target.orphan !== undefined) {
    return [{ ...target, position: { start: place, end: place } }];
  }
  const images = imagesOf(position, route);
  return images.length > 0
    ? images.map((image) => ({ ...target, position: image }))
    : [{ ...target, position: { start: place, end: place }, orphan: "Its text was removed." }];
}

/** Where the text of a span stands in the new text: in order, apart, without white space at their edges. */
function imagesOf(span: Span, route: Route): readonly Span[] {
  const images = mapSpanThroughPassages(route.map, span);
  for (const { old, image } of replacementsWithin(route.replacements, span)) {
    if (spansOverlap(old, span)) images.push(image);
  }
  const filled = images.filter((image) => !isBlankSpan(route.newText, image));
  return filled.length > 0 ? joinImages(filled, route) : witnessedImages(span, route);
}

function replacementsWithin(replacements: readonly Replacement[], span: Span): readonly Replacement[] {
  let low = 0;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((replacements[middle] as Replacement).old.end <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < replacements.length && (replacements[end] as Replacement).old.start < span.end) end++;
  return replacements.slice(low, end);
}

/** Joins images between which there is nothing but white space and what was put in: no old text that was not marked. */
function joinImages(images: readonly Span[], route: Route): readonly Span[] {
  const sorted = images
    .map((image) => trimSpan(route.newText, image))
    .sort((first, second) => first.start - second.start || first.end - second.end);
  const joined: { start: number; end: number }[] = [];
  for (const image of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && !holdsOldText({ start: last.end, end: image.start }, route)) {
      last.end = Math.max(last.end, image.end);
    } else {
      joined.push({ ...image });
    }
  }
  return joined;
}

function holdsOldText(gap: Span, { kept, newText }: Route): boolean {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { to, start, end } = kept[middle] as Passage;
    if (to + (end - start) <= gap.start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < kept.length; index++) {
    const { to, start, end } = kept[index] as Passage;
    if (to >= gap.end) break;
    const common = { start: Math.max(to, gap.start), end: Math.min(to + (end - start), gap.end) };
    if (!isBlankSpan(newText, common)) return true;
  }
  return false;
}

/** For values that are the same but not letter by letter, as in front matter: the copy as a whole, or the marked words in it. */
function witnessedImages(span: Span, route: Route): readonly Span[] {
  const marked = trimSpan(route.oldText, span);
  const witness = route.witnesses.find(({ removed }) => containsSpan(removed, marked));
  const images = (witness?.kept ?? []).flatMap((kept) => mapSpanThroughPassages(route.map, kept));
  const words = foldWithOffsets(route.oldText, marked, "proof").text;
  for (const image of images) {
    const folded = foldWithOffsets(route.newText, image, "proof");
    const at = folded.text.indexOf(words);
    if (at >= 0) {
      return [unfoldSpan(folded, { start: at, end: at + words.length })];
    }
  }
  return images.length > 0 ? joinImages(images, route) : [];
}
