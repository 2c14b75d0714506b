import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { STATUS_NOTIFICATION, type StatusParams } from "../server/protocol.ts";
import { SERVED_SELECTOR } from "./documents.ts";

/** What the two places VS Code runs in (desktop and web) do differently. */
export interface Runtime {
  createLanguageClient(options: LanguageClientOptions): Promise<BaseLanguageClient>;
}

/** Five crashes in three minutes are what VS Code's own clients take for a server that cannot live. */
const MOST_CRASHES = 5;
const CRASH_PERIOD = 3 * 60 * 1000;

/** The language server's life: started with the first dump, restarted after a crash, given up after many. */
export class ServerSession implements vscode.Disposable {
  readonly onDidChangeStatus: vscode.Event<vscode.Uri>;
  readonly log: vscode.LogOutputChannel;

  readonly #runtime: Runtime;
  readonly #statusChanged = new vscode.EventEmitter<vscode.Uri>();
  readonly #statuses = new Map<string, StatusParams>();
  readonly #crashes: number[] = [];
  #starting: Promise<BaseLanguageClient> | undefined;
  #failure: string | undefined;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
    this.onDidChangeStatus = this.#statusChanged.event;
    this.log = vscode.window.createOutputChannel("Pressmark", { log: true });
  }

  /** Why there is no server, in words for the status item; undefined while all is well. */
  get failure(): string | undefined {
    return this.#failure;
  }

  statusOf(document: vscode.TextDocument): StatusParams | undefined {
    return this.#statuses.get(document.uri.toString());
  }

  /** The running client, started when there is none yet. Rejects when the server cannot be started. */
  client(): Promise<BaseLanguageClient> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  /** Sends a request; a failure is logged and thrown on, for the command's own guard to tell the user. */
  async request<Result>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<Result> {
    const client = await this.client();
    return token === undefined
      ? client.sendRequest<Result>(method, params)
      : client.sendRequest<Result>(method, params, token);
  }

  async restart(): Promise<void> {
    this.#crashes.length = 0;
    this.#failure = undefined;
    await this.#stop();
    await this.client();
  }

  forget(document: vscode.TextDocument): void {
    this.#statuses.delete(document.uri.toString());
  }

  async dispose(): Promise<void> {
    await this.#stop();
    this.#statusChanged.dispose();
    this.log.dispose();
  }

  async #start(): Promise<BaseLanguageClient> {
    try {
      const client = await this.#runtime.createLanguageClient(await this.#options());
      client.onNotification(STATUS_NOTIFICATION, (status: StatusParams) => {
        const uri = client.protocol2CodeConverter.asUri(status.uri);
        this.#statuses.set(uri.toString(), status);
        this.#statusChanged.fire(uri);
      });
      await client.start();
      return client;
    } catch (error) {
      this.#starting = undefined;
      this.#fail(
        `The language server could not be started: ${error instanceof Error ? error.message : String(error)}`,
      );
      throw error;
    }
  }

  async #stop(): Promise<void> {
    const starting = this.#starting;
    this.#starting = undefined;
    this.#statuses.clear();
    // A client that never started has nothing to stop, and its failure was reported when it happened.
    const client = await starting?.catch(() => undefined);
    await client
      ?.dispose()
      .catch((error: unknown) => this.log.warn(`The server did not stop cleanly: ${String(error)}`));
  }

  async #options(): Promise<LanguageClientOptions> {
    const { CloseAction, ErrorAction, RevealOutputChannelOn } = await import("vscode-languageclient");
    return {
      documentSelector: [...SERVED_SELECTOR],
      outputChannel: this.log,
      traceOutputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { configurationSection: "pressmark" },
      initializationFailedHandler: (error) => {
        this.#fail(`The language server could not be initialised: ${String(error)}`);
        return false;
      },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ({
          action: this.#crashed() ? CloseAction.Restart : CloseAction.DoNotRestart,
          handled: true,
        }),
      },
    };
  }

  /** Counts a crash; false when there were so many that restarting would only go on for ever. */
  #crashed(): boolean {
    const now = Date.now();
    this.#crashes.push(now);
    const recent = this.#crashes.filter((time) => now - time < CRASH_PERIOD);
    this.log.error(
      `The language server ended unexpectedly (${recent.length} of ${MOST_CRASHES} times in three minutes).`,
    );
    if (recent.length < MOST_CRASHES) {
      return true;
    }
    this.#starting = undefined;
    this.#fail(
      "The language server crashed again and again. The log says why; restart it when the cause is gone.",
    );
    return false;
  }

  #fail(message: string): void {
    this.#failure = message;
    this.log.error(message);
    for (const { document } of vscode.window.visibleTextEditors) {
      this.#statusChanged.fire(document.uri);
    }
  }
}
