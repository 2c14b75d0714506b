import * as vscode from "vscode";
import type { IgnoreListOfFolder } from "../server/protocol.ts";
import { servedSelector } from "./documents.ts";
import { readWholeFile, type UpdateFile } from "./replace-file.ts";

const IGNORE_FILE = ".pressmark/ignore.json";

/**
 * The ignore files of the workspace's folders, whatever file system they lie on. Nothing is read or watched before the first
 * dump is.
 */
export class IgnoreFiles implements vscode.Disposable {
  /** Fires when one of them may have changed, or the folders have. */
  readonly onDidChange: vscode.Event<void>;

  readonly #changed = new vscode.EventEmitter<void>();
  readonly #updateFile: UpdateFile<vscode.Uri>;
  readonly #disposables: vscode.Disposable[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(updateFile: UpdateFile<vscode.Uri>) {
    this.#updateFile = updateFile;
    this.onDidChange = this.#changed.event;
  }

  /** What the server is to know. Starts to watch. */
  async lists(): Promise<readonly IgnoreListOfFolder[]> {
    this.#watch();
    const folders = vscode.workspace.workspaceFolders ?? [];
    return Promise.all(folders.map(async ({ uri }) => ({ uri: uri.toString(), text: await this.read(uri) })));
  }

  /** Null where there is none. */
  read(folder: vscode.Uri): Promise<string | null> {
    return readWholeFile(uriOf(folder));
  }

  /**
   * Changes a folder's ignore file, one change after the other, also where another window does. At any moment the old or the
   * new file is there, whole.
   *
   * @param change Makes the new text of the old one; null leaves the file as it is. May be called more than once.
   */
  change(folder: vscode.Uri, change: (list: string | null) => Promise<string | null>): Promise<void> {
    const next = this.#writing.then(async () => {
      const target = uriOf(folder);
      if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
        throw new Error(
          vscode.l10n.t(
            "The folder is read-only, and what is ignored is kept in it, in {0}. Work in a copy that can be changed.",
            IGNORE_FILE,
          ),
        );
      }
      if (
        vscode.workspace.textDocuments.some(
          ({ uri, isDirty }) => isDirty && uri.toString() === target.toString(),
        )
      ) {
        throw new Error(vscode.l10n.t("{0} has changes that are not saved. Save it first.", IGNORE_FILE));
      }
      const written = await this.#updateFile(target, async (list) => {
        const changed = await change(list);
        if (changed !== null) {
          await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(target, ".."));
        }
        return changed;
      });
      if (written !== null) {
        this.#changed.fire();
      }
    });
    // One that failed does not keep the next from being tried.
    this.#writing = next.catch(() => undefined);
    return next;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables, this.#changed).dispose();
  }

  #watch(): void {
    if (this.#disposables.length > 0) {
      return;
    }
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${IGNORE_FILE}`);
    const fire = (): void => this.#changed.fire();
    this.#disposables.push(
      // Network drives and busy machines tell of some changes late or never.
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (vscode.languages.match(servedSelector(), document) > 0) {
          fire();
        }
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          fire();
        }
      }),
      watcher,
      watcher.onDidChange(fire),
      watcher.onDidCreate(fire),
      watcher.onDidDelete(fire),
      vscode.workspace.onDidChangeWorkspaceFolders(fire),
    );
  }
}

function uriOf(folder: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(folder, IGNORE_FILE);
}
