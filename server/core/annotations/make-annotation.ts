import type { Span } from "../text/span.ts";
import type { Agent, Annotation, AnnotationCollection, Note, StatementParts, Target } from "./annotation.ts";

/** What a new mark is made of. Id and time are the caller's: the core takes no random numbers and has no clock. */
export interface NewAnnotation {
  /** An IRI: `urn:uuid:` and a random UUID. */
  readonly id: string;
  /** Where its content stands, in UTF-16 code units; at least one. */
  readonly spans: readonly Span[];
  readonly labels?: readonly string[];
  readonly notes?: readonly Note[];
  readonly statement?: StatementParts;
  readonly creator?: string;
  /** ISO 8601. */
  readonly created?: string;
}

/** A collection without marks. */
export function emptyCollection(dumpName: string): AnnotationCollection {
  return { dump: { name: dumpName }, annotations: [], foreign: [], extra: {} };
}

/** A new mark. Its quotations are filled in by `describeTargets` when it is written. */
export function makeAnnotation(parts: NewAnnotation): Annotation {
  const labels = parts.labels ?? [];
  const notes = parts.notes ?? [];
  return {
    id: parts.id,
    motivations: motivationsOf(labels, notes, parts.statement),
    targets: parts.spans.map(targetAt),
    labels,
    notes,
    resolved: false,
    ...(parts.statement === undefined ? {} : { statement: parts.statement }),
    ...(parts.creator === undefined ? {} : { creator: agentNamed(parts.creator) }),
    ...(parts.created === undefined ? {} : { created: parts.created }),
    otherBodies: [],
    otherTargets: [],
    extra: {},
  };
}

/** A target at a span of the open text. */
export function targetAt(span: Span): Target {
  return { position: span, otherSelectors: [], extra: {} };
}

/** A person by name alone. */
export function agentNamed(name: string): Agent {
  return { name, extra: { type: "Person" } };
}

/**
 * Why an annotation with these parts was made, in the terms of the Web Annotation vocabulary. Call it again when labels,
 * notes or statement of one change.
 */
export function motivationsOf(
  labels: readonly string[],
  notes: readonly Note[],
  statement: StatementParts | undefined,
): readonly string[] {
  const motivations = [
    ...(statement === undefined ? [] : ["linking"]),
    ...(labels.length === 0 ? [] : ["tagging"]),
    ...(notes.length === 0 ? [] : ["commenting"]),
  ];
  return motivations.length === 0 ? ["highlighting"] : motivations;
}
