/**
 * What client and server say to each other about annotations. The server keeps the marks of each open document and moves
 * them with every edit; the client reads and writes the sidecar file, makes up ids and tells the time. Positions and ranges
 * are LSP's, in the encoding the connection agreed on.
 */
import type { Range, TextDocumentIdentifier } from "vscode-languageserver-protocol";

/** What a sidecar's name adds to the dump's. */
export const SIDECAR_SUFFIX = ".annotations.jsonld";

/** Client → server, for an article that was opened: answers what the sidecar marks in it. */
export const OPEN_ANNOTATIONS_REQUEST = "pressmark/annotations/open";

export interface OpenAnnotationsParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The sidecar's text; null where there is none. */
  readonly sidecar: string | null;
  /** What was marked and could not be written before the document was last closed, because its text was not saved. */
  readonly pending: PendingAnnotations | null;
}

/** Marks that wait for their text to be saved. */
export interface PendingAnnotations {
  /** The sidecar that they were made on; null where there was none. */
  readonly base: string | null;
  /** The sidecar as it would have been. */
  readonly text: string;
}

/** The answer to most requests here: all that is marked in a document, as of one version of it. */
export interface AnnotationsState {
  readonly uri: string;
  /** The version that the ranges refer to. */
  readonly version: number;
  /** Why the sidecar could not be read, for the user: nothing may be changed or written then. */
  readonly problem: string | null;
  /** In text order; those without a place come last. */
  readonly annotations: readonly AnnotationItem[];
  /** Whether something is marked that the sidecar, as it was last read or written, does not hold. */
  readonly isChanged: boolean;
  /** Whether *Undo Annotation* has something to take back. */
  readonly canUndo: boolean;
}

export interface AnnotationItem {
  readonly id: string;
  /** Text order; several where something was put in between. Empty when the marked text is not in the document. */
  readonly ranges: readonly Range[];
  /** Why it has no place, for the user; null when it has one. */
  readonly orphan: string | null;
  /** The marked words on one line, cut where they are many. Text of a dump: never to be rendered as it is. */
  readonly quote: string;
  /** Names from the label set, or from somebody else's. */
  readonly labels: readonly string[];
  readonly notes: readonly AnnotationNote[];
  /** Whether the conversation of its notes is settled. */
  readonly isResolved: boolean;
  readonly statement: StatementItem | null;
  readonly comparison: Comparison | null;
  /** First and last line of the raw file that a cleaned copy was made from, counted from 1. */
  readonly rawLines: readonly [number, number] | null;
  readonly creator: string | null;
  /** ISO 8601. */
  readonly created: string | null;
  readonly modified: string | null;
}

/** The first note, or an answer to those before it. */
export interface AnnotationNote {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
  readonly creator: string | null;
  readonly created: string | null;
}

/** Who says what. */
export interface StatementItem {
  readonly content: readonly Range[];
  readonly cue: Range | null;
  readonly source: Range | null;
  /** The source as the text puts it; null where the text names none. */
  readonly sourceText: string | null;
  /** Whom the annotator takes the source for. */
  readonly name: string | null;
  readonly kind: string | null;
  /** The id of the statement that this one stands in. */
  readonly within: string | null;
  /** From the first to the last through whom this came. */
  readonly chain: readonly SourceLink[];
}

export interface SourceLink {
  readonly name: string;
  readonly kind: string | null;
}

/** What a mark was compared with, and what came of it. */
export interface Comparison {
  readonly url: string | null;
  readonly verdict: string | null;
}

/** Client → server, for a file that is not open: answers what its sidecar marks in it, as `AnnotationsState` of version 0. */
export const CLOSED_ANNOTATIONS_REQUEST = "pressmark/annotations/closed";

export interface ClosedAnnotationsParams {
  readonly uri: string;
  /** The sidecar's text. */
  readonly sidecar: string;
  /** The file's text; null where it is not there or cannot be read, so that nothing can be said of places. */
  readonly text: string | null;
}

/** Client → server: the state of now, where the one that was sent is of an older version. */
export const ANNOTATIONS_STATE_REQUEST = "pressmark/annotations/state";

export interface AnnotationsStateParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** Client → server: marks something, or changes what is marked. Answers the new state. */
export const CHANGE_ANNOTATIONS_REQUEST = "pressmark/annotations/change";

export interface ChangeAnnotationsParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The version that the ranges refer to; of another one the request is refused. */
  readonly version: number;
  /** ISO 8601; the server tells no time. */
  readonly time: string;
  /** Who does it; null when nobody is to be named. */
  readonly creator: string | null;
  readonly change: AnnotationChange;
}

export type AnnotationChange =
  | { readonly kind: "add"; readonly drafts: readonly AnnotationDraft[] }
  | { readonly kind: "edit"; readonly ids: readonly string[]; readonly patch: AnnotationPatch }
  | { readonly kind: "remove"; readonly ids: readonly string[] }
  /** Gives a mark another place: for one that lost its own. */
  | { readonly kind: "place"; readonly id: string; readonly range: Range }
  /** Takes the last change back, whichever of these it was. */
  | { readonly kind: "undo" }
  /** Adds what another sidecar holds. */
  | { readonly kind: "import"; readonly text: string };

export interface AnnotationDraft {
  /** Made by the client: unique in the world. */
  readonly id: string;
  /** What is marked; for a statement its content. Not empty. */
  readonly ranges: readonly Range[];
  readonly labels?: readonly string[];
  readonly note?: NoteDraft;
  readonly statement?: StatementDraft;
}

export interface NoteDraft {
  readonly id: string;
  readonly text: string;
}

export interface StatementDraft {
  readonly cue: Range | null;
  readonly source: Range | null;
  readonly name: string | null;
  readonly kind: string | null;
  readonly within: string | null;
  readonly chain: readonly SourceLink[];
}

/** What is missing stays as it is. */
export interface AnnotationPatch {
  readonly labels?: readonly string[];
  readonly isResolved?: boolean;
  readonly addNote?: NoteDraft;
  readonly editNote?: NoteDraft;
  readonly removeNote?: string;
  readonly comparison?: Comparison | null;
  readonly statement?: Partial<StatementDraft>;
}

/** Server → client: the state of a document, some time after its text was edited. */
export const ANNOTATIONS_NOTIFICATION = "pressmark/annotations/moved";

/**
 * Client → server, before the sidecar is written and when somebody else wrote it: takes in what changed on the disk since it was last
 * read or written.
 */
export const MERGE_ANNOTATIONS_REQUEST = "pressmark/annotations/merge";

export interface MergeAnnotationsParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The sidecar's text as it is; null where there is none. */
  readonly sidecar: string | null;
}

/** Client → server: answers what is to be written into the sidecar. */
export const SIDECAR_REQUEST = "pressmark/annotations/sidecar";

export interface SidecarParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface SidecarResult {
  /** The version that it describes. */
  readonly version: number;
  /** Null when nothing is marked. */
  readonly text: string | null;
}

/** Client → server: the sidecar was written; what it holds is not to be taken for somebody else's change. */
export const SIDECAR_WRITTEN_NOTIFICATION = "pressmark/annotations/written";

export interface SidecarWrittenParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly text: string;
}

/** Client → server: the sidecar of a copy, cleaned as a preview showed it. */
export const COPIED_SIDECAR_REQUEST = "pressmark/annotations/copied";

export interface CopiedSidecarParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The text of the copy. */
  readonly text: string;
  /** The copy's name, without a path. */
  readonly name: string;
  /** SHA-256 of the bytes of the document's file, in hexadecimal; null for a text that is not in it as it stands. */
  readonly rawHash: string | null;
  /** The text of the sidecar that lies beside the copy already; null where there is none. */
  readonly existing: string | null;
}

export interface CopiedSidecarResult {
  /** Null when nothing is to be written. */
  readonly text: string | null;
}

/** Client → server: the other places where a text stands, word by word. */
export const OCCURRENCES_REQUEST = "pressmark/annotations/occurrences";

export interface OccurrencesParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly range: Range;
}

export interface OccurrencesResult {
  /** The range itself among them, in text order. */
  readonly occurrences: readonly Occurrence[];
}

export interface Occurrence {
  readonly range: Range;
  /** The line around it, cut on both sides where it is long. */
  readonly context: string;
}

/** Client → server: what the rules of attribution take for statements, to be looked at by a person. */
export const SUGGESTIONS_REQUEST = "pressmark/annotations/suggestions";

export interface SuggestionsParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface SuggestionsResult {
  readonly version: number;
  /** In text order. */
  readonly suggestions: readonly StatementSuggestion[];
  /** Of each article the text that readers read, from its first to its last paragraph; in text order. */
  readonly bodies: readonly Range[];
}

export interface StatementSuggestion {
  /** Counts within this answer. */
  readonly id: number;
  readonly content: readonly Range[];
  readonly cue: Range | null;
  readonly source: Range | null;
  readonly sourceText: string | null;
  readonly name: string | null;
  readonly kind: string | null;
  /** The id of the suggestion that this one stands in. */
  readonly within: number | null;
  readonly chain: readonly SourceLink[];
}

/** Client → server: the marks of a document in another form. */
export const EXPORT_ANNOTATIONS_REQUEST = "pressmark/annotations/export";

export interface ExportAnnotationsParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly format: AnnotationFormat;
  /** For tables: what stands between two cells. */
  readonly delimiter?: "," | ";" | "\t";
}

export type AnnotationFormat =
  | "csv"
  | "excel"
  | "jsonl"
  | "md"
  | "label-studio"
  | "webanno"
  | "brat"
  | "jsonld";

export interface ExportAnnotationsResult {
  /** One, or for some formats several that belong together. */
  readonly files: readonly ExportedFile[];
  readonly annotations: number;
}

export interface ExportedFile {
  /** Without a path. */
  readonly name: string;
  readonly text: string;
}
