/**
 * What the Pressmark client and server say to each other beyond LSP. Types and method names only, so that both
 * bundles can import it. Positions and ranges are LSP's, in the encoding the connection agreed on.
 */
import type { Position, Range, TextDocumentIdentifier, TextEdit } from "vscode-languageserver-protocol";

/** The language id of documents that the recogniser is sure of, or that a user chose by hand. */
export const LANGUAGE_ID = "scraped-article";

/** Diagnostic `source`. */
export const DIAGNOSTIC_SOURCE = "pressmark";

/** `data` of a diagnostic. A client that drops it loses nothing: the server finds its findings again by their place. */
export interface DiagnosticData {
  /** The check's id, as in `code`. */
  readonly check: string;
  /** Tells findings of one check apart; stays the same while an edit elsewhere moves the finding. */
  readonly fingerprint: string;
}

/** `data` of a code action whose edit is asked for when it is chosen (`codeAction/resolve`). */
export interface CodeActionData {
  readonly uri: string;
  /** The document version the action was offered for; of any other one it is refused. */
  readonly version: number;
  readonly target:
    | { readonly kind: "fix"; readonly fingerprint: string; readonly index: number }
    | { readonly kind: "check"; readonly check: string }
    | { readonly kind: "all" };
}

/** The code action kind of all safe fixes at once; works with `editor.codeActionsOnSave`. */
export const FIX_ALL_KIND = "source.fixAll.pressmark";

/** Server → client, after each analysis: what the language status item shows. */
export const STATUS_NOTIFICATION = "pressmark/status";

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly articles: readonly ArticleStatus[];
  readonly counts: {
    readonly errors: number;
    readonly warnings: number;
    readonly notes: number;
    readonly repeats: number;
  };
  /** What was left out and why; empty when the document was checked whole. */
  readonly omitted: readonly string[];
}

export interface ArticleStatus {
  /** "Scraped news page". */
  readonly formatName: string;
  readonly confidence: number;
  readonly evidence: readonly string[];
  readonly range: Range;
}

/** Client → server. Answers what a clean-up would do; applies nothing. */
export const CLEAN_UP_REQUEST = "pressmark/cleanUp";

export interface CleanUpParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Only the article at this position; all articles of the file when missing. */
  readonly position?: Position;
  /** Only these checks' fixes (the ticked groups, or one kind such as the repeats); all when missing. */
  readonly checks?: readonly string[];
}

export interface CleanUpResult {
  /** The document version that ranges and edits refer to. */
  readonly version: number;
  readonly groups: readonly CleanUpGroup[];
  readonly edits: readonly TextEdit[];
  /** The whole document after the edits. */
  readonly cleanedText: string;
  /** Plain words for the user: what is done, or that there is nothing to do and why. */
  readonly summary: string;
}

export interface CleanUpGroup {
  readonly check: string;
  /** "Remove 9 repeats". */
  readonly title: string;
  readonly count: number;
}

/** Client → server. The article at a position, or all articles, in another form. */
export const EXPORT_REQUEST = "pressmark/export";

export type ExportFormat = "txt" | "md" | "jsonl" | "csv" | "jsonld";

export interface ExportParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position?: Position;
  readonly format: ExportFormat;
}

export interface ExportResult {
  readonly text: string;
  /** How many articles it holds; 0 when the document holds none. */
  readonly articles: number;
}

/** Client → server. The selected words with where they come from; null when the selection is empty or outside any article. */
export const QUOTATION_REQUEST = "pressmark/quotation";

export interface QuotationParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly range: Range;
}

/** Client → server. A reference for the article at a position; null outside any article. */
export const CITATION_REQUEST = "pressmark/citation";

export interface CitationParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  readonly format: "csl" | "ris";
}

export interface TextResult {
  readonly text: string;
}

/** Client → server. Where the sections of the article at a position start; null outside any article. */
export const SECTIONS_REQUEST = "pressmark/sections";

export interface SectionsParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

export interface SectionsResult {
  readonly metadata: Range | null;
  readonly body: Range | null;
}

/**
 * Client → server. Checks or exports a file that is not open, its text read by the client (which alone knows the
 * workspace's file systems). Used by *Check Folder* and *Export Folder…*.
 */
export const CHECK_TEXT_REQUEST = "pressmark/checkText";

export interface CheckTextParams {
  /** Shown in the result, never opened. */
  readonly path: string;
  readonly text: string;
}

export interface CheckTextResult {
  readonly recognised: boolean;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: "error" | "warning" | "information" | "hint";
    readonly message: string;
    readonly range: Range;
  }[];
}

export const EXPORT_TEXT_REQUEST = "pressmark/exportText";

export interface ExportTextParams {
  readonly path: string;
  readonly text: string;
  readonly format: ExportFormat;
}

/** `initializationOptions` of the server; all of it is optional, so that any editor can start it with none. */
export interface ServerInitializationOptions {
  /** URI of the folder that holds the checks' pages (`<id>.md`), with a slash at its end; for the links behind codes. */
  readonly checkDocumentation?: string;
  /** For clients that neither answer `workspace/configuration` nor send `workspace/didChangeConfiguration`. */
  readonly settings?: ServerSettings;
}

/** The settings the server reads, as the client sends them (section `pressmark`). Missing keys take their defaults. */
export interface ServerSettings {
  readonly checks?: Readonly<Record<string, string>>;
  readonly inlayHints?: { readonly fields?: boolean };
  readonly maxFindings?: number;
}
