import * as vscode from "vscode";
import {
  ANNOTATIONS_NOTIFICATION,
  type AnnotationChange,
  type AnnotationDraft,
  type AnnotationsState,
  type PendingAnnotations,
} from "../../server/annotations-protocol.ts";
import type { ArticleDocuments } from "../article-documents.ts";
import { tell } from "../commands/command-table.ts";
import { baseNameOf } from "../file-name.ts";
import { plainText } from "../plain-text.ts";
import type { ServerSession } from "../server-session.ts";
import type { DocumentAnnotations } from "./annotation.ts";
import { AnnotationKeeper } from "./annotation-keeper.ts";
import { PendingStore } from "./pending-annotations.ts";
import { sidecarOf } from "./sidecar-files.ts";
import { UntitledMarks } from "./untitled-marks.ts";

/** How long a command waits for the annotations of a document that was just opened, in milliseconds. */
const LONGEST_WAIT = 10_000;

/** The annotations of the open articles. The server knows where they stand; here they are read from the sidecars and written to them. */
export class AnnotationStore implements vscode.Disposable {
  /** Fires with the document whose annotations changed or moved, were read, or are known no more. */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;

  readonly #session: ServerSession;
  readonly #documents: ArticleDocuments;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #keepers = new Map<string, AnnotationKeeper>();
  readonly #pending: PendingStore;
  readonly #untitled = new UntitledMarks();
  readonly #disposables: vscode.Disposable[];
  /** The files of which it was said that their marks are kept elsewhere. */
  readonly #keptElsewhere = new Set<string>();

  constructor(session: ServerSession, documents: ArticleDocuments, memory: vscode.Memento) {
    this.#session = session;
    this.#documents = documents;
    this.#pending = new PendingStore(memory);
    this.onDidChange = this.#changed.event;
    session.onNotification<AnnotationsState>(ANNOTATIONS_NOTIFICATION, (state) => this.#moved(state));
    const { workspace } = vscode;
    this.#disposables = [
      this.#changed,
      session.onDidChangeStatus((uri) => this.#follow(uri)),
      workspace.onDidSaveTextDocument((document) => this.#saved(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#keepers.get(keyOf(document))?.edited()),
      workspace.onDidCloseTextDocument((document) => this.#close(document)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const { document } of editors) {
          this.#keepers.get(keyOf(document))?.shown();
        }
      }),
    ];
  }

  /** What is known of a document, perhaps of an older version of it; undefined for one that is no article. */
  lastKnown(document: vscode.TextDocument): DocumentAnnotations | undefined {
    return this.#keepers.get(keyOf(document))?.state;
  }

  /** The documents whose annotations are known, in the order they were opened. */
  all(): readonly { readonly document: vscode.TextDocument; readonly state: DocumentAnnotations }[] {
    return [...this.#keepers.values()].flatMap(({ document, state }) =>
      state === undefined ? [] : [{ document, state }],
    );
  }

  /**
   * The annotations in the document's present version.
   *
   * @throws an Error for the user when they are not known.
   */
  async current(document: vscode.TextDocument): Promise<DocumentAnnotations> {
    return (await this.#keeperOf(document)).current();
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
    return (await this.#keeperOf(document)).change(change, version);
  }

  /** Adds marks in one step, which *Undo Annotation* takes back, and gives their ids. */
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
    return (await this.#keeperOf(document)).request<Result>(method, params);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#keepers.values(), ...this.#disposables).dispose();
  }

  /** Waits for the server and the sidecar: keys may be quicker than they are. */
  async #keeperOf(document: vscode.TextDocument): Promise<AnnotationKeeper> {
    const known = () => this.#keepers.get(keyOf(document));
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
    const keeper = known();
    if (keeper === undefined) {
      throw new Error(vscode.l10n.t("The annotations of this file are not read yet. Try again in a moment."));
    }
    return keeper;
  }

  /** The server speaks of an article when it has read it, and of no document any more when it ended. */
  #follow(uri: vscode.Uri | undefined): void {
    if (uri === undefined) {
      for (const { document } of [...this.#keepers.values()]) {
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
    } else if (!this.#keepers.has(keyOf(document))) {
      this.#read(document, this.#pending.get(document.uri) ?? this.#untitled.takeOver(document));
    }
  }

  #read(document: vscode.TextDocument, pending: PendingAnnotations | null): void {
    const keeper = new AnnotationKeeper(document, pending, {
      session: this.#session,
      pending: this.#pending,
      changed: () => {
        if (this.#keepers.get(keyOf(document)) === keeper) {
          this.#changed.fire(document);
        }
      },
      keptElsewhere: () => this.#tellReadOnly(document),
    });
    this.#keepers.set(keyOf(document), keeper);
  }

  /** Once for each file: every further mark is kept in the same place. */
  #tellReadOnly(document: vscode.TextDocument): void {
    const key = keyOf(document);
    if (!this.#keptElsewhere.has(key)) {
      this.#keptElsewhere.add(key);
      tell(
        vscode.l10n.t(
          "{0} cannot be written, as this folder is read-only. The marks are kept in VS Code’s storage for this workspace; “Export Annotations…” takes them elsewhere.",
          plainText(baseNameOf(sidecarOf(document.uri).path)),
        ),
      );
    }
  }

  #moved(state: AnnotationsState): void {
    const uri = vscode.Uri.parse(state.uri).toString();
    this.#keepers.get(uri)?.moved(state);
  }

  #saved(document: vscode.TextDocument): void {
    const untitled = [...this.#keepers.values()].map((keeper) => keeper.document);
    this.#untitled.saved(
      document,
      untitled.filter(({ isUntitled }) => isUntitled),
    );
    this.#keepers.get(keyOf(document))?.saved();
  }

  #close(document: vscode.TextDocument): void {
    const pending = this.#pending.get(document.uri);
    this.#forget(document);
    if (document.isUntitled && pending !== null) {
      this.#untitled.leave(document, pending);
      void this.#pending.forget(document.uri);
      // The file may have been opened before the untitled document was closed, and its sidecar may be on its way.
      for (const { document: file } of [...this.#keepers.values()]) {
        const marks = this.#untitled.takeOver(file);
        if (marks !== null) {
          this.#forget(file);
          this.#read(file, marks);
        }
      }
    }
  }

  #forget(document: vscode.TextDocument): void {
    const keeper = this.#keepers.get(keyOf(document));
    if (keeper !== undefined) {
      keeper.dispose();
      this.#keepers.delete(keyOf(document));
      this.#changed.fire(document);
    }
  }
}

/** An id that is unique in the world. */
export function newId(): string {
  return `urn:uuid:${crypto.randomUUID()}`;
}

function keyOf({ uri }: vscode.TextDocument): string {
  return uri.toString();
}
