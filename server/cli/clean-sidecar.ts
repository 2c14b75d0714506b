import { basename } from "node:path";
import { anchorAnnotations } from "../core/annotations/anchor-annotations.ts";
import { type AnnotationCollection, compareAnnotations, isOrphan } from "../core/annotations/annotation.ts";
import { describeTargets } from "../core/annotations/describe-targets.ts";
import { emptyCollection } from "../core/annotations/make-annotation.ts";
import { mergeCollections } from "../core/annotations/merge-collections.ts";
import { moveThroughCleanUp } from "../core/annotations/move-through-clean-up.ts";
import { withRawPlaces } from "../core/annotations/raw-places.ts";
import { writeCollection } from "../core/annotations/write-collection.ts";
import type { CleanedText } from "./cleaned-text.ts";
import { explainFileError } from "./file-error.ts";
import type { FilePlace } from "./file-place.ts";
import { sha256 } from "./manifest.ts";
import type { ReadFile } from "./read-dump.ts";
import { replaceFile, writeAtomically } from "./replace-file.ts";
import { countOutcomes, readSidecarAt, type Sidecar, sidecarPath, textHash } from "./sidecar-file.ts";

/** What a manifest says of the annotations of a cleaned copy. */
export interface MigratedAnnotations {
  readonly annotations: number;
  /** Those that are not found in the cleaned text. */
  readonly orphans: number;
}

/**
 * The annotations of a dump where they stand after its clean-up, with their places in the raw file. They are found again in
 * the raw text first, so it does not matter whether they were made for just this state of it.
 *
 * @param dumpName The name of the cleaned file.
 */
export function cleanedCollection(
  sidecar: Sidecar,
  { plan, lines }: CleanedText,
  read: ReadFile,
  file: FilePlace,
  dumpName: string,
): AnnotationCollection {
  const raw = { name: basename(file.path), sha256: sha256(read.bytes) };
  const before = withRawPlaces(sidecar.collection, lines, raw);
  const moved = moveThroughCleanUp(before.annotations, plan);
  return writable({ ...before, annotations: moved }, plan.composition.text, dumpName);
}

/** The collection as it is to be written beside a text. */
function writable(collection: AnnotationCollection, text: string, name: string): AnnotationCollection {
  return {
    ...collection,
    dump: { name, sha256: textHash(text), length: text.length },
    annotations: [...describeTargets(text, collection.annotations)].sort(compareAnnotations),
  };
}

/**
 * Replaces a dump and its annotations, or neither: the annotations first, and back to what they were when the dump is left
 * as it was.
 *
 * @param replaceDump Replaces the dump.
 * @returns what is wrong, in words.
 */
export async function replaceWithSidecar(
  sidecar: Sidecar,
  collection: AnnotationCollection,
  replaceDump: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const content = Buffer.from(writeCollection(collection), "utf8");
  const trouble = await replaceFile(sidecar.path, content, sidecar.bytes);
  if (trouble !== undefined) {
    return `its annotations: ${trouble}`;
  }
  const dumpTrouble = await replaceDump();
  const backTrouble =
    dumpTrouble === undefined ? undefined : await replaceFile(sidecar.path, sidecar.bytes, content);
  return backTrouble === undefined
    ? dumpTrouble
    : `${dumpTrouble} Its annotations are those of the cleaned text now, and will be found again: ${backTrouble}`;
}

/**
 * Writes the annotations of a cleaned copy beside it. Annotations that were made in an earlier copy stay.
 *
 * @returns what is wrong, in words, or what was written.
 */
export async function writeCopiedSidecar(
  copy: FilePlace,
  text: string,
  collection: AnnotationCollection,
): Promise<string | MigratedAnnotations> {
  const path = sidecarPath(copy);
  const earlier = await readSidecarAt(path, collection.dump.name, text);
  if (typeof earlier === "string") {
    return `${earlier} They were left as they are, so those of the raw file were not added.`;
  }
  const whole = earlier === undefined ? collection : withEarlier(collection, earlier, text);
  const content = Buffer.from(writeCollection(whole), "utf8");
  try {
    if (earlier === undefined) {
      await writeAtomically(path, content);
    } else {
      const trouble = await replaceFile(path, content, earlier.bytes);
      if (trouble !== undefined) return `the annotations of its copy: ${trouble}`;
    }
  } catch (error) {
    return `the annotations of its copy could not be written: ${explainFileError(error)}`;
  }
  return { annotations: whole.annotations.length, orphans: whole.annotations.filter(isOrphan).length };
}

function withEarlier(collection: AnnotationCollection, earlier: Sidecar, text: string): AnnotationCollection {
  const base = emptyCollection(collection.dump.name);
  const { collection: merged, toAnchor } = mergeCollections(base, collection, earlier.collection);
  // Those of the earlier copy were anchored in this text when they were read; only merged fields can need it again.
  const again = merged.annotations.filter(({ id }) => toAnchor.has(id));
  const anchored = anchorAnnotations(text, again, { isSameText: earlier.isSameText }).annotations;
  const byId = new Map(anchored.map((annotation) => [annotation.id, annotation]));
  const annotations = merged.annotations.map((annotation) => byId.get(annotation.id) ?? annotation);
  return writable({ ...merged, annotations }, text, collection.dump.name);
}

/** What a user is to know of annotations that were made for another state of the dump; undefined when all is well. */
export function staleNotice({ isSameText, outcomes, problems }: Sidecar): string | undefined {
  const { moved, approximate } = countOutcomes(outcomes);
  const lost = outcomes.filter(
    ({ state, before }) => state === "orphan" && before.orphan === undefined,
  ).length;
  const notes: string[] = [];
  if (!isSameText && moved + approximate + lost > 0) {
    notes.push(
      `was changed since its annotations were written: ${moved} of their places moved, ${approximate} changed, ${lost} not found`,
    );
  }
  if (problems.length > 0) {
    notes.push(`${problems.length} of its annotations are not understood and kept as they are`);
  }
  return notes.length === 0 ? undefined : `${notes.join("; ")} (see: pressmark annotations verify).`;
}
