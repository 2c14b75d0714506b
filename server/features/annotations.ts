import type { Range } from "vscode-languageserver-types";
import type {
  AnnotationItem,
  AnnotationNote,
  AnnotationsState,
  Comparison,
  StatementItem,
} from "../annotations-protocol.ts";
import {
  type Annotation,
  type AnnotationCollection,
  compareAnnotations,
  isOrphan,
  type StatementParts,
  type Target,
} from "../core/annotations/annotation.ts";
import type { Phrases } from "../core/text/phrases.ts";
import type { Converter } from "./convert.ts";
import { previewText } from "./shared/preview.ts";

/** What is known of the annotations of one version of a document. */
export interface AnnotatedText {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly convert: Converter;
  /** The reader's language. */
  readonly phrases: Phrases;
  /** With their live places. */
  readonly collection: AnnotationCollection;
  readonly problem: string | null;
  readonly isChanged: boolean;
  readonly canUndo: boolean;
}

/** Longer quotations are cut: they are for lists. */
const LONGEST_QUOTE = 200;

/** All that is marked, in positions; in text order, those without a place behind the others. */
export function provideAnnotations(annotated: AnnotatedText): AnnotationsState {
  const { uri, version, problem, isChanged, canUndo, collection } = annotated;
  const sorted = [...collection.annotations].sort(compareAnnotations);
  const placed = sorted.filter((one) => !isOrphan(one));
  const lost = sorted.filter((one) => isOrphan(one));
  const annotations = [...placed, ...lost].map((one) => itemOf(annotated, one));
  return { uri, version, problem, isChanged, canUndo, annotations };
}

function itemOf(annotated: AnnotatedText, annotation: Annotation): AnnotationItem {
  const { id, labels, notes, resolved, statement, targets, creator, created, modified } = annotation;
  return {
    id,
    ranges: rangesOf(annotated, targets),
    orphan: isOrphan(annotation)
      ? annotated.phrases.say(targets[0]?.orphan ?? "Its text was not found.")
      : null,
    quote: quoteOf(annotated, targets),
    labels,
    notes: notes.map(noteOf),
    isResolved: resolved,
    statement: statement === undefined ? null : statementOf(annotated, targets, statement),
    comparison: comparisonOf(annotation),
    rawLines: rawLinesOf(targets),
    creator: creator?.name ?? null,
    created: created ?? null,
    modified: modified ?? null,
  };
}

function rangesOf({ convert }: AnnotatedText, targets: readonly Target[]): readonly Range[] {
  return targets.flatMap(({ position, orphan }) =>
    position === undefined || orphan !== undefined ? [] : [convert.range(position)],
  );
}

function quoteOf({ text }: AnnotatedText, targets: readonly Target[]): string {
  const words = targets.map(({ position, orphan, quote }) =>
    position === undefined || orphan !== undefined
      ? (quote?.exact ?? "")
      : text.slice(position.start, Math.min(position.end, position.start + LONGEST_QUOTE * 2)),
  );
  return previewText(words.join(" … "), LONGEST_QUOTE);
}

/** Notes of other tools may have no id; their number is good enough within one state. */
function noteOf({ id, text, creator, created }: Annotation["notes"][number], index: number): AnnotationNote {
  return { id: id ?? `#${index}`, text, creator: creator?.name ?? null, created: created ?? null };
}

function statementOf(
  annotated: AnnotatedText,
  targets: readonly Target[],
  { source, cues, within, chain }: StatementParts,
): StatementItem {
  const named = source?.targets ?? [];
  return {
    content: rangesOf(annotated, targets),
    cue: rangesOf(annotated, cues)[0] ?? null,
    source: rangesOf(annotated, named)[0] ?? null,
    sourceText: named.length === 0 ? null : quoteOf(annotated, named),
    name: source?.name ?? null,
    kind: source?.kind ?? null,
    within: within ?? null,
    chain: chain.map(({ name, kind }) => ({ name, kind: kind ?? null })),
  };
}

function comparisonOf({ comparison, verdict }: Annotation): Comparison | null {
  return comparison === undefined && verdict === undefined
    ? null
    : { url: comparison ?? null, verdict: verdict ?? null };
}

function rawLinesOf(targets: readonly Target[]): readonly [number, number] | null {
  const first = targets[0]?.raw?.lines;
  const last = targets.at(-1)?.raw?.lines;
  return first === undefined || last === undefined ? null : [first[0], Math.max(first[1], last[1])];
}
