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
 * What *Check Folder* found, in the Problems view until it is cleared. An open document shows its own findings instead;
 * when it closes, its file is checked again.
 */
export class FolderFindings implements vscode.Disposable {
  readonly #session: ServerSession;
  readonly #checked = new Set<string>();
  readonly #disposables: vscode.Disposable[];
  #collection: vscode.DiagnosticCollection | undefined;

  constructor(session: ServerSession) {
    this.#session = session;
    this.#disposables = [
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#collection?.delete(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#closed(uri)),
      vscode.workspace.onDidDeleteFiles(({ files }) => this.#forget(files)),
      vscode.workspace.onDidRenameFiles(({ files }) => this.#forget(files.map(({ oldUri }) => oldUri))),
    ];
  }

  set(uri: vscode.Uri, findings: readonly FolderFinding[]): void {
    this.#collection ??= vscode.languages.createDiagnosticCollection("pressmark-folder");
    this.#checked.add(uri.toString());
    if (!isOpen(uri)) {
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

  #closed(uri: vscode.Uri): void {
    if (!this.#checked.has(uri.toString())) {
      return;
    }
    // A change of language closes and opens a document in one turn.
    setTimeout(() => {
      if (!isOpen(uri)) {
        void this.#checkAgain(uri).catch((error: unknown) =>
          this.#session.log.warn(`${uri.toString()} could not be checked again: ${String(error)}`),
        );
      }
    }, 0);
  }

  async #checkAgain(uri: vscode.Uri): Promise<void> {
    const file = await readDump(uri);
    if (file.kind !== "text") {
      this.#forget([uri]);
      return;
    }
    const source = new vscode.CancellationTokenSource();
    const params = { path: vscode.workspace.asRelativePath(uri), text: file.text };
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

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
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
