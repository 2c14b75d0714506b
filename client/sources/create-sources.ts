import * as vscode from "vscode";
import type { AnnotationStore } from "../annotate/annotation-store.ts";
import type { ArticleDocuments } from "../article-documents.ts";
import type { CommandTable } from "../commands/command-table.ts";
import { servedSelector } from "../documents.ts";
import type { ServerSession } from "../server-session.ts";
import { SourceColours } from "./source-colours.ts";
import { sourceCommands } from "./source-commands.ts";
import { SourceHints } from "./source-hints.ts";
import { SourceIndex } from "./source-index.ts";
import { SourceLenses } from "./source-lenses.ts";
import { SourceOutline } from "./source-outline.ts";
import { SourcesView } from "./sources-view.ts";
import { StatementActions } from "./statement-actions.ts";

const SECTION = "pressmark.attribution";

/** All that shows who says what, put together. */
export interface Sources extends vscode.Disposable {
  readonly commands: CommandTable;
}

export function createSources(
  session: ServerSession,
  documents: ArticleDocuments,
  store: AnnotationStore,
  memory: vscode.Memento,
): Sources {
  const index = new SourceIndex(session, documents);
  const view = new SourcesView(index, memory);
  const disposable = vscode.Disposable.from(index, view, new StatementActions(index), optionalParts(index));
  return {
    commands: sourceCommands({ documents, store, index }, view),
    dispose: () => disposable.dispose(),
  };
}

/** What is shown in the editor itself, each while its setting is on. */
function optionalParts(index: SourceIndex): vscode.Disposable {
  const parts: Readonly<Record<string, () => vscode.Disposable>> = {
    codeLens: () => vscode.languages.registerCodeLensProvider(servedSelector(), new SourceLenses(index)),
    inlayHints: () => vscode.languages.registerInlayHintsProvider(servedSelector(), new SourceHints(index)),
    colours: () => new SourceColours(index),
    outline: () =>
      vscode.languages.registerDocumentSymbolProvider(servedSelector(), new SourceOutline(index), {
        label: vscode.l10n.t("Sources"),
      }),
  };
  const active = new Map<string, vscode.Disposable>();
  const follow = (): void => {
    for (const [name, start] of Object.entries(parts)) {
      const isWanted = vscode.workspace.getConfiguration(SECTION).get<boolean>(name) === true;
      if (isWanted && !active.has(name)) {
        active.set(name, start());
      } else if (!isWanted) {
        active.get(name)?.dispose();
        active.delete(name);
      }
    }
  };
  follow();
  const listening = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(SECTION)) {
      follow();
    }
  });
  return new vscode.Disposable(() => {
    listening.dispose();
    for (const part of active.values()) {
      part.dispose();
    }
  });
}
