import { type LineIndex, lineAt } from "../text/lines.ts";
import {
  type Annotation,
  type AnnotationCollection,
  type RawFile,
  type Target,
  withTargets,
} from "./annotation.ts";

/**
 * The collection with the place of each mark in the raw file noted down, to be called before a clean-up moves them: whoever
 * quotes from a cleaned text must be able to point at the original. What came from an earlier raw file stays as it is.
 *
 * @param lines Of the raw text that the positions refer to.
 */
export function withRawPlaces(
  collection: AnnotationCollection,
  lines: LineIndex,
  raw: RawFile,
): AnnotationCollection {
  if (collection.raw !== undefined) {
    return collection;
  }
  const annotations = collection.annotations.map(
    (annotation): Annotation => withTargets(annotation, (target) => [withRawPlace(target, lines)]),
  );
  return { ...collection, raw, annotations };
}

function withRawPlace(target: Target, lines: LineIndex): Target {
  const { position, orphan } = target;
  if (position === undefined || orphan !== undefined || target.raw !== undefined) {
    return target;
  }
  const last = Math.max(position.start, position.end - 1);
  return {
    ...target,
    raw: { lines: [lineAt(lines, position.start) + 1, lineAt(lines, last) + 1], span: position },
  };
}
