import * as vscode from "vscode";
import {
  ANNOTATIONS_STATE_REQUEST,
  type AnnotationChange,
  type AnnotationsState,
  CHANGE_ANNOTATIONS_REQUEST,
  type ChangeAnnotationsParams,
  MERGE_ANNOTATIONS_REQUEST,
  OPEN_ANNOTATIONS_REQUEST,
  type OpenAnnotationsParams,
  type PendingAnnotations,
  SIDECAR_REQUEST,
  SIDECAR_WRITTEN_NOTIFICATION,
  type SidecarResult,
} from "../../server/annotations-protocol.ts";
import type { ServerSession } from "../server-session.ts";
import { asDocumentAnnotations, type DocumentAnnotations } from "./annotation.ts";
import { creatorFor } from "./labels.ts";
import type { PendingStore } from "./pending-annotations.ts";
import { readSidecar, updateSidecar, watchSidecar } from "./sidecar-files.ts";

/** How long an unsaved text may rest before its marks are put by once more, in milliseconds. */
const RESTING_TIME = 1000;

interface Surroundings {
  readonly session: ServerSession;
  readonly pending: PendingStore;
  /** Called whenever something else is known of the document's annotations. */
  readonly changed: () => void;
  /** Called when marks were made that cannot be written beside the document, as its file system is read-only. */
  readonly keptElsewhere: () => void;
}

/**
 * Keeps the annotations of one open document: reads the sidecar, has the server change what is marked, and writes the sidecar, at once
 * while the text is the one on the disk, and else when it is saved. One thing is done after the other.
 */
export class AnnotationKeeper implements vscode.Disposable {
  readonly document: vscode.TextDocument;

  readonly #surroundings: Surroundings;
  readonly #watching: vscode.Disposable | undefined;
  #state: DocumentAnnotations | undefined;
  /** The sidecar's text as it was last read or written; null for none. */
  #sidecar: string | null = null;
  /** Why it could not be read. */
  #unreadable: string | undefined;
  #working: Promise<unknown> = Promise.resolve();
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(document: vscode.TextDocument, pending: PendingAnnotations | null, surroundings: Surroundings) {
    this.document = document;
    this.#surroundings = surroundings;
    if (!document.isUntitled) {
      this.#watching = watchSidecar(document.uri, () => this.#quietly(() => this.#mergeDisk()));
    }
    this.#quietly(() => this.#read(pending));
  }

  /** Perhaps of an older version of the document; undefined until the sidecar is read. */
  get state(): DocumentAnnotations | undefined {
    return this.#state;
  }

  dispose(): void {
    this.#watching?.dispose();
    clearTimeout(this.#resting);
  }

  /** The annotations in the document's present version. */
  async current(): Promise<DocumentAnnotations> {
    await this.#working;
    const known = this.#state;
    return known !== undefined && known.version === this.document.version
      ? known
      : this.#take(await this.request<AnnotationsState>(ANNOTATIONS_STATE_REQUEST, {}));
  }

  /** Rejects with an Error for the user when nothing was changed, or when it was and could not be written. */
  change(change: AnnotationChange, version: number): Promise<DocumentAnnotations> {
    return this.#enqueue(async () => {
      const problem = this.#unreadable ?? this.#state?.problem;
      if (typeof problem === "string") {
        throw new Error(problem);
      }
      const params: Omit<ChangeAnnotationsParams, "textDocument"> = {
        version,
        time: new Date().toISOString(),
        creator: creatorFor(this.document.uri),
        change,
      };
      const state = this.#take(await this.request<AnnotationsState>(CHANGE_ANNOTATIONS_REQUEST, params));
      await this.#keep();
      if (!this.document.isUntitled && this.#isReadOnly()) {
        this.#surroundings.keptElsewhere();
      }
      return state;
    });
  }

  request<Result>(method: string, params: object): Promise<Result> {
    const textDocument = { uri: this.document.uri.toString() };
    return this.#surroundings.session.request<Result>(method, { ...params, textDocument });
  }

  /** The server tells where the marks are by now. */
  moved(state: AnnotationsState): void {
    if (state.version >= (this.#state?.version ?? 0)) {
      this.#take(state);
    }
  }

  saved(): void {
    if (this.#hasMarks()) {
      void this.#enqueue(() => this.#keep()).catch((error: unknown) => {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      });
    }
  }

  /** A text that is not saved takes its marks along when the window is closed; one that was reverted has them written. */
  edited(): void {
    const { document } = this;
    if (this.#state === undefined || (this.#state.annotations.length === 0 && !this.#state.isChanged)) {
      return;
    }
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      if (document.isDirty || document.isUntitled) {
        this.#quietly(() => this.#putBy());
      } else if (this.#surroundings.pending.get(document.uri) !== null) {
        this.#quietly(() => this.#keep());
      }
    }, RESTING_TIME);
  }

  /** Marks that could not be written are tried again when the text is looked at again: VS Code may have kept it open meanwhile. */
  shown(): void {
    const { document } = this;
    const isKeptElsewhere = this.#surroundings.pending.get(document.uri) !== null;
    if (this.#state !== undefined && isKeptElsewhere && !document.isDirty && !this.#isReadOnly()) {
      this.#quietly(() => this.#keep());
    }
  }

  async #read(pending: PendingAnnotations | null): Promise<void> {
    const sidecar = await this.#readSidecar();
    const params: Omit<OpenAnnotationsParams, "textDocument"> = { sidecar, pending };
    this.#take(await this.request<AnnotationsState>(OPEN_ANNOTATIONS_REQUEST, params));
    if (this.#state?.isChanged === true) {
      await this.#keep();
    }
  }

  async #readSidecar(): Promise<string | null> {
    if (this.document.isUntitled) {
      return null;
    }
    try {
      this.#sidecar = await readSidecar(this.document.uri);
      this.#unreadable = undefined;
    } catch (error) {
      this.#unreadable = error instanceof Error ? error.message : String(error);
    }
    return this.#sidecar;
  }

  async #mergeDisk(): Promise<void> {
    await this.#merge();
    if (this.#unreadable === undefined && this.#state?.isChanged === true) {
      await this.#keep();
    }
  }

  /** Takes in what changed on the disk. */
  async #merge(): Promise<void> {
    const before = this.#sidecar;
    const wasReadable = this.#unreadable === undefined;
    const sidecar = await this.#readSidecar();
    if (this.#unreadable !== undefined) {
      if (wasReadable && this.#state !== undefined) {
        this.#take(await this.request<AnnotationsState>(ANNOTATIONS_STATE_REQUEST, {}));
      }
    } else if (sidecar !== before || !wasReadable) {
      this.#take(await this.request<AnnotationsState>(MERGE_ANNOTATIONS_REQUEST, { sidecar }));
    }
  }

  /** Writes the sidecar, or puts the marks by where it cannot be written now. */
  async #keep(): Promise<void> {
    const { document } = this;
    if (document.isUntitled || document.isDirty || this.#isReadOnly()) {
      return this.#putBy();
    }
    try {
      await this.#write();
    } catch (error) {
      await this.#putBy();
      throw this.#surroundings.pending.get(document.uri) === null ? error : keptMeanwhile(error);
    }
  }

  #isReadOnly(): boolean {
    return vscode.workspace.fs.isWritableFileSystem(this.document.uri.scheme) === false;
  }

  async #write(): Promise<void> {
    const { document } = this;
    const { session, pending } = this.#surroundings;
    await this.#merge();
    const problem = this.#unreadable ?? this.#state?.problem;
    if (typeof problem === "string") {
      throw new Error(problem);
    }
    let isOutdated = false;
    const text = await updateSidecar(session.updateFile, document.uri, async (sidecar) => {
      await this.#takeIn(sidecar);
      if (typeof this.#state?.problem === "string") {
        throw new Error(this.#state.problem);
      }
      const own = await this.request<SidecarResult>(SIDECAR_REQUEST, {});
      isOutdated = own.version !== document.version || document.isDirty;
      return isOutdated ? null : own.text;
    });
    if (isOutdated) {
      return this.#putBy();
    }
    if (text !== null) {
      this.#sidecar = text;
      const textDocument = { uri: document.uri.toString() };
      await session.notify(SIDECAR_WRITTEN_NOTIFICATION, { textDocument, text });
    }
    await pending.forget(document.uri);
  }

  /** Takes in what another window wrote in the meantime. */
  async #takeIn(sidecar: string | null): Promise<void> {
    if (sidecar !== this.#sidecar) {
      this.#sidecar = sidecar;
      this.#take(await this.request<AnnotationsState>(MERGE_ANNOTATIONS_REQUEST, { sidecar }));
    }
  }

  async #putBy(): Promise<void> {
    const { pending } = this.#surroundings;
    const { text } = await this.request<SidecarResult>(SIDECAR_REQUEST, {});
    await (text === null
      ? pending.forget(this.document.uri)
      : pending.set(this.document.uri, { base: this.#sidecar, text }));
  }

  #hasMarks(): boolean {
    const state = this.#state;
    return state !== undefined && (this.#sidecar !== null || state.annotations.length > 0 || state.isChanged);
  }

  #take(state: AnnotationsState): DocumentAnnotations {
    const problem = this.#unreadable ?? state.problem;
    this.#state = asDocumentAnnotations({ ...state, problem });
    this.#surroundings.changed();
    return this.#state;
  }

  #enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = this.#working.then(work);
    // One that failed does not keep the next from being tried.
    this.#working = next.catch(() => undefined);
    return next;
  }

  /** For what nobody waits for. */
  #quietly(work: () => Promise<unknown>): void {
    this.#enqueue(work).catch((error: unknown) =>
      this.#surroundings.session.log.warn(`Annotations: ${String(error)}`),
    );
  }
}

function keptMeanwhile(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(
    vscode.l10n.t("{0} The marks are kept in VS Code’s storage for this workspace meanwhile.", reason),
  );
}
