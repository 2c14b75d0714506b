import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { STATUS_NOTIFICATION, type StatusParams } from "../../server/protocol.ts";

/** How the built server is started: by its own bundle, or by the command line. */
export type Program = "server" | "cli";

const programs: Readonly<Record<Program, readonly string[]>> = {
  server: ["server.js", "--stdio"],
  cli: ["cli.js", "lsp", "--stdio"],
};

/** Where the bundles are; another folder can be given, to try a build that is not in dist/. */
const dist = process.env["PRESSMARK_DIST"] ?? fileURLToPath(new URL("../../dist", import.meta.url));

export function isBuilt(program: Program): boolean {
  return existsSync(`${dist}/${programs[program][0]}`);
}

/** A running server with the client's end of the line, and what it sent by itself. */
export interface ServerProcess {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcessWithoutNullStreams;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  readonly initialized: InitializeResult;
  /** Diagnostics that were pushed and are of a version; waits for them. */
  published(uri: string, version: number): Promise<Diagnostic[]>;
  status(uri: string, version: number): Promise<StatusParams>;
  readonly logged: string[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, ...changes: ContentChange[]): Promise<void>;
  request<Result>(method: string, params: unknown): Promise<Result>;
  /** Ends the process the polite way. */
  stop(): Promise<number | null>;
}

export interface ContentChange {
  readonly range?: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

export interface ClientOptions {
  readonly program?: Program;
  readonly capabilities?: ClientCapabilities;
  readonly initialization?: Partial<InitializeParams>;
  /** What `workspace/configuration` is answered, asked anew each time. */
  readonly configuration?: () => unknown;
}

/** Starts the built server as a client would, and initialises it. */
export async function startServerProcess(options: ClientOptions = {}): Promise<ServerProcess> {
  const child = spawnServer(options.program ?? "server");
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = new Awaited<PublishDiagnosticsParams>(({ uri, version }) => `${uri} ${version}`);
  const statuses = new Awaited<StatusParams>(({ uri, version }) => `${uri} ${version}`);
  const logged: string[] = [];
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) =>
    published.put(params),
  );
  connection.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => statuses.put(params));
  connection.onNotification("window/logMessage", ({ message }: { readonly message: string }) => {
    logged.push(message);
  });
  connection.onRequest("workspace/configuration", ({ items }: { readonly items: readonly unknown[] }) =>
    items.map(() => options.configuration?.() ?? null),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: options.capabilities ?? {},
    ...options.initialization,
  });
  await connection.sendNotification("initialized", {});
  return {
    connection,
    process: child,
    ended,
    initialized,
    logged,
    published: async (uri, version) => (await published.get(`${uri} ${version}`)).diagnostics,
    status: (uri, version) => statuses.get(`${uri} ${version}`),
    open: (uri, text, languageId = "plaintext") =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, ...contentChanges) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges,
      }),
    request: (method, params) => connection.sendRequest(method, params),
    stop: async () => {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      return ended;
    },
  };
}

/** Starts the bundle alone, for tests that talk to it below the protocol. */
export function spawnServer(program: Program): ChildProcessWithoutNullStreams {
  if (!isBuilt(program)) {
    throw new Error(`${dist}/${programs[program][0]} is not there. Run "npm run build" first.`);
  }
  const [file, ...programArguments] = programs[program];
  return spawn(process.execPath, [`${dist}/${file}`, ...programArguments], { stdio: "pipe" });
}

/** A message as it goes over the wire, to write several in one piece: then none of them is handled before all are there. */
export function frame(message: object): string {
  const content = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

/** The answers of a server that is spoken to below the protocol, by the ids of their requests. */
export function answersOf(child: ChildProcessWithoutNullStreams): {
  readonly get: (id: number) => Promise<{
    readonly result?: unknown;
    readonly error?: { readonly code: number; readonly data?: unknown };
  }>;
} {
  const answers = new Awaited<{
    readonly id?: number;
    readonly result?: unknown;
    readonly error?: { readonly code: number };
  }>(({ id }) => String(id));
  new StreamMessageReader(child.stdout).listen((message) => answers.put(message as { readonly id?: number }));
  return { get: (id) => answers.get(String(id)) };
}

/** Ends whatever a test left running. */
export function killServer(server: ServerProcess | undefined): void {
  if (server !== undefined && server.process.exitCode === null) {
    server.process.kill("SIGKILL");
  }
}

/** Values that arrive by themselves, for whoever waits for one of a name. The last of a name counts. */
class Awaited<Value> {
  readonly #values = new Map<string, Value>();
  readonly #waiting = new Map<string, ((value: Value) => void)[]>();
  readonly #nameOf: (value: Value) => string;

  constructor(nameOf: (value: Value) => string) {
    this.#nameOf = nameOf;
  }

  put(value: Value): void {
    const name = this.#nameOf(value);
    this.#values.set(name, value);
    for (const resolve of this.#waiting.get(name) ?? []) {
      resolve(value);
    }
    this.#waiting.delete(name);
  }

  get(name: string): Promise<Value> {
    const value = this.#values.get(name);
    if (value !== undefined) {
      return Promise.resolve(value);
    }
    return new Promise((resolve) => this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), resolve]));
  }
}
