import type { SourceKind } from "../attribution/statement.ts";
import type { Span } from "../text/span.ts";
import type { JsonObject, JsonValue } from "./json.ts";

/**
 * The annotations of one dump, as they are worked with: a sidecar (`<file>.annotations.jsonld`) is read into one and written
 * from one. All of it is data without behaviour; whoever changes something makes a new value.
 */
export interface AnnotationCollection {
  readonly dump: DumpReference;
  /** The raw file that a cleaned copy was made from. */
  readonly raw?: RawFile;
  /** In the order of `compareAnnotations`. */
  readonly annotations: readonly Annotation[];
  /** Entries that were not understood. They are written back as they are. */
  readonly foreign: readonly JsonValue[];
  /** Properties of the collection that other tools wrote. */
  readonly extra: JsonObject;
}

export interface DumpReference {
  /** The dump's file name, without a path. */
  readonly name: string;
  /**
   * SHA-256, in lower-case hexadecimal, of the dump's text in UTF-8 without a byte order mark, as of when the positions were
   * written: they are to be trusted only in that text. The caller works it out; the core hashes nothing.
   */
  readonly sha256?: string;
  /** UTF-16 units of that text. */
  readonly length?: number;
}

export interface RawFile {
  readonly name?: string;
  /** SHA-256 of the raw file's bytes, in lower-case hexadecimal, as a manifest of `pressmark clean` has it. */
  readonly sha256: string;
}

/** One mark: a label, a note, a statement, or several of these at one place. */
export interface Annotation {
  /** An IRI, `urn:uuid:…` for those made here. The caller gives it: the core takes no random numbers. */
  readonly id: string;
  /** Terms of the Web Annotation vocabulary: `tagging`, `commenting`, `linking`, … */
  readonly motivations: readonly string[];
  /** Where it stands, in text order, never empty; several where its text does not stand in one piece. Of a statement: its content. */
  readonly targets: readonly Target[];
  /** Names from the label set, in the order they were given. */
  readonly labels: readonly string[];
  /** The first is the note, the others replies to it, in order. */
  readonly notes: readonly Note[];
  /** Whether the talk of `notes` was closed. */
  readonly resolved: boolean;
  readonly statement?: StatementParts;
  /** Address of what the text is to be compared with. Never opened by itself. */
  readonly comparison?: string;
  /** What somebody found about it, in their own words. */
  readonly verdict?: string;
  readonly creator?: Agent;
  /** ISO 8601, given by the caller: the core has no clock. */
  readonly created?: string;
  readonly modified?: string;
  /** Bodies that were not understood, as they were. */
  readonly otherBodies: readonly JsonValue[];
  /** Targets that are not this dump, as they were. */
  readonly otherTargets: readonly JsonValue[];
  /** Properties that other tools wrote. */
  readonly extra: JsonObject;
}

/**
 * A piece of the dump. While a document is open, `position` is the live place and `quote` what was last written;
 * `describeTargets` brings the quotes up to date before writing.
 */
export interface Target {
  /**
   * UTF-16 code units of the whole text. Missing where another tool gave a quotation only; then `anchorAnnotations` finds it.
   * Of an orphan, the place where it was last.
   */
  readonly position?: Span;
  readonly quote?: TextQuote;
  /** Why the text is not there any more, as a user may read it. An orphan is listed as such and shown nowhere in the text. */
  readonly orphan?: string;
  /** Where the text stood in the raw file. */
  readonly raw?: RawPlace;
  /** Selectors that other tools wrote, as they were. */
  readonly otherSelectors: readonly JsonValue[];
  readonly extra: JsonObject;
}

export interface TextQuote {
  readonly exact: string;
  /** What stands before and behind, as far as `describeTargets` says; empty at the text's edges. */
  readonly prefix: string;
  readonly suffix: string;
  /**
   * In how many places the words stood, the same or nearly, in like surroundings when this was written; missing for one. Then
   * prefix and suffix reach further, and the mark is not led to a place by its words alone: it may be one of the others.
   */
  readonly copies?: number;
  /** Goes with `copies`: the nearest of them was at least so many UTF-16 units away. */
  readonly apart?: number;
}

export interface RawPlace {
  /** First and last line, counted from 1. */
  readonly lines: readonly [number, number];
  /** UTF-16 code units of the raw text. */
  readonly span: Span;
}

export interface Note {
  /** An IRI given by the caller. Notes of other tools may have none. */
  readonly id?: string;
  /** Markdown, written by a person; escaped or trusted by whoever shows it. */
  readonly text: string;
  readonly creator?: Agent;
  readonly created?: string;
  readonly modified?: string;
  readonly extra: JsonObject;
}

export interface Agent {
  readonly name: string;
  /** What else is said of them: type, id, e-mail address. */
  readonly extra: JsonObject;
}

/** What makes an annotation a statement: who says it, by which words, in whose telling, and how it came here. */
export interface StatementParts {
  readonly source?: StatementSource;
  /** The words that tie content and source together: `has denied`, `according to`. */
  readonly cues: readonly Target[];
  /** The id of the statement that holds this one: Putin told Biden, *according to Ushakov*. */
  readonly within?: string;
  /** From the site that published it to the source: this site ← Financial Times ← unnamed. */
  readonly chain: readonly ChainStep[];
}

export interface StatementSource {
  /** Where the text names the source; empty where it does not. */
  readonly targets: readonly Target[];
  readonly kind?: SourceKind;
  /** The name by which it is known. */
  readonly name?: string;
  /** The id of another statement whose source a person found to be the same. Never set without being asked for. */
  readonly sameAs?: string;
}

export interface ChainStep {
  readonly name: string;
  readonly kind?: SourceKind;
  /** The id of the statement whose source this is. */
  readonly statement?: string;
}

/** Which part of an annotation a target is. */
export type TargetRole = "content" | "source" | "cue";

/** All targets of an annotation: its content, then source and cue of a statement. */
export function* targetsOf(annotation: Annotation): Generator<{ role: TargetRole; target: Target }> {
  for (const target of annotation.targets) yield { role: "content", target };
  for (const target of annotation.statement?.source?.targets ?? []) yield { role: "source", target };
  for (const target of annotation.statement?.cues ?? []) yield { role: "cue", target };
}

/**
 * The annotation with each of its targets replaced by what `change` makes of it: by none, one or several. An annotation is
 * never left without content: where nothing comes of its content, the targets stay as they were.
 */
export function withTargets(
  annotation: Annotation,
  change: (target: Target, role: TargetRole) => readonly Target[],
): Annotation {
  const content = annotation.targets.flatMap((target) => change(target, "content"));
  const targets = content.length === 0 ? annotation.targets : content;
  const { statement } = annotation;
  if (statement === undefined) {
    return { ...annotation, targets };
  }
  const cues = statement.cues.flatMap((target) => change(target, "cue"));
  if (statement.source === undefined) {
    return { ...annotation, targets, statement: { ...statement, cues } };
  }
  const source = {
    ...statement.source,
    targets: statement.source.targets.flatMap((target) => change(target, "source")),
  };
  return { ...annotation, targets, statement: { ...statement, cues, source } };
}

/** From the first to the last place of its content that is known; undefined where none is, or all are orphans. */
export function extentOf(annotation: Annotation): Span | undefined {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  for (const { position, orphan } of annotation.targets) {
    if (position !== undefined && orphan === undefined) {
      start = Math.min(start, position.start);
      end = Math.max(end, position.end);
    }
  }
  return end < 0 ? undefined : { start, end };
}

/** Whether all of its content is lost. */
export function isOrphan(annotation: Annotation): boolean {
  return extentOf(annotation) === undefined;
}

/** By where the content starts, then ends, then by id, code unit by code unit: the order of a sidecar. */
export function compareAnnotations(first: Annotation, second: Annotation): number {
  const one = sortPlace(first);
  const other = sortPlace(second);
  return one.start - other.start || one.end - other.end || compareText(first.id, second.id);
}

/** Orphans keep their place in the order, so that losing a mark moves no line of a sidecar. */
function sortPlace({ targets }: Annotation): Span {
  const first = targets[0]?.position ?? { start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER };
  return { start: first.start, end: targets.at(-1)?.position?.end ?? first.end };
}

function compareText(first: string, second: string): number {
  return first < second ? -1 : Number(first > second);
}
