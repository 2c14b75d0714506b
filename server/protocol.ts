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
    | { readonly kind: "ignore"; readonly fingerprint: string; readonly scope: IgnoreScope }
    | { readonly kind: "all" };
  /** The text that would go and the text that stays, for a client that can show them side by side before the edit. */
  readonly comparison?: { readonly goes: Range; readonly stays: Range };
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
  /** How many findings the ignore file names; they are in none of the counts. */
  readonly ignored: number;
  /** What is not shown and why; empty when everything is. */
  readonly omitted: readonly string[];
  /** The longest line, where it is so long that an editor may treat it otherwise than others. */
  readonly longestLine?: LongLineStatus;
  /** Why the document was not checked at all; then nothing else is known of it. */
  readonly stopped?: string;
}

export interface LongLineStatus {
  /** Zero-based. */
  readonly line: number;
  /** In UTF-16 code units. */
  readonly length: number;
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
  /** Tells which ignore file applies; never opened either. */
  readonly uri?: string;
  /** What LEARN_REQUEST answered about the texts of the same folder. */
  readonly learned?: LearnResult["learned"];
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

/** Client → server. Learns from some texts of a folder what their sites repeat on their pages, for the check of all. */
export const LEARN_REQUEST = "pressmark/learn";

export interface LearnParams {
  readonly texts: readonly string[];
}

export interface LearnResult {
  /** To be passed on as it is. */
  readonly learned: readonly { readonly host: string; readonly lines: readonly number[] }[];
}

export const EXPORT_TEXT_REQUEST = "pressmark/exportText";

export interface ExportTextParams {
  readonly path: string;
  readonly text: string;
  readonly format: ExportFormat;
}

/** How far an ignored finding reaches: this content in this file, its check in the file, its check on the article's site. */
export type IgnoreScope = "finding" | "file" | "site";

/** The command of the code actions that ignore a finding; a client that sends ignore lists handles it. */
export const IGNORE_COMMAND = "pressmark.ignoreFinding";

/** The one argument of that command. */
export interface IgnoreCommandArgument {
  readonly uri: string;
  /** As in `DiagnosticData`. */
  readonly fingerprint: string;
  readonly scope: IgnoreScope;
}

/** Client → server: the ignore files of all folders, whenever one of them changed. */
export const IGNORE_LISTS_NOTIFICATION = "pressmark/ignoreLists";

export interface IgnoreListsParams {
  readonly folders: readonly IgnoreListOfFolder[];
}

export interface IgnoreListOfFolder {
  readonly uri: string;
  /** The text of the folder's `.pressmark/ignore.json`; null where there is none. */
  readonly text: string | null;
}

/** Client → server. Answers the ignore file's new text; the client writes it. */
export const IGNORE_REQUEST = "pressmark/ignore";

export interface IgnoreParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly fingerprint: string;
  readonly scope: IgnoreScope;
  /** The ignore file's text as it is now; null where there is none. */
  readonly list: string | null;
}

export interface IgnoreResult {
  /** Null when there is nothing to write. */
  readonly list: string | null;
  /** Why not, for the user. */
  readonly problem: string | null;
}

/** Client → server. Takes an ignore file apart, for a list to choose from. */
export const IGNORED_ENTRIES_REQUEST = "pressmark/ignoredEntries";

export interface IgnoredEntriesParams {
  readonly list: string | null;
}

export interface IgnoredEntriesResult {
  readonly entries: readonly IgnoredEntry[];
  readonly problem: string | null;
}

export interface IgnoredEntry {
  /** For `REMOVE_IGNORED_REQUEST`. */
  readonly key: string;
  readonly check: string;
  readonly file: string | null;
  readonly site: string | null;
  /** How the ignored text starts. */
  readonly text: string | null;
  /** Whether all findings of the check are ignored in that place, not one content. */
  readonly isWholeCheck: boolean;
}

/** Client → server. Answers the ignore file's text without some entries. */
export const REMOVE_IGNORED_REQUEST = "pressmark/removeIgnored";

export interface RemoveIgnoredParams {
  readonly list: string | null;
  readonly keys: readonly string[];
}

/** `initializationOptions` of the server; all of it is optional, so that any editor can start it with none. */
export interface ServerInitializationOptions {
  /** URI of the folder that holds the checks' pages (`<id>.md`), with a slash at its end; for the links behind codes. */
  readonly checkDocumentation?: string;
  /** For clients that neither answer `workspace/configuration` nor send `workspace/didChangeConfiguration`. */
  readonly settings?: ServerSettings;
  /**
   * The ignore files of all folders, from a client that will send them whenever they change and handles IGNORE_COMMAND. Without it
   * the server reads them itself.
   */
  readonly ignoreLists?: readonly IgnoreListOfFolder[];
  /**
   * Our messages in the language that `locale` of the same request names, by their English text (l10n/bundle.l10n.<language>.json).
   * Without them the server speaks English.
   */
  readonly messages?: Readonly<Record<string, unknown>>;
}

/** The settings the server reads, as the client sends them (section `pressmark`). Missing keys take their defaults. */
export interface ServerSettings {
  readonly checks?: Readonly<Record<string, string>>;
  readonly inlayHints?: { readonly fields?: boolean };
  readonly maxFindings?: number;
  readonly duplicates?: {
    readonly minimumWords?: number;
    /** Percent. */
    readonly minimumSimilarity?: number;
    readonly acrossArticles?: boolean;
  };
}

/** Server → client, in a browser: the worker's script has been loaded. The first message of all. */
export const WORKER_READY = "pressmark/workerReady";

/** Server → client, in a browser: something was thrown outside any request, and the worker is to be ended. */
export const WORKER_FAULT = "pressmark/workerFault";
