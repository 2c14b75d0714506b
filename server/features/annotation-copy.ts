import { anchorAnnotations } from "../core/annotations/anchor-annotations.ts";
import type { AnnotationCollection, RawFile } from "../core/annotations/annotation.ts";
import { describeTargets } from "../core/annotations/describe-targets.ts";
import { emptyCollection } from "../core/annotations/make-annotation.ts";
import { mergeCollections } from "../core/annotations/merge-collections.ts";
import type { CleanUp } from "../core/annotations/move-through-clean-up.ts";
import { withRawPlaces } from "../core/annotations/raw-places.ts";
import { readCollection } from "../core/annotations/read-collection.ts";
import { writeCollection } from "../core/annotations/write-collection.ts";
import type { LineIndex } from "../core/text/lines.ts";
import { followChange } from "./shared/follow-edits.ts";

/** A copy of a document, cleaned. */
export interface CleanedCopy {
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text. */
  readonly hash: string;
  /** What made it of the document; undefined when that is not known any more, and the marks are looked for. */
  readonly cleanUp: CleanUp | undefined;
  /** The document's file; undefined for one that is not saved. */
  readonly raw: RawFile | undefined;
  /** The sidecar of an older copy at the same place. Its marks stay. */
  readonly existing: string | null;
}

/**
 * The sidecar of a cleaned copy: the marks where their words stand in it, with their places in the raw file. Null when there
 * is nothing to write.
 */
export function provideCopiedSidecar(
  collection: AnnotationCollection,
  lines: LineIndex,
  { name, text, hash, cleanUp, raw, existing }: CleanedCopy,
): string | null {
  const placed = raw === undefined ? collection : withRawPlaces(collection, lines, raw);
  const change = { before: lines.text, after: text, edits: undefined, cleanUp };
  const annotations = describeTargets(text, followChange(placed.annotations, change));
  const copied = { ...placed, annotations, dump: { name, sha256: hash, length: text.length } };
  const merged = existing === null ? copied : withExisting(copied, existing, text);
  return merged === undefined || (merged.annotations.length === 0 && merged.foreign.length === 0)
    ? null
    : writeCollection(merged);
}

/** Undefined when the older one cannot be read: then it is not written over. */
function withExisting(
  copied: AnnotationCollection,
  existing: string,
  text: string,
): AnnotationCollection | undefined {
  const { name } = copied.dump;
  const { collection } = readCollection(existing, { dumpName: name, sources: "own" });
  if (collection === undefined) {
    return undefined;
  }
  const isSameText = false;
  const oldLength = collection.dump.length;
  const { annotations } = anchorAnnotations(text, collection.annotations, { isSameText, oldLength });
  const merged = mergeCollections(emptyCollection(name), copied, { ...collection, annotations }).collection;
  return { ...merged, annotations: describeTargets(text, merged.annotations) };
}
