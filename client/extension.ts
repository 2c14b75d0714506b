import * as vscode from "vscode";
import { createAnnotations } from "./annotate/create-annotations.ts";
import { ArticleDocuments } from "./article-documents.ts";
import { CleanUpPreviews } from "./clean-up-previews.ts";
import { articleCommands } from "./commands/article-commands.ts";
import { cleanUpCommands } from "./commands/clean-up-commands.ts";
import { type CommandTable, registerCommands } from "./commands/command-table.ts";
import { comparisonCommands } from "./commands/comparison-commands.ts";
import { folderCommands } from "./commands/folder-commands.ts";
import { ignoreCommands } from "./commands/ignore-commands.ts";
import { sessionCommands } from "./commands/session-commands.ts";
import { CopyComparisons } from "./copy-comparisons.ts";
import { onDidChangeServedSchemes, servedSchemes } from "./documents.ts";
import { FolderFindings } from "./folder-findings.ts";
import { LanguageStatus } from "./language-status.ts";
import { explainLargeFile, LargeFileNotice } from "./large-file-notice.ts";
import { DocumentRecogniser } from "./recognition.ts";
import { type Runtime, ServerSession } from "./server-session.ts";
import { createSources } from "./sources/create-sources.ts";

/** What tests and other extensions may know. */
export interface PressmarkApi {
  /** Whether the language server was started (or is being started). */
  isServerWanted(): boolean;
  /** What the view *Annotations* shows: its groups, and what a screen reader says of each entry. */
  annotationGroups(): readonly { readonly name: string; readonly entries: readonly string[] }[];
  /** What is said of the active file's limits: in the language status, or, of a file that VS Code keeps to itself, in the status bar. */
  limitsSaid(): readonly string[];
  /** The same with the files of the folder that are not open. */
  allAnnotationGroups(): Promise<readonly { readonly name: string; readonly entries: readonly string[] }[]>;
  /** The threads of notes in the margin, as their buttons get them. */
  noteThreads(): readonly vscode.CommentThread[];
}

/**
 * The extension's body, the same on the desktop and in the browser. It only listens here; the server and everything
 * that needs it are loaded when the recogniser has accepted the first text.
 */
export function activateExtension(context: vscode.ExtensionContext, runtime: Runtime): PressmarkApi {
  const session = new ServerSession(runtime);
  const recogniser = new DocumentRecogniser(context.workspaceState);
  const documents = new ArticleDocuments(session);
  const previews = new CleanUpPreviews(session);
  const comparisons = new CopyComparisons();
  const folderFindings = new FolderFindings(session);
  const annotations = createAnnotations(session, documents, context.workspaceState);
  const sources = createSources(session, documents, annotations.store, context.workspaceState);
  const commands: CommandTable = {
    ...cleanUpCommands({ session, documents, previews, annotations: annotations.store }),
    ...articleCommands({ session, documents }),
    ...comparisonCommands({ session, comparisons }),
    ...folderCommands({ session, folderFindings }),
    ...ignoreCommands({ session }),
    ...annotations.commands,
    ...sources.commands,
    ...sessionCommands({ context, session, recogniser }),
    "pressmark.explainLargeFile": explainLargeFile,
  };
  const status = new LanguageStatus(session, recogniser, documents);
  const largeFile = new LargeFileNotice(runtime);
  context.subscriptions.push(
    session,
    recogniser,
    documents,
    previews,
    comparisons,
    folderFindings,
    annotations,
    sources,
    status,
    largeFile,
    registerCommands(commands, session),
    // Also where the server cannot be started: then the status item says why, and asking again changes nothing.
    recogniser.onDidAccept(() => void session.client().catch(() => undefined)),
    onDidChangeServedSchemes(() => {
      tellServedSchemes();
      // What the server is told of is settled when it is started.
      if (session.isWanted) {
        void session.restart().catch(() => undefined);
      }
    }),
  );
  tellServedSchemes();
  recogniser.start();
  // Walkthroughs that are open to see at the moment of an installation are opened by VS Code unasked; ours waits to be
  // asked for.
  void vscode.commands.executeCommand("setContext", "pressmark.isActive", true);
  return {
    isServerWanted: () => session.isWanted,
    annotationGroups: annotations.groups,
    limitsSaid: () => [
      ...status.limits().map(({ explanation }) => explanation),
      ...(largeFile.text === undefined ? [] : [largeFile.text]),
    ],
    allAnnotationGroups: annotations.everything,
    noteThreads: annotations.noteThreads,
  };
}

/** The condition of the commands that turn a plain text into an article names them. */
function tellServedSchemes(): void {
  void vscode.commands.executeCommand("setContext", "pressmark.servedSchemes", servedSchemes());
}
