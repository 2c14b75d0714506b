import * as vscode from "vscode";
import { type CheckTextResult, DIAGNOSTIC_SOURCE } from "../server/protocol.ts";
import { readDump } from "./folder-files.ts";
import { requestTextCheck } from "./server-requests.ts";
import type { ServerSession } from "./server-session.ts";

/** Whether there are results to clear, for the palette. */
const HAS_RESULTS = "pressmark.hasFolderResults";

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const;

type FolderFinding = CheckTextResult["findings"][number];

/**
 * What *Check Folder* found, in the Problems view until it is cleared. A file in a tab shows its own findings instead;
 * when the tab closes, it is checked again. Tabs decide, not open documents: the Problems view itself opens, for a
 * moment, the documents of what it lists, and the language client asks for the findings of those in tabs alone.
 */
export class FolderFindings implements vscode.Disposable {
  readonly #session: ServerSession;
  readonly #checked = new Set<string>();
  readonly #disposables: vscode.Disposable[];
  #collection: vscode.DiagnosticCollection | undefined;

  constructor(session: ServerSession) {
    this.#session = session;
    this.#disposables = [
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of opened.flatMap(urisOf)) {
          this.#collection?.delete(uri);
        }
        for (const uri of closed.flatMap(urisOf)) {
          this.#tabClosed(uri);
        }
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => this.#forget(files)),
      vscode.workspace.onDidRenameFiles(({ files }) => this.#forget(files.map(({ oldUri }) => oldUri))),
    ];
  }

  set(uri: vscode.Uri, findings: readonly FolderFinding[]): void {
    this.#collection ??= vscode.languages.createDiagnosticCollection("pressmark-folder");
    this.#checked.add(uri.toString());
    if (!isInTab(uri)) {
      this.#collection.set(uri, findings.map(asDiagnostic));
    }
    void vscode.commands.executeCommand("setContext", HAS_RESULTS, true);
  }

  /** @returns how many files had results. */
  clear(): number {
    const count = this.#checked.size;
    this.#checked.clear();
    this.#collection?.clear();
    void vscode.commands.executeCommand("setContext", HAS_RESULTS, false);
    return count;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
    this.#collection?.dispose();
  }

  #tabClosed(uri: vscode.Uri): void {
    if (this.#checked.has(uri.toString()) && !isInTab(uri)) {
      void this.#checkAgain(uri).catch((error: unknown) =>
        this.#session.log.warn(`${uri.toString()} could not be checked again: ${String(error)}`),
      );
    }
  }

  async #checkAgain(uri: vscode.Uri): Promise<void> {
    const file = await readDump(uri);
    if (file.kind !== "text") {
      this.#forget([uri]);
      return;
    }
    const source = new vscode.CancellationTokenSource();
    const params = { path: vscode.workspace.asRelativePath(uri), text: file.text, uri: uri.toString() };
    const { findings } = await requestTextCheck(this.#session, params, source.token);
    if (this.#checked.has(uri.toString())) {
      this.set(uri, findings);
    }
  }

  #forget(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      this.#checked.delete(uri.toString());
      this.#collection?.delete(uri);
    }
  }
}

function isInTab(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(urisOf)
    .some((shown) => shown.toString() === key);
}

/** The texts that a tab shows. */
function urisOf({ input }: vscode.Tab): vscode.Uri[] {
  if (input instanceof vscode.TabInputText) {
    return [input.uri];
  }
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}

function asDiagnostic({ code, severity, message, range }: FolderFinding): vscode.Diagnostic {
  const { start, end } = range;
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(start.line, start.character, end.line, end.character),
    message,
    SEVERITIES[severity],
  );
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = code;
  return diagnostic;
}
