import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  IGNORE_LISTS_NOTIFICATION,
  type IgnoreListOfFolder,
  type IgnoreListsParams,
  STATUS_NOTIFICATION,
  type StatusParams,
} from "../server/protocol.ts";
import { fileErrorInWords } from "./file-errors.ts";
import { IgnoreFiles } from "./ignore-files.ts";
import { type UpdateFile, updateFile } from "./replace-file.ts";

/** What the two places VS Code runs in (desktop and web) do differently. */
export interface Runtime {
  /** Loads the language client, which is not loaded before, and makes one. It is not started yet. */
  createLanguageClient(hooks: SessionHooks): Promise<BaseLanguageClient>;
  /** Where there is a disk: changes a file of it under a lock. Else VS Code's file system does as well as it can. */
  readonly updateLocalFile?: UpdateFile<string>;
  /** Where there is a disk: the first so many bytes of a file of it. */
  readonly readLocalHead?: (path: string, length: number) => Promise<Uint8Array>;
}

export interface SessionHooks {
  readonly log: vscode.LogOutputChannel;
  /** As they are at the start; what changes later is sent. */
  readonly ignoreLists: readonly IgnoreListOfFolder[];
  /** Called when the connection ended although nobody asked for it. */
  onClosed(): void;
}

/** Five crashes in three minutes are what VS Code's own clients take for a server that cannot live. */
const MOST_CRASHES = 5;
const CRASH_PERIOD = 3 * 60 * 1000;

export interface Failure {
  /** A few words: the status item's line has no room for more beside its action. */
  readonly summary: string;
  readonly message: string;
}

/** The language server's life: started with the first dump, restarted after a crash, given up after many. */
export class ServerSession implements vscode.Disposable {
  /** Fires with the document whose status changed, or undefined when all may have. */
  readonly onDidChangeStatus: vscode.Event<vscode.Uri | undefined>;
  /** Changes a file of ours that other windows may be changing too; see `updateFile`. */
  readonly updateFile: UpdateFile<vscode.Uri>;
  readonly ignoreFiles: IgnoreFiles;

  readonly #runtime: Runtime;
  readonly #statusChanged = new vscode.EventEmitter<vscode.Uri | undefined>();
  /** One after the other: what was read before a file went must not arrive behind the news that it is gone. */
  #sending: Promise<void> = Promise.resolve();
  readonly #ignoring: vscode.Disposable;
  /** What the server was told last, so that it hears of changes alone. */
  #toldLists: readonly IgnoreListOfFolder[] = [];
  readonly #closing = vscode.workspace.onDidCloseTextDocument(({ uri }) =>
    this.#statuses.delete(uri.toString()),
  );
  readonly #statuses = new Map<string, StatusParams>();
  readonly #listeners = new Map<string, (params: unknown) => void>();
  readonly #crashes: number[] = [];
  #log: vscode.LogOutputChannel | undefined;
  #starting: Promise<BaseLanguageClient> | undefined;
  #failure: Failure | undefined;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
    const { updateLocalFile } = runtime;
    this.updateFile = (target, change) =>
      target.scheme === "file" && updateLocalFile !== undefined
        ? updateLocalFile(target.fsPath, change).catch((error: unknown) => {
            throw fileErrorInWords(error);
          })
        : updateFile(target, change);
    this.ignoreFiles = new IgnoreFiles(this.updateFile);
    this.#ignoring = this.ignoreFiles.onDidChange(() => {
      this.#sending = this.#sending.then(() => this.#sendIgnoreLists());
    });
    this.onDidChangeStatus = this.#statusChanged.event;
  }

  /** Made when it is first needed, so that a window without dumps has no channel either. */
  get log(): vscode.LogOutputChannel {
    this.#log ??= vscode.window.createOutputChannel("Pressmark", { log: true });
    return this.#log;
  }

  /** Whether the server was started, or is being started. */
  get isWanted(): boolean {
    return this.#starting !== undefined;
  }

  /** Why there is no server; undefined while all is well. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  statusOf(document: vscode.TextDocument): StatusParams | undefined {
    return this.#statuses.get(document.uri.toString());
  }

  /**
   * The running client, started when there is none yet. Rejects when the server cannot be started; after too many
   * crashes it is not tried again before a restart is asked for.
   */
  client(): Promise<BaseLanguageClient> {
    if (this.#failure !== undefined) {
      return Promise.reject(new Error(this.#failure.message));
    }
    this.#starting ??= this.#start();
    return this.#starting;
  }

  /** Sends a request. What fails is for the command's own guard to tell the user. */
  async request<Result>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<Result> {
    const client = await this.client();
    return token === undefined
      ? client.sendRequest<Result>(method, params)
      : client.sendRequest<Result>(method, params, token);
  }

  /** Tells the server something. Where there is none, nobody needs to know. */
  async notify(method: string, params: unknown): Promise<void> {
    const client = await this.#starting?.catch(() => undefined);
    await client?.sendNotification(method, params);
  }

  /** Listens to a notification, of this server and of those that are started after it. To be called before the first start. */
  onNotification<Params>(method: string, listener: (params: Params) => void): void {
    this.#listeners.set(method, listener as (params: unknown) => void);
  }

  async restart(): Promise<void> {
    this.#crashes.length = 0;
    this.#failure = undefined;
    await this.#stop();
    await this.client();
  }

  async dispose(): Promise<void> {
    this.#closing.dispose();
    this.#ignoring.dispose();
    this.ignoreFiles.dispose();
    await this.#stop();
    this.#statusChanged.dispose();
    this.#log?.dispose();
  }

  async #start(): Promise<BaseLanguageClient> {
    try {
      const ignoreLists = await this.#ignoreLists();
      this.#toldLists = ignoreLists;
      const client = await this.#runtime.createLanguageClient({
        log: this.log,
        ignoreLists,
        onClosed: () => void this.#crashed(),
      });
      client.onNotification(STATUS_NOTIFICATION, (status: StatusParams) => {
        const uri = client.protocol2CodeConverter.asUri(status.uri);
        this.#statuses.set(uri.toString(), status);
        this.#statusChanged.fire(uri);
      });
      for (const [method, listener] of this.#listeners) {
        client.onNotification(method, listener);
      }
      await client.start();
      return client;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#fail({
        summary: vscode.l10n.t("it could not be started"),
        message: vscode.l10n.t("The language server could not be started: {0}", reason),
      });
      throw error;
    }
  }

  /** A file that cannot be read ignores nothing; the log says why. */
  async #ignoreLists(): Promise<readonly IgnoreListOfFolder[]> {
    try {
      return await this.ignoreFiles.lists();
    } catch (error) {
      this.log.warn(`What is ignored could not be read: ${String(error)}`);
      return [];
    }
  }

  async #sendIgnoreLists(): Promise<void> {
    const client = await this.#starting?.catch(() => undefined);
    const folders = await this.#ignoreLists();
    if (client === undefined || isSame(folders, this.#toldLists)) {
      return;
    }
    this.#toldLists = folders;
    const params: IgnoreListsParams = { folders };
    await client
      .sendNotification(IGNORE_LISTS_NOTIFICATION, params)
      .catch((error: unknown) => this.log.warn(`The server did not hear what is ignored: ${String(error)}`));
  }

  async #stop(): Promise<void> {
    const starting = this.#starting;
    this.#starting = undefined;
    this.#statuses.clear();
    this.#statusChanged.fire(undefined);
    // A client that never started has nothing to stop, and its failure was reported when it happened.
    const client = await starting?.catch(() => undefined);
    await client
      ?.dispose()
      .catch((error: unknown) => this.log.warn(`The server did not stop cleanly: ${String(error)}`));
  }

  /** Counts a crash, and starts the server again unless there were so many that it would only go on for ever. */
  async #crashed(): Promise<void> {
    const now = Date.now();
    this.#crashes.push(now);
    const recent = this.#crashes.filter((time) => now - time < CRASH_PERIOD);
    this.log.error(
      `The language server ended unexpectedly (${recent.length} of ${MOST_CRASHES} times in three minutes).`,
    );
    await this.#stop();
    if (recent.length >= MOST_CRASHES) {
      this.#fail({
        summary: vscode.l10n.t("it crashed again and again"),
        message: vscode.l10n.t(
          "The language server crashed again and again. The log says why; restart it when the cause is gone.",
        ),
      });
    } else {
      // A failure is said by the status item.
      await this.client().catch(() => undefined);
    }
  }

  #fail(failure: Failure): void {
    this.#failure = failure;
    this.log.error(failure.message);
    this.#statusChanged.fire(undefined);
  }
}

function isSame(one: readonly IgnoreListOfFolder[], other: readonly IgnoreListOfFolder[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ uri, text }, at) => uri === other[at]?.uri && text === other[at]?.text)
  );
}
