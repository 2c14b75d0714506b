import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { AnchorOutcome } from "../core/annotations/anchor-annotations.ts";
import { anchorAnnotations } from "../core/annotations/anchor-annotations.ts";
import type { AnnotationCollection } from "../core/annotations/annotation.ts";
import { type ReadProblem, readCollection } from "../core/annotations/read-collection.ts";
import { SIDECAR_ENDING } from "../core/annotations/vocabulary.ts";
import { explainFileError } from "./file-error.ts";
import { type FilePlace, openablePath } from "./file-place.ts";

/** The annotations beside a dump, found again in its text. */
export interface Sidecar {
  readonly path: Buffer;
  /** As they were on the disk when the file was read. */
  readonly bytes: Uint8Array;
  readonly collection: AnnotationCollection;
  readonly outcomes: readonly AnchorOutcome[];
  readonly problems: readonly ReadProblem[];
  /** Whether the dump is as it was when the annotations were written. */
  readonly isSameText: boolean;
}

/** SHA-256 of a text in UTF-8 without a byte order mark, as a sidecar states it. */
export function textHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Where the annotations of a dump are. */
export function sidecarPath(dump: FilePlace): Buffer {
  return Buffer.concat([Buffer.from(openablePath(dump)), Buffer.from(SIDECAR_ENDING)]);
}

/**
 * @returns undefined when the dump has no annotations, and what is wrong, in words, when they cannot be read: then they must
 * not be written either.
 */
export async function readSidecar(dump: FilePlace, text: string): Promise<Sidecar | string | undefined> {
  return dump.path === "-" ? undefined : readSidecarAt(sidecarPath(dump), basename(dump.path), text);
}

/** The same of a file by its own path. */
export async function readSidecarAt(
  path: Buffer,
  dumpName: string,
  text: string,
): Promise<Sidecar | string | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Where the dump's name leaves no room for the ending, there can be none.
    const isMissing = code === "ENOENT" || code === "ENAMETOOLONG";
    return isMissing ? undefined : `its annotations cannot be read: ${explainFileError(error)}`;
  }
  const { collection, problems } = readCollection(bytes.toString("utf8"), { dumpName, sources: "own" });
  if (collection === undefined) {
    return `its annotations cannot be read (${dumpName}${SIDECAR_ENDING}): ${problems[0]?.reason ?? ""}`;
  }
  const isSameText = collection.dump.sha256 === textHash(text);
  const { annotations, outcomes } = anchorAnnotations(text, collection.annotations, {
    isSameText,
    oldLength: collection.dump.length,
  });
  return { path, bytes, collection: { ...collection, annotations }, outcomes, problems, isSameText };
}

/** How many targets there are of each kind. */
export function countOutcomes(outcomes: readonly AnchorOutcome[]): Record<AnchorOutcome["state"], number> {
  const counts = { exact: 0, moved: 0, approximate: 0, orphan: 0 };
  for (const { state } of outcomes) counts[state]++;
  return counts;
}
