import {
  type Annotation,
  type AnnotationCollection,
  isOrphan,
  type Target,
} from "../../annotations/annotation.ts";
import type { Dump } from "../../article/model.ts";
import type { Span } from "../../text/span.ts";

/** A dump with its annotations, which are anchored: their positions are places in its text. */
export interface AnnotatedDump {
  /** The file's name or path, as it is to stand in what is written. */
  readonly name: string;
  readonly dump: Dump;
  readonly collection: AnnotationCollection;
  /** SHA-256 of the text, where the caller worked it out. */
  readonly sha256?: string;
}

/** Whose words a piece of marked text is: what is marked or said, who says it, or the words that tie the two. */
export type MarkRole = "content" | "source" | "cue";

/** An annotation, or a part of a statement, as formats see it that know typed spans and links between them. */
export interface TypedMark {
  /** Unique in the dump. */
  readonly key: string;
  /** A label, or what it is where it carries none. */
  readonly type: string;
  readonly role: MarkRole;
  /** In text order, disjoint, not empty. */
  readonly spans: readonly Span[];
  readonly annotation: Annotation;
}

/** From the source or cue of a statement to its content, or from a statement to the one that holds it. */
export interface MarkLink {
  readonly type: "source" | "cue" | "within";
  readonly from: string;
  readonly to: string;
}

export interface TypedMarks {
  readonly marks: readonly TypedMark[];
  readonly links: readonly MarkLink[];
}

/** The annotations as typed spans; an annotation with several labels gives one for each. Orphans have no place and are left out. */
export function typedMarks({ collection }: AnnotatedDump): TypedMarks {
  const marks: TypedMark[] = [];
  const links: MarkLink[] = [];
  const statements = new Map<string, string>();
  for (const annotation of collection.annotations) {
    if (isOrphan(annotation)) continue;
    const spans = placedSpans(annotation.targets);
    const types = typesOf(annotation);
    const keys = types.map((_, index) => (index === 0 ? annotation.id : `${annotation.id}#${index}`));
    for (const [index, type] of types.entries()) {
      marks.push({ key: keys[index] as string, type, role: "content", spans, annotation });
    }
    const { statement } = annotation;
    if (statement === undefined) continue;
    statements.set(annotation.id, annotation.id);
    for (const [role, targets] of [
      ["source", statement.source?.targets ?? []],
      ["cue", statement.cues],
    ] as const) {
      const own = placedSpans(targets);
      if (own.length > 0) {
        const key = `${annotation.id}#${role}`;
        marks.push({ key, type: role, role, spans: own, annotation });
        links.push({ type: role, from: key, to: annotation.id });
      }
    }
  }
  for (const { id, statement } of collection.annotations) {
    const within = statement?.within;
    if (within !== undefined && statements.has(id) && statements.has(within)) {
      links.push({ type: "within", from: id, to: within });
    }
  }
  return { marks, links };
}

/** The places of targets that are there, in text order. */
export function placedSpans(targets: readonly Target[]): readonly Span[] {
  return targets
    .flatMap(({ position, orphan }) =>
      position !== undefined && orphan === undefined && position.start < position.end ? [position] : [],
    )
    .sort((first, second) => first.start - second.start || first.end - second.end);
}

function typesOf({ labels, statement, notes }: Annotation): readonly string[] {
  if (statement !== undefined) {
    return ["statement", ...labels];
  }
  return labels.length > 0 ? labels : [notes.length > 0 ? "note" : "mark"];
}
