import * as vscode from "vscode";

const NOT_CHANGING = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

/** A file system of one folder that nobody can write to, as archives and the histories of repositories are. */
export class Shelf implements vscode.FileSystemProvider {
  readonly onDidChangeFile = NOT_CHANGING;
  /** What somebody tried to write all the same. */
  readonly attempts: string[] = [];
  readonly #folder: string;
  readonly #files: ReadonlyMap<string, Uint8Array>;

  constructor(folder: vscode.Uri, files: ReadonlyMap<string, Uint8Array>) {
    this.#folder = folder.path;
    this.#files = files;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === this.#folder) {
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    }
    const { length } = this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 1, size: length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    if (uri.path !== this.#folder) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return [...this.#files.keys()].map((name) => [name, vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = uri.path.startsWith(`${this.#folder}/`)
      ? this.#files.get(uri.path.slice(this.#folder.length + 1))
      : undefined;
    if (bytes === undefined) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return bytes;
  }

  writeFile(uri: vscode.Uri): never {
    return this.#refuse("write", uri);
  }

  createDirectory(uri: vscode.Uri): never {
    return this.#refuse("create", uri);
  }

  delete(uri: vscode.Uri): never {
    return this.#refuse("delete", uri);
  }

  rename(uri: vscode.Uri): never {
    return this.#refuse("rename", uri);
  }

  #refuse(what: string, uri: vscode.Uri): never {
    this.attempts.push(`${what} ${uri.path}`);
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
