import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { afterEach, describe, expect, test } from "vitest";
import { inProject } from "../../build/paths.ts";
import { WORKER_FAULT, WORKER_READY } from "../../server/protocol.ts";
import { readSample } from "../support/samples.ts";
import { killServer, type ServerProcess, startServerProcess } from "./server-process.ts";

const URI = "vscode-vfs://github/somebody/dumps/harbour.txt";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/** What a worker gives a classic script, as far as the server uses it: no `require`, no `process`, no `Buffer`. */
class Worker {
  readonly sent: Message[] = [];
  readonly #listeners = new Map<string, ((event: object) => void)[]>();
  #isClosed = false;
  onmessage: ((event: { readonly data: unknown }) => void) | undefined;

  constructor() {
    const self = {
      postMessage: (message: Message) => this.sent.push(message),
      addEventListener: (event: string, listen: (event: object) => void) =>
        this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listen]),
      close: () => {
        this.#isClosed = true;
      },
    };
    Object.defineProperty(self, "onmessage", {
      set: (listen: Worker["onmessage"]) => {
        this.onmessage = listen;
      },
    });
    const globals = { MessageChannel, TextDecoder, TextEncoder, URL, console, crypto, performance };
    const timers = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask };
    const file = inProject("dist/server-browser.js");
    const context = createContext({ self, ...globals, ...timers });
    new Script(readFileSync(file, "utf8"), { filename: file }).runInContext(context);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  fire(event: string): void {
    for (const listen of this.#listeners.get(event) ?? []) {
      listen({});
    }
  }

  send(message: object): void {
    this.onmessage?.({ data: structuredClone({ jsonrpc: "2.0", ...message }) });
  }

  async ask(id: number, method: string, params: unknown): Promise<unknown> {
    this.send({ id, method, params });
    return (await this.until((message) => message.id === id && message.method === undefined)).result;
  }

  async until(isWanted: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.sent.find(isWanted);
      if (found !== undefined) {
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** The bundle itself; `npm test` builds it first. */
describe("the server in a browser's worker", () => {
  let node: ServerProcess | undefined;

  afterEach(() => killServer(node));

  test("says the same as the one in Node, of a file on no disk", async () => {
    const worker = await startWorker();
    const text = readSample("harbour-talks.txt");
    const textDocument = { uri: URI, languageId: "plaintext", version: 1, text };
    worker.send({ method: "textDocument/didOpen", params: { textDocument } });
    const pulled = await worker.ask(2, "textDocument/diagnostic", { textDocument: { uri: URI } });
    node = await startServerProcess({ capabilities: { textDocument: { diagnostic: {} } } });
    await node.open(URI, text);
    const expected = await node.request("textDocument/diagnostic", { textDocument: { uri: URI } });
    const [items, expectedItems] = [pulled, expected].map((report) => (report as { items: object[] }).items);
    expect(items?.length).toBeGreaterThan(3);
    expect(items).toEqual(expectedItems);
  });

  test("says that it is there before it is asked anything, and when it has come to harm", async () => {
    const worker = await startWorker();
    expect(worker.sent[0]?.method).toBe(WORKER_READY);
    worker.fire("unhandledrejection");
    await worker.until(({ method }) => method === WORKER_FAULT);
  });

  test("ends when it is told to", async () => {
    const worker = await startWorker();
    await worker.ask(9, "shutdown", null);
    worker.send({ method: "exit" });
    await expect.poll(() => worker.isClosed).toBe(true);
  });
});

async function startWorker(): Promise<Worker> {
  const worker = new Worker();
  const capabilities = { textDocument: { diagnostic: {} } };
  await worker.ask(1, "initialize", { processId: null, rootUri: null, capabilities });
  worker.send({ method: "initialized", params: {} });
  return worker;
}
