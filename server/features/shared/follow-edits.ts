import { anchorAnnotations } from "../../core/annotations/anchor-annotations.ts";
import { type Annotation, targetsOf, withTargets } from "../../core/annotations/annotation.ts";
import { describeTargets } from "../../core/annotations/describe-targets.ts";
import { type CleanUp, moveThroughCleanUp } from "../../core/annotations/move-through-clean-up.ts";
import { moveThroughEdits } from "../../core/annotations/move-through-edits.ts";
import { applyEdits, type TextEdit } from "../../core/text/edits.ts";

/** A change of a text on which annotations stand. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
  /** What led from one to the other, each edit in the text that those before it made; undefined when that is not known. */
  readonly edits: readonly TextEdit[] | undefined;
  /** The clean-up or fix that was applied, where it was one. */
  readonly cleanUp: CleanUp | undefined;
}

/**
 * The annotations, in the same order, where they stand after a change of their text. A clean-up is followed by its own map,
 * typing by its edits; what is lost and stands in the text that was put in (a paste, a file that was read anew) is looked
 * for there.
 */
export function followChange(annotations: readonly Annotation[], change: TextChange): readonly Annotation[] {
  const { before, edits, cleanUp } = change;
  if (cleanUp !== undefined) {
    return moveThroughCleanUp(annotations, cleanUp);
  }
  if (edits === undefined) {
    return anchored(describeTargets(before, annotations), change);
  }
  const moved = moveThroughAll(annotations, before, edits);
  return moved.some(isLost) ? withFound(annotations, moved, change) : moved;
}

function moveThroughAll(
  annotations: readonly Annotation[],
  text: string,
  edits: readonly TextEdit[],
): readonly Annotation[] {
  // An editor states one change from the end to the start, so that all its edits fit the text they were made in.
  const isFromEnd = edits.every((edit, index) => index === 0 || edit.span.end <= startOf(edits[index - 1]));
  if (isFromEnd) {
    return moveThroughEdits(annotations, text, edits);
  }
  let moved = annotations;
  let current = text;
  for (const edit of edits) {
    moved = moveThroughEdits(moved, current, [edit]);
    current = applyEdits(current, [edit]);
  }
  return moved;
}

function startOf(edit: TextEdit | undefined): number {
  return edit?.span.start ?? 0;
}

/** Looks for what was lost where the new text may hold it. A mere deletion holds nothing, and what was lost stays so. */
function withFound(
  annotations: readonly Annotation[],
  moved: readonly Annotation[],
  change: TextChange,
): readonly Annotation[] {
  const { before, edits } = change;
  const put = (edits ?? []).map(({ newText }) => newText);
  // What has just been lost is quoted as it stood; all at once, since that looks through the text.
  const justLost = annotations.filter((old, index) => !isLost(old) && isLost(moved[index] as Annotation));
  const quoted = new Map(describeTargets(before, justLost).map((old, index) => [justLost[index], old]));
  const current = moved.map((annotation, index) => {
    const old = quoted.get(annotations[index]);
    return old === undefined ? annotation : withQuotesOf(annotation, old);
  });
  const placed = current.map((annotation) => withPasted(annotation, put, change.after));
  const sought = placed.filter((annotation, index) =>
    mayStand(annotation, quoted.has(annotations[index]) ? "just lost" : "lost before", put),
  );
  if (sought.length === 0) {
    return placed;
  }
  const found = new Map(anchored(sought, change).map((annotation, index) => [sought[index], annotation]));
  return placed.map((annotation) => found.get(annotation) ?? annotation);
}

/** Words of so many code units do not stand in a text that is pasted by chance. */
const LONG_ENOUGH = 20;

/** What was cut out and is put in again, word by word and nowhere else, goes along whatever is around it now. */
function withPasted(annotation: Annotation, put: readonly string[], after: string): Annotation {
  if (!isLost(annotation)) {
    return annotation;
  }
  return withTargets(annotation, (target) => {
    const words = target.quote?.exact ?? "";
    if (
      target.orphan === undefined ||
      words.length < LONG_ENOUGH ||
      !put.some((text) => text.includes(words))
    ) {
      return [target];
    }
    const start = after.indexOf(words);
    if (start < 0 || after.indexOf(words, start + 1) >= 0) {
      return [target];
    }
    const { orphan: _, ...found } = target;
    return [{ ...found, position: { start, end: start + words.length } }];
  });
}

/** Whether the text that was put in can hold what an annotation lost: word by word, or changed where it was replaced. */
function mayStand(
  annotation: Annotation,
  loss: "just lost" | "lost before",
  put: readonly string[],
): boolean {
  return [...targetsOf(annotation)].some(({ target: { orphan, quote } }) => {
    const words = quote?.exact ?? "";
    if (orphan === undefined || words === "") {
      return false;
    }
    const isReplaced = (text: string) => text.length * 2 >= words.length && text.trim() !== "";
    return put.some((text) => text.includes(words) || (loss === "just lost" && isReplaced(text)));
  });
}

/** Quotations as they were before, for targets that have just lost their place. */
function withQuotesOf(moved: Annotation, described: Annotation): Annotation {
  const quotes = [...targetsOf(described)].map(({ target }) => target.quote);
  let index = 0;
  return withTargets(moved, (target) => {
    const quote = quotes[index++];
    return [target.orphan === undefined || quote === undefined ? target : { ...target, quote }];
  });
}

/** Anchored, in the order they came in. */
function anchored(annotations: readonly Annotation[], { before, after }: TextChange): readonly Annotation[] {
  const options = { isSameText: before === after, oldLength: before.length };
  const found = anchorAnnotations(after, annotations, options).annotations;
  const byId = new Map(found.map((annotation) => [annotation.id, annotation]));
  return annotations.map((annotation) => byId.get(annotation.id) ?? annotation);
}

function isLost(annotation: Annotation): boolean {
  for (const { target } of targetsOf(annotation)) {
    if (target.orphan !== undefined) {
      return true;
    }
  }
  return false;
}
