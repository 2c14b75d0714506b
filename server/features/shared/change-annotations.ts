import type {
  AnnotationChange,
  AnnotationDraft,
  AnnotationPatch,
  NoteDraft,
  SourceLink,
  StatementDraft,
} from "../../annotations-protocol.ts";
import {
  type Annotation,
  type AnnotationCollection,
  compareAnnotations,
  type Note,
  type StatementParts,
} from "../../core/annotations/annotation.ts";
import {
  agentNamed,
  makeAnnotation,
  motivationsOf,
  targetAt,
} from "../../core/annotations/make-annotation.ts";
import { readKind } from "../../core/annotations/read-fields.ts";
import type { Converter } from "../convert.ts";

export interface ChangeContext {
  readonly convert: Converter;
  /** ISO 8601. */
  readonly time: string;
  readonly creator: string | null;
}

/** The changes that stand for themselves; undo and import take more than the annotations. */
export type PlainChange = Exclude<AnnotationChange, { readonly kind: "undo" | "import" }>;

/** The collection after a change. What names marks that are not there changes nothing. */
export function changeAnnotations(
  collection: AnnotationCollection,
  change: PlainChange,
  context: ChangeContext,
): AnnotationCollection {
  const { annotations } = collection;
  switch (change.kind) {
    case "add": {
      const ids = new Set(annotations.map(({ id }) => id));
      const added = change.drafts
        .filter(({ id, ranges }) => !ids.has(id) && ranges.length > 0)
        .map((draft) => annotationOf(draft, context));
      return withAnnotations(collection, [...annotations, ...added]);
    }
    case "edit": {
      const ids = new Set(change.ids);
      return withAnnotations(
        collection,
        annotations.map((one) => (ids.has(one.id) ? patched(one, change.patch, context) : one)),
      );
    }
    case "remove": {
      const ids = new Set(change.ids);
      return withAnnotations(
        collection,
        annotations.filter(({ id }) => !ids.has(id)),
      );
    }
    case "place": {
      const targets = [targetAt(context.convert.span(change.range))];
      return withAnnotations(
        collection,
        annotations.map((one) => (one.id === change.id ? { ...one, targets, modified: context.time } : one)),
      );
    }
  }
}

export function withAnnotations(
  collection: AnnotationCollection,
  annotations: readonly Annotation[],
): AnnotationCollection {
  return { ...collection, annotations: [...annotations].sort(compareAnnotations) };
}

function annotationOf(
  { id, ranges, labels, note, statement }: AnnotationDraft,
  context: ChangeContext,
): Annotation {
  return makeAnnotation({
    id,
    spans: ranges.map((range) => context.convert.span(range)),
    labels: labels ?? [],
    notes: note === undefined ? [] : [noteOf(note, context)],
    ...(statement !== undefined && { statement: statementOf(statement, context) }),
    ...(context.creator !== null && { creator: context.creator }),
    created: context.time,
  });
}

function patched(annotation: Annotation, patch: AnnotationPatch, context: ChangeContext): Annotation {
  const labels = patch.labels ?? annotation.labels;
  const notes = patchedNotes(annotation.notes, patch, context);
  const statement = patchedStatement(annotation.statement, patch.statement, context);
  const { comparison, verdict, ...rest } = annotation;
  const compared = patch.comparison === undefined ? { comparison, verdict } : verdictOf(patch.comparison);
  return {
    ...rest,
    labels,
    notes,
    resolved: patch.isResolved ?? annotation.resolved,
    ...(compared.comparison !== undefined && { comparison: compared.comparison }),
    ...(compared.verdict !== undefined && { verdict: compared.verdict }),
    ...(statement !== undefined && { statement }),
    motivations: patchedMotivations(annotation, motivationsOf(labels, notes, statement)),
    modified: context.time,
  };
}

/** Motivations that other tools gave stay. */
function patchedMotivations(annotation: Annotation, wanted: readonly string[]): readonly string[] {
  const { labels, notes, statement, motivations } = annotation;
  const own = new Set(motivationsOf(labels, notes, statement));
  return [...motivations.filter((one) => !own.has(one) && !wanted.includes(one)), ...wanted];
}

function patchedNotes(
  notes: readonly Note[],
  { addNote, editNote, removeNote }: AnnotationPatch,
  context: ChangeContext,
): readonly Note[] {
  const edited = notes
    .filter(({ id }) => removeNote === undefined || id !== removeNote)
    .map((note) =>
      editNote !== undefined && note.id === editNote.id
        ? { ...note, text: editNote.text, modified: context.time }
        : note,
    );
  return addNote === undefined ? edited : [...edited, noteOf(addNote, context)];
}

function noteOf({ id, text }: NoteDraft, { creator, time }: ChangeContext): Note {
  return { id, text, ...(creator !== null && { creator: agentNamed(creator) }), created: time, extra: {} };
}

function verdictOf(comparison: AnnotationPatch["comparison"]): {
  readonly comparison: string | undefined;
  readonly verdict: string | undefined;
} {
  return { comparison: comparison?.url ?? undefined, verdict: comparison?.verdict ?? undefined };
}

function patchedStatement(
  parts: StatementParts | undefined,
  patch: Partial<StatementDraft> | undefined,
  context: ChangeContext,
): StatementParts | undefined {
  if (patch === undefined) {
    return parts;
  }
  const empty: StatementDraft = { cue: null, source: null, name: null, kind: null, within: null, chain: [] };
  const stated = statementOf({ ...empty, ...patch }, context);
  if (parts === undefined) {
    return stated;
  }
  const has = (key: keyof StatementDraft) => Object.hasOwn(patch, key);
  const source = {
    targets: has("source") ? (stated.source?.targets ?? []) : (parts.source?.targets ?? []),
    ...defined("kind", has("kind") ? stated.source?.kind : parts.source?.kind),
    ...defined("name", has("name") ? stated.source?.name : parts.source?.name),
    ...defined("sameAs", parts.source?.sameAs),
  };
  return {
    ...defined("source", isNothing(source) ? undefined : source),
    cues: has("cue") ? stated.cues : parts.cues,
    ...defined("within", has("within") ? stated.within : parts.within),
    chain: has("chain") ? stated.chain : parts.chain,
  };
}

function statementOf(
  { cue, source, name, kind, within, chain }: StatementDraft,
  { convert }: ChangeContext,
): StatementParts {
  const named = {
    targets: source === null ? [] : [targetAt(convert.span(source))],
    ...defined("kind", readKind(kind)),
    ...defined("name", name ?? undefined),
  };
  return {
    ...defined("source", isNothing(named) ? undefined : named),
    cues: cue === null ? [] : [targetAt(convert.span(cue))],
    ...defined("within", within ?? undefined),
    chain: chain.map(stepOf),
  };
}

function stepOf({ name, kind }: SourceLink): StatementParts["chain"][number] {
  return { name, ...defined("kind", readKind(kind)) };
}

function isNothing({ targets, kind, name }: NonNullable<StatementParts["source"]>): boolean {
  return targets.length === 0 && kind === undefined && name === undefined;
}

/** The property, unless it has no value: the model has optional properties, and none that are undefined. */
function defined<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
