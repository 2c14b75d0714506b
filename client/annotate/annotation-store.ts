import * as vscode from "vscode";
import {
  ANNOTATIONS_NOTIFICATION,
  ANNOTATIONS_STATE_REQUEST,
  type AnnotationChange,
  type AnnotationDraft,
  type AnnotationsState,
  CHANGE_ANNOTATIONS_REQUEST,
  type ChangeAnnotationsParams,
  MERGE_ANNOTATIONS_REQUEST,
  type MergeAnnotationsParams,
  OPEN_ANNOTATIONS_REQUEST,
  type OpenAnnotationsParams,
  type PendingAnnotations,
  SIDECAR_REQUEST,
  SIDECAR_WRITTEN_NOTIFICATION,
  type SidecarResult,
  type SidecarWrittenParams,
} from "../../server/annotations-protocol.ts";
import type { ArticleDocuments } from "../article-documents.ts";
import type { ServerSession } from "../server-session.ts";
import { asDocumentAnnotations, type DocumentAnnotations } from "./annotation.ts";
import { creatorFor } from "./labels.ts";
import { PendingStore } from "./pending-annotations.ts";
import { readSidecar, watchSidecar, writeSidecar } from "./sidecar-files.ts";
import { UntitledMarks } from "./untitled-marks.ts";

/** How long an unsaved text may rest before its marks are put by once more, in milliseconds. */
const RESTING_TIME = 1000;

/** How long a command waits for the annotations of a document that was just opened, in milliseconds. */
const LONGEST_WAIT = 10_000;

interface OpenDocument {
  readonly document: vscode.TextDocument;
  readonly watching: vscode.Disposable;
  state: DocumentAnnotations | undefined;
  /** The sidecar's text as it was last read or written; null for none. */
  sidecar: string | null;
  /** Why it could not be read. */
  unreadable: string | undefined;
  /** One thing after the other is done with a document's marks. */
  working: Promise<unknown>;
  resting: ReturnType<typeof setTimeout> | undefined;
}

/**
 * The annotations of the open articles. The server knows where they stand; here they are read from the sidecars and written to
 * them: at once while the text is the one on the disk, and else when it is saved.
 */
export class AnnotationStore implements vscode.Disposable {
  /** Fires with the document whose annotations changed or moved, were read, or are known no more. */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;

  readonly #session: ServerSession;
  readonly #documents: ArticleDocuments;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #open = new Map<string, OpenDocument>();
  readonly #pending: PendingStore;
  readonly #untitled = new UntitledMarks();
  readonly #disposables: vscode.Disposable[];

  constructor(session: ServerSession, documents: ArticleDocuments, memory: vscode.Memento) {
    this.#session = session;
    this.#documents = documents;
    this.#pending = new PendingStore(memory);
    this.onDidChange = this.#changed.event;
    session.onNotification<AnnotationsState>(ANNOTATIONS_NOTIFICATION, (state) => this.#moved(state));
    this.#disposables = [
      this.#changed,
      session.onDidChangeStatus((uri) => this.#follow(uri)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#saved(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
    ];
  }

  /** What is known of a document, perhaps of an older version of it; undefined for one that is no article. */
  lastKnown(document: vscode.TextDocument): DocumentAnnotations | undefined {
    return this.#open.get(keyOf(document))?.state;
  }

  /** The documents whose annotations are known, in the order they were opened. */
  all(): readonly { readonly document: vscode.TextDocument; readonly state: DocumentAnnotations }[] {
    return [...this.#open.values()].flatMap(({ document, state }) =>
      state === undefined ? [] : [{ document, state }],
    );
  }

  /**
   * The annotations in the document's present version.
   *
   * @throws an Error for the user when they are not known.
   */
  async current(document: vscode.TextDocument): Promise<DocumentAnnotations> {
    const open = await this.#opened(document);
    await open.working;
    if (open.state === undefined || open.state.version !== document.version) {
      this.#take(open, await this.#request<AnnotationsState>(open, ANNOTATIONS_STATE_REQUEST, {}));
    }
    return open.state as DocumentAnnotations;
  }

  /**
   * Marks something, or changes what is marked, and keeps it.
   *
   * @param version The document's version that ranges in the change refer to.
   * @throws an Error for the user when nothing was changed, or when it was and could not be written.
   */
  async change(
    document: vscode.TextDocument,
    change: AnnotationChange,
    version: number = document.version,
  ): Promise<DocumentAnnotations> {
    const open = await this.#opened(document);
    return this.#enqueue(open, async () => {
      const problem = open.unreadable ?? open.state?.problem;
      if (typeof problem === "string") {
        throw new Error(problem);
      }
      const params: Omit<ChangeAnnotationsParams, "textDocument"> = {
        version,
        time: new Date().toISOString(),
        creator: creatorFor(document.uri),
        change,
      };
      const state = await this.#request<AnnotationsState>(open, CHANGE_ANNOTATIONS_REQUEST, params);
      this.#take(open, state);
      await this.#keep(open);
      return open.state as DocumentAnnotations;
    });
  }

  /** Adds marks in one step, which *Undo Annotation* takes back. Ids are made up here. */
  async add(
    document: vscode.TextDocument,
    drafts: readonly Omit<AnnotationDraft, "id">[],
    version: number = document.version,
  ): Promise<readonly string[]> {
    const withIds = drafts.map((draft) => ({ ...draft, id: newId() }));
    await this.change(document, { kind: "add", drafts: withIds }, version);
    return withIds.map(({ id }) => id);
  }

  /** Sends a request about a document of which the annotations are known. */
  async request<Result>(document: vscode.TextDocument, method: string, params: object): Promise<Result> {
    return this.#request<Result>(await this.#opened(document), method, params);
  }

  dispose(): void {
    for (const open of this.#open.values()) {
      stop(open);
    }
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** Waits for the server and the sidecar: keys may be quicker than they are. */
  async #opened(document: vscode.TextDocument): Promise<OpenDocument> {
    const known = () => this.#open.get(keyOf(document));
    if (known() === undefined) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, LONGEST_WAIT);
        const listening = this.onDidChange((changed) => {
          if (changed === document) {
            done();
          }
        });
        function done(): void {
          clearTimeout(timer);
          listening.dispose();
          resolve();
        }
      });
    }
    const open = known();
    if (open === undefined) {
      throw new Error(vscode.l10n.t("The annotations of this file are not read yet. Try again in a moment."));
    }
    return open;
  }

  /** The server speaks of an article when it has read it, and of no document any more when it ended. */
  #follow(uri: vscode.Uri | undefined): void {
    if (uri === undefined) {
      for (const { document } of [...this.#open.values()]) {
        if (this.#session.statusOf(document) === undefined) {
          this.#forget(document);
        }
      }
      return;
    }
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (document === undefined) {
      return;
    }
    if (!this.#documents.isArticle(document)) {
      this.#forget(document);
    } else if (!this.#open.has(keyOf(document))) {
      this.#read(document, this.#pending.get(document.uri) ?? this.#untitled.takeOver(document));
    }
  }

  #read(document: vscode.TextDocument, pending: PendingAnnotations | null): void {
    const open: OpenDocument = {
      document,
      watching: document.isUntitled
        ? new vscode.Disposable(() => undefined)
        : watchSidecar(document.uri, () => this.#log(this.#enqueue(open, () => this.#mergeDisk(open)))),
      state: undefined,
      sidecar: null,
      unreadable: undefined,
      working: Promise.resolve(),
      resting: undefined,
    };
    this.#open.set(keyOf(document), open);
    const reading = this.#enqueue(open, async () => {
      const sidecar = await this.#readSidecar(open);
      const params: Omit<OpenAnnotationsParams, "textDocument"> = { sidecar, pending };
      this.#take(open, await this.#request<AnnotationsState>(open, OPEN_ANNOTATIONS_REQUEST, params));
      if (open.state?.isChanged === true) {
        await this.#keep(open);
      }
    });
    this.#log(reading);
  }

  async #readSidecar(open: OpenDocument): Promise<string | null> {
    if (open.document.isUntitled) {
      return null;
    }
    try {
      open.sidecar = await readSidecar(open.document.uri);
      open.unreadable = undefined;
    } catch (error) {
      open.unreadable = error instanceof Error ? error.message : String(error);
    }
    return open.sidecar;
  }

  async #mergeDisk(open: OpenDocument): Promise<void> {
    const before = open.sidecar;
    const sidecar = await this.#readSidecar(open);
    if (open.unreadable !== undefined || sidecar === before) {
      return;
    }
    const params: Omit<MergeAnnotationsParams, "textDocument"> = { sidecar };
    this.#take(open, await this.#request<AnnotationsState>(open, MERGE_ANNOTATIONS_REQUEST, params));
    if (open.state?.isChanged === true) {
      await this.#keep(open);
    }
  }

  /** Writes the sidecar, or puts the marks by where it cannot be written now. */
  async #keep(open: OpenDocument): Promise<void> {
    const { document } = open;
    const isWritable = vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false;
    if (document.isUntitled || document.isDirty || !isWritable) {
      return this.#putBy(open);
    }
    try {
      await this.#write(open);
    } catch (error) {
      await this.#putBy(open);
      throw error;
    }
  }

  async #write(open: OpenDocument): Promise<void> {
    const { document } = open;
    const before = open.sidecar;
    const disk = await this.#readSidecar(open);
    if (open.unreadable !== undefined) {
      throw new Error(open.unreadable);
    }
    if (disk !== before) {
      this.#take(
        open,
        await this.#request<AnnotationsState>(open, MERGE_ANNOTATIONS_REQUEST, { sidecar: disk }),
      );
    }
    if (open.state?.problem !== null) {
      throw new Error(open.state?.problem);
    }
    const { version, text } = await this.#request<SidecarResult>(open, SIDECAR_REQUEST, {});
    if (version !== document.version || document.isDirty) {
      return this.#putBy(open);
    }
    if (text !== null && text !== disk) {
      await writeSidecar(document.uri, text);
      open.sidecar = text;
    }
    if (text !== null) {
      const params: SidecarWrittenParams = { textDocument: identifierOf(document), text };
      await this.#session.notify(SIDECAR_WRITTEN_NOTIFICATION, params);
    }
    await this.#pending.forget(document.uri);
  }

  async #putBy(open: OpenDocument): Promise<void> {
    const { text } = await this.#request<SidecarResult>(open, SIDECAR_REQUEST, {});
    await (text === null
      ? this.#pending.forget(open.document.uri)
      : this.#pending.set(open.document.uri, { base: open.sidecar, text }));
  }

  #saved(document: vscode.TextDocument): void {
    const open = this.#open.get(keyOf(document));
    if (open?.state !== undefined && hasMarks(open)) {
      void this.#enqueue(open, () => this.#keep(open)).catch((error: unknown) => {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      });
    }
  }

  /** A text that is not saved takes its marks along when the window is closed; one that was reverted has them written. */
  #edited(document: vscode.TextDocument): void {
    const open = this.#open.get(keyOf(document));
    if (open?.state !== undefined && (open.state.annotations.length > 0 || open.state.isChanged)) {
      clearTimeout(open.resting);
      open.resting = setTimeout(() => {
        if (document.isDirty || document.isUntitled) {
          this.#log(this.#enqueue(open, () => this.#putBy(open)));
        } else if (this.#pending.get(document.uri) !== null) {
          this.#log(this.#enqueue(open, () => this.#keep(open)));
        }
      }, RESTING_TIME);
    }
  }

  #moved(state: AnnotationsState): void {
    const open = [...this.#open.values()].find(({ document }) => sameUri(document, state.uri));
    if (open !== undefined && state.version >= (open.state?.version ?? 0)) {
      this.#take(open, state);
    }
  }

  #take(open: OpenDocument, state: AnnotationsState): void {
    open.state = asDocumentAnnotations(
      open.unreadable === undefined ? state : { ...state, problem: open.unreadable },
    );
    if (this.#open.get(keyOf(open.document)) === open) {
      this.#changed.fire(open.document);
    }
  }

  #close(document: vscode.TextDocument): void {
    const pending = this.#pending.get(document.uri);
    this.#forget(document);
    if (document.isUntitled && pending !== null) {
      this.#untitled.leave(document, pending);
      this.#log(this.#pending.forget(document.uri));
      // The file may have been opened before the untitled document was closed.
      for (const { document: file, state } of this.all()) {
        const marks = state.annotations.length === 0 ? this.#untitled.takeOver(file) : null;
        if (marks !== null) {
          this.#forget(file);
          this.#read(file, marks);
        }
      }
    }
  }

  #forget(document: vscode.TextDocument): void {
    const open = this.#open.get(keyOf(document));
    if (open !== undefined) {
      stop(open);
      this.#open.delete(keyOf(document));
      this.#changed.fire(document);
    }
  }

  #request<Result>({ document }: OpenDocument, method: string, params: object): Promise<Result> {
    return this.#session.request<Result>(method, { ...params, textDocument: identifierOf(document) });
  }

  #enqueue<Result>(open: OpenDocument, work: () => Promise<Result>): Promise<Result> {
    const next = open.working.then(work);
    // One that failed does not keep the next from being tried.
    open.working = next.catch(() => undefined);
    return next;
  }

  /** For what nobody waits for. */
  #log(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#session.log.warn(`Annotations: ${String(error)}`));
  }
}

/** An id that is unique in the world. */
export function newId(): string {
  return `urn:uuid:${crypto.randomUUID()}`;
}

function hasMarks({ state, sidecar }: OpenDocument): boolean {
  return sidecar !== null || (state !== undefined && (state.annotations.length > 0 || state.isChanged));
}

function stop({ watching, resting }: OpenDocument): void {
  watching.dispose();
  clearTimeout(resting);
}

function keyOf({ uri }: vscode.TextDocument): string {
  return uri.toString();
}

function identifierOf({ uri }: vscode.TextDocument): { readonly uri: string } {
  return { uri: uri.toString() };
}

function sameUri({ uri }: vscode.TextDocument, other: string): boolean {
  return uri.toString() === other || uri.toString() === vscode.Uri.parse(other).toString();
}
