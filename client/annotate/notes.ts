import * as vscode from "vscode";
import type { AnnotationNote } from "../../server/annotations-protocol.ts";
import { type CommandTable, tell } from "../commands/command-table.ts";
import { noArticle } from "../commands/no-article.ts";
import { plainText } from "../plain-text.ts";
import { type Annotation, asProtocolRange, extentOf, isAt } from "./annotation.ts";
import type { AnnotationServices } from "./annotation-services.ts";
import { newId } from "./annotation-store.ts";
import { kindOf } from "./describe.ts";
import { noteMarkdown } from "./note-markdown.ts";
import { selectedRanges, withoutWhiteSpace } from "./selected-ranges.ts";

/** The menus of package.json name it. */
const CONTROLLER = "pressmark.notes";

/** A note in a thread, with what the commands on it need to know. */
interface NoteComment extends vscode.Comment {
  readonly thread: NoteThread;
  readonly note: AnnotationNote;
}

interface NoteThread {
  readonly document: vscode.TextDocument;
  readonly id: string;
  readonly shown: vscode.CommentThread;
  /** What is shown, so that nothing is drawn anew that did not change: an open input would lose its words. */
  drawn: string;
}

/** How long VS Code may take to ask where notes can be made, and to take in the answer. In milliseconds. */
const LONGEST_ASKING = 2000;
const ANSWER_TIME = 50;

/** The notes of marks as threads in the margin. */
export class Notes implements vscode.Disposable {
  readonly commands: CommandTable;

  readonly #services: AnnotationServices;
  /** Made with the first article: a window without one shows nothing of it. */
  #controller: vscode.CommentController | undefined;
  readonly #offered = new Set<vscode.TextDocument>();
  readonly #threads = new Map<vscode.TextDocument, Map<string, NoteThread>>();
  readonly #watching: vscode.Disposable;

  constructor(services: AnnotationServices) {
    this.#services = services;
    this.#watching = services.store.onDidChange((document) => this.#draw(document));
    this.commands = {
      "pressmark.addNote": () => this.#add(),
      "pressmark.createNote": (reply) => this.#create(reply as vscode.CommentReply),
      "pressmark.editNote": async (comment) => this.#setMode(comment as NoteComment, "editing"),
      "pressmark.cancelNote": async (comment) => this.#setMode(comment as NoteComment, "preview"),
      "pressmark.saveNote": (comment) => this.#save(comment as NoteComment),
      "pressmark.deleteNote": (comment) => this.#delete(comment as NoteComment),
      "pressmark.resolveNote": (thread) => this.#resolve(thread as vscode.CommentThread, "resolved"),
      "pressmark.unresolveNote": (thread) => this.#resolve(thread as vscode.CommentThread, "open"),
    };
  }

  /** As VS Code shows them. */
  threads(): readonly vscode.CommentThread[] {
    return [...this.#threads.values()].flatMap((threads) => [...threads.values()].map(({ shown }) => shown));
  }

  dispose(): void {
    this.#watching.dispose();
    this.#controller?.dispose();
  }

  /** Opens the input of a new note at the selection, or the thread of the mark that is there. */
  async #add(): Promise<void> {
    const editor = this.#services.documents.activeEditor();
    if (editor === undefined) {
      return tell(noArticle());
    }
    const [range] = selectedRanges(editor);
    if (range === undefined) {
      return tell(vscode.l10n.t("Select the words that the note is about first."));
    }
    await this.#services.store.current(editor.document);
    await this.#offerNotes(editor.document);
    // Given a range, the command takes its line for its column; of the selection it makes the right thread.
    editor.selection = new vscode.Selection(range.start, range.end);
    await vscode.commands.executeCommand("workbench.action.addComment");
  }

  /** A first note makes a mark, unless one stands at that very place; a later one is an answer. */
  async #create({ thread, text }: vscode.CommentReply): Promise<void> {
    const note = { id: newId(), text };
    const known = this.#threadOf(thread);
    if (known !== undefined) {
      await this.#edit(known, { addNote: note });
      return;
    }
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const range = rangeToMark(document, thread.range);
    if (range === undefined) {
      thread.dispose();
      return tell(vscode.l10n.t("There are no words here that a note could be about."));
    }
    const { store } = this.#services;
    const { annotations } = await store.current(document);
    const there = annotations.find((one) => isAt(one, range) && one.notes.length === 0);
    await (there === undefined
      ? store.add(document, [{ ranges: [asProtocolRange(range)], note }])
      : store.change(document, { kind: "edit", ids: [there.id], patch: { addNote: note } }));
    thread.dispose();
  }

  async #setMode(comment: NoteComment, mode: "editing" | "preview"): Promise<void> {
    const { shown } = comment.thread;
    shown.comments = shown.comments.map((one) => {
      const { note } = one as NoteComment;
      if (note.id !== comment.note.id) {
        return one;
      }
      return mode === "editing"
        ? // Who edits sees the words as they were written.
          { ...one, body: note.text, mode: vscode.CommentMode.Editing }
        : { ...one, body: noteMarkdown(note.text), mode: vscode.CommentMode.Preview };
    });
  }

  async #save({ thread, note, body }: NoteComment): Promise<void> {
    const text = typeof body === "string" ? body : body.value;
    await this.#edit(thread, { editNote: { id: note.id, text } });
    this.#redraw(thread);
  }

  async #delete({ thread, note }: NoteComment): Promise<void> {
    const annotation = this.#annotationOf(thread);
    const isAll = annotation?.notes.length === 1 && annotation.labels.length === 0;
    const { store } = this.#services;
    await (isAll && annotation.statement === null && annotation.comparison === null
      ? store.change(thread.document, { kind: "remove", ids: [thread.id] })
      : this.#edit(thread, { removeNote: note.id }));
  }

  async #resolve(shown: vscode.CommentThread, state: "resolved" | "open"): Promise<void> {
    const thread = this.#threadOf(shown);
    if (thread !== undefined) {
      await this.#edit(thread, { isResolved: state === "resolved" });
    }
  }

  async #edit(
    { document, id }: NoteThread,
    patch: Extract<Parameters<AnnotationServices["store"]["change"]>[1], { kind: "edit" }>["patch"],
  ): Promise<void> {
    await this.#services.store.change(document, { kind: "edit", ids: [id], patch });
  }

  #threadOf(shown: vscode.CommentThread): NoteThread | undefined {
    for (const threads of this.#threads.values()) {
      for (const thread of threads.values()) {
        if (thread.shown === shown) {
          return thread;
        }
      }
    }
    return undefined;
  }

  #annotationOf({ document, id }: NoteThread): Annotation | undefined {
    return this.#services.store.lastKnown(document)?.annotations.find((one) => one.id === id);
  }

  #commentController(): vscode.CommentController {
    if (this.#controller === undefined) {
      const controller = vscode.comments.createCommentController(
        CONTROLLER,
        vscode.l10n.t("Pressmark Notes"),
      );
      controller.options = {
        prompt: vscode.l10n.t("Add a note…"),
        placeHolder: vscode.l10n.t("A note in Markdown"),
      };
      this.#controller = controller;
    }
    return this.#controller;
  }

  /**
   * VS Code asks where notes can be made when it is given somebody new to ask, and then not for a document again. Only documents
   * with notes, or to be given one, are offered: those that are it keeps in memory for a while after they are closed.
   *
   * @returns when VS Code has asked, or does not after all.
   */
  #offerNotes(document: vscode.TextDocument): Promise<void> {
    if (this.#offered.has(document)) {
      return Promise.resolve();
    }
    this.#offered.add(document);
    return new Promise((resolve) => {
      setTimeout(resolve, LONGEST_ASKING);
      this.#commentController().commentingRangeProvider = {
        provideCommentingRanges: (asked) => {
          if (asked === document) {
            setTimeout(resolve, ANSWER_TIME);
          }
          return this.#offered.has(asked)
            ? [new vscode.Range(0, 0, Math.max(0, asked.lineCount - 1), 0)]
            : [];
        },
      };
    });
  }

  #draw(document: vscode.TextDocument): void {
    const state = this.#services.store.lastKnown(document);
    if (state === undefined) {
      this.#offered.delete(document);
    } else if (state.annotations.some(({ notes }) => notes.length > 0)) {
      void this.#offerNotes(document);
    }
    if (state !== undefined && state.version !== document.version) {
      return;
    }
    const threads = this.#threads.get(document) ?? new Map<string, NoteThread>();
    const wanted = new Map(
      (state?.annotations ?? [])
        .filter((one) => one.notes.length > 0 && extentOf(one) !== undefined)
        .map((one) => [one.id, one]),
    );
    for (const [id, { shown }] of threads) {
      if (!wanted.has(id)) {
        shown.dispose();
        threads.delete(id);
      }
    }
    for (const annotation of wanted.values()) {
      this.#drawThread(document, threads, annotation);
    }
    threads.size === 0 ? this.#threads.delete(document) : this.#threads.set(document, threads);
  }

  #drawThread(document: vscode.TextDocument, threads: Map<string, NoteThread>, annotation: Annotation): void {
    const { id } = annotation;
    const range = extentOf(annotation) as vscode.Range;
    const known = threads.get(id);
    const thread: NoteThread = known ?? {
      document,
      id,
      shown: this.#commentController().createCommentThread(document.uri, range, []),
      drawn: "",
    };
    const { shown } = thread;
    if (known === undefined) {
      shown.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
      threads.set(id, thread);
    }
    if (!shown.range.isEqual(range)) {
      shown.range = range;
    }
    const { notes, labels, isResolved } = annotation;
    const drawn = JSON.stringify([notes, labels, isResolved]);
    if (drawn !== thread.drawn) {
      thread.drawn = drawn;
      this.#fill(thread, annotation);
    }
  }

  #redraw(thread: NoteThread): void {
    const annotation = this.#annotationOf(thread);
    if (annotation !== undefined) {
      this.#fill(thread, annotation);
    }
  }

  #fill(thread: NoteThread, annotation: Annotation): void {
    const { shown } = thread;
    const nobody = vscode.l10n.t("Note");
    shown.label = kindOf(annotation);
    shown.state = annotation.isResolved
      ? vscode.CommentThreadState.Resolved
      : vscode.CommentThreadState.Unresolved;
    shown.contextValue = annotation.isResolved ? "resolved" : "open";
    shown.comments = annotation.notes.map(
      (note): NoteComment => ({
        thread,
        note,
        body: noteMarkdown(note.text),
        mode: vscode.CommentMode.Preview,
        author: { name: plainText(note.creator ?? nobody) },
        contextValue: "editable",
        ...timestampOf(note),
      }),
    );
  }
}

/** The words of a thread's place; of a place in the margin those of its line. */
function rangeToMark(
  document: vscode.TextDocument,
  range: vscode.Range | undefined,
): vscode.Range | undefined {
  const wanted = range?.isEmpty === true ? document.lineAt(range.start.line).range : range;
  return wanted && withoutWhiteSpace(document, wanted);
}

function timestampOf({ created }: AnnotationNote): { readonly timestamp?: Date } {
  const timestamp = new Date(created ?? "");
  return Number.isNaN(timestamp.getTime()) ? {} : { timestamp };
}
