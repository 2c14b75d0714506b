import * as vscode from "vscode";
import type { ArticleDocuments } from "../article-documents.ts";
import type { CommandTable } from "../commands/command-table.ts";
import type { ServerSession } from "../server-session.ts";
import { AnnotatingSession } from "./annotating-session.ts";
import { AnnotationHovers } from "./annotation-hovers.ts";
import { AnnotationStore } from "./annotation-store.ts";
import { AnnotationsView } from "./annotations-view.ts";
import { ClosedFiles } from "./closed-files.ts";
import { AnnotationDecorations } from "./decorations.ts";
import { exportCommands } from "./export-commands.ts";
import { Labeller } from "./labeller.ts";
import { markCommands } from "./mark-commands.ts";
import { Notes } from "./notes.ts";
import { statementCommands } from "./statement-commands.ts";
import { TextPicker } from "./text-picker.ts";

/** All that has to do with annotations, put together. */
export interface Annotations extends vscode.Disposable {
  readonly store: AnnotationStore;
  readonly commands: CommandTable;
  /** As the view shows those of the open files. */
  readonly groups: () => readonly { readonly name: string; readonly entries: readonly string[] }[];
  /** As the view shows them when all of it is opened. */
  readonly everything: () => Promise<
    readonly { readonly name: string; readonly entries: readonly string[] }[]
  >;
  /** The threads in the margin. */
  readonly noteThreads: () => readonly vscode.CommentThread[];
}

export function createAnnotations(
  session: ServerSession,
  documents: ArticleDocuments,
  memory: vscode.Memento,
): Annotations {
  const store = new AnnotationStore(session, documents, memory);
  const services = { session, documents, store };
  const notes = new Notes(services);
  const picker = new TextPicker();
  const annotating = new AnnotatingSession(services);
  const closed = new ClosedFiles(session);
  const view = new AnnotationsView(store, closed, memory);
  const disposable = vscode.Disposable.from(
    store,
    notes,
    picker,
    annotating,
    closed,
    view,
    new AnnotationDecorations(store),
    new AnnotationHovers(store),
  );
  return {
    store,
    commands: {
      ...new Labeller(services).commands,
      ...markCommands(services),
      ...exportCommands(services),
      ...statementCommands({ ...services, picker }),
      ...notes.commands,
      ...picker.commands,
      ...annotating.commands,
      ...view.commands,
    },
    groups: () => view.groups(),
    everything: () => view.everything(),
    noteThreads: () => notes.threads(),
    dispose: () => disposable.dispose(),
  };
}
