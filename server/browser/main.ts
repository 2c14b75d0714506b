import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { WORKER_FAULT, WORKER_READY } from "../protocol.ts";
import type { Runtime } from "../wiring/runtime.ts";
import { startServer } from "../wiring/start-server.ts";

// The script of a worker; whoever started the worker is the client.
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);

connection.onExit(() => self.close());

startServer(connection, browserRuntime());

// A fault outside any request leaves the state unknown: the client is asked to end this worker, and starts another one. What
// is thrown stands in the browser's console.
for (const event of ["error", "unhandledrejection"]) {
  self.addEventListener(event, () => tellClient(WORKER_FAULT));
}
tellClient(WORKER_READY);

/** Past the connection, which does not speak before it is spoken to. */
function tellClient(method: string): void {
  self.postMessage({ jsonrpc: "2.0", method });
}

/** There are no files here: the client reads them and sends what the server must know of them. */
function browserRuntime(): Runtime {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port2.onmessage = () => waiting.shift()?.();
  return {
    // A message to oneself comes behind those that have arrived. A timer would do the same, four milliseconds later.
    nextTurn: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port1.postMessage(null);
      }),
    now: () => performance.now(),
    delay: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    alarm: (milliseconds, ring) => {
      const timer = setTimeout(ring, milliseconds);
      return () => clearTimeout(timer);
    },
    session: Date.now().toString(36),
    checkDocumentation: undefined,
  };
}
