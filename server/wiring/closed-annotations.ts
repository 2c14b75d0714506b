import type { AnnotationsState } from "../annotations-protocol.ts";
import { anchorAnnotations } from "../core/annotations/anchor-annotations.ts";
import type { Annotation, AnnotationCollection } from "../core/annotations/annotation.ts";
import { emptyCollection } from "../core/annotations/make-annotation.ts";
import { readCollection } from "../core/annotations/read-collection.ts";
import { type ColumnEncoding, indexLines } from "../core/text/lines.ts";
import type { Phrases } from "../core/text/phrases.ts";
import { provideAnnotations } from "../features/annotations.ts";
import { createConverter } from "../features/convert.ts";
import { fileNameOf } from "../features/shared/file-name.ts";

/** A file that is not open, with the sidecar beside it. */
export interface ClosedFile {
  readonly uri: string;
  readonly sidecar: string;
  /** Null where it is not there or cannot be read: then the marks have no places. */
  readonly text: string | null;
  /** SHA-256 of the text. */
  readonly hash: string;
}

/** What the sidecar of a file marks in it, for a list: nothing of it is kept. */
export function closedAnnotations(
  { uri, sidecar, text, hash }: ClosedFile,
  encoding: ColumnEncoding,
  phrases: Phrases,
  newId: () => string,
): AnnotationsState {
  const dumpName = fileNameOf(uri);
  const { collection, problems } = readCollection(sidecar, { dumpName, sources: "own", newId });
  const state = provideAnnotations({
    uri,
    version: 0,
    text: text ?? "",
    convert: createConverter(indexLines(text ?? ""), encoding),
    phrases,
    collection: placed(collection ?? emptyCollection(dumpName), text, hash),
    problem:
      collection === undefined
        ? phrases.say(
            "The annotations of this file cannot be read. {0}",
            phrases.say(problems[0]?.reason ?? ""),
          )
        : null,
    isChanged: false,
    canUndo: false,
  });
  const orphan = phrases.say("The file itself is not there or cannot be read.");
  return text === null
    ? { ...state, annotations: state.annotations.map((one) => ({ ...one, orphan })) }
    : state;
}

/** Where the marks stand in the text; nowhere without one. */
function placed(collection: AnnotationCollection, text: string | null, hash: string): AnnotationCollection {
  const { dump, annotations } = collection;
  if (text === null) {
    return { ...collection, annotations: annotations.map(withoutPlaces) };
  }
  const isSameText = dump.sha256 === hash;
  const found = anchorAnnotations(text, annotations, { isSameText, oldLength: dump.length });
  return { ...collection, annotations: found.annotations };
}

function withoutPlaces(annotation: Annotation): Annotation {
  return { ...annotation, targets: annotation.targets.map(({ position: _, ...target }) => target) };
}
