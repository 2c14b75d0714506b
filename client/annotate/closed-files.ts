import * as vscode from "vscode";
import {
  type AnnotationsState,
  CLOSED_ANNOTATIONS_REQUEST,
  type ClosedAnnotationsParams,
  SIDECAR_SUFFIX,
} from "../../server/annotations-protocol.ts";
import { findFiles, type Wanted } from "../find-files.ts";
import { readTextFile } from "../replace-file.ts";
import type { ServerSession } from "../server-session.ts";
import { asDocumentAnnotations, type DocumentAnnotations } from "./annotation.ts";
import { readSidecar } from "./sidecar-files.ts";

/** More sidecars than that in a folder are not listed. */
const MOST_FILES = 2000;

/** In bytes. Of a longer file the sidecar alone is read: a list is not worth more. */
const LONGEST_FILE = 20_000_000;

/** The files of the workspace's folders that have a sidecar, whether they are open or not. What is marked in them is read when it is asked for. */
export class ClosedFiles implements vscode.Disposable {
  /** Fires when there are other sidecars, or others were written. */
  readonly onDidChange: vscode.Event<undefined>;

  readonly #session: ServerSession;
  readonly #changed = new vscode.EventEmitter<undefined>();
  #watching: vscode.Disposable | undefined;
  #found: Promise<readonly vscode.Uri[]> | undefined;
  readonly #read = new Map<string, Promise<DocumentAnnotations>>();

  constructor(session: ServerSession) {
    this.#session = session;
    this.onDidChange = this.#changed.event;
  }

  dispose(): void {
    this.#watching?.dispose();
    this.#changed.dispose();
  }

  /** The files beside which sidecars lie, by their paths. Looked for when it is asked first, and then watched. */
  all(): Promise<readonly vscode.Uri[]> {
    this.#watching ??= this.#watch();
    this.#found ??= findAll();
    return this.#found;
  }

  /** What is marked in one of them. Never rejects: what is wrong is its problem. */
  annotationsOf(file: vscode.Uri): Promise<DocumentAnnotations> {
    const key = file.toString();
    const known = this.#read.get(key) ?? this.#ask(file);
    this.#read.set(key, known);
    return known;
  }

  async #ask(file: vscode.Uri): Promise<DocumentAnnotations> {
    try {
      const sidecar = (await readSidecar(file)) ?? "";
      const params: ClosedAnnotationsParams = { uri: file.toString(), sidecar, text: await textOf(file) };
      return asDocumentAnnotations(
        await this.#session.request<AnnotationsState>(CLOSED_ANNOTATIONS_REQUEST, params),
      );
    } catch (error) {
      // Another time it may succeed.
      this.#read.delete(file.toString());
      const problem = error instanceof Error ? error.message : String(error);
      const uri = file.toString();
      return { uri, version: 0, problem, annotations: [], isChanged: false, canUndo: false };
    }
  }

  #watch(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/*${SIDECAR_SUFFIX}`);
    const forget = (sidecar: vscode.Uri): void => {
      this.#read.delete(fileOf(sidecar).toString());
      this.#changed.fire(undefined);
    };
    const lookAgain = (sidecar: vscode.Uri): void => {
      this.#found = undefined;
      forget(sidecar);
    };
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(lookAgain),
      watcher.onDidDelete(lookAgain),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#found = undefined;
        this.#changed.fire(undefined);
      }),
    );
  }
}

const SIDECARS: Wanted = {
  pattern: `**/*${SIDECAR_SUFFIX}`,
  isWanted: (name) => name.endsWith(SIDECAR_SUFFIX),
  most: MOST_FILES,
};

async function findAll(): Promise<readonly vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => findFiles(uri, SIDECARS)));
  // Folders may lie in one another.
  const sidecars = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return [...sidecars.values()].map(fileOf).sort((first, second) => first.path.localeCompare(second.path));
}

function fileOf(sidecar: vscode.Uri): vscode.Uri {
  return sidecar.with({ path: sidecar.path.slice(0, -SIDECAR_SUFFIX.length) });
}

/** Null where it is not there, is too long, or is in another encoding, which an editor would find out. */
async function textOf(file: vscode.Uri): Promise<string | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    return size > LONGEST_FILE ? null : await readTextFile(file);
  } catch {
    return null;
  }
}
